import { Temporal } from 'temporal-polyfill';
import { occurrencesBetween } from '../../electron/core/calls/occurrences';
import { dayOf, startOfDay, weekOf } from '../../electron/core/days';
import { showDate } from '../shared/show-time';
import { nameWeekday } from '../shared/weekdays';
import { useBook } from '../state/use-book';
import { useNow } from '../state/use-now';
import classes from './small-week.module.css';

const FRIDAY = 5;

/** This week in one line: today in ink, Friday warm, a mark for each standing call. A picture; the week view says it. */
export function SmallWeek() {
  const now = useNow();
  const { timeZone, weekStartsOn } = useBook((state) => state.settings);
  const calls = useBook((state) => state.calls);
  const today = dayOf(now, timeZone);
  const first = weekOf(today, weekStartsOn);
  const occurrences = occurrencesBetween(
    calls,
    startOfDay(first, timeZone),
    startOfDay(first.add({ days: 7 }), timeZone),
  );
  return (
    <div className={classes.week} role="img" aria-label={showDate(today, 'long')}>
      {Array.from({ length: 7 }, (_, index) => {
        const day = first.add({ days: index });
        const count = occurrences.filter((each) => dayOf(each.startsAt, timeZone).equals(day)).length;
        return (
          <span
            key={day.toString()}
            className={classes.day}
            data-today={day.equals(today) || undefined}
            data-past={Temporal.PlainDate.compare(day, today) < 0 || undefined}
            data-friday={day.dayOfWeek === FRIDAY || undefined}
          >
            <span className={classes.name}>{nameWeekday(day.dayOfWeek, 'narrow')}</span>
            <span className={classes.number}>{day.day}</span>
            <span className={classes.calls} data-count={Math.min(count, 3)} />
          </span>
        );
      })}
    </div>
  );
}
