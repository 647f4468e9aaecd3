import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { refuse } from '../refuse';
import { expandDays, hasOnlyDays } from './rule-days';
import {
  readRuleParts,
  refuseImpossibleDays,
  refuseImpossiblePositions,
  splitRule,
  WEEKDAYS,
  writeRuleParts,
} from './rule-parts';

/** Longest look ahead for a first occurrence: 29 February can be eight years away (1896 to 1904, 2096 to 2104). */
const YEARS_AHEAD = 9;
/** Outside these a typing mistake is more likely than a call. */
const FIRST_YEAR = '1970';
const LAST_YEAR = '2200';
/** More than three a day is no standing call. */
const MOST_A_DAY = 3;

/** Rules are expanded as wall clock, written as UTC: the zone comes in afterwards, so no gap can swallow one. */
export function expandLocal(rule: string, start: string, timeZone: string, from: string, to: string): string[] {
  const parts = splitRule(rule);
  const until = untilAsWallClock(parts.get('UNTIL'), timeZone);
  if (hasOnlyDays(parts)) return expandDays(parts, start, until, from, to);
  if (until !== undefined) parts.set('UNTIL', `${toBasic(until)}Z`);
  const expanded = new RRuleTemporal({
    rruleString: `DTSTART:${toBasic(start)}00Z\nRRULE:${writeRuleParts(parts)}`,
    maxIterations: 100_000,
    cache: false,
  });
  return expanded
    .between(Temporal.ZonedDateTime.from(`${from}:00[UTC]`), Temporal.ZonedDateTime.from(`${to}:00[UTC]`), true)
    .map((at) => at.toString().slice(0, 16));
}

function toBasic(local: string): string {
  return local.replace(/[-:]/g, '');
}

/**
 * UNTIL as wall clock, `YYYY-MM-DDTHH:MM:SS`, like everything else: a day is meant to its end, an instant (`Z`) is what the
 * clock then shows in the call's zone (RFC 5545, 3.3.10).
 */
function untilAsWallClock(until: string | undefined, timeZone: string): string | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/.exec(until ?? '');
  if (!match) return undefined;
  const [, year, month, day, hour = '23', minute = '59', second = '59', utc] = match;
  const clock = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  if (utc !== 'Z') return clock;
  const local = Temporal.Instant.from(`${clock}Z`).toZonedDateTimeISO(timeZone).toPlainDateTime();
  return local.toString({ smallestUnit: 'second' });
}

/**
 * Refuses a rule that can't be a standing call: unreadable (`rule-unreadable`), never met (`rule-never`), or met more
 * than three times a day (`rule-too-often`). Bounded in time for any input.
 */
export function checkRule(rule: string, start: string, timeZone = 'UTC'): void {
  const parts = readRuleParts(rule);
  const frequency = parts.get('FREQ');
  if (frequency === 'SECONDLY' || frequency === 'MINUTELY' || frequency === 'HOURLY')
    refuse('rule-too-often', `"${rule}" would be a call every ${frequency.toLowerCase().replace(/ly$/, '')}.`, {
      field: 'rule',
      action: 'Use DAILY, WEEKLY, MONTHLY or YEARLY.',
    });
  for (const part of ['BYHOUR', 'BYMINUTE', 'BYSECOND'])
    if ((parts.get(part)?.split(',').length ?? 0) > MOST_A_DAY)
      refuse('rule-too-often', `"${rule}" asks for more than ${MOST_A_DAY} calls a day.`, { field: 'rule' });
  refuseImpossibleDays(rule, parts);
  refuseImpossiblePositions(rule, parts);
  if (start < FIRST_YEAR || start > LAST_YEAR)
    refuse('invalid', `${start.slice(0, 10)} is no day on which a call can begin.`, {
      field: 'start',
      action: 'Check the year.',
    });

  const until = untilAsWallClock(parts.get('UNTIL'), timeZone);
  if (until !== undefined && until < `${start}:00`)
    refuse('rule-never', `"UNTIL=${parts.get('UNTIL')}" is before the first call on ${start.replace('T', ' at ')}.`, {
      field: 'rule',
      action: 'Let it end later, or begin earlier.',
    });

  const end = Temporal.PlainDateTime.from(start).add({ years: YEARS_AHEAD }).toString().slice(0, 16);
  let first: string[];
  try {
    first = findFirst(rule, start, timeZone, end);
  } catch (error) {
    refuse('rule-unreadable', `"${rule}" is not a rule that can be followed: ${messageOf(error)}.`, {
      field: 'rule',
      action: 'Write it as in RFC 5545, for example FREQ=WEEKLY;BYDAY=FR.',
    });
  }
  const [earliest] = first;
  if (earliest === undefined)
    refuse('rule-never', `"${rule}" from ${start.replace('T', ' ')} on never meets a day.`, {
      field: 'rule',
      action: 'Check UNTIL, COUNT and the days it names.',
    });
  const day = Temporal.PlainDateTime.from(earliest);
  const sameDay = expandLocal(
    rule,
    start,
    timeZone,
    earliest,
    day.add({ days: 1 }).subtract({ minutes: 1 }).toString().slice(0, 16),
  );
  if (sameDay.length > MOST_A_DAY)
    refuse('rule-too-often', `"${rule}" asks for ${sameDay.length} calls a day.`, { field: 'rule' });
}

