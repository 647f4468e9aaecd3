import { Temporal } from 'temporal-polyfill';
import { dayOf } from '../core/days';
import type { Reading } from '../core/model/calendar';
import type { Settings } from '../core/model/settings';

const DAYS_BACK = 60;
const DAYS_AHEAD = 400;
/** So far the days may move on before everything is expanded anew. */
const DAYS_LATE = 7;

export interface Window {
  timeZone: string;
  from: string;
  to: string;
}

/** The days for which events are expanded: mine, the last not included. */
export function windowAt(now: Temporal.Instant, { timeZone }: Settings): Window {
  const today = dayOf(now, timeZone);
  return {
    timeZone,
    from: today.subtract({ days: DAYS_BACK }).toString(),
    to: today.add({ days: DAYS_AHEAD }).toString(),
  };
}

/** Whether a reading was made for other days than those of now, or in another zone. */
export function isOutdated({ from, timeZone }: Pick<Reading, 'from' | 'timeZone'>, wanted: Window): boolean {
  const days = Temporal.PlainDate.from(from).until(wanted.from).days;
  return timeZone !== wanted.timeZone || Math.abs(days) > DAYS_LATE;
}

/** When a reading that is in order will be outdated, as time goes by. */
export function outdatedAt(now: Temporal.Instant): Temporal.Instant {
  return now.add({ hours: (DAYS_LATE + 1) * 24 });
}
