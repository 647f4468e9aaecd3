import { Temporal } from 'temporal-polyfill';
import { isPromiseBroken, placeOf } from '../agenda';
import { blocksFrom } from '../availability/blocks';
import { nextDayEnd } from '../availability/day-end';
import { dayOf, isBefore } from '../days';
import { clientOf } from '../find';
import type { Client } from '../model/client';
import type { Request, UsedReply } from '../model/request';
import type { State } from '../model/state';
import type { Moment } from '../moment';
import { lastContact, putRequest } from '../records';
import { refuse } from '../refuse';
import { recordReply } from '../requests/replies';
import { verdictOf } from '../verdict';
import { whatCame } from './came';
import { chooseSituation, DEFERRALS } from './choose';
import { suggestReply, type WordsByLanguage } from './suggest';
import type { WrittenReply } from './write';

/** A message to a client that waits for its time: everything deferred that came from them and has no answer yet. */
export interface WaitingReply {
  client: Client;
  /** What it answers, the newest last. */
  requests: readonly Request[];
  /** When it should go out. */
  dueAt: Temporal.Instant;
  isDue: boolean;
  /** The time was chosen by hand. */
  isChosen: boolean;
}

/**
 * What waits to be sent, one message for each client, the earliest first. Answering within seconds teaches a client that
 * I am always there: a deferral waits for the last callback block of the day it came, after that for the next block;
 * without blocks for the end of the working day; or until a time that was chosen. What clarifies, is urgent or is
 * needed before the call does not wait.
 */
export function waitingReplies(state: State, now: Temporal.Instant): WaitingReply[] {
  const byClient = new Map<string, Request[]>();
  for (const request of state.requests)
    if (isWaiting(state, request, now))
      byClient.set(request.clientId, [...(byClient.get(request.clientId) ?? []), request]);
  return [...byClient.values()]
    .flatMap((requests) => {
      const [first] = requests;
      const client = first && state.clients.find((each) => each.id === first.clientId);
      if (!client) return [];
      const ordered = requests.toSorted((one, other) => lastContact(one).at.localeCompare(lastContact(other).at));
      const chosen = requests.flatMap(({ replyAt }) => replyAt ?? []).sort();
      const usual = ordered.map((request) => usualTime(state, request, now));
      const [dueAt = now] =
        chosen.length > 0
          ? chosen.slice(-1).map((at) => Temporal.Instant.from(at))
          : usual.sort(Temporal.Instant.compare);
      return [{ client, requests: ordered, dueAt, isDue: !isBefore(now, dueAt), isChosen: chosen.length > 0 }];
    })
    .toSorted((one, other) => Temporal.Instant.compare(one.dueAt, other.dueAt));
}

/** The words of one message: those of the request itself, or all of them together. */
export function writeWaiting(
  state: State,
  { requests }: WaitingReply,
  words: WordsByLanguage,
  now: Temporal.Instant,
): WrittenReply {
  const newest = requests.at(-1);
  if (!newest) return refuse('nothing-sent', 'Nothing waits to be sent.');
  if (requests.length === 1) return suggestReply(state, newest, words, now);
  const others = requests.slice(0, -1).flatMap((request) => {
    const call = placeOf(state, request.id, now);
    return call ? [{ request, call }] : [];
  });
  return suggestReply(state, newest, words, now, { situation: 'together', others });
}

/** Records one message with every request that it answers; each is promised the call it is on. */
export function recordWaiting(
  state: State,
  { requests }: WaitingReply,
  used: Pick<UsedReply, 'situation' | 'language' | 'subject' | 'body'>,
  how: 'copied' | 'sent',
  moment: Moment,
): State {
  const newest = requests.at(-1);
  return requests.reduce((next, request) => {
    const call = placeOf(state, request.id, moment.now);
    const names = call && { callId: call.callId, occurrence: call.occurrence, startsAt: call.startsAt.toString() };
    const withRequestId = newest && newest.id !== request.id ? { withRequestId: newest.id } : {};
    const reply = { ...used, ...(names && { names }), ...withRequestId };
    const recorded = recordReply(next, request.id, reply, how, moment);
    if (how === 'copied') return recorded.state;
    const { replyAt: _, ...rest } = recorded.request;
    return putRequest(recorded.state, rest);
  }, state);
}

/** Chooses when a client's message goes out; `undefined` goes back to the usual time. */
export function waitUntil(
  state: State,
  waiting: WaitingReply,
  at: Temporal.Instant | undefined,
  now: Temporal.Instant,
): State {
  if (at && !isBefore(now, at))
    refuse('invalid', 'That time is over.', { field: 'at', action: 'Choose a later one, or send it now.' });
  return waiting.requests.reduce((next, { replyAt: _, ...request }) => {
    return putRequest(next, { ...request, ...(at && { replyAt: at.toString() }) });
  }, state);
}

/** The message that waits for a client. Refuses where none does. */
export function findWaiting(state: State, client: Client, now: Temporal.Instant): WaitingReply {
  const waiting = waitingReplies(state, now).find((each) => each.client.id === client.id);
  return (
    waiting ??
    refuse('nothing-sent', `Nothing waits to be sent to ${client.name}.`, {
      field: 'client',
      action: 'Look at what waits.',
    })
  );
}

/** Whether the answer to a request asks to leave it until the call, and nobody has had it yet. */
function isWaiting(state: State, request: Request, now: Temporal.Instant): boolean {
  const last = lastContact(request);
  if (request.status !== 'open' || last.direction !== 'in') return false;
  if (request.replies.some(({ sentAt }) => sentAt !== undefined && sentAt >= last.at)) return false;
  const call = placeOf(state, request.id, now);
  if (!call || !isBefore(now, call.startsAt) || whatCame(request).contacts.length === 0) return false;
  const { route } = verdictOf(state, request, now);
  if (route !== 'standing-call') return false;
  const { situation } = chooseSituation({
    ...{ now, request, route, call, client: clientOf(state, request) },
    ...{ myZone: state.settings.timeZone, myName: state.settings.myName, earlier: 0 },
    // Neither changes whether it is a deferral, only with which words.
    ...{ isTiedUp: false, isWorkingTime: true },
    isPromiseBroken: isPromiseBroken(state, request, now),
  });
  return DEFERRALS.has(situation);
}

/** How far ahead a block is looked for, in days: a week has one nearly always. */
const REACHES = [1, 7, 60];

function usualTime(state: State, request: Request, now: Temporal.Instant): Temporal.Instant {
  const cameAt = Temporal.Instant.from(lastContact(request).at);
  const { timeZone } = state.settings;
  const day = dayOf(cameAt, timeZone);
  for (const days of REACHES) {
    const blocks = blocksFrom(state, 'callback', day, days).filter(({ endsAt }) => isBefore(cameAt, endsAt));
    const ofThatDay = blocks.filter(({ startsAt }) => dayOf(startsAt, timeZone).equals(day));
    const block = ofThatDay.at(-1) ?? blocks[0];
    if (block) return block.startsAt;
  }
  return nextDayEnd(state, cameAt) ?? now;
}
