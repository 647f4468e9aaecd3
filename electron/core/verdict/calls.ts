import { Temporal } from 'temporal-polyfill';
import { pinOf, placeOf } from '../agenda';
import { isDaytime, nextCallback } from '../availability/free';
import { type Clash, nextOff, takingPlace } from '../calls/clashes';
import { isSameOccurrence, type Occurrence } from '../calls/occurrences';
import { dayOf, isBefore, sayTime, startOfDay } from '../days';
import type { Client } from '../model/client';
import type { Request } from '../model/request';
import type { State } from '../model/state';
import { because, type Reason } from './shape';

/** The ways a request can come up: the standing call that takes it, and the callback block. */
export interface Ways {
  call?: Occurrence;
  /**
   * When the block begins, where it is at a time when they can be called, and from when on a call can be returned; looked
   * for when first asked for, since most requests have a call.
   */
  readonly block?: { startsAt: Temporal.Instant; from: Temporal.Instant };
}

/**
 * What a request can wait for. One that waits for an answer or is parked stands on no agenda: it comes up in the first
 * call or block that is not before the day it comes back.
 */
export function waysFor(state: State, request: Request, client: Client, now: Temporal.Instant): Ways {
  const { parkedUntil } = request;
  const back = parkedUntil && startOfDay(Temporal.PlainDate.from(parkedUntil), state.settings.timeZone);
  const from = back && isBefore(now, back) ? back : now;
  const theirs = state.calls.filter((call) => call.clientId === client.id);
  const call =
    placeOf(state, request.id, now) ?? (request.status === 'open' ? undefined : takingPlace(state, theirs, from, 1)[0]);
  let block: { found: Ways['block'] } | undefined;
  return {
    ...(call && { call }),
    get block() {
      block ??= { found: blockFor(state, client, from) };
      return block.found;
    },
  };
}

function blockFor(state: State, client: Client, from: Temporal.Instant): Ways['block'] {
  const offered = nextCallback(state, from);
  if (!offered || !isDaytime(offered, client.timeZone)) return undefined;
  return { startsAt: offered.blockStartedAt ?? offered.startsAt, from: offered.startsAt };
}

/** Whether a call is today or tomorrow, on my calendar. */
export function isSoon(call: Occurrence | undefined, timeZone: string, now: Temporal.Instant): boolean {
  return call !== undefined && dayOf(now, timeZone).until(dayOf(call.startsAt, timeZone)).days <= 1;
}

/** Why it is this call and not the one that would have come first: that is full, or clashes. */
export function callReasons(state: State, request: Request, call: Occurrence, now: Temporal.Instant): Reason[] {
  return [...clashReasons(state, call, now), ...fullReasons(state, request, call, now)];
}

/** That the call which takes place first has no room left. */
function fullReasons(state: State, request: Request, call: Occurrence, now: Temporal.Instant): Reason[] {
  if (request.status !== 'open' || pinOf(request)) return [];
  const calls = state.calls.filter((each) => each.clientId === call.clientId);
  const [first] = takingPlace(state, calls, now, 1);
  if (!first || isSameOccurrence(first, call) || !isBefore(now, first.startsAt)) return [];
  const text = `The call of ${sayTime(first.startsAt, state.settings.timeZone)} is full.`;
  return [because('call-full', text, { startsAt: first.startsAt.toString() })];
}

/** Why the call that would have come first is none. */
export function clashReasons(state: State, call: Occurrence, now: Temporal.Instant): Reason[] {
  const off = nextOff(state, call.clientId, now);
  if (!off || !isBefore(off.startsAt, call.startsAt)) return [];
  const { timeZone } = state.settings;
  const { kind, name, date } = off.clash;
  const away = dayOf(now, timeZone).until(dayOf(off.startsAt, timeZone)).days;
  const [day = ''] = sayTime(off.startsAt, timeZone).split(',');
  const which = away <= 6 ? `${day.split(' ')[0]}'s call` : `The call of ${day}`;
  const text = `${which} ${FALLS_ON[kind]}${name === '' ? '' : ` (${name})`}.`;
  return [because('call-clash', text, { startsAt: off.startsAt.toString(), kind, name, date })];
}

const FALLS_ON: Record<Clash['kind'], string> = {
  'my-day-off': 'falls on your day off',
  'my-holiday': 'falls on a public holiday',
  'client-holiday': 'falls on a public holiday of theirs',
};

/** That it is on this call: the next one, or the next that has room for it. */
export function nextCallReason(call: Occurrence, timeZone: string, why: readonly Reason[] = []): Reason {
  const which = why.some(({ code }) => code === 'call-full') ? 'Next call with room' : 'Next call';
  const text = `${which} ${sayTime(call.startsAt, timeZone)}.`;
  return because('next-call', text, { startsAt: call.startsAt.toString() });
}

/** That it is for this block. */
export function blockReason(startsAt: Temporal.Instant, timeZone: string): Reason {
  return because('callback-block', `Callback block ${sayTime(startsAt, timeZone)}.`, { startsAt: startsAt.toString() });
}
