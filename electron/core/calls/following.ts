import { Temporal } from 'temporal-polyfill';
import { atLocal } from '../days';
import type { Exception, OccurrenceRef, StandingCall } from '../model/call';
import type { Request } from '../model/request';
import type { Settings } from '../model/settings';
import type { State } from '../model/state';
import type { Moment } from '../moment';
import { putCall, UNSTAMPED } from '../records';
import { refuse } from '../refuse';
import { isRegular, regularStarts } from './occurrences';
import { checkRule } from './rule';
import { normaliseRule, readRuleParts, splitRule, writeRuleParts } from './rule-parts';

/** What of a standing call is changed by hand; `endsOn: null` lets it go on. */
export type CallFields = Pick<StandingCall, 'rule' | 'start' | 'timeZone' | 'minutes'> & {
  isFloating: boolean;
  endsOn: string | null;
};

/** The call with the fields given; a floating one is in my zone, whatever else was said. */
export function mergeFields(
  settings: Pick<Settings, 'timeZone'>,
  { endsOn: formerEnd, isFloating: wasFloating, ...former }: StandingCall,
  fields: Partial<CallFields>,
): StandingCall {
  const endsOn = fields.endsOn === undefined ? formerEnd : fields.endsOn;
  const isFloating = fields.isFloating ?? (wasFloating && fields.timeZone === undefined);
  return {
    ...former,
    rule: fields.rule === undefined ? former.rule : normaliseRule(fields.rule),
    start: fields.start ?? former.start,
    timeZone: isFloating ? settings.timeZone : (fields.timeZone ?? former.timeZone),
    minutes: fields.minutes ?? former.minutes,
    ...(isFloating && { isFloating }),
    ...(endsOn != null && { endsOn }),
  };
}

/**
 * Changes an occurrence and those after it (RFC 5545's THISANDFUTURE): the call ends before `from`, its original local
 * start, and another one goes on. Where nothing is left before, the call itself is changed. What was decided about the
 * later ones goes along to the same day, extra calls stay at their time, and so do requests that were put on one of them
 * or promised for it: on the same day, else on the one of the same number.
 */
export function splitCall(
  state: State,
  former: StandingCall,
  from: string,
  fields: Partial<CallFields>,
  moment: Moment,
): { state: State; call: StandingCall } {
  const before = regularStarts(former, former.start, from).filter((each) => each < from);
  const extrasBefore = (former.rdates ?? []).filter((each) => each < from);
  const lastKept = [...before, ...extrasBefore].sort().at(-1);
  const anchor = isRegular(former, from) ? from : (firstAfter(former, from) ?? from);
  const { uid, ...base } = former;
  const merged = mergeFields(state.settings, base, {
    ...fields,
    rule: followingRule(former, anchor, before.length, fields),
    start: followingStart(anchor, lastKept, fields.start),
  });
  if (merged.endsOn !== undefined && merged.endsOn < merged.start.slice(0, 10))
    refuse('invalid', `${merged.endsOn} is before ${merged.start.slice(0, 10)}.`, { field: 'endsOn' });
  checkRule(merged.rule, merged.start, merged.timeZone);
  const isWhole = lastKept === undefined;
  const named = {
    ...merged,
    ...(isWhole ? { ...(uid !== undefined && { uid }) } : { ...UNSTAMPED, id: moment.newId('call') }),
  };
  const match = matchOccurrences(former, anchor, named);
  const call = carryOver(former, from, named, match);
  const ended = isWhole ? state : putCall(state, endBefore(former, from, lastKept));
  return { state: followRequests(putCall(ended, call), former, from, call, match), call };
}

function firstAfter(call: StandingCall, from: string): string | undefined {
  const end = Temporal.PlainDateTime.from(from).add({ years: 9 }).toString({ smallestUnit: 'minute' });
  return regularStarts(call, from, end)[0];
}

/** What is left of COUNT; an UNTIL that was a time of day becomes the day, since the time may be another now. */
function followingRule(
  former: StandingCall,
  anchor: string,
  countBefore: number,
  { rule }: Partial<CallFields>,
): string {
  const formerParts = splitRule(former.rule);
  const parts = readRuleParts(rule === undefined ? former.rule : normaliseRule(rule));
  const count = formerParts.get('COUNT');
  if (count !== undefined && parts.get('COUNT') === count) {
    const left = Number(count) - countBefore;
    if (left < 1)
      refuse('rule-never', 'Nothing of this call is left from there on.', {
        field: 'from',
        action: 'Add another call.',
      });
    parts.set('COUNT', String(left));
  }
  const until = formerParts.get('UNTIL');
  if (until?.includes('T') && parts.get('UNTIL') === until) parts.set('UNTIL', lastDayOf(former, until, anchor));
  return writeRuleParts(parts);
}

/** The last day, in the call's zone, whose call an UNTIL with a time of day lets take place; `YYYYMMDD`. */
function lastDayOf(call: StandingCall, until: string, occurrence: string): string {
  const clock = Temporal.PlainDateTime.from(until.replace('Z', ''));
  const local = until.endsWith('Z')
    ? clock.toZonedDateTime('UTC').withTimeZone(call.timeZone).toPlainDateTime()
    : clock;
  const isHeldThat = Temporal.PlainTime.compare(local, occurrence.slice(11)) >= 0;
  return local
    .subtract({ days: isHeldThat ? 0 : 1 })
    .toPlainDate()
    .toString()
    .replace(/-/g, '');
}

