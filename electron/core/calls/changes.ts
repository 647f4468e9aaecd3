import { Temporal } from 'temporal-polyfill';
import { findCall, findClient } from '../find';
import type { Exception, StandingCall } from '../model/call';
import type { State } from '../model/state';
import type { Moment } from '../moment';
import { putCall, UNSTAMPED } from '../records';
import { refuse } from '../refuse';
import { isInRule } from './occurrences';
import { checkRule } from './rule';
import { normaliseRule } from './rule-parts';

type CallFields = Pick<StandingCall, 'rule' | 'start' | 'timeZone' | 'minutes'>;

/** Adds a standing call; refuses a rule that is never met, met too often, or can't be read. */
export function addCall(
  state: State,
  clientName: string,
  fields: CallFields,
  moment: Moment,
): { state: State; call: StandingCall } {
  const client = findClient(state, clientName);
  const rule = normaliseRule(fields.rule);
  checkRule(rule, fields.start, fields.timeZone);
  const call: StandingCall = {
    id: moment.newId('call'),
    ...UNSTAMPED,
    clientId: client.id,
    rule,
    start: fields.start,
    timeZone: fields.timeZone,
    minutes: fields.minutes,
    exceptions: [],
  };
  return { state: putCall(state, call), call };
}

/** Changes a standing call, `endsOn: null` lets it go on; skips and moves of occurrences that the new rule no longer has are let go. */
export function setCall(
  state: State,
  name: string,
  fields: Partial<CallFields> & { endsOn?: string | null },
): { state: State; call: StandingCall } {
  const { endsOn: formerEnd, ...former } = findCall(state, name);
  const endsOn = fields.endsOn === undefined ? formerEnd : fields.endsOn;
  const changed: StandingCall = {
    ...former,
    rule: fields.rule === undefined ? former.rule : normaliseRule(fields.rule),
    start: fields.start ?? former.start,
    timeZone: fields.timeZone ?? former.timeZone,
    minutes: fields.minutes ?? former.minutes,
    ...(endsOn != null && { endsOn }),
  };
  checkRule(changed.rule, changed.start, changed.timeZone);
  const call = {
    ...changed,
    exceptions: changed.exceptions.filter((exception) => isInRule(changed, exception.occurrence)),
  };
  return { state: putCall(state, call), call };
}

/** Leaves one occurrence out. */
export function skipOccurrence(state: State, name: string, occurrence: string): { state: State; call: StandingCall } {
  return except(state, name, { occurrence });
}

/** Moves one occurrence to another local time of the call's zone; its agenda goes with it. */
export function moveOccurrence(
  state: State,
  name: string,
  occurrence: string,
  to: string,
): { state: State; call: StandingCall } {
  if (to === occurrence) return keepOccurrence(state, name, occurrence);
  return except(state, name, { occurrence, movedTo: to });
}

/** Takes back a skip or a move. */
export function keepOccurrence(state: State, name: string, occurrence: string): { state: State; call: StandingCall } {
  const former = findCall(state, name);
  refuseStranger(former, occurrence);
  const call = { ...former, exceptions: without(former.exceptions, occurrence) };
  return { state: putCall(state, call), call };
}

/** Ends a standing call: the day given is the last on which it takes place. */
export function endCall(state: State, name: string, on: string): { state: State; call: StandingCall } {
  const former = findCall(state, name);
  if (Temporal.PlainDate.compare(on, former.start.slice(0, 10)) < 0)
    refuse('invalid', `${on} is before the first call on ${former.start.slice(0, 10)}.`, {
      field: 'on',
      action: 'Remove the call instead.',
    });
  const call = { ...former, endsOn: on };
  return { state: putCall(state, call), call };
}

function except(state: State, name: string, exception: Exception): { state: State; call: StandingCall } {
  const former = findCall(state, name);
  refuseStranger(former, exception.occurrence);
  const call = { ...former, exceptions: [...without(former.exceptions, exception.occurrence), exception] };
  return { state: putCall(state, call), call };
}

function without(exceptions: readonly Exception[], occurrence: string): Exception[] {
  return exceptions.filter((each) => each.occurrence !== occurrence);
}

function refuseStranger(call: StandingCall, occurrence: string): void {
  if (!isInRule(call, occurrence))
    refuse('not-an-occurrence', `This call does not take place on ${occurrence.replace('T', ' at ')}.`, {
      field: 'occurrence',
      action: 'Name it by its original local start.',
    });
}
