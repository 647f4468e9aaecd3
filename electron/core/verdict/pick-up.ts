import type { Temporal } from 'temporal-polyfill';
import { isDaytime, nextCallback } from '../availability/free';
import { impromptuLeft } from '../availability/impromptu';
import { availabilityAt, nameState } from '../availability/now';
import { takingPlace } from '../calls/clashes';
import { dayOf, isBefore, sayTime } from '../days';
import type { Client } from '../model/client';
import type { State } from '../model/state';
import { blockReason, nextCallReason } from './calls';
import { casesOf } from './cases';
import { allowanceReasons, burstOf } from './facts';
import { freeAndAllowed, sayClock } from './good-service';
import { because, type Reason, type Verdict } from './shape';

/** A call that is picked up takes so long. */
const CALL_MINUTES = 10;

/** Whoever rings is judged by those who rang before. */
export const RINGING = 'phone';

/**
 * Whether to pick up when a client calls at this moment. `now` where their own call runs, an emergency of theirs is open, or allowance is left and the
 * moment is free; else where what they want will go.
 */
export function pickUpOf(state: State, client: Client, now: Temporal.Instant): Verdict {
  const cases = casesOf(state, client.id, RINGING, now);
  return { ...decide(state, client, now), ...(Object.keys(cases).length > 0 && { cases }) };
}

function decide(state: State, client: Client, now: Temporal.Instant): Verdict {
  const { timeZone } = state.settings;
  const calls = state.calls.filter((call) => call.clientId === client.id);
  const [call] = takingPlace(state, calls, now, 1);
  if (call && !isBefore(now, call.startsAt))
    return {
      route: 'now',
      reasons: [because('call-runs', `Your call with ${client.name} runs.`, { client: client.name })],
    };
  if (hasEmergency(state, client))
    return { route: 'now', reasons: [because('emergency-open', 'An emergency of theirs is open.')] };
  const isBurst = burstOf(contactsNow(state, client, now), client) !== undefined;
  const service = isBurst ? undefined : freeAndAllowed(state, client, CALL_MINUTES, 'pick-up', now);
  if (service) return { route: 'now', reasons: [service] };

  const reasons: Reason[] = [...whyNot(state, client, isBurst, now), ...allowanceReasons(state, client, now)];
  if (call)
    return { route: 'standing-call', until: call.startsAt, reasons: [...reasons, nextCallReason(call, timeZone)] };
  const block = nextCallback(state, now);
  if (!block || !isDaytime(block, client.timeZone)) return { route: 'callback', reasons };
  const until = block.blockStartedAt ?? block.startsAt;
  return { route: 'callback', until, reasons: [...reasons, blockReason(until, timeZone)] };
}

/** Whether an emergency of theirs is open, and was not put elsewhere by hand. */
function hasEmergency(state: State, client: Client): boolean {
  return state.requests.some(
    ({ clientId, status, emergency, override }) =>
      clientId === client.id && status === 'open' && emergency && !override?.isEmergency,
  );
}

/** The contacts of a client's open requests that lie within their joining time. */
function contactsNow(state: State, client: Client, now: Temporal.Instant) {
  const since = now.subtract({ minutes: client.joinWithinMinutes }).toString();
  return state.requests
    .filter((request) => request.clientId === client.id)
    .flatMap((request) => request.contacts.filter((contact) => contact.at >= since));
}

function whyNot(state: State, client: Client, isBurst: boolean, now: Temporal.Instant): Reason[] {
  if (isBurst) return [because('burst-now', 'They call in a burst: it is one request, and can ring.')];
  if (impromptuLeft(state, client, now).today === 0) return [];
  const availability = availabilityAt(state, now);
  const { until } = availability;
  const is = nameState(availability);
  const { timeZone } = state.settings;
  const isToday = until && dayOf(until, timeZone).equals(dayOf(now, timeZone));
  const clock = until ? ` until ${isToday ? sayClock(until, timeZone) : sayTime(until, timeZone)}` : '';
  const text = `${TIED_UP[is]}${clock}.`;
  return [because('tied-up', text, { is, ...(until && { freeUntil: until.toString() }) })];
}

const TIED_UP = {
  free: 'You are free for a moment only,',
  call: 'You are in a call',
  busy: 'You are busy',
  focus: 'You are in focus time',
  off: 'You are off',
  'day-off': 'It is your day off',
  holiday: 'It is a holiday',
} as const satisfies Record<ReturnType<typeof nameState>, string>;
