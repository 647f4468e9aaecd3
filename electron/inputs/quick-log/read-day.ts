import { Temporal } from 'temporal-polyfill';
import { anyOf, monthOf, weekdayOf } from './words';

/** The groups that the patterns of days have. */
export type DayGroups = Partial<Record<string, string>>;

/** With a colon or a half of the day: "3.12" is a date here. */
const HOUR = '(?:\\d{1,2}:\\d{2} ?(?:am|pm)?|(?:1[0-2]|[1-9]) ?(?:am|pm)|\\d{1,2} uhr)';
const AT = anyOf(({ clock }) => clock.at);
const DAYTIME = `(?: (?:(?:${AT}) )?(?:${HOUR}|${anyOf(({ days }) => days.by)}))?`;

const WEEKDAY = `(?<weekday>${anyOf(({ days }) => days.weekdays.flat())})`;
const NEXT_WEEK = anyOf(({ days }) => days.nextWeek);
const MONTH = anyOf(({ days }) => days.months.flat());
const DATE_WORD = anyOf(({ days }) => days.dateWord);

const NAMED = [
  `(?<today>${anyOf(({ days }) => [...days.today, ...days.endOfDay])}|${HOUR})`,
  `(?<afterTomorrow>${anyOf(({ days }) => days.afterTomorrow)})`,
  `(?<tomorrow>${anyOf(({ days }) => days.tomorrow)})`,
  `(?<nextWeekEnd>${anyOf(({ days }) => days.endOfNextWeek)})`,
  `(?<weekEnd>${anyOf(({ days }) => days.endOfWeek)})`,
  `(?<monthEnd>${anyOf(({ days }) => days.endOfMonth)})`,
  `(?:(?<next>${anyOf(({ days }) => days.next)}) )?${WEEKDAY}\\.?(?: (?<nextWeek>${NEXT_WEEK}))?`,
];
const DATES = [
  '(?<iso>\\d{4}-\\d{2}-\\d{2})',
  `(?:(?:${DATE_WORD}) )?(?<dayBefore>\\d{1,2})(?:st|nd|rd|th|\\.)? (?:of )?(?<monthAfter>${MONTH})\\.?`,
  `(?<monthBefore>${MONTH})\\.? (?<dayAfter>\\d{1,2})(?:st|nd|rd|th)?`,
  '(?<dotDay>\\d{1,2})\\. ?(?<dotMonth>\\d{1,2})\\.(?: ?(?<dotYear>\\d{4}))?',
  `(?:(?<dayFirst>${DATE_WORD}) )?(?<slashFirst>\\d{1,2})\\/(?<slashSecond>\\d{1,2})(?:\\/(?<slashYear>\\d{4}))?`,
];

/** A day by a name: "friday", "morgen", "konca týždňa", "thứ ba tuần sau". */
export const NAMED_DAY = `(?:${NAMED.join('|')})`;
/** A day by a name or a date, and perhaps a time of that day. */
export const DAY = `(?:the )?(?:${[...NAMED, ...DATES].join('|')})${DAYTIME}`;

/** The day that the groups name, from today on; `undefined` for a day no calendar has and for one that could be two. */
export function toDay(groups: DayGroups, today: Temporal.PlainDate): string | undefined {
  const inDays = (days: number) => today.add({ days }).toString();
  const toFriday = (5 - today.dayOfWeek + 7) % 7;
  if (groups.today) return today.toString();
  if (groups.tomorrow) return inDays(1);
  if (groups.afterTomorrow) return inDays(2);
  if (groups.weekEnd) return inDays(toFriday);
  if (groups.nextWeekEnd) return inDays(7 - today.dayOfWeek + 5);
  if (groups.monthEnd) return today.with({ day: today.daysInMonth }).toString();
  if (groups.weekday) {
    const weekday = weekdayOf(groups.weekday);
    // "next friday" is the one of next week, whatever today is.
    return inDays(groups.next || groups.nextWeek ? 7 - today.dayOfWeek + weekday : (weekday - today.dayOfWeek + 7) % 7);
  }
  if (groups.iso) return dayFrom(() => Temporal.PlainDate.from(groups.iso ?? '', { overflow: 'reject' }));
  return toDate(groups, today);
}

function toDate(groups: DayGroups, today: Temporal.PlainDate): string | undefined {
  const name = groups.monthAfter ?? groups.monthBefore;
  const slashed = slashedOf(groups);
  if (groups.slashFirst !== undefined && !slashed) return undefined;
  const month = name === undefined ? Number(groups.dotMonth ?? slashed?.month) : monthOf(name);
  const day = Number(groups.dayBefore ?? groups.dayAfter ?? groups.dotDay ?? slashed?.day);
  const year = groups.dotYear ?? groups.slashYear;
  const inYear = (of: number) =>
    dayFrom(() => Temporal.PlainDate.from({ year: of, month, day }, { overflow: 'reject' }));
  if (year !== undefined) return inYear(Number(year));
  const thisYear = inYear(today.year);
  return thisYear !== undefined && thisYear >= today.toString() ? thisYear : inYear(today.year + 1);
}

/** "25/11" and "11/25" can mean one day only; "3/4" can mean two, and is not guessed unless it says "ngày 3/4". */
function slashedOf({ dayFirst, slashFirst, slashSecond }: DayGroups): { day: number; month: number } | undefined {
  const [first, second] = [Number(slashFirst), Number(slashSecond)];
  if (dayFirst !== undefined || first > 12 || first === second) return { day: first, month: second };
  return second > 12 ? { day: second, month: first } : undefined;
}

function dayFrom(make: () => Temporal.PlainDate): string | undefined {
  try {
    return make().toString();
  } catch {
    return undefined;
  }
}