/** The first occurrences, looked for in steps that grow, so that an ordinary rule is answered at once. */
function findFirst(rule: string, start: string, timeZone: string, end: string): string[] {
  let from = Temporal.PlainDateTime.from(start);
  const last = Temporal.PlainDateTime.from(end);
  for (let weeks = 2; Temporal.PlainDateTime.compare(from, last) < 0; weeks *= 4) {
    const step = from.add({ weeks });
    const to = Temporal.PlainDateTime.compare(step, last) < 0 ? step : last;
    const found = expandLocal(rule, start, timeZone, from.toString().slice(0, 16), to.toString().slice(0, 16));
    if (found.length > 0) return found;
    from = to;
  }
  return [];
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
}

export type Cadence = 'weekly' | 'twice-weekly' | 'every-other-week' | 'monthly' | 'other';

/** Which one of a weekday in a month: the first to the fourth, or the last. */
export const MONTH_POSITIONS = [1, 2, 3, 4, -1] as const;
export type MonthPosition = (typeof MONTH_POSITIONS)[number];

/** The rule of a cadence offered by name; `weekdays` are ISO weekdays, `position` is of a monthly one. */
export function ruleOf(
  cadence: Exclude<Cadence, 'other'>,
  weekdays: readonly number[],
  position: MonthPosition = 1,
): string {
  const days = [...weekdays]
    .sort((a, b) => a - b)
    .map((weekday) => WEEKDAYS[weekday - 1])
    .join(',');
  if (cadence === 'monthly') return `FREQ=MONTHLY;BYDAY=${position}${days}`;
  return cadence === 'every-other-week' ? `FREQ=WEEKLY;INTERVAL=2;BYDAY=${days}` : `FREQ=WEEKLY;BYDAY=${days}`;
}

/** What a rule is called, and its weekdays; any rule beyond the cadences with a name is `other`. */
export function describeRule(rule: string): { cadence: Cadence; weekdays: number[]; position?: MonthPosition } {
  const [, nth, weekday = ''] = /^FREQ=MONTHLY;BYDAY=\+?(-?\d)(MO|TU|WE|TH|FR|SA|SU)$/.exec(rule) ?? [];
  const position = MONTH_POSITIONS.find((each) => String(each) === nth);
  if (position !== undefined) return { cadence: 'monthly', weekdays: [WEEKDAYS.indexOf(weekday) + 1], position };
  const match = /^FREQ=WEEKLY(;INTERVAL=2)?;BYDAY=((?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:MO|TU|WE|TH|FR|SA|SU))*)$/.exec(rule);
  if (!match) return { cadence: 'other', weekdays: [] };
  const weekdays = (match[2] ?? '').split(',').map((day) => WEEKDAYS.indexOf(day) + 1);
  if (match[1]) return { cadence: weekdays.length === 1 ? 'every-other-week' : 'other', weekdays };
  if (weekdays.length > 2) return { cadence: 'other', weekdays };
  return { cadence: weekdays.length === 2 ? 'twice-weekly' : 'weekly', weekdays };
}
