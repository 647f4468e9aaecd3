import { Temporal } from 'temporal-polyfill';

/** One change of a zone's offset. Offsets are seconds east of UTC. */
export interface Transition {
  from: number;
  to: number;
  /** What the clock showed that was about to be changed. */
  local: Temporal.PlainDateTime;
}

/** A change that comes every year on the like day. */
export interface YearlyChange {
  isMetBy(transition: Transition): boolean;
  /** RFC 5545 rule in jCal. */
  rule: Record<string, string | number | number[]>;
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
/** In so many years 1 March falls on every weekday, so that a rule shows all of its days. */
export const YEARS_OF_PROOF = 12;

/** The changes of a zone in the years from the first to the last, both included; years of the zone's own clock. */
export function findTransitions(timeZone: string, firstYear: number, lastYear: number): Transition[] {
  const transitions: Transition[] = [];
  // A day earlier: a change at midnight may belong to the year that its clock still showed, or to the next.
  let at: Temporal.ZonedDateTime | null = Temporal.PlainDate.from({ year: firstYear, month: 1, day: 1 })
    .subtract({ days: 1 })
    .toZonedDateTime(timeZone);
  while (true) {
    const before: number = at.offsetNanoseconds;
    at = at.getTimeZoneTransition('next');
    if (at === null) return transitions;
    const [from, to] = [before / 1e9, at.offsetNanoseconds / 1e9];
    const local = at.toInstant().toZonedDateTimeISO('UTC').toPlainDateTime().add({ seconds: from });
    if (local.year > lastYear) return transitions;
    if (local.year >= firstYear && from !== to) transitions.push({ from, to, local });
  }
}

/**
 * The yearly changes that explain all of these transitions, of `YEARS_OF_PROOF` whole years; `undefined` where they
 * follow no such rule, as in Morocco, whose clocks follow the moon. Without transitions there are none.
 */
export function findYearlyChanges(transitions: readonly Transition[]): YearlyChange[] | undefined {
  const groups = new Map<string, Transition[]>();
  for (const transition of transitions) {
    const key = keyOf(transition);
    groups.set(key, [...(groups.get(key) ?? []), transition]);
  }
  const changes = [...groups].map(([key, group]) => {
    const years = new Set(group.map(({ local }) => local.year));
    return years.size === YEARS_OF_PROOF && group.length === YEARS_OF_PROOF ? describeGroup(key, group) : undefined;
  });
  return changes.every((change) => change !== undefined) ? changes : undefined;
}

function keyOf({ from, to, local }: Transition): string {
  return [from, to, local.month, local.dayOfWeek, local.toPlainTime()].join(' ');
}

/** "The second Sunday", "the last Sunday", or "the Saturday from the 24th to the 30th". */
function describeGroup(key: string, group: readonly Transition[]): YearlyChange | undefined {
  const [first] = group;
  if (!first) return undefined;
  const weekday = WEEKDAYS[first.local.dayOfWeek - 1] ?? 'SU';
  const days = group.map(({ local }) => local.day);
  const earliest = Math.min(...days);
  const change = (isDay: (local: Temporal.PlainDateTime) => boolean, days: YearlyChange['rule']) =>
    group.every(({ local }) => isDay(local)) && {
      isMetBy: (transition: Transition) => keyOf(transition) === key && isDay(transition.local),
      rule: { freq: 'YEARLY', bymonth: first.local.month, ...days },
    };
  const week = Math.ceil(earliest / 7);
  return (
    change(({ day, daysInMonth }) => day + 7 > daysInMonth, { byday: `-1${weekday}` }) ||
    change(({ day }) => Math.ceil(day / 7) === week, { byday: `${week}${weekday}` }) ||
    change(({ day }) => day >= earliest && day < earliest + 7, {
      bymonthday: Array.from({ length: 7 }, (_, index) => earliest + index),
      byday: weekday,
    }) ||
    undefined
  );
}
