import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Calendar, Reading } from '../../../electron/core/model/calendar';
import { Button } from '../../shared/button';
import { ProblemLine } from '../../shared/problem-line';
import { useDraft } from '../../shared/use-draft';
import { act, attempt } from '../../state/act';
import { useBook } from '../../state/use-book';
import { useNow } from '../../state/use-now';
import { wordCalendarState, wordSource } from './calendar-state';
import classes from './calendars-section.module.css';

/** One calendar: how it stands, what went wrong, whether it makes me busy. */
export function CalendarRow({ calendar }: { calendar: Calendar }) {
  const { t } = useTranslation();
  const now = useNow();
  const timeZone = useBook((state) => state.settings.timeZone);
  const reading = useBook((state) => state.readings[calendar.id]);
  const [isReading, setReading] = useState(false);
  const { id, name, source, isBusy } = calendar;

  async function refresh(): Promise<void> {
    if (isReading) return;
    setReading(true);
    await act('calendar.refresh', { calendar: id });
    setReading(false);
  }

  return (
    <li className={classes.calendar}>
      <div className={classes.head}>
        <CalendarName calendar={calendar} />
        <label className={classes.busy}>
          <input
            type="checkbox"
            checked={isBusy}
            onChange={(event) => act('calendar.set', { calendar: id, isBusy: event.currentTarget.checked })}
          />
          {t('calendars.isBusy')}
        </label>
      </div>
      <p className={classes.facts} role="status">
        {isReading ? t('calendars.reading') : wordCalendarState(calendar, reading, now, timeZone)}
      </p>
      <p className={classes.source} title={wordSource(source)}>
        {wordSource(source)}
      </p>
      {reading?.problem && <ProblemLine problem={reading.problem} />}
      <div className={classes.actions}>
        {source.kind !== 'import' && (
          <Button kind="plain" aria-disabled={isReading} onClick={refresh}>
            {t(reading?.problem ? 'calendars.tryAgain' : 'calendars.readNow')}
          </Button>
        )}
        <Button
          kind="plain"
          aria-label={t('calendars.remove', { name })}
          onClick={() => act('calendar.remove', { calendar: id })}
        >
          {t('shared.remove')}
        </Button>
      </div>
      {reading && <Refused reading={reading} />}
    </li>
  );
}

/** The name, to be written over. */
function CalendarName({ calendar }: { calendar: Calendar }) {
  const { t } = useTranslation();
  const { error, ...field } = useDraft(calendar.name, async (name) => {
    const reply = await attempt('calendar.set', { calendar: calendar.id, name });
    return reply.ok ? undefined : reply.problem;
  });
  return (
    <span className={classes.naming}>
      <input {...field} className={classes.name} aria-label={t('calendars.name')} aria-invalid={Boolean(error)} />
      {error && (
        <span className={classes.error} role="alert">
          {error}
        </span>
      )}
    </span>
  );
}

/** What could not be read of it, line by line, when somebody wants to know. */
function Refused({ reading }: { reading: Reading }) {
  const { t } = useTranslation();
  const { refused } = reading;
  if (refused.length === 0) return null;
  return (
    <details className={classes.refused}>
      <summary>{t('calendars.refused', { count: refused.length })}</summary>
      <ul>
        {refused.map(({ line, reason }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list that never changes, of lines that may say the same
          <li key={index}>
            <span>{line === undefined ? '' : t('calendars.line', { line })}</span>
            <span>{reason}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
