import { readLocale } from '../words/i18n';

const DAY = 86_400_000;

/** Calendar days from now to a date, on the clock of the zone. */
export function daysUntil(date: Date, now: Date, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone });
  const midnight = (each: Date) => Date.parse(`${format.format(each)}T00:00:00Z`);
  return Math.round((midnight(date) - midnight(now)) / DAY);
}

/** `11:20`, on the clock of the zone. */
export function sayTime(date: Date, timeZone: string): string {
  return new Intl.DateTimeFormat(readLocale(), { hour: 'numeric', minute: '2-digit', timeZone }).format(date);
}

/** `Thu 26 Nov`, on the clock of the zone. */
export function sayDay(date: Date, timeZone: string): string {
  const options = { weekday: 'short', day: 'numeric', month: 'short', timeZone } as const;
  return new Intl.DateTimeFormat(readLocale(), options).format(date);
}

/** A moment as one says it shortly: `today 10:00`, `yesterday 17:05`, `Fri 10:00` within the week, else `4 Dec`. */
export function sayWhen(instant: string, now: Date, timeZone: string): string {
  const date = new Date(instant);
  const days = daysUntil(date, now, timeZone);
  const write = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(readLocale(), { ...options, timeZone }).format(date);
  const time = sayTime(date, timeZone);
  if (Math.abs(days) <= 1)
    return `${new Intl.RelativeTimeFormat(readLocale(), { numeric: 'auto' }).format(days, 'day')} ${time}`;
  if (days > -7 && days < 7) return `${write({ weekday: 'short' })} ${time}`;
  const isThisYear = date.getUTCFullYear() === now.getUTCFullYear();
  return write({ day: 'numeric', month: 'short', ...(!isThisYear && { year: 'numeric' }) });
}

/** A day without a zone, such as `2026-11-26`: `Thu 26 Nov`. */
export function sayDate(day: string): string {
  return sayDay(new Date(`${day}T12:00:00Z`), 'UTC');
}
