import { dayNumberOf, toDayNumber, writeDayNumber } from '../wall-clock';
import { WEEKDAYS } from './rule-parts';

/**
 * Expands rules of the calendar (RFC 5545, 3.3.10) by counting days: a rule's days are those of each of its periods, a day,
 * a week, a month or a year, that meet all of its parts. Held equal to dateutil by a test. A tenth of the library's time,
 * which is left with weeks by their number in the year.
 */
const PARTS = new Set(
  'FREQ INTERVAL COUNT UNTIL WKST BYMONTH BYYEARDAY BYMONTHDAY BYDAY BYHOUR BYMINUTE BYSECOND BYSETPOS'.split(' '),
);

interface Day {
  number: number;
  year: number;
  month: number;
  date: number;
}

/** Whether {@link expandDays} can follow a rule. */
export function hasOnlyDays(parts: ReadonlyMap<string, string>): boolean {
  return [...parts.keys()].every((name) => PARTS.has(name));
}

/**
 * The local starts of a rule from one local time to another, both included. `until` is wall clock as well, with seconds;
 * times are `YYYY-MM-DDTHH:MM`.
 */
export function expandDays(
  parts: ReadonlyMap<string, string>,
  start: string,
  until: string | undefined,
  from: string,
  to: string,
): string[] {
  const first = readDay(start);
  const isMet = conditionOf(parts, first);
  const times = timesOf(parts, start.slice(11));
  const positions = numbersOf(parts, 'BYSETPOS');
  const count = Number(parts.get('COUNT') ?? Number.POSITIVE_INFINITY);
  const periods = periodsOf(parts, first);
  const lastDay = readDay(to).number;
  // With COUNT they are counted from the first.
  let index = parts.has('COUNT') ? 0 : Math.max(0, periods.indexBefore(readDay(from)));
  const found: string[] = [];
  let counted = 0;
  for (let days = periods.at(index); days[0] && days[0].number <= lastDay; days = periods.at(++index)) {
    const met = days.filter(isMet).flatMap(({ number }) => times.map((time) => `${writeDayNumber(number)}T${time}`));
    for (const local of positions ? pick(met, positions) : met) {
      if (local < start) continue;
      if (until !== undefined && `${local}:00` > until) return found;
      counted += 1;
      if (counted > count) return found;
      if (local >= from && local <= to) found.push(local);
    }
  }
  return found;
}

interface Periods {
  at: (index: number) => Day[];
  /** A period that is certainly before what there is on a day. */
  indexBefore: (day: Day) => number;
}

/** The periods that a rule goes through, from the one that holds its first day; each gives its days in order. */
function periodsOf(parts: ReadonlyMap<string, string>, first: Day): Periods {
  const interval = Number(parts.get('INTERVAL') ?? 1);
  const frequency = parts.get('FREQ');
  if (frequency === 'YEARLY') {
    return {
      at: (index) =>
        daysBetween(
          toDayNumber(first.year + index * interval, 1, 1),
          toDayNumber(first.year + index * interval + 1, 1, 1),
        ),
      indexBefore: (day) => Math.floor((day.year - first.year) / interval) - 1,
    };
  }
  if (frequency === 'MONTHLY') {
    const month = (index: number) => first.year * 12 + first.month - 1 + index * interval;
    const begin = (months: number) => toDayNumber(Math.floor(months / 12), (months % 12) + 1, 1);
    return {
      at: (index) => daysBetween(begin(month(index)), begin(month(index) + 1)),
      indexBefore: (day) => Math.floor((day.year * 12 + day.month - 1 - month(0)) / interval) - 1,
    };
  }
  const length = frequency === 'WEEKLY' ? 7 : 1;
  const weekStart = WEEKDAYS.indexOf(parts.get('WKST') ?? 'MO');
  const base = length === 7 ? first.number - ((weekdayOf(first.number) - weekStart + 7) % 7) : first.number;
  return {
    at: (index) => daysBetween(base + index * interval * length, base + index * interval * length + length),
    indexBefore: (day) => Math.floor((day.number - base) / (interval * length)) - 1,
  };
}

