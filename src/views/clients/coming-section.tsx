import { TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Occurrence } from '../../../electron/core/calls/occurrences';
import type { Client } from '../../../electron/core/model/client';
import type { Problem } from '../../../electron/core/model/problem';
import { Button } from '../../shared/button';
import { leaveWith } from '../../shared/is-leaving';
import { Section } from '../../shared/page';
import { showShortDay, showTime, showZone } from '../../shared/show-time';
import { act, attempt } from '../../state/act';
import { useBook } from '../../state/use-book';
import { useNow } from '../../state/use-now';
import { wordAtField } from '../../words/notice-words';
import { type Coming, listComing } from './coming';
import classes from './coming-section.module.css';

const SHOWN = 6;

/** The next calls one by one: skipped, moved, put back. */
export function ComingSection({ client }: { client: Client }) {
  const { t } = useTranslation();
  const now = useNow();
  const calls = useBook((state) => state.calls.filter((call) => call.clientId === client.id));
  const coming = listComing(calls, now, SHOWN);
  if (calls.length === 0) return null;
  return (
    <Section title={t('clients.coming')}>
      {coming.length === 0 && <p>{t('clients.comingNone')}</p>}
      <ul className={classes.list}>
        {coming.map((each) => (
          <ComingRow key={`${each.callId} ${each.occurrence}`} coming={each} />
        ))}
      </ul>
    </Section>
  );
}

function ComingRow({ coming }: { coming: Coming }) {
  const { t } = useTranslation();
  // Once it was open, its button takes the focus back when it is drawn again.
  const [moving, setMoving] = useState<'not-yet' | 'now' | 'over'>('not-yet');
  const myZone = useBook((state) => state.settings.timeZone);
  const { startsAt, endsAt, timeZone, movedFrom, isSkipped } = coming;
  const ref = { call: coming.callId, occurrence: coming.occurrence };
  const isElsewhere = showTime(startsAt, timeZone) !== showTime(startsAt, myZone);
  return (
    <li className={classes.row} data-skipped={isSkipped || undefined}>
      <span className={classes.day}>{showShortDay(startsAt, myZone)}</span>
      <span className={classes.time}>
        {showTime(startsAt, myZone)} – {showTime(endsAt, myZone)}
      </span>
      {moving === 'now' ? (
        <MoveForm occurrence={coming} onClose={() => setMoving('over')} />
      ) : (
        <>
          <span className={classes.note}>
            {isSkipped && t('clients.skipped')}
            {movedFrom &&
              t('clients.movedFrom', { time: `${showShortDay(movedFrom, myZone)}, ${showTime(movedFrom, myZone)}` })}
            {!isSkipped &&
              !movedFrom &&
              isElsewhere &&
              t('clients.theirTime', { time: showTime(startsAt, timeZone), zone: showZone(timeZone) })}
          </span>
          <span className={classes.buttons}>
            {isSkipped || movedFrom ? (
              <Button kind="plain" onClick={() => act('call.keep', ref)}>
                {t('clients.keepIt')}
              </Button>
            ) : (
              <Button kind="plain" onClick={() => act('call.skip', ref)}>
                {t('clients.skip')}
              </Button>
            )}
            {!isSkipped && (
              <Button kind="plain" autoFocus={moving === 'over'} onClick={() => setMoving('now')}>
                {t('clients.move')}
              </Button>
            )}
          </span>
        </>
      )}
    </li>
  );
}

function MoveForm({ occurrence, onClose }: { occurrence: Occurrence; onClose: () => void }) {
  const { t } = useTranslation();
  const { callId, startsAt, timeZone } = occurrence;
  // Moved in the call's own zone, which is the one the exception is kept in.
  const [to, setTo] = useState(startsAt.toZonedDateTimeISO(timeZone).toPlainDateTime().toString().slice(0, 16));
  const [problem, setProblem] = useState<Problem>();

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (to === '') return setProblem({ code: 'invalid', message: t('call.timeWrong'), field: 'to' });
    const reply = await attempt('call.move', { call: callId, occurrence: occurrence.occurrence, to });
    if (reply.ok) onClose();
    else setProblem(reply.problem);
  }

  return (
    <form className={classes.move} onSubmit={submit} data-fields="stacked" noValidate onKeyDown={leaveWith(onClose)}>
      <TextInput
        type="datetime-local"
        autoFocus
        aria-label={`${t('clients.moveTo')} (${showZone(timeZone)})`}
        value={to}
        error={problem && wordAtField(problem)}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <Button type="submit">{t('clients.moveDo')}</Button>
      <Button kind="plain" onClick={onClose}>
        {t('shared.cancel')}
      </Button>
    </form>
  );
}
