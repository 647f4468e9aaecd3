import type { Temporal } from 'temporal-polyfill';
import { dayOf } from '../core/days';

const DAYS_WITHOUT_DATE = 7;
const formats = new Map<string, Intl.DateTimeFormat>();

function format(instant: Temporal.Instant, locale: string, options: Intl.DateTimeFormatOptions): string {
  const key = JSON.stringify([locale, options]);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, known);
  return known.format(instant.epochMilliseconds);
}

/** `10:00` */
export function showTime(instant: Temporal.Instant, timeZone: string, locale: string): string {
  return format(instant, locale, { timeZone, hour: 'numeric', minute: '2-digit' });
}

/** `Fri` within the coming week, else `Fri 4 Dec`; with `long` lengths `Friday` or `Friday 4 December`. */
export function showDay(
  instant: Temporal.Instant,
  now: Temporal.Instant,
  timeZone: string,
  locale: string,
  length: 'short' | 'long' = 'short',
): string {
  const isNear = isWithinWeek(instant, now, timeZone);
  return format(instant, locale, { timeZone, weekday: length, ...(!isNear && { day: 'numeric', month: length }) });
}

/** Whether the weekday alone says which day is meant. */
export function isWithinWeek(instant: Temporal.Instant, now: Temporal.Instant, timeZone: string): boolean {
  const days = dayOf(now, timeZone).until(dayOf(instant, timeZone)).days;
  return days >= 0 && days < DAYS_WITHOUT_DATE;
}
