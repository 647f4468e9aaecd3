import { Temporal } from 'temporal-polyfill';
import { atLocal } from '../../core/days';
import type { CalendarHead } from './components';
import { ianaZone } from './known-zones';
import { type Property, parameterOf } from './parse';
import type { ReadZone } from './zones';

/** A date or time of a calendar, where it stands on the clock of its zone. */
export interface When {
  /** `YYYY-MM-DDTHH:MM:SS`; a day stands at its midnight. */
  local: string;
  timeZone: string;
  isDate: boolean;
  /** Without a zone of its own (RFC 5545, 3.3.5): my time wherever I am. */
  isFloating: boolean;
  /** Why it can't repeat, when its zone is only known from the file: it was placed in UTC once. */
  placedOnce?: string;
}

/** How long something takes: days on the clock, and then exact milliseconds (RFC 5545, 3.3.6). */
export interface Length {
  days: number;
  milliseconds: number;
}

export interface TimeReader {
  myZone: string;
  readZone: ReadZone;
}

/**
 * One date or time as jCal writes it, in the zone that its property names. A floating time is mine; but where the
 * calendar says which zone it is kept in (X-WR-TIMEZONE), it is meant there, as Google Calendar does it. Apple's
 * programs write that line too and mean floating times to float.
 * @throws Error with the reason
 */
export function readWhen(value: unknown, property: Property, head: CalendarHead, reader: TimeReader): When {
  const text = typeof value === 'string' ? value : '';
  const [, date, time, utc] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)(Z?)|T::)?$/.exec(text) ?? [];
  const label = property.name.toUpperCase();
  if (date === undefined) throw new Error(`${label} is no date or time.`);
  const local = `${date}T${time ?? '00:00:00'}`;
  try {
    Temporal.PlainDateTime.from(local, { overflow: 'reject' });
  } catch {
    throw new Error(`${label} names ${local.replace('T', ' ')}, which no calendar has.`);
  }
  if (time === undefined) return { local, timeZone: reader.myZone, isDate: true, isFloating: true };
  if (utc === 'Z') return { local, timeZone: 'UTC', isDate: false, isFloating: false };
  const tzid = parameterOf(property, 'tzid').trim();
  if (tzid === '') {
    const kept = /apple/i.test(head.program) ? undefined : ianaZone(head.timeZone ?? '');
    return { local, timeZone: kept ?? reader.myZone, isDate: false, isFloating: kept === undefined };
  }
  const zone = reader.readZone(tzid, head);
  if (zone.kind === 'unknown') throw new Error(zone.reason);
  if (zone.kind === 'known') return { local, timeZone: zone.timeZone, isDate: false, isFloating: false };
  return {
    local: new Date(zone.place(local)).toISOString().slice(0, 19),
    timeZone: 'UTC',
    isDate: false,
    isFloating: false,
    placedOnce: `No known time zone keeps the times of "${tzid}", so that what repeats in it can not be followed.`,
  };
}

/** Milliseconds since 1970. */
export function instantOf(when: Pick<When, 'local' | 'timeZone'>): number {
  if (when.timeZone === 'UTC') return Date.parse(`${when.local}Z`);
  const local = when.local.endsWith(':00') ? when.local.slice(0, 16) : when.local;
  return atLocal(local, when.timeZone).epochMilliseconds;
}

/** What the clock of a zone shows at an instant: `YYYY-MM-DDTHH:MM`. */
export function localAt(instant: number, timeZone: string): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
  return zoned.toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** Begin and end in milliseconds since 1970 of something that begins then. */
export function spanOf(start: Pick<When, 'local' | 'timeZone'>, length: Length): { from: number; to: number } {
  const from = instantOf(start);
  const end =
    length.days === 0 ? from : instantOf({ local: addDays(start.local, length.days), timeZone: start.timeZone });
  return { from, to: end + length.milliseconds };
}

/** A local time some days later. */
export function addDays(local: string, days: number): string {
  return new Date(Date.parse(`${local.length === 16 ? `${local}:00` : local}Z`) + days * DAY)
    .toISOString()
    .slice(0, local.length);
}

export const DAY = 86_400_000;
const LONGEST_DAYS = 36_600;

/** A DURATION; `undefined` when it is none. */
export function readDuration(text: string): (Length & { isNegative: boolean }) | undefined {
  const match = /^([+-]?)P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?$/i.exec(
    text,
  );
  if (!match || !/\d/.test(text)) return undefined;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(2).map((part) => Number(part ?? 0));
  const length = { days: weeks * 7 + days, milliseconds: ((hours * 60 + minutes) * 60 + seconds) * 1000 };
  const isLong = length.days > LONGEST_DAYS || length.milliseconds > LONGEST_DAYS * DAY;
  return isLong ? undefined : { ...length, isNegative: match[1] === '-' && length.days + length.milliseconds > 0 };
}

/** How long it is from one time to a later one; days for days. Negative lengths come out negative. */
export function lengthBetween(start: When, end: When): Length {
  if (!start.isDate) return { days: 0, milliseconds: instantOf(end) - instantOf(start) };
  const days = (Date.parse(`${end.local}Z`) - Date.parse(`${start.local}Z`)) / DAY;
  return { days: Math.ceil(days), milliseconds: 0 };
}
