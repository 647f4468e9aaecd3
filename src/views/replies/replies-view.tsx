import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Temporal } from 'temporal-polyfill';
import { workingStretches } from '../../../electron/core/availability/working-time';
import { dayOf } from '../../../electron/core/days';
import type { Client } from '../../../electron/core/model/client';
import type { Request } from '../../../electron/core/model/request';
import type { State } from '../../../electron/core/model/state';
import { knownRequests } from '../../../electron/core/records';
import { unsentReplies, usedAt } from '../../../electron/core/requests/replies';
import { Button } from '../../shared/button';
import { EmptyState } from '../../shared/empty-state';
import { Page, Section } from '../../shared/page';
import { ReplyLetter } from '../../shared/request/reply-letter';
import { wordContacts, wordMomentInside, wordReceived } from '../../shared/request/word-request';
import { act } from '../../state/act';
import { goTo } from '../../state/place';
import { useBook } from '../../state/use-book';
import { useNow } from '../../state/use-now';
import { unansweredRequests } from './open-replies';
import { ReplyRow } from './reply-row';
import { UnsentLetter } from './unsent-letter';
import { useRows } from './use-rows';

/** Minutes before the end of the working day from which the day's replies are asked about. */
const END_MINUTES = 45;

function isDaysEnd(state: State, now: Temporal.Instant): boolean {
  const end = workingStretches(state, dayOf(now, state.settings.timeZone), 1).at(-1)?.endsAt;
  return end !== undefined && now.until(end).total('minutes') < END_MINUTES;
}

/** Replies on their way: those copied and not yet sent, and those nobody has had yet. */
export function RepliesView() {
  const { t } = useTranslation();
  const state = useBook((each) => each);
  const now = useNow();
  const { timeZone } = state.settings;
  const unsent = useMemo(() => unsentReplies(knownRequests(state)), [state]);
  const unanswered = useMemo(() => unansweredRequests(state.requests), [state]);
  const ids = useMemo(
    () => [...unsent.map(({ request }) => request.id), ...unanswered.map(({ id }) => id)],
    [unsent, unanswered],
  );
  const rows = useRows(ids);
  const clientOf = (request: Request): Client | undefined => state.clients.find((each) => each.id === request.clientId);
  const isEnd = isDaysEnd(state, now);

  async function markAllSent(): Promise<void> {
    for (const { request } of unsent) await act('request.sent', { request: request.id });
  }

  return (
    <Page title={t('replies.title')} line={ids.length > 0 && t('replies.line')}>
      {ids.length === 0 && (
        <EmptyState
          title={t('replies.none')}
          action={<Button onClick={() => goTo('week')}>{t('replies.toWeek')}</Button>}
        >
          {t('replies.noneText')}
        </EmptyState>
      )}
      <div ref={rows.root}>
        {unsent.length > 0 && (
          <Section
            title={isEnd ? t('replies.didTheyGo') : t('replies.notSent')}
            actions={
              unsent.length > 1 && (
                <Button onClick={markAllSent}>{t('replies.allSent', { count: unsent.length })}</Button>
              )
            }
          >
            <ul>
              {unsent.map(({ request, reply }) => {
                const client = clientOf(request);
                if (!client) return null;
                const when = wordMomentInside(usedAt(reply), now, timeZone);
                return (
                  <ReplyRow
                    key={request.id}
                    request={request}
                    client={client}
                    notes={reply.mailedAt ? t('replies.mailedAt', { when }) : t('replies.copiedAt', { when })}
                    isCurrent={rows.currentId === request.id}
                    onChoose={() => rows.choose(request.id)}
                  >
                    <UnsentLetter request={request} reply={reply} />
                  </ReplyRow>
                );
              })}
            </ul>
          </Section>
        )}
        {unanswered.length > 0 && (
          <Section title={t('replies.unanswered')}>
            <ul>
              {unanswered.map((request) => {
                const client = clientOf(request);
                if (!client) return null;
                return (
                  <ReplyRow
                    key={request.id}
                    request={request}
                    client={client}
                    notes={`${wordReceived(request, now, timeZone)} · ${wordContacts(request)}`}
                    isCurrent={rows.currentId === request.id}
                    onChoose={() => rows.choose(request.id)}
                  >
                    <ReplyLetter request={request} hasMail={client.people.some((person) => person.emails.length > 0)} />
                  </ReplyRow>
                );
              })}
            </ul>
          </Section>
        )}
      </div>
    </Page>
  );
}
