import { Temporal } from 'temporal-polyfill';
import { atLocal, dayOf } from '../../core/days';
import { fold } from '../../core/find';
import { MARKS } from './line';
import type { DayGroups } from './read-day';
import { anyOf, LANGUAGES, toHour, weekdayOf } from './words';

export interface Clock {
  hour: number;
  minute: number;
}

/** How many minutes after the full hour the clock shows, by the words before the hour's name. */
const SPOKEN_PARTS = [
  { group: 'halfTo', minutes: -30, pick: ({ clock }: (typeof LANGUAGES)[number]) => clock.halfTo },
  { group: 'halfPast', minutes: 30, pick: ({ clock }: (typeof LANGUAGES)[number]) => clock.halfPast },
  { group: 'quarterPast', minutes: 15, pick: ({ clock }: (typeof LANGUAGES)[number]) => clock.quarterPast },
  // "štvrť na deväť" is a quarter past eight.
  { group: 'quarterOf', minutes: -45, pick: ({ clock }: (typeof LANGUAGES)[number]) => clock.quarterOf },
  { group: 'quarterTo', minutes: -15, pick: ({ clock }: (typeof LANGUAGES)[number]) => clock.quarterTo },
];
/** Who says "half past four" without more means the afternoon. */
const FIRST_HOUR = 7;

const AM = anyOf(({ clock }) => clock.am);
const PM = anyOf(({ clock }) => clock.pm);
const OCLOCK = anyOf(({ clock }) => clock.oclock);
const AT = anyOf(({ clock }) => clock.at);
const HALF = `(?<half>${AM}|${PM})`;
const AFTERNOON = new Set(LANGUAGES.flatMap(({ clock }) => clock.pm.map(fold)));

const HOUR_NAME = `(?<hourName>${anyOf(({ clock }) => clock.hourNames)}|1[0-2]|[1-9])`;
/** "halb zehn", "half past nine", "o pol desiatej". */
const SPOKEN = `(?:${SPOKEN_PARTS.map(({ group, pick }) => `(?<${group}>${anyOf(pick)})`).join('|')}) ${HOUR_NAME}`;

/** "17:45", "17.45", "4:10pm", "4 pm", "17 Uhr 30", "9 giờ sáng". */
export const CLOCK = [
  `(?:(?<hour>[01]?\\d|2[0-3])[:.](?<minute>[0-5]\\d)(?: ?(?:${OCLOCK}))?(?: ?${HALF})?`,
  `(?<hourHalf>1[0-2]|[1-9]) ?${HALF.replace('half', 'halfAfter')}`,
  SPOKEN,
  `(?<noon>${anyOf(({ clock }) => clock.noon)})`,
  `(?<hourWord>[01]?\\d|2[0-3]) ?(?:${OCLOCK})(?: (?:(?<minuteWord>[0-5]\\d)|(?<andHalf>${anyOf(({ clock }) => clock.andHalf)})))?(?: ?${HALF.replace('half', 'halfWord')})?)`,
].join('|');
/** "at 9", "um 9", "o 9", "lúc 9h40": only where the line says that it is a time. */
export const AT_HOUR = `(?:${AT}) (?<hour>[01]?\\d|2[0-3])(?:h(?<minute>[0-5]\\d)?)?(?: ?(?:${OCLOCK}))?(?= ?(?:$|[,;]))|(?:${AT}) ${HOUR_NAME.replace('|1[0-2]|[1-9]', '')}(?: ?(?:${OCLOCK}))?(?= ?(?:$|[,;${MARKS}]))`;
/** "lúc 9h40", which without "lúc" is a length. */
export const AT_HOUR_H = `(?:${AT}) (?<hour>[01]?\\d|2[0-3])h(?<minute>[0-5]\\d)?`;
/** A time, with "at" before it or not. */
export const AT_CLOCK = `(?:(?:${AT}) )?${CLOCK}`;

const AMOUNT = `\\d{1,3}|(?:${anyOf((words) => words.oneHour)})(?= )`;
const unitOf = (minutes: string, hours: string) =>
  ` ?(?:(?<${minutes}>${anyOf(({ clock }) => clock.agoMinutes)})|(?<${hours}>${anyOf(({ clock }) => clock.agoHours)}))`;
/** "10 min ago", "vor einer Stunde", "pred 5 minútami", "10 phút trước". */
export const AGO = [
  `(?:(?<halfHourAgo>${anyOf(({ clock }) => clock.halfHourAgo)})|(?<amountAfter>${AMOUNT})${unitOf('minutesAfter', 'hoursAfter')} (?:${anyOf(({ clock }) => clock.agoAfter)})`,
  `(?:${anyOf(({ clock }) => clock.agoBefore)}) (?:(?<amountBefore>${AMOUNT})${unitOf('minutesBefore', 'hoursBefore')})|(?<anHourAgo>${anyOf(({ clock }) => clock.anHourAgo)}))`,
].join('|');

