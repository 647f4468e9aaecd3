import { Temporal } from 'temporal-polyfill';
import { refuse } from '../refuse';

export const WEEKDAYS: readonly string[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** The rule as it is kept: upper case, without blanks and without the `RRULE:` prefix. */
export function normaliseRule(rule: string): string {
  return rule
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .replace(/\s+/g, '')
    .replace(/;$/, '');
}

const PARTS = new Set(
  'FREQ UNTIL COUNT INTERVAL BYSECOND BYMINUTE BYHOUR BYDAY BYMONTHDAY BYYEARDAY BYWEEKNO BYMONTH BYSETPOS WKST'.split(
    ' ',
  ),
);

/** The parts of an RFC 5545 rule by name; refuses with `rule-unreadable` what is no rule. */
export function readRuleParts(rule: string): Map<string, string> {
  const parts = new Map<string, string>();
  for (const part of rule.split(';')) {
    const [name = '', value = '', ...more] = part.split('=');
    if (!PARTS.has(name) || more.length > 0 || !/^[A-Z0-9,+-]+$/.test(value) || parts.has(name))
      refuse('rule-unreadable', `"${part || rule}" is no part of an RFC 5545 rule.`, {
        field: 'rule',
        action: 'Write it as in RFC 5545, for example FREQ=WEEKLY;BYDAY=FR.',
      });
    parts.set(name, value);
  }
  if (!parts.has('FREQ'))
    refuse('rule-unreadable', `"${rule}" has no FREQ.`, {
      field: 'rule',
      action: 'Begin it with FREQ=WEEKLY or another frequency.',
    });
  if (!['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY', 'HOURLY', 'MINUTELY', 'SECONDLY'].includes(parts.get('FREQ') ?? ''))
    refuse('rule-unreadable', `"FREQ=${parts.get('FREQ')}" is no frequency.`, { field: 'rule' });
  const weekdays = parts.get('BYDAY')?.split(',') ?? [];
  const stranger = weekdays.find((day) => !/^[+-]?\d{0,2}(MO|TU|WE|TH|FR|SA|SU)$/.test(day));
  if (stranger !== undefined)
    refuse('rule-unreadable', `"${stranger}" in "${rule}" is no weekday.`, {
      field: 'rule',
      action: 'Weekdays are MO, TU, WE, TH, FR, SA and SU.',
    });
  // RFC 5545, 3.3.10: "the second Monday" belongs to a month or a year.
  const isNumbered = weekdays.some((day) => /\d/.test(day));
  if (isNumbered && !['MONTHLY', 'YEARLY'].includes(parts.get('FREQ') ?? ''))
    refuse('rule-unreadable', `"BYDAY=${parts.get('BYDAY')}" counts weekdays, which only MONTHLY and YEARLY can.`, {
      field: 'rule',
      action: 'Take the number away, or use FREQ=MONTHLY.',
    });
  refuseMisplaced(parts);
  if (parts.has('WKST') && !/^(MO|TU|WE|TH|FR|SA|SU)$/.test(parts.get('WKST') ?? ''))
    refuse('rule-unreadable', `"WKST=${parts.get('WKST')}" is no weekday.`, { field: 'rule' });
  refuseOutOfRange(rule, parts);
  refuseBadUntil(parts.get('UNTIL'));
  return parts;
}

/** The parts of a rule that was found to be one. */
export function splitRule(rule: string): Map<string, string> {
  return new Map(
    rule.split(';').map((part): [string, string] => {
      const [name = '', value = ''] = part.split('=');
      return [name, value];
    }),
  );
}

/** The rule of these parts. */
export function writeRuleParts(parts: ReadonlyMap<string, string>): string {
  return [...parts].map(([name, value]) => `${name}=${value}`).join(';');
}

/** RFC 5545, 3.3.10: parts that a frequency has no use for; and two that could contradict each other for ever. */
function refuseMisplaced(parts: Map<string, string>): void {
  const frequency = parts.get('FREQ') ?? '';
  const misplaced = [
    ...(frequency === 'YEARLY' ? [] : ['BYWEEKNO']),
    ...(['DAILY', 'WEEKLY', 'MONTHLY'].includes(frequency) ? ['BYYEARDAY'] : []),
    ...(frequency === 'WEEKLY' ? ['BYMONTHDAY'] : []),
  ].find((name) => parts.has(name));
  if (misplaced)
    refuse('rule-unreadable', `${misplaced} has no meaning with FREQ=${frequency}.`, {
      field: 'rule',
      action: 'Take it away, or use another frequency.',
    });
  if (parts.has('BYWEEKNO') && parts.has('BYYEARDAY'))
    refuse('rule-unreadable', 'BYWEEKNO and BYYEARDAY can not be used together.', {
      field: 'rule',
      action: 'Name the day by one of the two.',
    });
}

function refuseBadUntil(until: string | undefined): void {
  if (until === undefined) return;
  const [, day, time] = /^(\d{8})(T\d{6}Z?)?$/.exec(until) ?? [];
  try {
    Temporal.PlainDateTime.from(`${day}${time?.replace('Z', '') ?? ''}`, { overflow: 'reject' });
  } catch {
    refuse('rule-unreadable', `"UNTIL=${until}" is no day and no time.`, {
      field: 'rule',
      action: 'Write it as 20261231 or 20261231T090000Z.',
    });
  }
}

/** RFC 5545, 3.3.10: the ranges of the numeric parts. */
const RANGES: Record<string, { most: number; signed: boolean; least: number }> = {
  // A call begins on the minute.
  BYSECOND: { least: 0, most: 0, signed: false },
  BYMINUTE: { least: 0, most: 59, signed: false },
  BYHOUR: { least: 0, most: 23, signed: false },
  BYMONTHDAY: { least: 1, most: 31, signed: true },
  BYYEARDAY: { least: 1, most: 366, signed: true },
  BYWEEKNO: { least: 1, most: 53, signed: true },
  BYMONTH: { least: 1, most: 12, signed: false },
  BYSETPOS: { least: 1, most: 366, signed: true },
  INTERVAL: { least: 1, most: 1000, signed: false },
  COUNT: { least: 1, most: 10_000, signed: false },
};

/** How many of a weekday a month or a year has. */
function mostWeekdays(parts: Map<string, string>): number {
  return parts.get('FREQ') === 'MONTHLY' || parts.has('BYMONTH') ? 5 : 53;
}

function refuseOutOfRange(rule: string, parts: Map<string, string>): void {
  for (const [name, { least, most, signed }] of Object.entries(RANGES)) {
    for (const text of parts.get(name)?.split(',') ?? []) {
      const number = Number(text);
      const size = signed ? Math.abs(number) : number;
      if (!Number.isInteger(number) || size < least || size > most)
        refuse('rule-unreadable', `"${name}=${text}" in "${rule}" is outside ${least} to ${most}.`, { field: 'rule' });
    }
  }
  for (const day of parts.get('BYDAY')?.split(',') ?? []) {
    const number = /\d+/.exec(day)?.[0];
    if (number !== undefined && (Number(number) < 1 || Number(number) > mostWeekdays(parts)))
      refuse('rule-never', `"${day}" in "${rule}" is beyond the ${mostWeekdays(parts)}th.`, { field: 'rule' });
  }
}

/** Days that no year has, such as 30 February, are told without searching for them. */
export function refuseImpossibleDays(rule: string, parts: Map<string, string>): void {
  const days = parts.get('BYMONTHDAY')?.split(',').map(Number);
  const months = parts.get('BYMONTH')?.split(',').map(Number);
  if (!days || !months) return;
  const longest = (month: number) => Temporal.PlainYearMonth.from({ year: 2024, month }).daysInMonth;
  if (days.every((day) => months.every((month) => Math.abs(day) > longest(month))))
    refuse('rule-never', `"${rule}" names days that no such month has.`, { field: 'rule' });
}

/** A position beyond what a day or a week can hold is told without searching for it. */
export function refuseImpossiblePositions(rule: string, parts: Map<string, string>): void {
  const positions = parts.get('BYSETPOS')?.split(',').map(Number);
  const days = { DAILY: 1, WEEKLY: parts.get('BYDAY')?.split(',').length ?? 1 }[parts.get('FREQ') ?? ''];
  if (!positions || days === undefined) return;
  const times = (parts.get('BYHOUR')?.split(',').length ?? 1) * (parts.get('BYMINUTE')?.split(',').length ?? 1);
  if (positions.every((position) => Math.abs(position) > days * times))
    refuse('rule-never', `"${rule}" names a place that no ${days === 1 ? 'such set' : 'week'} has.`, { field: 'rule' });
}

/** Whether a kept rule can be expanded in bounded time: readable, and not more often than daily. */
export function isUsableRule(rule: string): boolean {
  try {
    return ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'].includes(readRuleParts(rule).get('FREQ') ?? '');
  } catch {
    return false;
  }
}
