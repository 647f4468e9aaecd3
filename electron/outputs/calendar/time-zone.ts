import { Temporal } from 'temporal-polyfill';
import type { Component, Property } from './document';
import { findTransitions, findYearlyChanges, type Transition, YEARS_OF_PROOF } from './transitions';

/** Those that were written, by zone and years: they take some milliseconds each and don't change. */
const written = new Map<string, Component>();
const MOST_WRITTEN = 500;

/**
 * A zone as VTIMEZONE (RFC 5545, 3.6.5), right for local times from `firstYear` to `lastYear`, and for ever where the
 * zone keeps to a yearly rule. Made from the same zone data that the calls are placed with, because ready-made ones
 * know only today's rule, and miss those that no weekday of a month can tell (Cairo's last Thursday at 24:00).
 */
export function writeTimeZone(timeZone: string, firstYear: number, lastYear: number): Component {
  const key = `${timeZone} ${firstYear} ${lastYear}`;
  const known = written.get(key);
  if (known) return known;
  if (written.size >= MOST_WRITTEN) written.clear();
  const component: Component = [
    'vtimezone',
    [['tzid', {}, 'text', timeZone]],
    listObservances(timeZone, firstYear, lastYear),
  ];
  written.set(key, component);
  return component;
}

/**
 * Each change that no rule explains stands for itself: Outlook reads no RDATE here ([MS-STANOICAL] 2.2.47), and
 * neither does it need a name.
 */
function listObservances(timeZone: string, firstYear: number, lastYear: number): Component[] {
  // With the year before, there is a change already that says what holds when the first year begins.
  const all = findTransitions(timeZone, firstYear - 1, lastYear + YEARS_OF_PROOF - 1);
  const changes = findYearlyChanges(all.filter(({ local }) => local.year >= lastYear));
  let regularFrom = changes ? lastYear : Number.POSITIVE_INFINITY;
  while (changes && regularFrom >= firstYear && isRegular(all, changes, regularFrom - 1)) regularFrom--;

  const observances = all.flatMap((transition, index) => {
    const { year } = transition.local;
    const next = all[index + 1];
    if (year < regularFrom) return year <= lastYear ? [observance(transition, next)] : [];
    const change = year === regularFrom && changes?.find(({ isMetBy }) => isMetBy(transition));
    return change ? [observance(transition, next, [['rrule', {}, 'recur', change.rule]])] : [];
  });
  const [first] = all;
  if (first && first.local.year < firstYear) return observances;
  const offset = first ? first.from : offsetIn(timeZone, firstYear);
  return [writeObservance('standard', '1970-01-01T00:00:00', offset, offset), ...observances];
}

function isRegular(
  all: readonly Transition[],
  changes: NonNullable<ReturnType<typeof findYearlyChanges>>,
  year: number,
): boolean {
  const ofYear = all.filter(({ local }) => local.year === year);
  return (
    ofYear.length === changes.length && changes.every(({ isMetBy }) => ofYear.some((transition) => isMetBy(transition)))
  );
}

function observance(transition: Transition, next: Transition | undefined, more: readonly Property[] = []): Component {
  const { from, to, local } = transition;
  // Forward, and back again within a year or so, is summer time; everything else is the zone's standard time.
  const isSummer = to > from && next !== undefined && next.to < to && local.until(next.local).total('days') < 370;
  return writeObservance(
    isSummer ? 'daylight' : 'standard',
    local.toString({ smallestUnit: 'second' }),
    from,
    to,
    more,
  );
}

function writeObservance(
  name: 'standard' | 'daylight',
  start: string,
  from: number,
  to: number,
  more: readonly Property[] = [],
): Component {
  return [
    name,
    [
      ['dtstart', {}, 'date-time', start],
      ['tzoffsetfrom', {}, 'utc-offset', writeOffset(from)],
      ['tzoffsetto', {}, 'utc-offset', writeOffset(to)],
      ...more,
    ],
    [],
  ];
}

function writeOffset(seconds: number): string {
  const size = Math.abs(seconds);
  const parts = [Math.floor(size / 3600), Math.floor(size / 60) % 60, ...(size % 60 ? [size % 60] : [])];
  return `${seconds < 0 ? '-' : '+'}${parts.map((part) => String(part).padStart(2, '0')).join(':')}`;
}

function offsetIn(timeZone: string, year: number): number {
  const start = Temporal.PlainDate.from({ year, month: 1, day: 1 }).toZonedDateTime(timeZone);
  return start.offsetNanoseconds / 1e9;
}
