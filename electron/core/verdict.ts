import { Temporal } from 'temporal-polyfill';
import { isPromiseBroken, pinOf } from './agenda';
import type { Occurrence } from './calls/occurrences';
import { dayOf, isBefore, sayDay, sayTime, startOfDay } from './days';
import { clientOf } from './find';
import type { Client } from './model/client';
import type { Override, Request } from './model/request';
import type { State } from './model/state';
import { isOver } from './records';
import { promisedCall } from './requests/replies';
import { blockReason, callReasons, clashReasons, isSoon, nextCallReason, type Ways, waysFor } from './verdict/calls';
import { type Cases, casesOf, kindOf } from './verdict/cases';
import { factsOf } from './verdict/facts';
import { callBackNow } from './verdict/good-service';
import { learnedReason, learnLater, learnSooner } from './verdict/learned';
import { askedAt, isUnclear, knownAnswers, questionsOpen } from './verdict/questions';
import { because, type Reason, type Verdict } from './verdict/shape';

export type { Route } from './model/request';
export type { Reason, Verdict } from './verdict/shape';

/**
 * Where a request goes and why. The first that holds decides: an emergency; what was chosen by hand; a promise at risk;
 * that somebody else decides; that calling back now is good service; that urgent says nothing; the next call that comes
 * in time; a callback block that does; now. What was learned of its like brings it forward from the call to the block.
 */
export function verdictOf(state: State, request: Request, now: Temporal.Instant): Verdict {
  const client = clientOf(state, request);
  if (isOver(request)) return { route: 'now', reasons: [because('settled', 'Settled already.')] };
  const ways = waysFor(state, request, client, now);
  const cases = casesOf(state, client.id, kindOf(request), now);
  const ask = questionsOpen(request, knownAnswers(state, request), !isInTime(request, ways, client));
  return {
    ...decide(state, request, client, { ways, cases }, now),
    ...(ask.length > 0 && { ask }),
    ...(Object.keys(cases).length > 0 && { cases }),
  };
}

interface Ground {
  ways: Ways;
  cases: Cases;
}

function decide(state: State, request: Request, client: Client, ground: Ground, now: Temporal.Instant): Verdict {
  const { timeZone } = state.settings;
  const { ways, cases } = ground;
  const { call } = ways;
  const { override } = request;
  if (request.emergency && !override?.isEmergency)
    return { route: 'now', reasons: [emergencyReason(request, client.name)] };
  const facts = factsOf(state, request, client, now);
  if (override) return chosen(override, facts, ways);
  const atRisk = promiseAtRisk(state, request, ways, now);
  if (atRisk) return atRisk;
  const decider = deciderReason(request);
  if (decider) return { route: 'ask-first', reasons: [decider] };

  const service = callBackNow(state, request, client, call, now);
  const later = learnLater(cases, state.settings);
  // It says itself how much of the allowance is used.
  const others = facts.filter(({ code }) => code !== 'allowance');
  if (service && !later.isSure) return { route: 'now', reasons: [service, ...others] };
  const reasons = service ? [learnedReason('learned-later', later), ...facts] : facts;

  if (isUnclear(request) && askedAt(request) === undefined && !isSoon(call, timeZone, now)) {
    const until = call?.startsAt ?? ways.block?.startsAt;
    const unclear = because('urgent-unclear', 'Called urgent; nothing says by when, for whom or what for.');
    const rest = reasons.filter(({ code }) => code !== 'urgent-without-day');
    return { route: 'ask-first', ...(until && { until }), reasons: [unclear, ...rest] };
  }
  if (call && isInTime(request, ways, client)) return onCall(state, request, call, ground, reasons, now);
  return beforeCall(state, request, client, ways, reasons, now);
}

/** Whether its call begins by the end of the day it is needed, counted in the client's zone. */
function isInTime({ neededBy }: Request, { call }: Ways, client: Client): boolean {
  return neededBy === undefined || (call !== undefined && neededBy >= dayOf(call.startsAt, client.timeZone).toString());
}

