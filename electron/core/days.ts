import { Temporal } from 'temporal-polyfill';
import { findSteadyOffset } from './steady-offset';
import { readWallClock } from './wall-clock';

/** The calendar day of an instant in a zone. */
export function dayOf(instant: Temporal.Instant | string, timeZone: string): Temporal.PlainDate {
  const at = typeof instant === 'string' ? Temporal.Instant.from(instant) : instant;
  // A change of the zone's offset is farther away than any offset is long, so UTC will do to look for one.
  const offset = findSteadyOffset(timeZone, at.epochMilliseconds);
  if (offset === undefined) return at.toZonedDateTimeISO(timeZone).toPlainDate();
  return plainDateOf(Math.floor((at.epochMilliseconds + offset) / DAY_MS));
}

const DAY_MS = 86_400_000;
/** Days of some years; asked for by the thousand. */
const DAYS_KEPT = 4000;
const plainDates = new Map<number, Temporal.PlainDate>();

/** The day of that number, from 0 for the first of January 1970. */
function plainDateOf(number: number): Temporal.PlainDate {
  let date = plainDates.get(number);
  if (!date) {
    date = new Temporal.PlainDate(1970, 1, 1).add({ days: number });
    if (plainDates.size >= DAYS_KEPT) plainDates.clear();
    plainDates.set(number, date);
  }
  return date;
}

/** First day of the week that holds the day; `weekStartsOn` is an ISO weekday (1 Monday to 7 Sunday). */
export function weekOf(day: Temporal.PlainDate, weekStartsOn: number): Temporal.PlainDate {
  return day.subtract({ days: (day.dayOfWeek - weekStartsOn + 7) % 7 });
}

/** The first instant of a day in a zone; a day that begins in a DST gap begins where the gap ends. */
export function startOfDay(day: Temporal.PlainDate, timeZone: string): Temporal.Instant {
  return day.toZonedDateTime({ timeZone }).toInstant();
}

/**
 * A wall-clock time in a zone as an instant. Inside a DST gap the time moves forward by the gap, in an overlap the
 * first of the two is meant (RFC 5545, 3.3.5).
 */
export function atLocal(local: string | Temporal.PlainDateTime, timeZone: string): Temporal.Instant {
  const wallClock = typeof local === 'string' ? readWallClock(local) : undefined;
  const offset = wallClock === undefined ? undefined : findSteadyOffset(timeZone, wallClock);
  if (wallClock !== undefined && offset !== undefined)
    return Temporal.Instant.fromEpochMilliseconds(wallClock - offset);
  return Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone, { disambiguation: 'compatible' }).toInstant();
}

/** A time of day (`HH:MM`, up to `24:00`) of a day in a zone as an instant. */
export function atTimeOfDay(day: Temporal.PlainDate, time: string, timeZone: string): Temporal.Instant {
  if (time === '24:00') return startOfDay(day.add({ days: 1 }), timeZone);
  return atLocal(`${day.toString()}T${time}`, timeZone);
}

/** UTC month of an instant, `YYYY-MM`: the name of its history file. */
export function monthOf(instant: string): string {
  return Temporal.Instant.from(instant).toString().slice(0, 7);
}

/** Whether the first instant is before the second. */
export function isBefore(first: Temporal.Instant, second: Temporal.Instant): boolean {
  return first.epochMilliseconds < second.epochMilliseconds;
}

/** Whole minutes from one instant to another; negative when the second is earlier. */
export function minutesBetween(from: Temporal.Instant, to: Temporal.Instant): number {
  return Math.round((to.epochMilliseconds - from.epochMilliseconds) / 60_000);
}

/** An instant written with the offset of a zone, to the second: `2026-11-27T10:00:00+01:00`. */
export function withOffset(instant: Temporal.Instant | string, timeZone: string): string {
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO(timeZone)
    .toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

/** Made once, for it takes long; a wall clock is formatted as if in UTC, so that only Temporal knows of zones. */
const LONG_DAY = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });

/** A day in English words, for logs and the command line: `Friday 27 November`. */
export function sayDay(day: Temporal.PlainDate | string): string {
  return LONG_DAY.format(Temporal.PlainDate.from(day).toZonedDateTime('UTC').epochMilliseconds).replace(',', '');
}

/** A time in English words for logs and the command line: `Friday 27 November, 10:00`. */
export function sayTime(instant: Temporal.Instant, timeZone: string): string {
  const local = instant.toZonedDateTimeISO(timeZone);
  return `${sayDay(local.toPlainDate())}, ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}
