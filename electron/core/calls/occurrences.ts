import type { Temporal } from 'temporal-polyfill';
import { atLocal, isBefore } from '../days';
import type { Exception, OccurrenceRef, StandingCall } from '../model/call';
import { writeWallClock } from '../wall-clock';
import { expandLocal } from './rule';

/** One taking place of a standing call. `occurrence` is its original local start, whatever became of it. */
export interface Occurrence {
  callId: string;
  clientId: string;
  occurrence: string;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  timeZone: string;
  minutes: number;
  /** When it would have started, had it not been moved. */
  movedFrom?: Temporal.Instant;
  /** A call beside those of the rule. */
  isExtra?: true;
  /** It stays where it is on purpose: it was lengthened, or takes place although the day is off. */
  isHeld?: true;
}

/** Furthest that the next occurrences are looked for. */
const DAYS_AHEAD = 400;

/**
 * Occurrences of the calls that touch the time from `from` (included) to `to` (not included), in order of their start.
 * A skipped one is left out, a moved one stands where it was moved to, and an extra one stands beside those of the rule.
 */
export function occurrencesBetween(
  calls: readonly StandingCall[],
  from: Temporal.Instant,
  to: Temporal.Instant,
): Occurrence[] {
  const [first, last] = [from.epochMilliseconds, to.epochMilliseconds];
  return calls
    .flatMap((call) => {
      const { regular, exceptional } = expandCall(call, first, last);
      return [...regular, ...exceptional].filter(({ starts, ends }) => first < ends && starts < last);
    })
    .sort(compareStarts)
    .map(({ occurrence }) => occurrence);
}

/** The next occurrences that have not ended yet, at most `count`, looked for 400 days ahead. */
export function nextOccurrences(calls: readonly StandingCall[], now: Temporal.Instant, count: number): Occurrence[] {
  const last = now.add({ hours: 24 * DAYS_AHEAD });
  for (let days = 16; ; days *= 4) {
    const reach = now.add({ hours: 24 * days });
    const found = occurrencesBetween(calls, now, isBefore(reach, last) ? reach : last);
    if (found.length >= count || !isBefore(reach, last)) return found.slice(0, count);
  }
}

/** The occurrence of that name, moved or not; `undefined` when the call never had it, or when it is skipped. */
export function findOccurrence(calls: readonly StandingCall[], ref: OccurrenceRef): Occurrence | undefined {
  const call = calls.find((each) => each.id === ref.callId);
  if (!call || !isInRule(call, ref.occurrence)) return undefined;
  return place(call, ref.occurrence, exceptionOf(call, ref.occurrence));
}

/** Whether the call has an occurrence with that original local start, by its rule or as an extra one, skipped or not. */
export function isInRule(call: StandingCall, occurrence: string): boolean {
  if (isAfterEnd(call, occurrence)) return false;
  return call.rdates?.includes(occurrence) || isRegular(call, occurrence);
}

/** Whether the rule itself gives that local start. */
export function isRegular(call: StandingCall, occurrence: string): boolean {
  return !isAfterEnd(call, occurrence) && regularStarts(call, occurrence, occurrence).length > 0;
}

/** The rule's own local starts from one local time to another, both included, whatever became of them. */
export function regularStarts(call: StandingCall, from: string, to: string): string[] {
  return expandLocal(call.rule, call.start, call.timeZone, from, to).filter((each) => !isAfterEnd(call, each));
}

/** What was decided about one occurrence, if anything. */
export function exceptionOf(call: StandingCall, occurrence: string): Exception | undefined {
  return call.exceptions.find((each) => each.occurrence === occurrence);
}

/** Whether two names mean the same occurrence. */
export function isSameOccurrence(one: OccurrenceRef, other: OccurrenceRef): boolean {
  return one.callId === other.callId && one.occurrence === other.occurrence;
}

