import { Temporal } from 'temporal-polyfill';
import { freeSlots, isDaytime, nextCallback, nextCallbackAtWork } from '../availability/free';
import { availabilityAt } from '../availability/now';
import { isOverlapping, type Stretch } from '../availability/stretch';
import { isBefore, minutesBetween } from '../days';
import { clientOf } from '../find';
import type { Request, Route } from '../model/request';
import type { State } from '../model/state';

/** A call is promised within this time of a free moment. */
const WITHIN_MINUTES = 60;
/** In less time than this no call is begun. */
const SHORTEST_MINUTES = 10;
/** A free moment is looked for in so many days, where no block is fitting. */
const DAYS = 3;
/** Times are named in steps of so many minutes. */
const STEP_MINUTES = 5;

/**
 * When I can call them about a request, in my working hours: the callback block that runs or comes next. Where the verdict
 * names a block outside my hours, no call is promised: it is mine to use, not theirs to wait for. What is for now has the
 * first moment that is free, if that comes sooner; so has what was put into a block by hand where none is at a time when
 * they can be called. Outside my hours that is this very moment, and only where it was chosen by hand.
 */
export function momentToCall(state: State, request: Request, route: Route, now: Temporal.Instant): Stretch | undefined {
  const { timeZone } = clientOf(state, request);
  const named = nextCallback(state, now);
  const block = nextCallbackAtWork(state, now);
  if (route === 'callback' && named && isDaytime(named, timeZone))
    return block && isOverlapping(block, named) ? block : undefined;
  const isByHand = request.override?.route === route;
  if (route !== 'now' && !(route === 'callback' && isByHand)) return block;
  const free = [freeNow(state, isByHand, now), ...freeSlots(state, now, DAYS, SHORTEST_MINUTES)].flatMap((slot) =>
    slot ? [inSteps(slot)] : [],
  );
  const moment = free.find((slot) => isLongEnough(slot) && isDaytime(slot, timeZone));
  if (!moment) return block;
  return block && isDaytime(block, timeZone) && isBefore(block.startsAt, moment.startsAt) ? block : moment;
}

/** The moment itself, where I am free; outside my hours, where it was decided that it is for now. */
function freeNow(state: State, isByHand: boolean, now: Temporal.Instant): Stretch | undefined {
  const { now: is, until } = availabilityAt(state, now);
  if (is !== 'free' && !(is === 'off' && isByHand)) return undefined;
  return { startsAt: now, endsAt: until ?? now.add({ minutes: WITHIN_MINUTES }) };
}

function isLongEnough({ startsAt, endsAt }: Stretch): boolean {
  return minutesBetween(startsAt, endsAt) >= SHORTEST_MINUTES;
}

/** Its first hour, on times as people name them. */
function inSteps({ startsAt, endsAt }: Stretch): Stretch {
  const step = STEP_MINUTES * 60_000;
  const from = Temporal.Instant.fromEpochMilliseconds(Math.ceil(startsAt.epochMilliseconds / step) * step);
  const last = from.add({ minutes: WITHIN_MINUTES });
  return { startsAt: from, endsAt: isBefore(endsAt, last) ? endsAt : last };
}
