import type { Temporal } from 'temporal-polyfill';
import { freeForBoth } from '../availability/client-slots';
import type { Stretch } from '../availability/stretch';

import { atLocal, dayOf, isBefore, weekOf } from '../days';
import { clientOf } from '../find';
import { fitsInto } from '../fits';
import type { Client } from '../model/client';
import type { State } from '../model/state';
import { type Clash, clashAt, clashOf } from './clashes';
import { type Occurrence, occurrencesBetween } from './occurrences';

/** A coming occurrence that falls on a holiday or a day off and is not decided yet. */
export interface ClashAhead {
  occurrence: Occurrence;
  client: Client;
  clash: Clash;
  /** Times it could move to, the best first; none where it had better be skipped. */
  moveTo: Temporal.Instant[];
}

const PROPOSALS = 3;
/** A call moves by no more days than would bring it to the one before or after. */
const DAYS_AROUND = 6;
const STEP_MINUTES = 30;

/** Occurrences that begin in the next weeks and clash, in order of their start, each with times to move it to. */
export function clashesAhead(state: State, now: Temporal.Instant, weeks: number): ClashAhead[] {
  return occurrencesBetween(state.calls, now, now.add({ hours: 24 * 7 * weeks }))
    .filter((occurrence) => isBefore(now, occurrence.startsAt))
    .flatMap((occurrence) => {
      const clash = clashOf(state, occurrence);
      if (!clash) return [];
      const client = clientOf(state, occurrence);
      return [{ occurrence, client, clash, moveTo: proposeMoves(state, client, occurrence, now) }];
    });
}

interface Move {
  startsAt: Temporal.Instant;
  isSameWeek: boolean;
  isSameTime: boolean;
  away: number;
}

/**
 * Up to three times that an occurrence could move to: one a day, in the same week before the days around it, at the same
 * time of day before another; I am free, both sides are at work, and the client has no other call on that day.
 */
export function proposeMoves(
  state: State,
  client: Client,
  occurrence: Occurrence,
  now: Temporal.Instant,
): Temporal.Instant[] {
  const { timeZone, weekStartsOn } = state.settings;
  const local = occurrence.startsAt.toZonedDateTimeISO(occurrence.timeZone).toPlainDateTime();
  const day = dayOf(occurrence.startsAt, timeZone);
  // From now on, so that the notice I want is counted from now.
  const today = dayOf(now, timeZone);
  const days = today.until(day).days + DAYS_AROUND + 1;
  const openings = freeForBoth(state, client, now, days, occurrence.minutes);
  const week = weekOf(day, weekStartsOn);
  const taken = daysWithCalls(state, occurrence);

  const moves: Move[] = [];
  for (let away = -DAYS_AROUND; away <= DAYS_AROUND; away++) {
    const wanted = atLocal(local.add({ days: away }), occurrence.timeZone);
    const startsAt = away === 0 ? undefined : findTime(openings, wanted, occurrence);
    // Nobody can be told of a call that was moved to today.
    if (!startsAt || dayOf(startsAt, timeZone).equals(today)) continue;
    if (clashAt(state, client.id, startsAt) || taken.has(dayOf(startsAt, client.timeZone).toString())) continue;
    moves.push({
      startsAt,
      isSameWeek: weekOf(dayOf(startsAt, timeZone), weekStartsOn).equals(week),
      isSameTime: startsAt.equals(wanted),
      away,
    });
  }
  return moves
    .sort(compareMoves)
    .slice(0, PROPOSALS)
    .map((move) => move.startsAt);
}

function compareMoves(one: Move, other: Move): number {
  return (
    Number(other.isSameWeek) - Number(one.isSameWeek) ||
    Number(other.isSameTime) - Number(one.isSameTime) ||
    Math.abs(one.away) - Math.abs(other.away) ||
    // As near: what comes earlier leaves nobody waiting.
    one.away - other.away
  );
}

/** The time wanted where it is open, else the nearest on the same day of the call's zone, in half hours from it. */
function findTime(
  openings: readonly Stretch[],
  wanted: Temporal.Instant,
  { timeZone, minutes }: Occurrence,
): Temporal.Instant | undefined {
  const day = dayOf(wanted, timeZone);
  for (let apart = 0; apart < 24 * 60; apart += STEP_MINUTES)
    for (const startsAt of [wanted.subtract({ minutes: apart }), wanted.add({ minutes: apart })])
      if (fitsInto(openings, startsAt, minutes) && dayOf(startsAt, timeZone).equals(day)) return startsAt;
  return undefined;
}

/** Days of the client's zone on which another call with them takes place around an occurrence. */
function daysWithCalls(state: State, occurrence: Occurrence): Set<string> {
  const client = clientOf(state, occurrence);
  const calls = state.calls.filter((call) => call.clientId === client.id);
  const reach = { hours: 24 * (DAYS_AROUND + 1) };
  return new Set(
    occurrencesBetween(calls, occurrence.startsAt.subtract(reach), occurrence.startsAt.add(reach))
      .filter((each) => !each.startsAt.equals(occurrence.startsAt) && !clashOf(state, each))
      .map((each) => dayOf(each.startsAt, client.timeZone).toString()),
  );
}