/** On the call, or in the block before it where too many like it could not wait. */
function onCall(
  state: State,
  request: Request,
  call: Occurrence,
  { ways, cases }: Ground,
  facts: readonly Reason[],
  now: Temporal.Instant,
): Verdict {
  const { settings } = state;
  const sooner = learnSooner(cases, settings);
  const isLoose = request.status === 'open' && !pinOf(request);
  const block = sooner.isSure && isLoose ? ways.block : undefined;
  if (block && isBefore(block.startsAt, call.startsAt)) {
    const reasons = [learnedReason('learned-sooner', sooner), ...facts, blockReason(block.startsAt, settings.timeZone)];
    return { route: 'callback', until: block.startsAt, reasons };
  }
  const why = callReasons(state, request, call, now);
  const reasons = [...facts, ...why, nextCallReason(call, settings.timeZone, why)];
  return { route: 'standing-call', until: call.startsAt, reasons };
}

/** No call comes in time: the callback block where it does, else now. */
function beforeCall(
  state: State,
  { neededBy }: Request,
  client: Client,
  { call, block }: Ways,
  facts: readonly Reason[],
  now: Temporal.Instant,
): Verdict {
  const { timeZone } = state.settings;
  const reasons = [...facts];
  if (call) reasons.unshift(...clashReasons(state, call, now));
  if (call && neededBy !== undefined) {
    const text = `Needed by ${sayDay(neededBy)}, before the next call ${sayTime(call.startsAt, timeZone)}.`;
    reasons.unshift(because('needed-before-call', text, { neededBy }));
  } else reasons.push(because('no-standing-call', `No standing call with ${client.name} takes it.`));

  const deadline = neededBy && startOfDay(Temporal.PlainDate.from(neededBy).add({ days: 1 }), client.timeZone);
  if (block && (!deadline || isBefore(block.from, deadline))) {
    reasons.push(blockReason(block.startsAt, timeZone));
    return { route: 'callback', until: block.startsAt, reasons };
  }
  reasons.push(because('no-other-way', 'No call and no callback block comes in time.'));
  return { route: 'now', reasons };
}

/** As it was chosen by hand: when the call or block of that route comes. */
function chosen({ route, to, said }: Override, facts: readonly Reason[], ways: Ways): Verdict {
  const until =
    route === 'callback' ? ways.block?.startsAt : route === 'standing-call' ? ways.call?.startsAt : undefined;
  const text = to ? `You chose it: for ${to}.` : 'You chose it.';
  const reason = because('override', text, { said, ...(to && { to }) });
  return { route, ...(until && { until }), ...(to && { to }), reasons: [reason, ...facts] };
}

/** A sent reply named a call that does not take place then: they should hear of it before, in the block or now. */
function promiseAtRisk(state: State, request: Request, ways: Ways, now: Temporal.Instant): Verdict | undefined {
  const promised = promisedCall(request);
  if (!promised || !isPromiseBroken(state, request, now)) return undefined;
  const { timeZone } = state.settings;
  const named = Temporal.Instant.from(promised.startsAt);
  const text = `You named the call ${sayTime(named, timeZone)}, which does not take place then: tell them.`;
  const risk = because('promise-at-risk', text, { startsAt: promised.startsAt });
  const { block } = ways;
  return block && isBefore(block.from, named)
    ? { route: 'callback', until: block.startsAt, reasons: [risk, blockReason(block.startsAt, timeZone)] }
    : { route: 'now', reasons: [risk] };
}

function deciderReason({ mine, decidedBy }: Request): Reason | undefined {
  if (decidedBy) return because('decided-by', `${sayName(decidedBy)} decides this.`, { decidedBy });
  return mine === false ? because('not-mine', 'Somebody else decides this.') : undefined;
}

/** A name as it begins a sentence: "his VP" is written with a capital there. */
function sayName(name: string): string {
  return name.charAt(0).toLocaleUpperCase() + name.slice(1);
}

function emergencyReason(request: Request, client: string): Reason {
  return request.emergency === 'confirmed'
    ? because('emergency', 'An emergency.')
    : because('emergency-words', `In words ${client} and you agreed to call an emergency.`, { client });
}
