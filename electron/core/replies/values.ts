import { Temporal } from 'temporal-polyfill';
import { isDaytime } from '../availability/free';
import type { Stretch } from '../availability/stretch';
import type { Clash } from '../calls/clashes';
import { dayOf, isBefore } from '../days';
import { saysTime } from '../verdict/time';
import { whatCame } from './came';
import { answerInTime, callbackOf, formerOf, isForCalling, needOf, type ReplyFacts } from './facts';
import { startUpper, type Values } from './format';
import { describeDay, describeMoment, type Viewpoint } from './moments';
import {
  type PartWriter,
  writeCame,
  writeDay,
  writeMeeting,
  writeMoment,
  writeSlots,
  writeStretch,
  writeWhat,
} from './parts';
import { fillTalk, fillTogether, fillTold } from './talk-values';
import { quotable, topicOf } from './topic';
import type { Filled, ReplyWords } from './words';

/** Everything the words of a reply may ask for and that is known. */
export function fillValues(facts: ReplyFacts, words: ReplyWords, view: Viewpoint): Values {
  const writer = { words, view, form: facts.client.form };
  const filled: Filled = {
    ...fillRequest(facts, view),
    ...fillCame(facts, writer),
    ...fillCall(facts, writer),
    ...fillNeed(facts, writer),
    ...fillOffers(facts, writer),
    ...fillTalk(facts, writer),
    ...fillTold(facts, writer),
    ...fillTogether(facts, writer),
  };
  const values: Values = Object.create(null);
  for (const [name, value] of Object.entries(filled)) if (value !== undefined) values[name] = value;
  return values;
}

function fillRequest({ client, request, isFormKnown }: ReplyFacts, { locale }: Viewpoint): Filled {
  const topic = topicOf(request.subject);
  return {
    form: client.form,
    status: request.status,
    emergency: request.emergency ?? 'none',
    hasTopic: flag(topic !== undefined),
    topic,
    topicStart: topic && startUpper(topic, locale),
    urgent: flag(request.claimedUrgent),
    asks: asksOf(request),
    asker: flag(Boolean(request.askedBy)),
    shape: flag(isFormKnown === true),
    agreement: flag(client.emergency !== ''),
  };
}

/** Which of the two questions that matter most are open: by when, and what for; `rest` when both are answered. */
function asksOf({ neededBy, neededWords, purpose }: ReplyFacts['request']): 'both' | 'when' | 'what' | 'rest' {
  const isDayKnown = Boolean(neededBy ?? neededWords);
  if (purpose) return isDayKnown ? 'rest' : 'when';
  return isDayKnown ? 'what' : 'both';
}

function fillCame({ request }: ReplyFacts, writer: PartWriter): Filled {
  const came = whatCame(request);
  const isHeard = !['spoken', 'wrote', 'tried', 'none'].includes(came.kind);
  const what = isHeard ? writeWhat(writer, came) : undefined;
  return {
    kind: came.kind,
    heard: flag(isHeard),
    what,
    whatStart: what && startUpper(what, writer.view.locale),
    came: writeCame(writer, came),
  };
}

function fillCall(facts: ReplyFacts, writer: PartWriter): Filled {
  const { call, client } = facts;
  const former = formerOf(facts);
  const day = call && dayOf(call.startsAt, client.timeZone);
  const described = day && describeDay(day, writer.view);
  const running = facts.running && describeMoment(facts.running.endsAt, writer.view);
  return {
    hasCall: flag(call !== undefined),
    callNear: described?.near,
    callDay: day && writeDay(writer, 'day', day),
    callDate: described?.date,
    callWeekday: described?.weekday,
    callMoment: call && writeMeeting(writer, call.startsAt),
    runningUntil: running?.time,
    runningHour: running && String(running.hour),
    isOtherZone: flag(running?.zone === 'theirs'),
    hasFormer: flag(former !== undefined),
    formerMoment: former && writeMoment(writer, former),
    ...fillOff(facts, writer),
  };
}

