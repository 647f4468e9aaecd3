import { Temporal } from 'temporal-polyfill';
import { atLocal, dayOf } from '../../core/days';

export interface Clock {
  hour: number;
  minute: number;
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const WEEKDAY = '(mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)';
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = `((?:${MONTHS.join('|')})[a-z]{0,6})\\.?`;

/** "17:45", "17.45", "4:10pm", "4pm": four groups. */
export const CLOCK = '(?:([01]?\\d|2[0-3])[:.]([0-5]\\d) ?(am|pm)?|(1[0-2]|[1-9]) ?(am|pm))';
/** "yesterday", "on monday", "last friday": one group. */
export const DAY_BEFORE = `(yesterday|(?:on|last) ${WEEKDAY.replace('(', '(?:')})(?: (?:morning|afternoon|evening))?`;

/** The clock of the groups of {@link CLOCK}; `undefined` when there is none, such as at 13:00 pm. */
export function toClock(groups: readonly (string | undefined)[]): Clock | undefined {
  const [hours, minutes, half = groups[4], plain] = groups;
  const hour = Number(hours ?? plain ?? Number.NaN);
  if (Number.isNaN(hour)) return undefined;
  const isPm = half?.toLowerCase() === 'pm';
  if (half !== undefined && hour > 12) return { hour, minute: Number(minutes ?? 0) };
  return { hour: half === undefined ? hour : (hour % 12) + (isPm ? 12 : 0), minute: Number(minutes ?? 0) };
}

/** The instant of a contact: on a day that is over, or today; a time still to come today was yesterday's. */
export function placeContact(
  clock: Clock | undefined,
  dayBefore: string | undefined,
  now: Temporal.Instant,
  timeZone: string,
): Temporal.Instant {
  const today = dayOf(now, timeZone);
  const local = now.toZonedDateTimeISO(timeZone).toPlainTime();
  const time = clock ? Temporal.PlainTime.from(clock) : local;
  const at = (day: Temporal.PlainDate) =>
    clock
      ? atLocal(day.toPlainDateTime(time), timeZone)
      : now.toZonedDateTimeISO(timeZone).with({ year: day.year, month: day.month, day: day.day }).toInstant();
  if (dayBefore !== undefined) {
    if (dayBefore === 'yesterday') return at(today.subtract({ days: 1 }));
    return at(today.subtract({ days: (today.dayOfWeek - weekdayOf(dayBefore.replace(/^\w+ /, '')) + 7) % 7 || 7 }));
  }
  if (!clock) return now;
  const meant = at(today);
  return Temporal.Instant.compare(meant, now) > 0 ? at(today.subtract({ days: 1 })) : meant;
}

function weekdayOf(name: string): number {
  return WEEKDAYS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

const LEAD =
  '(?:needs?(?: (?:it|this|that))?(?: by| on| until| till)?|needed(?: by| on)?|due(?: by| on)?|before|by|deadline(?: is)?|until|till)';
/** With a colon or a half of the day: "3.12" is a date here. */
const HOUR = '(?:\\d{1,2}:\\d{2} ?(?:am|pm)?|(?:1[0-2]|[1-9]) ?(?:am|pm))';
const DAYTIME = `(?: (?:at )?(?:${HOUR}|noon|morning|afternoon|evening|eod|end of day|latest))?`;

/** "by thu", "needs it friday", "due 2026-12-01", "by end of week", "due 30 Nov": the words before a day and the day. */
export const NEED_BY = `(?<!\\b(?:wait|wait it|waits|away|out|off|vacation|leave|holiday) )${LEAD} (?:the )?(?:(today|eod|end of (?:the )?day|tonight|noon|${HOUR})|(tomorrow)|(eow|end of (?:the |this )?week)|(eom|end of (?:the |this )?month)|(next )?${WEEKDAY}|(\\d{4}-\\d{2}-\\d{2})|(\\d{1,2})(?:st|nd|rd|th|\\.)? (?:of )?${MONTH}|${MONTH} (\\d{1,2})(?:st|nd|rd|th)?|(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})?|(\\d{1,2})\\/(\\d{1,2}))${DAYTIME}`;

/** The day of the groups of {@link NEED_BY}, from today on; `undefined` for a day no calendar has. */
export function toNeededBy(groups: readonly (string | undefined)[], today: Temporal.PlainDate): string | undefined {
  const [
    isToday,
    isTomorrow,
    isWeekEnd,
    isMonthEnd,
    isNext,
    weekday,
    iso,
    dayBefore,
    monthAfter,
    monthBefore,
    dayAfter,
    dotDay,
    dotMonth,
    dotYear,
    slashFirst,
    slashSecond,
  ] = groups;
  if (isToday) return today.toString();
  if (isTomorrow) return today.add({ days: 1 }).toString();
  if (isWeekEnd) return today.add({ days: (5 - today.dayOfWeek + 7) % 7 }).toString();
  if (isMonthEnd) return today.with({ day: today.daysInMonth }).toString();
  if (weekday) {
    const ahead = (weekdayOf(weekday) - today.dayOfWeek + 7) % 7;
    // "next friday" is the one of next week, whatever today is.
    const nextWeek = 7 - today.dayOfWeek + weekdayOf(weekday);
    return today.add({ days: isNext ? nextWeek : ahead }).toString();
  }
  if (iso) return dayFrom(() => Temporal.PlainDate.from(iso, { overflow: 'reject' }));
  const name = (monthAfter ?? monthBefore)?.slice(0, 3).toLowerCase();
  // "25/11" and "11/25" can mean one day only; "3/4" can mean two, and is not guessed.
  const slashed = [Number(slashFirst), Number(slashSecond)].toSorted((a, b) => a - b);
  if (slashFirst !== undefined && Math.max(...slashed) < 13 && slashFirst !== slashSecond) return undefined;
  const [slashMonth, slashDay] = slashed;
  const month = name === undefined ? Number(dotMonth ?? slashMonth) : MONTHS.indexOf(name) + 1;
  const day = Number(dayBefore ?? dayAfter ?? dotDay ?? slashDay);
  if (dotYear)
    return dayFrom(() => Temporal.PlainDate.from({ year: Number(dotYear), month, day }, { overflow: 'reject' }));
  const inYear = (year: number) => dayFrom(() => Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }));
  const thisYear = inYear(today.year);
  return thisYear !== undefined && thisYear >= today.toString() ? thisYear : inYear(today.year + 1);
}

function dayFrom(make: () => Temporal.PlainDate): string | undefined {
  try {
    return make().toString();
  } catch {
    return undefined;
  }
}
