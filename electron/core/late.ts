import { Temporal } from 'temporal-polyfill';
import { clientHours, slotsFor } from './availability/client-slots';
import { isDaytime, nextCallback } from './availability/free';
import type { Stretch } from './availability/stretch';
import { takenBetween } from './availability/taken';
import { workingStretches } from './availability/working-time';
import type { Occurrence } from './calls/occurrences';
import { dayOf, isBefore, minutesBetween, startOfDay } from './days';
import { fitsInto } from './fits';
import type { Client } from './model/client';
import type { Request } from './model/request';
import type { State } from './model/state';

/** An item that no call takes by the day it is needed. */
export interface LateItem {
  request: Request;
  /** The call it is on all the same; absent when no call takes it. */
  placedOn?: Occurrence;
  /** What would meet the day, the way that changes least first; worked out when first asked for. */
  readonly ways: Way[];
}

/**
 * How an item can be answered in time: a call that is made longer (`minutes` is its whole length then), an extra call,
 * the next callback block, or in writing.
 */
export type Way =
  | { kind: 'longer'; occurrence: Occurrence; minutes: number }
  | { kind: 'extra'; callId: string; slot: Stretch }
  | { kind: 'callback'; startsAt: Temporal.Instant; endsAt: Temporal.Instant }
  | { kind: 'written' };

/** What a call holds already. */
interface Filled {
  occurrence: Occurrence;
  items: readonly Request[];
  minutesPlanned: number;
}

/** A call is made longer by no more than this. */
const LONGER_AT_MOST = 60;
/** Longest that a call can be. */
const CALL_AT_MOST = 480;
const EXTRA_CALLS = 2;
/** Nobody can be asked for a call sooner than this. */
const LEAD_MINUTES = 60;
/** Extra calls are looked for in so many days. */
const EXTRA_DAYS = 30;

/** The items whose place, or want of one, does not meet the day they are needed by, counted in the client's zone. */
export function lateItems(
  state: State,
  client: Client,
  filled: readonly Filled[],
  unplaced: readonly Request[],
  now: Temporal.Instant,
): LateItem[] {
  const placed = filled.flatMap(({ occurrence, items }) =>
    items.filter((item) => !isInTime(occurrence, item, client)).map((request) => ({ request, placedOn: occurrence })),
  );
  const without = unplaced.filter((request) => request.neededBy !== undefined).map((request) => ({ request }));
  return [...placed, ...without].map((late) => {
    let ways: Way[] | undefined;
    return {
      ...late,
      // Looking for free times takes a while, and most views ask for one client's at most.
      get ways() {
        ways ??= waysFor(state, client, late.request, filled, now);
        return ways;
      },
    };
  });
}

/** Whether an occurrence begins by the end of the day that the item is needed by, counted in the client's zone. */
function isInTime(occurrence: Pick<Occurrence, 'startsAt'>, item: Request, client: Client): boolean {
  return item.neededBy === undefined || dayOf(occurrence.startsAt, client.timeZone).toString() <= item.neededBy;
}

function waysFor(state: State, client: Client, item: Request, filled: readonly Filled[], now: Temporal.Instant): Way[] {
  if (item.neededBy === undefined) return [];
  const deadline = startOfDay(Temporal.PlainDate.from(item.neededBy).add({ days: 1 }), client.timeZone);
  if (!isBefore(now, deadline)) return [{ kind: 'written' }];
  return [
    ...longerCall(state, client, item, filled),
    ...extraCalls(state, client, item, deadline, now),
    ...callbackIn(state, client, deadline, now),
    { kind: 'written' },
  ];
}

/** The first call in time that can be made long enough, while both sides are there and nothing follows it. */
function longerCall(state: State, client: Client, item: Request, filled: readonly Filled[]): Way[] {
  for (const { occurrence, minutesPlanned } of filled) {
    if (!isInTime(occurrence, item, client)) return [];
    const minutes = minutesPlanned + item.minutes;
    const more = minutes - occurrence.minutes;
    if (more <= 0 || more > LONGER_AT_MOST || minutes > CALL_AT_MOST) continue;
    if (isFree(state, client, occurrence.endsAt, more)) return [{ kind: 'longer', occurrence, minutes }];
  }
  return [];
}

/** Whether both sides are at work for so many minutes from an instant on, and nothing of mine begins in them. */
function isFree(state: State, client: Client, startsAt: Temporal.Instant, minutes: number): boolean {
  const mine = workingStretches(state, dayOf(startsAt, state.settings.timeZone), 2);
  const theirs = clientHours(client, state.holidays, dayOf(startsAt, client.timeZone));
  return (
    fitsInto(mine, startsAt, minutes) &&
    fitsInto(theirs, startsAt, minutes) &&
    takenBetween(state, startsAt, startsAt.add({ minutes })).every(({ kind }) => kind === 'free')
  );
}

/** Free times for one more call before the deadline; it is as long as the client's calls are. */
function extraCalls(
  state: State,
  client: Client,
  item: Request,
  deadline: Temporal.Instant,
  now: Temporal.Instant,
): Way[] {
  const call = state.calls.find((each) => each.clientId === client.id && each.endsOn === undefined);
  const days = Math.ceil(minutesBetween(now, deadline) / (24 * 60)) + 1;
  if (!call || days > EXTRA_DAYS) return [];
  const minutes = Math.max(call.minutes, item.minutes);
  return slotsFor(state, client, now.add({ minutes: LEAD_MINUTES }), { days, minutes, count: EXTRA_CALLS })
    .filter((slot) => !isBefore(deadline, slot.endsAt))
    .map(({ startsAt, endsAt }) => ({ kind: 'extra', callId: call.id, slot: { startsAt, endsAt } }));
}

function callbackIn(state: State, client: Client, deadline: Temporal.Instant, now: Temporal.Instant): Way[] {
  const callback = nextCallback(state, now);
  if (!callback || !isDaytime(callback, client.timeZone) || isBefore(deadline, callback.endsAt)) return [];
  return [{ kind: 'callback', startsAt: callback.startsAt, endsAt: callback.endsAt }];
}
