import { Temporal } from 'temporal-polyfill';
import { expandLocal } from '../../core/calls/rule';
import { readRuleParts } from '../../core/calls/rule-parts';
import { atLocal } from '../../core/days';
import type { StandingCall } from '../../core/model/call';
import type { Property } from './document';

export type Recurring = Pick<StandingCall, 'rule' | 'start' | 'timeZone' | 'isFloating' | 'endsOn'>;

/** Weeks within which the first occurrence is looked for, in growing steps: 29 February can be eight years away. */
const REACH_WEEKS = [1, 60, 480];

/**
 * The rule's first local start. A call may be set to begin on another day than its rule names, but DTSTART has to be an
 * occurrence: programs count it as one, whatever the rule says (RFC 5545, 3.8.5.3). `undefined` when it ends before.
 */
export function findFirstStart({ rule, start, timeZone, endsOn }: Recurring): string | undefined {
  const end = endsOn === undefined ? undefined : `${endsOn}T23:59`;
  for (const weeks of REACH_WEEKS) {
    const reach = Temporal.PlainDateTime.from(start).add({ weeks }).toString({ smallestUnit: 'minute' });
    const [first] = expandLocal(rule, start, timeZone, start, end !== undefined && end < reach ? end : reach);
    if (first !== undefined) return first;
  }
  return undefined;
}

/** RRULE of a call; the last day of a call is the rule's end as well. */
export function writeRule(call: Recurring): Property {
  const parts = readRuleParts(call.rule);
  const rule: Record<string, string | string[]> = {};
  for (const [name, value] of parts) {
    const values = value.split(',');
    rule[name.toLowerCase()] = values.length > 1 ? values : value;
  }
  const { endsOn } = call;
  const count = parts.get('COUNT');
  // A rule has COUNT or UNTIL, never both (RFC 5545, 3.3.10).
  if (count !== undefined && endsOn !== undefined) rule.count = String(countUntil(call, endsOn));
  else {
    const until = endOf(call, parts.get('UNTIL'));
    if (until !== undefined) rule.until = until;
  }
  return ['rrule', {}, 'recur', rule];
}

function countUntil({ rule, start, timeZone }: Recurring, endsOn: string): number {
  return expandLocal(rule, start, timeZone, start, `${endsOn}T23:59`).length;
}

/** UNTIL is in UTC where DTSTART has a zone, and without one where that floats (RFC 5545, 3.3.10). */
function endOf({ timeZone, isFloating, endsOn }: Recurring, until: string | undefined): string | undefined {
  const ends = [
    ...(until === undefined ? [] : [readUntil(until, timeZone)]),
    ...(endsOn === undefined ? [] : [atLocal(`${endsOn}T23:59:59`, timeZone)]),
  ];
  const [end] = ends.sort(Temporal.Instant.compare);
  if (!end) return undefined;
  const written = isFloating ? end.toZonedDateTimeISO(timeZone).toPlainDateTime() : end;
  return written.toString({ smallestUnit: 'second' });
}

/** A day is meant to its end, a time without `Z` is of the call's zone. */
function readUntil(until: string, timeZone: string): Temporal.Instant {
  if (until.endsWith('Z')) return Temporal.Instant.from(until);
  return atLocal(Temporal.PlainDateTime.from(until.includes('T') ? until : `${until}T235959`), timeZone);
}