/** The first local start: the one given, where it does not reach into what is kept; else its time on the day of `anchor`. */
function followingStart(anchor: string, lastKept: string | undefined, start: string | undefined): string {
  if (start === undefined) return anchor;
  const isAmongKept = lastKept !== undefined && start.slice(0, 10) <= lastKept.slice(0, 10);
  return isAmongKept ? `${anchor.slice(0, 10)}${start.slice(10)}` : start;
}

/** The call as it ends: on the day before, or within the day where an earlier one takes place on it. */
function endBefore(former: StandingCall, from: string, lastKept: string): StandingCall {
  const day = from.slice(0, 10);
  const { rdates, ...rest } = former;
  const kept = rdates?.filter((each) => each < from) ?? [];
  const isSameDay = lastKept.slice(0, 10) === day;
  const parts = splitRule(former.rule);
  if (isSameDay) {
    parts.delete('COUNT');
    const until = atLocal(from, former.timeZone).subtract({ minutes: 1 }).toString({ smallestUnit: 'second' });
    parts.set('UNTIL', until.replace(/[-:]/g, ''));
  }
  return {
    ...rest,
    ...(isSameDay && { rule: writeRuleParts(parts) }),
    exceptions: former.exceptions.filter((each) => each.occurrence < from),
    ...(kept.length > 0 && { rdates: kept }),
    endsOn: isSameDay ? day : Temporal.PlainDate.from(day).subtract({ days: 1 }).toString(),
  };
}

/** How far occurrences are matched one by one. */
const YEARS_MATCHED = 5;

interface Match {
  /** The new name of a regular occurrence that the new rule has on the same day. */
  onSameDay: (occurrence: string) => string | undefined;
  /** That, or the one of the same number counted from the change. */
  following: (occurrence: string) => string | undefined;
}

function matchOccurrences(former: StandingCall, anchor: string, call: StandingCall): Match {
  const years = Temporal.PlainDateTime.from(anchor).add({ years: YEARS_MATCHED }).toString({ smallestUnit: 'minute' });
  const decided = former.exceptions.map((each) => `${each.occurrence.slice(0, 10)}T23:59`);
  const reach = [years, ...decided].sort().at(-1) ?? years;
  const olds = regularStarts(former, anchor, reach);
  const news = regularStarts(call, call.start < anchor ? call.start : anchor, reach);
  const sameDay = (one: string) => (other: string) => other.slice(0, 10) === one.slice(0, 10);
  const onSameDay = (occurrence: string) =>
    news.filter(sameDay(occurrence))[olds.filter(sameDay(occurrence)).indexOf(occurrence)];
  return {
    onSameDay,
    following: (occurrence) => onSameDay(occurrence) ?? news[olds.indexOf(occurrence)],
  };
}

/** Gives the new call what was decided about the later occurrences, and the later extra calls. */
function carryOver(former: StandingCall, from: string, call: StandingCall, { onSameDay }: Match): StandingCall {
  const rezone = (local: string) => rezoneLocal(local, former.timeZone, call.timeZone);
  const { rdates: _, ...rest } = call;
  const extras = (former.rdates ?? []).filter((each) => each >= from);
  const rdates = extras.map(rezone).filter((each) => !isRegular(call, each));
  const exceptions = former.exceptions.flatMap((exception): Exception[] => {
    const { occurrence, movedTo } = exception;
    if (occurrence < from) return [];
    const renamed = onSameDay(occurrence) ?? (extras.includes(occurrence) ? rezone(occurrence) : undefined);
    if (renamed === undefined) return [];
    const isHeld = movedTo === occurrence;
    return [
      {
        ...exception,
        occurrence: renamed,
        ...(movedTo !== undefined && { movedTo: isHeld ? renamed : rezone(movedTo) }),
      },
    ];
  });
  return { ...rest, exceptions, ...(rdates.length > 0 && { rdates }) };
}

/** The same instant on the clock of another zone. */
function rezoneLocal(local: string, from: string, to: string): string {
  if (from === to) return local;
  return atLocal(local, from).toZonedDateTimeISO(to).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/**
 * What was put on a later occurrence by hand, or promised for it, is on the matching one now. A promise keeps the time that
 * the words named, so that it is seen to be broken where the time is another.
 */
function followRequests(state: State, former: StandingCall, from: string, call: StandingCall, match: Match): State {
  const follow = (ref: OccurrenceRef | undefined): OccurrenceRef | undefined => {
    if (ref?.callId !== former.id || ref.occurrence < from) return undefined;
    const extra = former.rdates?.includes(ref.occurrence) && !isRegular(former, ref.occurrence);
    const occurrence = extra
      ? rezoneLocal(ref.occurrence, former.timeZone, call.timeZone)
      : match.following(ref.occurrence);
    return occurrence === undefined ? undefined : { callId: call.id, occurrence };
  };
  const requests = state.requests.map((request): Request => {
    if (request.clientId !== call.clientId) return request;
    const pin = follow(request.pin);
    const replies = request.replies.map((reply) => {
      const ref = follow(reply.names);
      return ref && reply.names ? { ...reply, names: { ...reply.names, ...ref } } : reply;
    });
    const isPromised = replies.some((reply, index) => reply !== request.replies[index]);
    return pin || isPromised ? { ...request, ...(pin && { pin }), ...(isPromised && { replies }) } : request;
  });
  return { ...state, requests };
}
