import { useTranslation } from 'react-i18next';
import { availabilityAt, nameState } from '../../electron/core/availability/now';
import { wordMomentInside } from '../shared/request/word-request';
import { showTime } from '../shared/show-time';
import { useBook } from '../state/use-book';
import { useNow } from '../state/use-now';
import classes from './now-line.module.css';

/** How things stand now, in words and colour: "Free until 10:00", "In a call with Globex until 11:00", "Day off until Mon 09:00". */
export function NowLine() {
  const { t } = useTranslation();
  const now = useNow();
  const state = useBook((each) => each);
  const availability = availabilityAt(state, now);
  const { now: status, until, why } = availability;
  const zone = state.settings.timeZone;
  const isToday = until && until.since(now).total('hours') < 12;
  const time = until && (isToday ? showTime(until, zone) : wordMomentInside(until, now, zone));
  return (
    <p className={classes.now} data-now={status} role="status">
      <span className={classes.state} title={why && why.kind !== 'call' ? why.name : undefined}>
        {why?.kind === 'call' && why.name
          ? t('now.callWith', { client: why.name })
          : t(`now.${nameState(availability)}`)}
      </span>
      {time && <span className={classes.until}>{t('now.until', { time })}</span>}
    </p>
  );
}
