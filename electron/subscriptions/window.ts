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
  /** My own addresses: what I declined under them does not make me busy. */
  myEmails?: string[];
}

/** The days for which events are expanded, mine, the last not included; and as who I am they are read. */
export function windowAt(now: Temporal.Instant, { timeZone, myEmails }: Settings): Window {
  const today = dayOf(now, timeZone);
  return {
    timeZone,
    from: today.subtract({ days: DAYS_BACK }).toString(),
    to: today.add({ days: DAYS_AHEAD }).toString(),
    ...(myEmails?.length && { myEmails }),
  };
}

/** Whether a reading was made for other days than those of now, in another zone, or before my addresses were these. */
export function isOutdated(
  { from, timeZone, myEmails = [] }: Pick<Reading, 'from' | 'timeZone' | 'myEmails'>,
  wanted: Window,
): boolean {
  const days = Temporal.PlainDate.from(from).until(wanted.from).days;
  const hasMyEmails = myEmails.join('\n') === (wanted.myEmails ?? []).join('\n');
  return timeZone !== wanted.timeZone || !hasMyEmails || Math.abs(days) > DAYS_LATE;
}

/** When a reading that is in order will be outdated, as time goes by. */
export function outdatedAt(now: Temporal.Instant): Temporal.Instant {
  return now.add({ hours: (DAYS_LATE + 1) * 24 });
}