/** Why a call does not take place. What my days off are called is nobody's business. */
function fillOff({ off, formerClash, client }: ReplyFacts, writer: PartWriter): Filled {
  const name = holidayName(off?.clash);
  const formerName = holidayName(formerClash);
  return {
    off: kindOf(off?.clash),
    offDay: off && writeDay(writer, 'day', dayOf(off.startsAt, client.timeZone)),
    hasOffName: flag(name !== undefined),
    offName: name,
    formerWhy: kindOf(formerClash),
    hasFormerName: flag(formerName !== undefined),
    formerName,
  };
}

/** As words select by it: I am away, a public holiday here, there, for both of us. */
function kindOf(clash: Clash | undefined): 'away' | 'here' | 'there' | 'both' | 'none' {
  if (!clash) return 'none';
  if (clash.isShared) return 'both';
  return clash.kind === 'my-day-off' ? 'away' : clash.kind === 'my-holiday' ? 'here' : 'there';
}

/** "Christmas Day (substitute day)" is named without its remark, for it stands in brackets itself. */
function holidayName(clash: Clash | undefined): string | undefined {
  if (!clash || clash.kind === 'my-day-off') return undefined;
  return quotable(clash.name.replace(/\s*\(.*\)\s*$/, ''));
}

function fillNeed(facts: ReplyFacts, writer: PartWriter): Filled {
  const { neededBy } = facts.request;
  const day = neededBy === undefined ? undefined : Temporal.PlainDate.from(neededBy);
  const described = day && describeDay(day, writer.view);
  return {
    need: needOf(facts),
    needNear: described?.near,
    needDate: described?.date,
    due: day && writeDay(writer, 'due', day),
    how: answerInTime(facts),
  };
}

function fillOffers(facts: ReplyFacts, writer: PartWriter): Filled {
  const { client, now } = facts;
  const callback = callbackOf(facts);
  const slots = (facts.proposedSlots ?? [])
    .filter((slot) => isBefore(now, slot.startsAt) && isDaytime(slot, client.timeZone))
    .slice(0, 2);
  // "Today" is said only while it is the same day for both.
  const isOneDay = dayOf(now, client.timeZone).equals(dayOf(now, facts.myZone));
  return {
    callback: flag(callback !== undefined && offersCallback(facts, callback)),
    callbackDay: callback && writeDay(writer, 'day', dayOf(callback.startsAt, client.timeZone)),
    callbackWhen: callback && writeStretch(writer, callback),
    hasSlots: flag(slots.length > 0),
    slotList: slots.length > 0 ? writeSlots(writer, slots) : undefined,
    tied: flag(facts.isTiedUp && isOneDay),
    hours: hoursOf(facts),
    look: lookOf(facts, isOneDay),
    backMoment: facts.backAt && writeMoment(writer, facts.backAt),
  };
}

/**
 * Only where the verdict is to call, and they did not write that there is time; and after the call, a callback offers
 * nothing that the call does not.
 */
function offersCallback(facts: ReplyFacts, callback: Stretch): boolean {
  const latest = whatCame(facts.request).contacts.at(-1)?.channel;
  if ((latest === 'email' || latest === 'chat') && saysTime(facts.request)) return false;
  return isForCalling(facts) && (!facts.call || isBefore(callback.startsAt, facts.call.startsAt));
}

/** `off` while I don't work; `after` when the newest contact came while I didn't. */
function hoursOf({ isWorkingTime, request }: ReplyFacts): 'off' | 'after' | 'on' {
  if (!isWorkingTime) return 'off';
  return whatCame(request).contacts.at(-1)?.isAfterHours ? 'after' : 'on';
}

/** From this hour of the client's day on, "today" may be over before they answer. */
const TODAY_UNTIL = 20;

/** When I look at what cannot be left: today only where that holds on both clocks. */
function lookOf(facts: ReplyFacts, isOneDay: boolean): 'today' | 'back' | 'next' {
  if (facts.isWorkingTime && facts.isDayEnding) return 'next';
  if (!facts.isWorkingTime) return facts.backAt && isBefore(facts.now, facts.backAt) ? 'back' : 'next';
  return isOneDay && facts.now.toZonedDateTimeISO(facts.client.timeZone).hour < TODAY_UNTIL ? 'today' : 'next';
}

function flag(is: boolean): 'yes' | 'no' {
  return is ? 'yes' : 'no';
}
