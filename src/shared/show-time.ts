import i18next from 'i18next';
import { Temporal } from 'temporal-polyfill';
import { dayOf } from '../../electron/core/days';
import { readLocale } from '../words/i18n';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(instant: Temporal.Instant | string, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  const locale = readLocale();
  const key = JSON.stringify([locale, timeZone, options]);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone });
  formats.set(key, known);
  return known.format(Temporal.Instant.from(instant).epochMilliseconds);
}

/** `11:20` */
export function showTime(instant: Temporal.Instant | string, timeZone: string): string {
  return format(instant, timeZone, { hour: 'numeric', minute: '2-digit' });
}

/** A time of day without a zone, as it stands on a clock: `11:20`. */
export function showClock(time: Temporal.PlainTime | string): string {
  return Temporal.PlainTime.from(time).toLocaleString(readLocale(), { hour: 'numeric', minute: '2-digit' });
}

/** `Friday 27 November` */
export function showDay(instant: Temporal.Instant | string, timeZone: string): string {
  return format(instant, timeZone, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** `Fri 27 Nov` */
export function showShortDay(instant: Temporal.Instant | string, timeZone: string): string {
  return format(instant, timeZone, { weekday: 'short', day: 'numeric', month: 'short' });
}

/** A day without a zone: `Fri 27 Nov`, or `Friday 27 November`. */
export function showDate(date: Temporal.PlainDate | string, length: 'short' | 'long' = 'short'): string {
  return Temporal.PlainDate.from(date).toLocaleString(readLocale(), { weekday: length, day: 'numeric', month: length });
}

/** The day as one speaks of it: `Today`, `Tomorrow`, `Friday` within the week, else `Fri 4 Dec`. */
export function showNearDay(instant: Temporal.Instant | string, now: Temporal.Instant, timeZone: string): string {
  const days = dayOf(now, timeZone).until(dayOf(instant, timeZone)).days;
  if (days === 0) return i18next.t('time.today');
  if (days === 1) return i18next.t('time.tomorrow');
  if (days === -1) return i18next.t('time.yesterday');
  if (days > 0 && days < 7) return format(instant, timeZone, { weekday: 'long' });
  return showShortDay(instant, timeZone);
}

/** `25 min`, `1 h 30 min` */
export function showLength(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = Math.round(minutes % 60);
  if (hours === 0) return i18next.t('time.minutes', { count: rest });
  if (rest === 0) return i18next.t('time.hours', { count: hours });
  return i18next.t('time.hoursMinutes', { hours, minutes: rest });
}

/** A zone as people name it: `Vienna` for `Europe/Vienna`. */
export function showZone(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}
