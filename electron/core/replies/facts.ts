import { Temporal } from 'temporal-polyfill';
import { isDaytime } from '../availability/free';
import type { Stretch } from '../availability/stretch';
import type { Clash, NextOff } from '../calls/clashes';
import type { Occurrence } from '../calls/occurrences';
import { dayOf, isBefore } from '../days';
import type { Client, Person, Stage } from '../model/client';
import type { Request, Route } from '../model/request';
import type { Template } from '../model/template';
import { promisedCall } from '../requests/replies';
import type { Lately } from './lately';

/** What only I can say. */
export interface Told {
  /** Who takes it instead of me. */
  to?: string | undefined;
  /** The day that I promise it by, `YYYY-MM-DD` in the client's zone. */
  by?: string | undefined;
  /** The result, as it is to be read by whoever it is passed on to. */
  result?: string | undefined;
}

/** Everything a reply may say; true at `now`. */
export interface ReplyFacts {
  now: Temporal.Instant;
  myZone: string;
  /** Empty when not set: the reply then ends without a signature. */
  myName: string;
  client: Client;
  person?: Person;
  request: Request;
  /** Where the verdict sends it, chosen by hand or not. */
  route: Route;
  /** The form it is wanted in is known, from it or from what else the client asked for. */
  isFormKnown?: boolean;
  /** The occurrence this request is on; it has not begun. */
  call?: Occurrence;
  /** The call this request is on, when it has begun and is not over. */
  running?: Occurrence;
  /** Calls and events of my calendar take most of what is left of my working day. */
  isTiedUp: boolean;
  isWorkingTime: boolean;
  /** I am in a call, at an event or in focus time at this moment. */
  isEngaged?: boolean;
  /** Too little is left of my working day to promise anything for it. */
  isDayEnding?: boolean;
  /** When I am back at work and have time, while it is not working time. */
  backAt?: Temporal.Instant;
  /** When I can call: the callback block that runs or comes next, in my working hours; or a free moment, see `momentToCall`. */
  callback?: Stretch;
  /** The block that would come before it, and lies outside them. */
  blockOffHours?: Stretch;
  /** First occurrences of standing calls that I could offer; the proposal names no slot without them. */
  proposedSlots?: readonly Stretch[];
  /** When the call was to be, where it was moved or skipped; else taken from the call and the replies sent. */
  formerAt?: Temporal.Instant;
  /** The holiday or day off that the former time falls on. */
  formerClash?: Clash;
  /** The call before the one that is named, where a holiday or a day off takes its place and no other lies between. */
  off?: NextOff;
  /** A sent reply named a call that won't take place then. */
  isPromiseBroken?: boolean;
  /** Replies of the same situation this client had before: each gets other words. */
  earlier: number;
  /** Where the talk about availability has got to; absent: nothing was said. */
  stage?: Stage;
  /** How they reached me in the last four weeks; looked at only where the words tell of it. */
  lately?: Lately;
  /** The day by which an answer is asked for or promised, in the client's zone; in a week where it is not given. */
  answerBy?: Temporal.PlainDate;
  told?: Told;
  /** What else of theirs waits for the same message, each with its call; this request is not among them. */
  others?: readonly { request: Request; call: Occurrence }[];
  /** My own words for replies. */
  templates?: readonly Template[];
}

/** The need-by day beside the call, in the client's zone; without a call it is `before` or `past`. */
export type Need = 'none' | 'past' | 'before' | 'same' | 'after';

/** Where the day it is needed by lies: past, before the day of the call, on it, or after it. */
export function needOf(facts: Pick<ReplyFacts, 'now' | 'client' | 'request' | 'call'>): Need {
  const { neededBy } = facts.request;
  if (neededBy === undefined) return 'none';
  const { timeZone } = facts.client;
  if (neededBy < dayOf(facts.now, timeZone).toString()) return 'past';
  if (!facts.call) return 'before';
  const callDay = dayOf(facts.call.startsAt, timeZone).toString();
  if (neededBy === callDay) return 'same';
  return neededBy < callDay ? 'before' : 'after';
}

/** The callback that can be offered: not over, and at a time of day when the client may be called. */
export function callbackOf(facts: Pick<ReplyFacts, 'now' | 'client' | 'callback'>): Stretch | undefined {
  const { callback, client, now } = facts;
  if (!callback || !isBefore(now, callback.endsAt)) return undefined;
  return isDaytime(callback, client.timeZone) ? callback : undefined;
}

/** Whether the verdict is that I call them before any standing call. */
export function isForCalling({ route }: Pick<ReplyFacts, 'route'>): boolean {
  return route === 'now' || route === 'callback';
}

/**
 * How something needed before the call can be answered: by a callback in time, in writing in time, or not before; in the
 * call all the same, where that was decided.
 */
export function answerInTime(facts: ReplyFacts): 'callback' | 'written' | 'away' | 'call' {
  const { neededBy } = facts.request;
  if (facts.route === 'standing-call' && facts.call) return 'call';
  const { timeZone } = facts.client;
  const callback = callbackOf(facts);
  const isInTime = (instant: Temporal.Instant) =>
    neededBy === undefined || dayOf(instant, timeZone).toString() <= neededBy;
  if (callback && isForCalling(facts) && isInTime(callback.endsAt)) return 'callback';
  if (facts.isWorkingTime || (facts.backAt && isInTime(facts.backAt))) return 'written';
  return 'away';
}

/** When the call was to be: as given, as the newest sent reply said, or before it was moved; if that was another time. */
export function formerOf(
  facts: Pick<ReplyFacts, 'now' | 'formerAt' | 'call' | 'request'>,
): Temporal.Instant | undefined {
  const promised = promisedCall(facts.request);
  const named = promised && Temporal.Instant.from(promised.startsAt);
  // What was named for a time that is over needs no correcting.
  const former = facts.formerAt ?? (named && isBefore(facts.now, named) ? named : facts.call?.movedFrom);
  return former && facts.call && former.equals(facts.call.startsAt) ? undefined : former;
}
