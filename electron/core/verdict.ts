import { Temporal } from 'temporal-polyfill';
import { pinOf, placeOf } from './agenda';
import { isDaytime, nextCallback } from './availability/free';
import { impromptuLeft } from './availability/impromptu';
import { type Clash, nextOff, takingPlace } from './calls/clashes';
import { isSameOccurrence, type Occurrence } from './calls/occurrences';
import { dayOf, isBefore, sayTime, startOfDay } from './days';
import { clientOf } from './find';
import { isInterruption, isMissed } from './interruptions';
import { allowanceUsed } from './load';
import type { Client } from './model/client';
import type { Request } from './model/request';
import type { State } from './model/state';
import { countContacts, isOver } from './records';

export type Route = 'now' | 'callback' | 'standing-call' | 'ask-first' | 'delegate' | 'decline';

/** Why: a stable code, the facts, and the same in words for people. */
export interface Reason {
  code: string;
  values: Record<string, string | number>;
  text: string;
}

export interface Verdict {
  route: Route;
  /** When the request comes up: the start of the call or block it goes to. */
  until?: Temporal.Instant;
  reasons: Reason[];
}

/** Where a request goes and why, in order: emergencies, what somebody else decides, the next call, a callback block. */
export function verdictOf(state: State, request: Request, now: Temporal.Instant): Verdict {
  const { settings } = state;
  const client = clientOf(state, request);
  if (isOver(request)) return { route: 'now', reasons: [{ code: 'settled', values: {}, text: 'Settled already.' }] };
  if (request.emergency) return { route: 'now', reasons: [emergencyReason(request, client.name)] };
  if (request.mine === false)
    return { route: 'ask-first', reasons: [{ code: 'not-mine', values: {}, text: 'Somebody else decides this.' }] };

  const reasons = factsOf(state, request, now);
  const call = placeOf(state, request.id, now);
  const { neededBy } = request;
  if (call && (neededBy === undefined || neededBy >= dayOf(call.startsAt, client.timeZone).toString())) {
    reasons.push(...clashReasons(state, call, now), ...fullReasons(state, request, call, now));
    const text = `Next call ${sayTime(call.startsAt, settings.timeZone)}.`;
    reasons.push({ code: 'next-call', values: { startsAt: call.startsAt.toString() }, text });
    return { route: 'standing-call', until: call.startsAt, reasons };
  }
  if (call) reasons.unshift(...clashReasons(state, call, now));
  if (call && neededBy !== undefined)
    reasons.unshift({
      code: 'needed-before-call',
      values: { neededBy },
      text: `Needed by ${neededBy}, before the next call ${sayTime(call.startsAt, settings.timeZone)}.`,
    });
  else reasons.push({ code: 'no-standing-call', values: {}, text: `No standing call with ${client.name} takes it.` });

  const offered = nextCallback(state, now);
  const block = offered && isDaytime(offered, client.timeZone) ? offered : undefined;
  const deadline = neededBy && startOfDay(Temporal.PlainDate.from(neededBy).add({ days: 1 }), client.timeZone);
  if (block && (!deadline || isBefore(block.startsAt, deadline))) {
    const until = block.blockStartedAt ?? block.startsAt;
    const text = `Callback block ${sayTime(until, settings.timeZone)}.`;
    reasons.push({ code: 'callback-block', values: { startsAt: until.toString() }, text });
    return { route: 'callback', until, reasons };
  }
  reasons.push({ code: 'no-other-way', values: {}, text: 'No call and no callback block comes in time.' });
  return { route: 'now', reasons };
}

/** That the call which takes place first has no room left. */
function fullReasons(state: State, request: Request, call: Occurrence, now: Temporal.Instant): Reason[] {
  if (pinOf(request)) return [];
  const calls = state.calls.filter((each) => each.clientId === call.clientId);
  const [first] = takingPlace(state, calls, now, 1);
  if (!first || isSameOccurrence(first, call) || !isBefore(now, first.startsAt)) return [];
  const text = `The call of ${sayTime(first.startsAt, state.settings.timeZone)} is full.`;
  return [{ code: 'call-full', values: { startsAt: first.startsAt.toString() }, text }];
}

/** Why the call that would have come first is none. */
function clashReasons(state: State, call: Occurrence, now: Temporal.Instant): Reason[] {
  const off = nextOff(state, call.clientId, now);
  if (!off || !isBefore(off.startsAt, call.startsAt)) return [];
  const { timeZone } = state.settings;
  const { kind, name, date } = off.clash;
  const away = dayOf(now, timeZone).until(dayOf(off.startsAt, timeZone)).days;
  const [day = ''] = sayTime(off.startsAt, timeZone).split(',');
  const which = away <= 6 ? `${day.split(' ')[0]}'s call` : `The call of ${day}`;
  const text = `${which} ${FALLS_ON[kind]}${name === '' ? '' : ` (${name})`}.`;
  return [{ code: 'call-clash', values: { startsAt: off.startsAt.toString(), kind, name, date }, text }];
}

const FALLS_ON: Record<Clash['kind'], string> = {
  'my-day-off': 'falls on your day off',
  'my-holiday': 'falls on a public holiday',
  'client-holiday': 'falls on a public holiday of theirs',
};

function emergencyReason(request: Request, client: string): Reason {
  return request.emergency === 'confirmed'
    ? { code: 'emergency', values: {}, text: 'An emergency.' }
    : { code: 'emergency-words', values: { client }, text: `In words ${client} and you agreed to call an emergency.` };
}

/** What a verdict rests on: how often, whether a day was named, how much of the allowance is used. */
function factsOf(state: State, request: Request, now: Temporal.Instant): Reason[] {
  const reasons: Reason[] = [];
  const count = countContacts(request);
  if (count > 1) reasons.push({ code: 'count', values: { count }, text: `It came up ${count} times.` });
  if (request.claimedUrgent && !request.neededBy)
    reasons.push({ code: 'urgent-without-day', values: {}, text: 'Called urgent; nothing says by when.' });
  else if (request.contacts.some(isMissed) && !request.neededBy)
    reasons.push({ code: 'no-day', values: {}, text: 'Nothing says by when.' });
  if (request.contacts.some(isInterruption)) reasons.push(...allowanceReasons(state, clientOf(state, request), now));
  return reasons;
}

/** What is used of the allowance of the week, and of the day where there is one of its own. */
function allowanceReasons(state: State, client: Client, now: Temporal.Instant): Reason[] {
  const { allowance, allowanceADay } = client;
  const used = allowanceUsed(state, client.id, now);
  const text = `Allowance: ${used} of ${allowance} used this week.`;
  const ofWeek: Reason = { code: 'allowance', values: { used, allowance }, text };
  if (allowanceADay === undefined) return [ofWeek];
  const left = impromptuLeft(state, client, now).today;
  const leftText = left === 0 ? 'No more impromptu calls today.' : `${left} of ${allowanceADay} left today.`;
  return [ofWeek, { code: 'allowance-today', values: { left, allowanceADay }, text: leftText }];
}