/** What a day has to meet: the parts of the rule, and what it leaves to its first day. */
function conditionOf(parts: ReadonlyMap<string, string>, first: Day): (day: Day) => boolean {
  const frequency = parts.get('FREQ');
  const isYearly = frequency === 'YEARLY';
  const months = numbersOf(parts, 'BYMONTH');
  const yearDays = numbersOf(parts, 'BYYEARDAY');
  const dates = numbersOf(parts, 'BYMONTHDAY');
  const weekdays = parts.get('BYDAY')?.split(',').map(readWeekday);
  const isBare = !yearDays && !dates && !weekdays;
  const ofMonth = frequency === 'MONTHLY' || months !== undefined;
  return (day) => {
    const { month, date } = day;
    if (months ? !months.includes(month) : isYearly && isBare && month !== first.month) return false;
    if (isBare && (isYearly || frequency === 'MONTHLY') && date !== first.date) return false;
    if (isBare && frequency === 'WEEKLY' && weekdayOf(day.number) !== weekdayOf(first.number)) return false;
    if (yearDays && !yearDays.some((each) => isDayOfYear(day, each))) return false;
    if (dates && !dates.some((each) => each === date || each === date - lengthOfMonth(day) - 1)) return false;
    return !weekdays || weekdays.some((each) => isWeekday(day, each, ofMonth));
  };
}

/** Counted from the first of January, or by a negative number from New Year's Eve. */
function isDayOfYear({ number, year }: Day, nth: number): boolean {
  return number === (nth > 0 ? toDayNumber(year, 1, nth) : toDayNumber(year + 1, 1, 1 + nth));
}

interface Weekday {
  weekday: number;
  /** The first, second or, counted from the end, the last of the month or year; 0 for all. */
  nth: number;
}

function readWeekday(text: string): Weekday {
  return { weekday: WEEKDAYS.indexOf(text.slice(-2)), nth: Number(text.slice(0, -2)) };
}

function isWeekday(day: Day, { weekday, nth }: Weekday, ofMonth: boolean): boolean {
  if (weekdayOf(day.number) !== weekday) return false;
  if (nth === 0) return true;
  const begin = ofMonth ? day.number - day.date + 1 : toDayNumber(day.year, 1, 1);
  const end = ofMonth ? begin + lengthOfMonth(day) : toDayNumber(day.year + 1, 1, 1);
  const weeks = nth > 0 ? day.number - begin : end - 1 - day.number;
  return Math.floor(weeks / 7) + 1 === Math.abs(nth);
}

function timesOf(parts: ReadonlyMap<string, string>, time: string): string[] {
  const hours = numbersOf(parts, 'BYHOUR') ?? [Number(time.slice(0, 2))];
  const minutes = numbersOf(parts, 'BYMINUTE') ?? [Number(time.slice(3))];
  const pad = (number: number) => String(number).padStart(2, '0');
  return [...new Set(hours.flatMap((hour) => minutes.map((minute) => `${pad(hour)}:${pad(minute)}`)))].sort();
}

/** Those at the positions, counted from 1, or from the end by -1; each once and in order. */
function pick(met: readonly string[], positions: readonly number[]): string[] {
  const indexes = positions.map((position) => (position > 0 ? position - 1 : met.length + position));
  return met.filter((_, index) => indexes.includes(index));
}

function numbersOf(parts: ReadonlyMap<string, string>, name: string): number[] | undefined {
  return parts.get(name)?.split(',').map(Number);
}

function readDay(text: string): Day {
  // Whoever asks has checked that it is a day of the calendar.
  return toDay(dayNumberOf(text) ?? 0);
}

function toDay(number: number): Day {
  const text = writeDayNumber(number);
  return { number, year: Number(text.slice(0, 4)), month: Number(text.slice(5, 7)), date: Number(text.slice(8, 10)) };
}

function daysBetween(from: number, to: number): Day[] {
  const days: Day[] = [];
  for (let number = from, day = toDay(from); number < to; number++) {
    const follows = days.at(-1);
    // Only where a month ends is there anything to work out.
    day = follows && follows.date < 28 ? { ...follows, number, date: follows.date + 1 } : toDay(number);
    days.push(day);
  }
  return days;
}

function lengthOfMonth({ year, month }: Day): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === 2) return isLeap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** From 0 for Monday; the first of January 1970 was a Thursday. */
function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}
