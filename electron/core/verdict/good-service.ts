import { Temporal } from 'temporal-polyfill';
import { clientHours } from '../availability/client-slots';
import { impromptuLeft } from '../availability/impromptu';
import { availabilityAt } from '../availability/now';
import { contains } from '../availability/stretch';
import { callbacksDue } from '../callbacks';
import type { Occurrence } from '../calls/occurrences';
import { dayOf, isBefore, minutesBetween } from '../days';
import { isInterruption, isMissed } from '../interruptions';
import { allowanceUsed } from '../load';
import type { Client } from '../model/client';
import type { Request } from '../model/request';
import type { State } from '../model/state';
import { lastContact } from '../records';
import { promisedCall } from '../requests/replies';
import { burstOf } from './facts';
import { because, type Reason } from './shape';

/** So long after they tried they are likely to be in reach still. */
const IN_REACH_MINUTES = 60;
/** No call is begun in less time than this. */
const CALL_MINUTES = 10;

/**
 * Why calling back now is good service, where it is: somebody who prefers calls tried within the hour and was not
 * answered, allowance is left, the moment is free, they are at work. Never in a burst, since that would teach that
 * bursts work; nor where I have named a call already, or it is today.
 */
export function callBackNow(
  state: State,
  request: Request,
  client: Client,
  call: Occurrence | undefined,
  now: Temporal.Instant,
): Reason | undefined {
  const last = lastContact(request);
  if (client.prefers !== 'call' || request.status !== 'open') return undefined;
  if (!isMissed(last) || !isInterruption(last) || burstOf(request.contacts, client)) return undefined;
  if (minutesBetween(Temporal.Instant.from(last.at), now) > IN_REACH_MINUTES) return undefined;
  if (promisedCall(request) || request.pin || callbacksDue([request]).length === 0) return undefined;
  const { timeZone } = state.settings;
  if (call && dayOf(call.startsAt, timeZone).equals(dayOf(now, timeZone))) return undefined;
  const theirs = clientHours(client, state.holidays, dayOf(now, client.timeZone));
  if (!theirs.some((hours) => contains(hours, now))) return undefined;
  return freeAndAllowed(state, client, Math.max(CALL_MINUTES, request.minutes), 'call-back-now', now);
}

/** Why answering is good service, where allowance is left and the moment is free for so long. */
export function freeAndAllowed(
  state: State,
  client: Client,
  minutes: number,
  code: 'call-back-now' | 'pick-up',
  now: Temporal.Instant,
): Reason | undefined {
  if (impromptuLeft(state, client, now).today === 0) return undefined;
  const { now: is, until } = availabilityAt(state, now);
  if (is !== 'free' || (until && isBefore(until, now.add({ minutes })))) return undefined;
  const used = allowanceUsed(state, client.id, now);
  const { allowance } = client;
  const free = until ? ` and you are free until ${sayClock(until, state.settings.timeZone)}` : ' and you are free';
  const what = code === 'pick-up' ? 'picking up' : 'calling back now';
  const text = `${used} of ${allowance} impromptu calls used this week${free}: ${what} is good service.`;
  return because(code, text, { used, allowance, ...(until && { freeUntil: until.toString() }) });
}

/** A time of day in a zone: `12:00`. */
export function sayClock(instant: Temporal.Instant, timeZone: string): string {
  return instant.toZonedDateTimeISO(timeZone).toPlainTime().toString({ smallestUnit: 'minute' });
}
