import { useTranslation } from 'react-i18next';
import { availabilityAt } from '../../../electron/core/availability/now';
import { dayOf } from '../../../electron/core/days';
import { Section } from '../../shared/page';
import { wordMomentInside } from '../../shared/request/word-request';
import { showTime } from '../../shared/show-time';
import { StripLegend, StripPicture } from '../../shared/strip/strip-picture';
import { useBook } from '../../state/use-book';
import { useNow } from '../../state/use-now';
import classes from './availability.module.css';
import { stripOf } from './availability-strip';

const legend = ['work', 'call', 'callback', 'focus', 'busy', 'tentative', 'day-off', 'holiday'] as const;

/** When I can be reached this week: hours, what lies in them, and how things stand now. */
export function Availability() {
  const { t } = useTranslation();
  const state = useBook((each) => each);
  const now = useNow();
  const { timeZone } = state.settings;
  const today = dayOf(now, timeZone);
  const strip = stripOf(state, today);
  const { now: status, until } = availabilityAt(state, now);
  const isToday = until && dayOf(until, timeZone).equals(today);
  const time = until && (isToday ? showTime(until, timeZone) : wordMomentInside(until, now, timeZone));
  return (
    <Section
      title={t('load.availability')}
      line={
        <span className={classes.status} data-now={status}>
          <strong>{t(`now.${status}`)}</strong> {time && t('now.until', { time })}
        </span>
      }
    >
      <StripPicture {...strip} timeZone={timeZone} />
      <StripLegend days={strip.days} kinds={legend} />
    </Section>
  );
}
