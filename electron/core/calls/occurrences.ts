import { Temporal } from 'temporal-polyfill';
import { atLocal, isBefore } from '../days';
import type { OccurrenceRef, StandingCall } from '../model/call';
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
}

/** Furthest that the next occurrences are looked for. */
const DAYS_AHEAD = 400;

/**
 * Occurrences of the calls that touch the time from `from` (included) to `to` (not included), in order of their start.
 * A skipped one is left out, a moved one stands where it was moved to.
 */
export function occurrencesBetween(
  calls: readonly StandingCall[],
  from: Temporal.Instant,
  to: Temporal.Instant,
): Occurrence[] {
  return calls.flatMap((call) => expandCall(call, from, to)).sort(compareStarts);
}

/** The next occurrences that have not ended yet, at most `count`, looked for 400 days ahead. */
export function nextOccurrences(calls: readonly StandingCall[], now: Temporal.Instant, count: number): Occurrence[] {
  const last = now.add({ hours: 24 * DAYS_AHEAD });
  for (let days = 16; ; days *= 4) {
    const reach = now.add({ hours: 24 * days });
    const found = occurrencesBetween(calls, now, isBefore(reach, last) ? reach : last).filter((occurrence) =>
      isBefore(now, occurrence.endsAt),
    );
    if (found.length >= count || !isBefore(reach, last)) return found.slice(0, count);
  }
}

/** The occurrence of that name, moved or not; `undefined` when the rule never had it, or when it is skipped. */
export function findOccurrence(calls: readonly StandingCall[], ref: OccurrenceRef): Occurrence | undefined {
  const call = calls.find((each) => each.id === ref.callId);
  if (!call || !isInRule(call, ref.occurrence)) return undefined;
  return place(call, ref.occurrence);
}

/** Whether the call's rule has an occurrence with that original local start, skipped or not. */
export function isInRule(call: StandingCall, occurrence: string): boolean {
  if (call.endsOn !== undefined && occurrence.slice(0, 10) > call.endsOn) return false;
  return expandLocal(call.rule, call.start, call.timeZone, occurrence, occurrence).includes(occurrence);
}

/** Whether two names mean the same occurrence. */
export function isSameOccurrence(one: OccurrenceRef, other: OccurrenceRef): boolean {
  return one.callId === other.callId && one.occurrence === other.occurrence;
}

function expandCall(call: StandingCall, from: Temporal.Instant, to: Temporal.Instant): Occurrence[] {
  // A day on either side covers calls that run across the edge and whatever the zone's offset does.
  const local = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(call.timeZone).toPlainDateTime();
  const first = text(local(from).subtract({ days: 1 }));
  const last = text(local(to).add({ days: 1 }));
  const regular = expansionOf(call, first, last);
  // Those moved in from elsewhere are not found by the rule's own dates.
  const moved = call.exceptions
    .filter((exception) => exception.movedTo !== undefined && !regular.includes(exception.occurrence))
    .map((exception) => exception.occurrence);
  return [...regular, ...moved]
    .filter((occurrence) => call.endsOn === undefined || occurrence.slice(0, 10) <= call.endsOn)
    .map((occurrence) => place(call, occurrence))
    .filter(
      (occurrence): occurrence is Occurrence =>
        occurrence !== undefined && isBefore(from, occurrence.endsAt) && isBefore(occurrence.startsAt, to),
    );
}

/** Where an occurrence of the rule stands after its exception, if any. */
function place(call: StandingCall, occurrence: string): Occurrence | undefined {
  const exception = call.exceptions.find((each) => each.occurrence === occurrence);
  if (exception && exception.movedTo === undefined) return undefined;
  const startsAt = atLocal(exception?.movedTo ?? occurrence, call.timeZone);
  return {
    callId: call.id,
    clientId: call.clientId,
    occurrence,
    startsAt,
    endsAt: startsAt.add({ minutes: call.minutes }),
    timeZone: call.timeZone,
    minutes: call.minutes,
    ...(exception && { movedFrom: atLocal(occurrence, call.timeZone) }),
  };
}

interface Expansion {
  from: string;
  to: string;
  occurrences: string[];
}
/** What was expanded of a call last: calls are never changed in place, so a changed one is expanded anew. */
const expansions = new WeakMap<StandingCall, Expansion>();

/** The rule's own local starts between two local times; a quarter on either side is kept for the next question. */
function expansionOf(call: StandingCall, from: string, to: string): string[] {
  let known = expansions.get(call);
  if (!known || from < known.from || to > known.to) {
    const wideFrom = text(Temporal.PlainDateTime.from(from).subtract({ weeks: 2 }));
    const wideTo = text(Temporal.PlainDateTime.from(to).add({ weeks: 10 }));
    known = {
      from: wideFrom,
      to: wideTo,
      occurrences: expandLocal(call.rule, call.start, call.timeZone, wideFrom, wideTo),
    };
    expansions.set(call, known);
  }
  return known.occurrences.filter((occurrence) => occurrence >= from && occurrence <= to);
}

function text(local: Temporal.PlainDateTime): string {
  return local.toString({ smallestUnit: 'minute' });
}

function compareStarts(one: Occurrence, other: Occurrence): number {
  return (
    Temporal.Instant.compare(one.startsAt, other.startsAt) ||
    one.callId.localeCompare(other.callId) ||
    one.occurrence.localeCompare(other.occurrence)
  );
}
