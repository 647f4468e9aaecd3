import { Temporal } from 'temporal-polyfill';
import { expandLocal } from '../../core/calls/rule';
import { readRuleParts } from '../../core/calls/rule-parts';
import type { Component } from './components';
import { type Parsed, type Property, parseComponent, textOf } from './parse';
import { ruleText } from './rule-text';

/** From this instant on (milliseconds since 1970) the clock differs from UTC by so many milliseconds. */
interface Offset {
  at: number;
  offset: number;
}

/** A zone as a file describes it: its offsets in order of time, at least one. */
export interface CustomZone {
  before: number;
  changes: Offset[];
}

const MOST_CHANGES = 500;

/**
 * The offsets of a VTIMEZONE between two years, both included (RFC 5545, 3.6.5).
 * @throws Error when it says nothing that can be used
 */
export function readCustomZone(component: Component, years: { from: number; to: number }): CustomZone {
  const parsed = parseComponent('VTIMEZONE', component.lines, () => true);
  const halves = parsed.parts.filter(({ name }) => name === 'standard' || name === 'daylight').slice(0, MOST_CHANGES);
  const all = halves.flatMap((half) => readHalf(half, years)).sort((one, other) => one.at - other.at);
  const begin = Date.UTC(years.from, 0, 1);
  const earlier = all.filter(({ at }) => at <= begin).at(-1);
  const [first] = halves;
  const before = earlier?.offset ?? all[0]?.from ?? (first ? readOffset(first, 'tzoffsetto') : undefined);
  if (before === undefined) throw new Error('no offset');
  return { before, changes: all.filter(({ at }) => at > begin).slice(0, MOST_CHANGES) };
}

function readHalf(half: Parsed, years: { from: number; to: number }): (Offset & { from: number })[] {
  const from = readOffset(half, 'tzoffsetfrom');
  const offset = readOffset(half, 'tzoffsetto');
  const start = textOf(half, 'dtstart');
  if (from === undefined || offset === undefined || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(start))
    throw new Error('no offset');
  const locals = [start.slice(0, 16), ...extraDates(half)];
  const rule = half.properties.find(({ name }) => name === 'rrule');
  if (rule) locals.push(...expandYearly(rule, start.slice(0, 16), from, years));
  return locals
    .map((local) => ({ at: Date.parse(`${local}:00Z`) - from, offset, from }))
    .filter(({ at }) => Number.isFinite(at) && at < Date.UTC(years.to + 1, 0, 1));
}

function extraDates(half: Parsed): string[] {
  return half.properties
    .filter(({ name }) => name === 'rdate')
    .flatMap(({ values }) => values.slice(0, MOST_CHANGES))
    .filter((value): value is string => typeof value === 'string')
    .map((value) => value.slice(0, 16));
}

/** Outlook's rules begin in 1601: one without COUNT is followed from the years that matter on. */
function expandYearly(property: Property, start: string, from: number, years: { from: number; to: number }): string[] {
  const rule = ruleText(property);
  const parts = readRuleParts(rule);
  if (parts.get('FREQ') !== 'YEARLY') throw new Error('no yearly rule');
  const isPlain = !parts.has('COUNT') && (parts.get('INTERVAL') ?? '1') === '1';
  const year = String(Math.max(Number(start.slice(0, 4)), years.from - 2)).padStart(4, '0');
  const begin = isPlain ? `${year}${start.slice(4)}` : start;
  // UNTIL is an instant, the other times here are the clock's before the change.
  const until = rule.replace(
    /UNTIL=(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/,
    (_, y, m, d, h, min, s) =>
      `UNTIL=${new Date(Date.UTC(y, m - 1, d, h, min, s) + from).toISOString().slice(0, 19).replace(/[-:]/g, '')}`,
  );
  return expandLocal(until, begin, 'UTC', `${years.from - 1}-01-01T00:00`, `${years.to}-12-31T23:59`);
}

function readOffset(half: Parsed, name: string): number | undefined {
  const [, sign, hours, minutes, seconds = '0'] = /^([+-])(\d\d):?(\d\d)(?::?(\d\d))?$/.exec(textOf(half, name)) ?? [];
  if (hours === undefined) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
}

/** The offset at an instant, both in milliseconds. */
function offsetAt(zone: CustomZone, at: number): number {
  return zone.changes.findLast((change) => change.at <= at)?.offset ?? zone.before;
}

/** A wall-clock time (as if in UTC) in the zone, as milliseconds since 1970. In an overlap the first is meant. */
export function placeInCustomZone(zone: CustomZone, local: string): number {
  const clock = Date.parse(`${local}Z`);
  const day = 86_400_000;
  const [before, after] = [offsetAt(zone, clock - day), offsetAt(zone, clock + day)];
  const fits = [clock - before, clock - after].find((at) => offsetAt(zone, at) === clock - at);
  return fits ?? clock - before;
}

/** Whether an IANA zone keeps the same offsets in these years. */
export function isSameZone(zone: CustomZone, timeZone: string, years: { from: number; to: number }): boolean {
  const end = Date.UTC(years.to + 1, 0, 1);
  const offsetOf = (at: Temporal.ZonedDateTime) => at.offsetNanoseconds / 1_000_000;
  let at = Temporal.Instant.fromEpochMilliseconds(Date.UTC(years.from, 0, 1)).toZonedDateTimeISO(timeZone);
  if (offsetOf(at) !== zone.before) return false;
  const changes = zone.changes.filter(
    (change, index) => change.offset !== (zone.changes[index - 1]?.offset ?? zone.before),
  );
  for (const change of changes) {
    const next = at.getTimeZoneTransition('next');
    if (!next || next.epochMilliseconds !== change.at || offsetOf(next) !== change.offset) return false;
    at = next;
  }
  const next = at.getTimeZoneTransition('next');
  return !next || next.epochMilliseconds >= end;
}
