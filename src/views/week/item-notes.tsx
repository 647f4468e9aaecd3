import { useTranslation } from 'react-i18next';
import { isPromiseBroken } from '../../../electron/core/agenda';
import type { LateItem } from '../../../electron/core/late';
import type { Client } from '../../../electron/core/model/client';
import type { Request } from '../../../electron/core/model/request';
import { contactsByPerson } from '../../../electron/core/prep';
import { verdictOf } from '../../../electron/core/verdict';
import { readReplyState } from '../../shared/request/reply-state';
import { wordContacts, wordDayInside, wordReceived, wordVerdict } from '../../shared/request/word-request';
import { showDate } from '../../shared/show-time';
import { useBook } from '../../state/use-book';
import { useNow } from '../../state/use-now';
import classes from './item.module.css';

interface ItemNotesProps {
  request: Request;
  client: Client;
  /** Under a heading that says whose it is, and that it waits. */
  isOnSheet: boolean;
  late: LateItem | undefined;
}

/** The small print under an item: what came and when, by when it is needed, and how far the reply has come. */
export function ItemNotes({ request, client, isOnSheet, late }: ItemNotesProps) {
  const { t } = useTranslation();
  const state = useBook((each) => each);
  const now = useNow();
  const { timeZone } = state.settings;
  const reply = readReplyState(request);
  const verdict = verdictOf(state, request, now);
  const isPressing = verdict.route === 'now' || verdict.route === 'callback';
  const groups = contactsByPerson(client, request);
  const person = groups.length === 1 ? groups[0]?.person : undefined;
  return (
    <p className={classes.notes}>
      {request.emergency && <strong className={classes.pressing}>{t(`week.emergency.${request.emergency}`)}</strong>}
      {late && (
        <strong className={classes.pressing}>
          {late.placedOn
            ? t('week.late.after', { day: wordDayInside(late.placedOn.startsAt, now, timeZone) })
            : t('week.late.never')}
        </strong>
      )}
      {!late && isPressing && !request.emergency && request.status === 'open' && request.neededBy && (
        <strong className={classes.pressing}>{wordVerdict(verdict, now, timeZone)}</strong>
      )}
      {!isOnSheet && request.status === 'waiting' && <span>{t('week.isWaiting')}</span>}
      {request.status === 'parked' && request.parkedUntil && (
        <span>{t('week.parkedUntil', { day: showDate(request.parkedUntil) })}</span>
      )}
      {!(isOnSheet && request.status === 'open') && person && <span>{person}</span>}
      <span>{wordReceived(request, now, timeZone)}</span>
      {groups.length > 1 ? (
        groups.map((group) => (
          <span key={group.person}>
            {group.person || t('week.panel.nobody')}: {wordContacts(group)}
          </span>
        ))
      ) : (
        <span>{wordContacts(request)}</span>
      )}
      {request.claimedUrgent && <span>{t('week.urgent')}</span>}
      {request.neededBy && <span>{t('week.neededBy', { day: showDate(request.neededBy) })}</span>}
      {!request.neededBy && request.neededWords && <span>{t('week.neededWords', { words: request.neededWords })}</span>}
      {isPromiseBroken(state, request, now) ? (
        <strong className={classes.pressing}>{t('week.promiseBroken')}</strong>
      ) : (
        reply.kind !== 'none' && <span data-reply={reply.kind}>{t(`week.reply.${reply.kind}`)}</span>
      )}
    </p>
  );
}
