import { monthOf } from './days';
import type { Calendar } from './model/calendar';
import type { StandingCall } from './model/call';
import type { Client } from './model/client';
import type { Offer } from './model/offer';
import type { Contact, Request } from './model/request';
import type { Device, Settings } from './model/settings';
import type { State } from './model/state';
import type { Stranger } from './model/stranger';

/** What the store fills in whenever a record changes. */
export const UNSTAMPED = { updatedAt: '1970-01-01T00:00:00Z', updatedBy: '' } as const;

/** Whether a request is over. */
export function isOver(request: Pick<Request, 'status'>): boolean {
  return request.status === 'done' || request.status === 'declined';
}

/** Every request that is in reach: what is not over, and the history that was loaded. */
export function knownRequests(state: State): Request[] {
  return [...state.requests, ...Object.values(state.history).flat()];
}

/** The number of contacts behind a request: "×3". */
export function countContacts(request: Pick<Request, 'contacts'>): number {
  return request.contacts.reduce((sum, contact) => sum + contact.count, 0);
}

/** When a request first came, as an ISO instant. */
export function receivedAt(request: Pick<Request, 'contacts'>): string {
  return request.contacts.reduce(
    (first, contact) => (contact.at < first ? contact.at : first),
    lastContact(request).at,
  );
}

/** The contact that happened last; a request has one at least. */
export function lastContact(request: Pick<Request, 'contacts'>): Contact {
  return request.contacts.reduce((last, contact) => (contact.at > last.at ? contact : last));
}

/** Puts a request where its status belongs: what is over into the history of its month of closing. */
export function putRequest(state: State, request: Request): State {
  const rest = takeOut(state, request.id);
  if (!isOver(request)) return { ...rest, requests: replaceOrAdd(state.requests, rest.requests, request) };
  const month = monthOf(request.closedAt ?? lastContact(request).at);
  return { ...rest, history: { ...rest.history, [month]: [...(rest.history[month] ?? []), request] } };
}

/** Takes a request away; the store leaves a tombstone. */
export function removeRequest(state: State, requestId: string): State {
  return takeOut(state, requestId);
}

function takeOut(state: State, id: string): State {
  const requests = without(state.requests, id);
  const held = Object.entries(state.history).find(([, list]) => list.some((each) => each.id === id));
  const history = held ? { ...state.history, [held[0]]: without(held[1], id) } : state.history;
  return { ...state, requests, history };
}

function without<T extends { id: string }>(list: readonly T[], id: string): readonly T[] {
  return list.some((each) => each.id === id) ? list.filter((each) => each.id !== id) : list;
}

function replaceOrAdd<T extends { id: string }>(former: readonly T[], rest: readonly T[], record: T): readonly T[] {
  return former.some((each) => each.id === record.id)
    ? former.map((each) => (each.id === record.id ? record : each))
    : [...rest, record];
}

export function putClient(state: State, client: Client): State {
  return { ...state, clients: replaceOrAdd(state.clients, state.clients, client) };
}

export function putCall(state: State, call: StandingCall): State {
  return { ...state, calls: replaceOrAdd(state.calls, state.calls, call) };
}

export function removeCall(state: State, callId: string): State {
  return { ...state, calls: without(state.calls, callId) };
}

export function putCalendar(state: State, calendar: Calendar): State {
  return { ...state, calendars: replaceOrAdd(state.calendars, state.calendars, calendar) };
}

export function removeCalendar(state: State, calendarId: string): State {
  return { ...state, calendars: without(state.calendars, calendarId) };
}

export function putOffer(state: State, offer: Offer): State {
  return { ...state, offers: replaceOrAdd(state.offers, state.offers, offer) };
}

export function putStranger(state: State, stranger: Stranger): State {
  return { ...state, strangers: replaceOrAdd(state.strangers, state.strangers, stranger) };
}

export function removeStranger(state: State, strangerId: string): State {
  return { ...state, strangers: without(state.strangers, strangerId) };
}

/** Takes a client away with its calls, what was offered to it and its requests, as far as they are in reach. */
export function removeClient(state: State, clientId: string): State {
  const notTheirs = (each: { clientId: string }) => each.clientId !== clientId;
  return {
    ...state,
    clients: without(state.clients, clientId),
    calls: state.calls.filter(notTheirs),
    offers: state.offers.filter(notTheirs),
    requests: state.requests.filter(notTheirs),
    history: Object.fromEntries(Object.entries(state.history).map(([month, list]) => [month, list.filter(notTheirs)])),
  };
}

export function putSettings(state: State, settings: Settings): State {
  return { ...state, settings };
}

export function putDevice(state: State, device: Device): State {
  return { ...state, device };
}
