import { useTranslation } from 'react-i18next';
import { availabilityAt } from '../../electron/core/availability';
import { occurrencesBetween } from '../../electron/core/calls/occurrences';
import { wordMomentInside } from '../shared/request/word-request';
import { showTime } from '../shared/show-time';
import { useBook } from '../state/use-book';
import { useNow } from '../state/use-now';
import classes from './now-line.module.css';

/** How things stand now, in words and colour: "Free until 10:00", "In a call with Globex until 11:00". */
export function NowLine() {
  const { t } = useTranslation();
  const now = useNow();
  const state = useBook((each) => each);
  const { settings, calls, clients } = state;
  const { now: status, until } = availabilityAt(state, now);

  const running = status === 'call' ? occurrencesBetween(calls, now, now.add({ minutes: 1 }))[0] : undefined;
  const client = running && clients.find((each) => each.id === running.clientId)?.name;
  const zone = settings.timeZone;
  const isToday = until && until.since(now).total('hours') < 12;
  const time = until && (isToday ? showTime(until, zone) : wordMomentInside(until, now, zone));
  return (
    <p className={classes.now} data-now={status} role="status">
      <span className={classes.state}>{client ? t('now.callWith', { client }) : t(`now.${status}`)}</span>
      {time && <span className={classes.until}>{t('now.until', { time })}</span>}
    </p>
  );
}
