import type { Temporal } from 'temporal-polyfill';
import { atTimeOfDay, dayOf, isBefore } from '../days';
import { type WorkingTime, workingHoursOn } from './working-time';

/** How far ahead a working day is looked for: past any leave. */
const DAYS_AHEAD = 60;

/** When the next working day ends that has not ended yet; `undefined` when nothing is worked for two months. */
export function nextDayEnd(when: WorkingTime, now: Temporal.Instant): Temporal.Instant | undefined {
  const { timeZone } = when.settings;
  const today = dayOf(now, timeZone);
  for (let offset = 0; offset <= DAYS_AHEAD; offset++) {
    const day = today.add({ days: offset });
    const last = workingHoursOn(when, day)
      .map(({ to }) => to)
      .sort()
      .at(-1);
    const end = last === undefined ? undefined : atTimeOfDay(day, last, timeZone);
    if (end && isBefore(now, end)) return end;
  }
  return undefined;
}
