import { Temporal } from 'temporal-polyfill';
import { clashOf, type Days, takingPlace } from './calls/clashes';
import { findOccurrence, isSameOccurrence, type Occurrence } from './calls/occurrences';
import { dayOf, isBefore } from './days';
import { type LateItem, lateItems } from './late';
import type { OccurrenceRef, StandingCall } from './model/call';
import type { Request, UsedReply } from './model/request';
import type { State } from './model/state';
import { receivedAt } from './records';
import { promisedCall } from './requests/replies';

/** What one occurrence of a standing call has on it, in order. */
export interface Agenda {
  occurrence: Occurrence;
  items: Request[];
  minutesPlanned: number;
}

export interface Agendas {
  agendas: Agenda[];
  /** Open requests that no call takes: the client has none, or they go beyond the last one looked at. */
  unplaced: Request[];
  /** Items that no call takes by the day they are needed, with what would meet it; worked out when first asked for. */
  readonly late: LateItem[];
}

/** Occurrences looked at when an agenda runs over. */
const OCCURRENCES_AHEAD = 12;

/**
 * The agendas of a client's coming calls. Every open request is on exactly one of them or unplaced: what was promised
 * or pinned goes first to its occurrence, the rest fills the calls in order: order by hand, need-by, age. What does not
 * fit goes to the next call; what is longer than any call gets the first empty one. A call that clashes with a holiday
 * or a day off takes nothing until it is moved or held.
 */
export function agendasOf(state: State, clientId: string, now: Temporal.Instant): Agendas {
  // Calls begin and end on the minute, so that an answer holds for the whole of it.
  const minute = Math.floor(now.epochMilliseconds / 60_000);
  let known = answered.get(state);
  if (known?.minute !== minute) {
    known = { minute, byClient: new Map() };
    answered.set(state, known);
  }
  let agendas = known.byClient.get(clientId);
  if (!agendas) {
    agendas = planAgendas(state, clientId, now);
    known.byClient.set(clientId, agendas);
  }
  return agendas;
}

/** What was worked out for a state, which is never changed in place: many views ask for the same. */
const answered = new WeakMap<State, { minute: number; byClient: Map<string, Agendas> }>();

function planAgendas(state: State, clientId: string, now: Temporal.Instant): Agendas {
  const calls = state.calls.filter((call) => call.clientId === clientId);
  const open = state.requests.filter((request) => request.clientId === clientId && isForAgenda(request, state, now));
  const ordered = open.toSorted(compareItems);
  const occurrences = withPinned(takingPlace(state, calls, now, OCCURRENCES_AHEAD), state, calls, ordered, now);
  const agendas: Agenda[] = occurrences.map((occurrence) => ({ occurrence, items: [], minutesPlanned: 0 }));

  const loose: Request[] = [];
  for (const request of ordered) {
    const ref = pinOf(request);
    const agenda = ref && agendas.find((each) => isSameOccurrence(each.occurrence, ref));
    if (agenda) add(agenda, request);
    else loose.push(request);
  }
  const unplaced: Request[] = [];
  for (const request of loose) {
    const agenda =
      agendas.find((each) => each.minutesPlanned + request.minutes <= each.occurrence.minutes) ??
      agendas.find((each) => each.items.length === 0);
    if (agenda) add(agenda, request);
    else unplaced.push(request);
  }
  for (const agenda of agendas) agenda.items.sort(compareItems);
  const client = state.clients.find((each) => each.id === clientId);
  let late: LateItem[] | undefined;
  return {
    agendas,
    unplaced,
    get late() {
      late ??= client ? lateItems(state, client, agendas, unplaced, now) : [];
      return late;
    },
  };
}

/** The occurrence a request is on, if any call takes it. */
export function placeOf(state: State, requestId: string, now: Temporal.Instant): Occurrence | undefined {
  const request = state.requests.find((each) => each.id === requestId);
  if (!request) return undefined;
  return agendasOf(state, request.clientId, now).agendas.find((agenda) =>
    agenda.items.some((item) => item.id === requestId),
  )?.occurrence;
}

/** Whether a request is to be talked about: open, or parked until a day that has come. */
export function isForAgenda(request: Request, state: Pick<State, 'settings'>, now: Temporal.Instant): boolean {
  if (request.status === 'open') return true;
  const today = dayOf(now, state.settings.timeZone).toString();
  return request.status === 'parked' && request.parkedUntil !== undefined && request.parkedUntil <= today;
}

/** Where a request was put by hand, or promised to be by the newest sent reply that names a call. */
export function pinOf(request: Request): OccurrenceRef | undefined {
  return request.pin ?? promisedCall(request);
}

/** Whether a sent reply named a call that doesn't take place then, or that clashes: the client should hear of it. */
export function isPromiseBroken(state: Pick<State, 'calls'> & Days, request: Request, now: Temporal.Instant): boolean {
  const promised = promisedCall(request);
  return promised !== undefined && isNamedCallOff(state, promised, now);
}

/** Whether a call that was named for a time still to come doesn't take place then, or clashes. */
export function isNamedCallOff(
  state: Pick<State, 'calls'> & Days,
  names: NonNullable<UsedReply['names']>,
  now: Temporal.Instant,
): boolean {
  const named = Temporal.Instant.from(names.startsAt);
  if (isBefore(named, now)) return false;
  const occurrence = findOccurrence(state.calls, names);
  if (!occurrence?.startsAt.equals(named)) return true;
  return clashOf(state, occurrence) !== undefined;
}

/** Pins may name calls further ahead than those looked at; past ones let go, and those that clash. */
function withPinned(
  occurrences: Occurrence[],
  diary: Days,
  calls: readonly StandingCall[],
  requests: readonly Request[],
  now: Temporal.Instant,
): Occurrence[] {
  const all = [...occurrences];
  for (const request of requests) {
    const ref = pinOf(request);
    if (!ref || all.some((each) => isSameOccurrence(each, ref))) continue;
    const pinned = findOccurrence(calls, ref);
    if (pinned && isBefore(now, pinned.endsAt) && !clashOf(diary, pinned)) all.push(pinned);
  }
  return all.sort((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt));
}

function add(agenda: Agenda, request: Request): void {
  agenda.items.push(request);
  agenda.minutesPlanned += request.minutes;
}

/**
 * Within one call: the order given by hand, then pins, need-by day, age; emergencies stand before everything. (Pins come
 * first when calls are filled; inside a call the hand has the last word.)
 */
function compareItems(one: Request, other: Request): number {
  return (
    Number(other.emergency !== undefined) - Number(one.emergency !== undefined) ||
    comparePositions(one.position, other.position) ||
    Number(pinOf(other) !== undefined) - Number(pinOf(one) !== undefined) ||
    (one.neededBy ?? '9').localeCompare(other.neededBy ?? '9') ||
    receivedAt(one).localeCompare(receivedAt(other)) ||
    one.id.localeCompare(other.id)
  );
}

function comparePositions(one: number | undefined, other: number | undefined): number {
  if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
  return one - other;
}
