import type { Temporal } from 'temporal-polyfill';
import { isBefore, sayTime } from '../days';
import { clientOf } from '../find';
import type { OccurrenceRef } from '../model/call';
import type { State } from '../model/state';
import type { Reason } from '../verdict';
import { findOccurrence, isSameOccurrence, occurrencesBetween } from './occurrences';

/**
 * What a person may not have meant when they put an occurrence where it is now: in the past, beyond the next one of its
 * own call, or onto another call. Times are said in my zone.
 */
export function warnOfMove(state: State, ref: OccurrenceRef, now: Temporal.Instant): Reason[] {
  const moved = findOccurrence(state.calls, ref);
  if (!moved) return [];
  const { timeZone } = state.settings;
  const say = (at: Temporal.Instant) => sayTime(at, timeZone);
  const warnings: Reason[] = [];
  const warn = (code: string, at: Temporal.Instant, text: string, client?: string) =>
    warnings.push({ code, values: { startsAt: at.toString(), ...(client !== undefined && { client }) }, text });

  if (isBefore(moved.startsAt, now)) warn('moved-into-past', moved.startsAt, `${say(moved.startsAt)} is over.`);
  const others = (from: Temporal.Instant, to: Temporal.Instant, calls = state.calls) =>
    occurrencesBetween(calls, from, to).filter((each) => !isSameOccurrence(each, moved));
  const { movedFrom = moved.startsAt, startsAt, endsAt } = moved;
  const [first, last] = isBefore(movedFrom, startsAt) ? [movedFrom, startsAt] : [startsAt, movedFrom];
  const own = state.calls.filter((call) => call.id === moved.callId);
  const passed = others(first, last, own).find((each) => !isBefore(each.startsAt, first));
  if (passed)
    warn(
      'moved-past-neighbour',
      passed.startsAt,
      `The call of ${say(passed.startsAt)} comes between its old and its new time.`,
    );
  for (const each of others(startsAt, endsAt)) {
    const { name } = clientOf(state, each);
    warn('moved-onto-call', each.startsAt, `The call with ${name} is at that time: ${say(each.startsAt)}.`, name);
  }
  return warnings;
}
