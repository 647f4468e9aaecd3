import type { Temporal } from 'temporal-polyfill';
import { clientHours } from '../availability/client-slots';
import { isOverlapping } from '../availability/stretch';
import { type Taken, takenBetween } from '../availability/taken';
import { dayOf, isBefore, sayTime } from '../days';
import { clientOf } from '../find';
import type { OccurrenceRef, StandingCall } from '../model/call';
import type { State } from '../model/state';
import type { Reason } from '../verdict';
import { clashAt, nameClash } from './clashes';
import { findOccurrence, isSameOccurrence, nextOccurrences, type Occurrence, occurrencesBetween } from './occurrences';

/** So many coming occurrences of a new or changed call are looked at. */
const OCCURRENCES_AHEAD = 4;

/**
 * What a person may not have meant when they put an occurrence where it is now: in the past, beyond the next one of its
 * own call, on a holiday or a day off, outside the client's hours, or onto something that takes the time already. Times
 * are said in my zone.
 */
export function warnOfMove(state: State, ref: OccurrenceRef, now: Temporal.Instant): Reason[] {
  const moved = findOccurrence(state.calls, ref);
  if (!moved) return [];
  const { timeZone } = state.settings;
  const warnings: Reason[] = [];
  if (isBefore(moved.startsAt, now))
    warnings.push(warn('moved-into-past', moved.startsAt, `${sayTime(moved.startsAt, timeZone)} is over.`));
  const { movedFrom = moved.startsAt, startsAt } = moved;
  const [first, last] = isBefore(movedFrom, startsAt) ? [movedFrom, startsAt] : [startsAt, movedFrom];
  const own = state.calls.filter((call) => call.id === moved.callId);
  const passed = occurrencesBetween(own, first, last).find(
    (each) => !isSameOccurrence(each, moved) && !isBefore(each.startsAt, first),
  );
  if (passed) {
    const text = `The call of ${sayTime(passed.startsAt, timeZone)} comes between its old and its new time.`;
    warnings.push(warn('moved-past-neighbour', passed.startsAt, text));
  }
  const clash = clashAt(state, moved.clientId, startsAt);
  if (clash) warnings.push(warn('moved-onto-day-off', startsAt, `That day is off: ${nameClash(clash)}.`));
  return [...warnings, ...warnOfPlace(state, moved)];
}

/** The same for the coming occurrences of a new or changed call: each kind of obstacle once. */
export function warnOfCall(state: State, call: StandingCall, now: Temporal.Instant): Reason[] {
  const found = nextOccurrences([call], now, OCCURRENCES_AHEAD).flatMap((each) => warnOfPlace(state, each));
  return found.filter(
    (each, index) =>
      found.findIndex((other) => other.code === each.code && other.values.name === each.values.name) === index,
  );
}

/** What takes the time of an occurrence already, and whether the client is at work then. */
function warnOfPlace(state: State, occurrence: Occurrence): Reason[] {
  const { startsAt, endsAt } = occurrence;
  const { timeZone } = state.settings;
  const client = clientOf(state, occurrence);
  const isOther = ({ ref }: Taken) => !ref || !isSameOccurrence(ref, occurrence);
  const warnings = takenBetween(state, startsAt, endsAt).flatMap((each) => {
    const name = each.name ?? '';
    const at = sayTime(each.startsAt, timeZone);
    if (each.kind === 'call' && isOther(each))
      return [warn('moved-onto-call', each.startsAt, `The call with ${name} is at that time: ${at}.`, name)];
    if (each.kind === 'busy' && !each.isAllDay)
      return [warn('moved-onto-busy', each.startsAt, `Your calendar has something then${of(name)}: ${at}.`, name)];
    if (each.kind === 'focus') return [warn('moved-onto-focus', each.startsAt, `That is focus time: ${at}.`)];
    return [];
  });
  const theirDay = dayOf(startsAt, client.timeZone);
  const isInHours = [theirDay.subtract({ days: 1 }), theirDay]
    .flatMap((day) => clientHours(client, state.holidays, day))
    .some((hours) => isOverlapping(hours, { startsAt, endsAt }));
  const isTheirHoliday = clashAt(state, client.id, startsAt)?.kind === 'client-holiday';
  if (!isInHours && !isTheirHoliday) {
    const text = `It is outside the hours of ${client.name}: ${sayTime(startsAt, client.timeZone)} there.`;
    warnings.push(warn('outside-their-hours', startsAt, text, client.name));
  }
  return warnings;
}

function of(name: string): string {
  return name === '' ? '' : ` (${name})`;
}

function warn(code: string, at: Temporal.Instant, text: string, name?: string): Reason {
  return { code, values: { startsAt: at.toString(), ...(name !== undefined && { name }) }, text };
}