function isAfterEnd(call: StandingCall, occurrence: string): boolean {
  return call.endsOn !== undefined && occurrence.slice(0, 10) > call.endsOn;
}

interface Expansion {
  /** Milliseconds since the epoch. */
  from: number;
  to: number;
  /** Those of the rule in that time that nothing was decided about. */
  regular: Placed[];
  /** Those moved, held, lengthened or extra, wherever they are. */
  exceptional: Placed[];
}
/** Beside its instants as milliseconds: to ask an instant for them by the thousand takes long. */
interface Placed {
  occurrence: Occurrence;
  starts: number;
  ends: number;
}
/** What was expanded of a call last: calls are never changed in place, so a changed one is expanded anew. */
const expansions = new WeakMap<StandingCall, Expansion>();

const DAY = 86_400_000;
/** Years have four digits: 31 December 9999. */
const LAST_DAY = 253_402_214_400_000;

/** A call's occurrences in a time, and more; what lies around is kept for the next question. */
function expandCall(call: StandingCall, from: number, to: number): Expansion {
  let known = expansions.get(call);
  if (!known || from < known.from || to > known.to) {
    const wide = { from: from - 15 * DAY, to: to + 70 * DAY };
    known = {
      ...wide,
      regular: placeRegular(call, wide.from, wide.to).map(measure),
      exceptional: known?.exceptional ?? placeExceptional(call).map(measure),
    };
    expansions.set(call, known);
  }
  return known;
}

function placeRegular(call: StandingCall, from: number, to: number): Occurrence[] {
  const excepted = new Set(call.exceptions.map((each) => each.occurrence));
  // Two days on either side cover calls that run across the edge and whatever the zone's offset does.
  return regularStarts(call, writeWallClock(from - 2 * DAY), writeWallClock(Math.min(to + 2 * DAY, LAST_DAY)))
    .filter((occurrence) => !excepted.has(occurrence))
    .map((occurrence) => placeAt(call, occurrence, occurrence, call.minutes));
}

function placeExceptional(call: StandingCall): Occurrence[] {
  const excepted = call.exceptions.filter((each) => isInRule(call, each.occurrence));
  const extras = [...new Set(call.rdates)].filter(
    (each) => !isAfterEnd(call, each) && !exceptionOf(call, each) && !isRegular(call, each),
  );
  return [
    ...excepted.map((exception) => place(call, exception.occurrence, exception)),
    ...extras.map((each) => place(call, each)),
  ].filter((each) => each !== undefined);
}

/** Where an occurrence stands after what was decided about it, if anything. */
function place(call: StandingCall, occurrence: string, exception?: Exception): Occurrence | undefined {
  if (exception && exception.movedTo === undefined) return undefined;
  const isHeld = exception?.movedTo === occurrence;
  return {
    ...placeAt(call, occurrence, exception?.movedTo ?? occurrence, exception?.minutes ?? call.minutes),
    ...(exception && !isHeld && { movedFrom: atLocal(occurrence, call.timeZone) }),
    ...(isHeld && { isHeld }),
    ...(call.rdates?.includes(occurrence) && !isRegular(call, occurrence) && { isExtra: true }),
  };
}

function placeAt(call: StandingCall, occurrence: string, local: string, minutes: number): Occurrence {
  const startsAt = atLocal(local, call.timeZone);
  return {
    callId: call.id,
    clientId: call.clientId,
    occurrence,
    startsAt,
    endsAt: startsAt.add({ minutes }),
    timeZone: call.timeZone,
    minutes,
  };
}

function measure(occurrence: Occurrence): Placed {
  return {
    occurrence,
    starts: occurrence.startsAt.epochMilliseconds,
    ends: occurrence.endsAt.epochMilliseconds,
  };
}

function compareStarts(one: Placed, other: Placed): number {
  return (
    one.starts - other.starts ||
    compareText(one.occurrence.callId, other.occurrence.callId) ||
    compareText(one.occurrence.occurrence, other.occurrence.occurrence)
  );
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
