import { Temporal } from 'temporal-polyfill';
import { findCall, findClient } from '../find';
import type { Exception, StandingCall } from '../model/call';
import type { State } from '../model/state';
import type { Moment } from '../moment';
import { putCall, UNSTAMPED } from '../records';
import { refuse } from '../refuse';
import { type CallFields, mergeFields, splitCall } from './following';
import { exceptionOf, isInRule, isRegular } from './occurrences';
import { checkRule } from './rule';
import { normaliseRule } from './rule-parts';

/** As many extra calls as a standing call can have; the same as in its schema. */
const MOST_EXTRA = 500;

interface Changed {
  state: State;
  call: StandingCall;
}

type NewCall = Pick<StandingCall, 'rule' | 'start' | 'minutes'> &
  Partial<Pick<StandingCall, 'timeZone' | 'isFloating' | 'rdates' | 'exceptions' | 'uid' | 'endsOn'>>;

/**
 * Adds a standing call; refuses a rule that is never met, met too often, or can't be read. A floating one is in my zone.
 * Exceptions that name no occurrence are left out, and so are extra calls that the rule has anyway.
 */
export function addCall(state: State, clientName: string, fields: NewCall, moment: Moment): Changed {
  const client = findClient(state, clientName);
  const timeZone = fields.isFloating ? state.settings.timeZone : fields.timeZone;
  if (timeZone === undefined)
    refuse('invalid', 'A standing call needs a time zone.', {
      field: 'timeZone',
      action: 'Name one such as Europe/Vienna, or let it float with you.',
    });
  const rule = normaliseRule(fields.rule);
  checkRule(rule, fields.start, timeZone);
  const call: StandingCall = {
    id: moment.newId('call'),
    ...UNSTAMPED,
    clientId: client.id,
    rule,
    start: fields.start,
    timeZone,
    minutes: fields.minutes,
    exceptions: [],
    ...(fields.isFloating && { isFloating: true }),
    ...(fields.uid !== undefined && { uid: fields.uid }),
    ...(fields.endsOn !== undefined && { endsOn: fields.endsOn }),
  };
  return put(state, withExceptions(call, fields.exceptions ?? [], fields.rdates ?? []));
}

/**
 * Changes a standing call, `endsOn: null` lets it go on; skips and moves of occurrences that the new rule no longer has are
 * let go. With `from`, the original local start of an occurrence, only that one and those after it are changed: the call
 * ends before it and keeps its past, and the call that is handed back goes on from there.
 */
export function setCall(
  state: State,
  name: string,
  fields: Partial<CallFields> & { from?: string },
  moment: Moment,
): Changed {
  const former = findCall(state, name);
  const { from, ...changes } = fields;
  if (from !== undefined) {
    refuseStranger(former, from);
    return splitCall(state, former, from, changes, moment);
  }
  const changed = mergeFields(state.settings, former, changes);
  checkRule(changed.rule, changed.start, changed.timeZone);
  return put(state, withExceptions(changed, changed.exceptions, changed.rdates ?? []));
}

/** Leaves one occurrence out. */
export function skipOccurrence(state: State, name: string, occurrence: string): Changed {
  return except(state, name, { occurrence });
}

/** Moves one occurrence to another local time of the call's zone; its agenda goes with it. */
export function moveOccurrence(state: State, name: string, occurrence: string, to: string): Changed {
  const minutes = exceptionOf(findCall(state, name), occurrence)?.minutes;
  if (to === occurrence && minutes === undefined) return keepOccurrence(state, name, occurrence);
  return except(state, name, { occurrence, movedTo: to, ...(minutes !== undefined && { minutes }) });
}

/** Takes back what was decided about one occurrence: a skip, a move, another length, or that it is held. */
export function keepOccurrence(state: State, name: string, occurrence: string): Changed {
  const former = findCall(state, name);
  refuseStranger(former, occurrence);
  return put(state, { ...former, exceptions: without(former.exceptions, occurrence) });
}

