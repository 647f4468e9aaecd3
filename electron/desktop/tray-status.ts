import type { Temporal } from 'temporal-polyfill';
import { agendasOf } from '../core/agenda';
import { type Availability, availabilityAt } from '../core/availability/now';
import { earliest } from '../core/availability/stretch';
import { takenBetween } from '../core/availability/taken';
import { callbacksDue } from '../core/callbacks';
import { nextOccurrences, type Occurrence } from '../core/calls/occurrences';
import { dayOf, isBefore, startOfDay } from '../core/days';
import type { Client } from '../core/model/client';
import type { State } from '../core/model/state';
import { waitingReplies } from '../core/replies/waiting';
import { unsentReplies } from '../core/requests/replies';

/** What icon, tooltip and menu say. */
export interface TrayStatus extends Availability {
  /** Callbacks due. */
  due: number;
  /** Messages to send: those that wait for their time, one for each client, and other replies copied or mailed. */
  toSend: number;
  /** Of these, those that wait for their time. */
  waiting: number;
  /** When something next begins or ends that takes my time, within the hour: what is said of it may change then. */
  changesAt?: Temporal.Instant;
  next?: { client: Client; occurrence: Occurrence; items: number };
}

/** How things stand at an instant. */
export function trayStatus(state: State, now: Temporal.Instant): TrayStatus {
  const [occurrence] = nextOccurrences(state.calls, now, 1);
  const client = state.clients.find((each) => each.id === occurrence?.clientId);
  const changesAt = nextChange(state, now);
  return {
    ...availabilityAt(state, now),
    ...(changesAt && { changesAt }),
    due: callbacksDue(state.requests).length,
    ...countToSend(state, now),
    ...(occurrence && client && { next: { client, occurrence, items: countItems(state, client.id, now) } }),
  };
}

function countToSend(state: State, now: Temporal.Instant): Pick<TrayStatus, 'toSend' | 'waiting'> {
  const waiting = waitingReplies(state, now);
  const ids = new Set(waiting.flatMap(({ requests }) => requests.map(({ id }) => id)));
  const others = unsentReplies(state.requests).filter(({ request }) => !ids.has(request.id));
  return { toSend: waiting.length + others.length, waiting: waiting.length };
}

function countItems(state: State, clientId: string, now: Temporal.Instant): number {
  return agendasOf(state, clientId, now).agendas[0]?.items.length ?? 0;
}

/** Calls and events that follow one another keep the state, and not what is said of it. */
function nextChange(state: State, now: Temporal.Instant): Temporal.Instant | undefined {
  const taken = takenBetween(state, now, now.add({ milliseconds: LONGEST_WAIT_MS }));
  const edges = taken
    .filter(({ kind }) => kind === 'call' || kind === 'busy')
    .flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]);
  return earliest(...edges.filter((at) => isBefore(now, at)));
}

const LONGEST_WAIT_MS = 60 * 60_000;

/**
 * Milliseconds until something shown can change by time alone: how things stand, the end of the next call, a new day.
 * An hour at most, so that a clock that was set is noticed; one millisecond at least.
 */
export function nextLook(status: TrayStatus, timeZone: string, now: Temporal.Instant): number {
  const midnight = startOfDay(dayOf(now, timeZone).add({ days: 1 }), timeZone);
  const waits = [status.until, status.changesAt, status.next?.occurrence.endsAt, midnight]
    .filter((at) => at !== undefined && isBefore(now, at))
    .map((at) => (at?.epochMilliseconds ?? 0) - now.epochMilliseconds);
  return Math.max(1, Math.min(LONGEST_WAIT_MS, ...waits));
}