/** How long ago the groups of {@link AGO} say that it was. */
export function toMinutesAgo(groups: DayGroups | undefined): number | undefined {
  if (!groups) return undefined;
  if (groups.halfHourAgo !== undefined) return 30;
  if (groups.anHourAgo !== undefined) return 60;
  const amount = Number(groups.amountAfter ?? groups.amountBefore);
  const isHours = groups.hoursAfter !== undefined || groups.hoursBefore !== undefined;
  return (Number.isNaN(amount) ? 1 : amount) * (isHours ? 60 : 1);
}

const WEEKDAY = anyOf(({ days }) => days.weekdays.flat());
const LAST_WEEK = anyOf(({ days }) => days.lastWeek);
const ON_OR_LAST = anyOf(({ days }) => [...days.on, ...days.last]);

const DAY_PART = anyOf(({ days }) => days.dayParts);

/** "yesterday", "on monday", "letzten Donnerstag", "thứ năm tuần trước". */
export const DAY_BEFORE = [
  `(?:(?<dayBeforeYesterday>${anyOf(({ days }) => days.beforeYesterday)})(?: (?:${DAY_PART}))?`,
  `(?<yesterday>${anyOf(({ days }) => days.yesterday)})(?: (?:${DAY_PART}))?`,
  `(?:(?:${ON_OR_LAST}) (?:(?:${ON_OR_LAST}) )?)(?<onWeekday>${WEEKDAY})(?: (?<lastWeekOn>${LAST_WEEK}))?`,
  `(?<weekdayOf>${WEEKDAY}) (?:(?<lastWeek>${LAST_WEEK})|${anyOf(({ days }) => days.lastAfter)})`,
  `(?<lastWeekFirst>${LAST_WEEK}) (?:(?:${ON_OR_LAST}) )?(?<weekdayAfter>${WEEKDAY})`,
  `(?<weekday>${WEEKDAY})(?= ?(?:$|[,;])| (?:(?:${AT}) )?\\d{1,2}[:.]\\d))(?: (?:${DAY_PART}))?`,
].join('|');

/** Whether the groups name a time of day. */
export function hasClock(groups: DayGroups): boolean {
  return [groups.hour, groups.hourHalf, groups.hourWord, groups.hourName, groups.noon].some(
    (each) => each !== undefined,
  );
}

function toSpokenClock(name: string, groups: DayGroups): Clock {
  const named = toHour(name);
  const minutes = SPOKEN_PARTS.find(({ group }) => groups[group] !== undefined)?.minutes ?? 0;
  const all = (named < FIRST_HOUR ? named + 12 : named) * 60 + minutes;
  return { hour: Math.floor(all / 60), minute: all % 60 };
}

/** The clock that the groups name. */
export function toClock(groups: DayGroups): Clock {
  if (groups.noon !== undefined) return { hour: 12, minute: 0 };
  if (groups.hourName !== undefined) return toSpokenClock(groups.hourName, groups);
  const hour = Number(groups.hour ?? groups.hourHalf ?? groups.hourWord);
  const minute = groups.andHalf === undefined ? Number(groups.minute ?? groups.minuteWord ?? 0) : 30;
  const half = groups.half ?? groups.halfAfter ?? groups.halfWord;
  if (half === undefined || hour > 12) return { hour, minute };
  return { hour: (hour % 12) + (AFTERNOON.has(fold(half)) ? 12 : 0), minute };
}

/** The day that is over which the groups name; `undefined` when they name none. */
export function toDayBefore(groups: DayGroups, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  if (groups.yesterday) return today.subtract({ days: 1 });
  if (groups.dayBeforeYesterday) return today.subtract({ days: 2 });
  const name = groups.onWeekday ?? groups.weekdayOf ?? groups.weekdayAfter ?? groups.weekday;
  if (name === undefined) return undefined;
  const weekday = weekdayOf(name);
  const isLastWeek = [groups.lastWeek, groups.lastWeekOn, groups.lastWeekFirst].some((each) => each !== undefined);
  const back = isLastWeek ? today.dayOfWeek + 7 - weekday : (today.dayOfWeek - weekday + 7) % 7 || 7;
  return today.subtract({ days: back });
}

/** The instant of a contact: on a day that is over, or today; a time still to come today was yesterday's. */
export function placeContact(
  clock: Clock | undefined,
  dayBefore: Temporal.PlainDate | undefined,
  now: Temporal.Instant,
  timeZone: string,
): Temporal.Instant {
  const local = now.toZonedDateTimeISO(timeZone);
  const at = ({ year, month, day }: Temporal.PlainDate) =>
    clock
      ? atLocal(Temporal.PlainDateTime.from({ year, month, day, ...clock }), timeZone)
      : local.with({ year, month, day }).toInstant();
  if (dayBefore) return at(dayBefore);
  if (!clock) return now;
  const today = dayOf(now, timeZone);
  const meant = at(today);
  return Temporal.Instant.compare(meant, now) > 0 ? at(today.subtract({ days: 1 })) : meant;
}