/** Gives one occurrence another length in minutes; it stays where it is. One that is skipped has none. */
export function lengthenOccurrence(state: State, name: string, occurrence: string, minutes: number): Changed {
  const exception = exceptionOf(findCall(state, name), occurrence);
  if (exception && exception.movedTo === undefined)
    refuse('wrong-status', `The call of ${occurrence.replace('T', ' at ')} is skipped.`, {
      field: 'occurrence',
      action: 'Take the skip back first.',
    });
  const movedTo = exception?.movedTo ?? occurrence;
  return except(state, name, { occurrence, movedTo, minutes });
}

/** Says that one occurrence takes place at its own time, although its day is off. */
export function holdOccurrence(state: State, name: string, occurrence: string): Changed {
  const minutes = exceptionOf(findCall(state, name), occurrence)?.minutes;
  return except(state, name, { occurrence, movedTo: occurrence, ...(minutes !== undefined && { minutes }) });
}

/** Adds one call beside those of the rule, at a local time of the call's zone. */
export function addExtraCall(state: State, name: string, at: string): Changed {
  const former = findCall(state, name);
  const said = at.replace('T', ' at ');
  if (isInRule(former, at)) {
    const exception = exceptionOf(former, at);
    const isGone = exception !== undefined && exception.movedTo !== at;
    refuse('exists', `This call ${isGone ? 'has one already that was to be' : 'takes place'} on ${said}.`, {
      field: 'at',
      action: isGone ? 'Take the skip or move of that one back instead.' : 'Choose another time.',
    });
  }
  if (former.endsOn !== undefined && at.slice(0, 10) > former.endsOn)
    refuse('invalid', `This call ended on ${former.endsOn}.`, { field: 'at', action: 'Let it go on first.' });
  const rdates = former.rdates ?? [];
  if (rdates.length >= MOST_EXTRA)
    refuse('invalid', `This call has ${MOST_EXTRA} extra calls already.`, {
      field: 'at',
      action: 'End it and add one.',
    });
  return put(state, { ...former, rdates: [...rdates, at].sort() });
}

/** Ends a standing call: the day given is the last on which it takes place. */
export function endCall(state: State, name: string, on: string): Changed {
  const former = findCall(state, name);
  if (Temporal.PlainDate.compare(on, former.start.slice(0, 10)) < 0)
    refuse('invalid', `${on} is before the first call on ${former.start.slice(0, 10)}.`, {
      field: 'on',
      action: 'Remove the call instead.',
    });
  return put(state, { ...former, endsOn: on });
}

/** Takes the floating calls along to another zone: they stay at the same time of my day. */
export function rezoneFloating(state: State, timeZone: string): State {
  if (!state.calls.some((call) => call.isFloating && call.timeZone !== timeZone)) return state;
  return { ...state, calls: state.calls.map((call) => (call.isFloating ? { ...call, timeZone } : call)) };
}

function put(state: State, call: StandingCall): Changed {
  return { state: putCall(state, call), call };
}

function except(state: State, name: string, exception: Exception): Changed {
  const former = findCall(state, name);
  refuseStranger(former, exception.occurrence);
  return put(state, { ...former, exceptions: [...without(former.exceptions, exception.occurrence), exception] });
}

function without(exceptions: readonly Exception[], occurrence: string): Exception[] {
  return exceptions.filter((each) => each.occurrence !== occurrence);
}

/** The call with those extra calls and exceptions that mean something to it. */
function withExceptions(
  { rdates: _, ...call }: StandingCall,
  exceptions: readonly Exception[],
  given: readonly string[],
): StandingCall {
  const rdates = [...new Set(given)].filter((each) => !isRegular(call, each)).sort();
  const full: StandingCall = { ...call, ...(rdates.length > 0 && { rdates }) };
  const byName = new Map(exceptions.map((each) => [each.occurrence, each]));
  return { ...full, exceptions: [...byName.values()].filter((each) => isInRule(full, each.occurrence)) };
}

function refuseStranger(call: StandingCall, occurrence: string): void {
  if (!isInRule(call, occurrence))
    refuse('not-an-occurrence', `This call does not take place on ${occurrence.replace('T', ' at ')}.`, {
      field: 'occurrence',
      action: 'Name it by its original local start.',
    });
}
