import { Temporal } from 'temporal-polyfill';
import { firstState } from '../../../electron/core/first-state';
import type { ChangeNote } from '../../../electron/core/model/change';
import type { Client } from '../../../electron/core/model/client';
import type { Contact, Request } from '../../../electron/core/model/request';
import type { State } from '../../../electron/core/model/state';
import { putClient, putRequest, UNSTAMPED } from '../../../electron/core/records';

/** A Friday morning in November, UTC. */
export const NOW = Temporal.Instant.from('2026-11-27T10:00:00Z');

export function clientNamed(name: string, id = `cli_${name.toLowerCase()}`): Client {
  return {
    id,
    ...UNSTAMPED,
    name,
    people: [{ id: `per_${id}`, name: `${name} Person`, emails: [], phones: [] }],
    timeZone: 'Europe/Vienna',
    language: 'en',
    form: 'formal',
    prefers: 'email',
    emergency: '',
    allowance: 2,
    limit: 'keep',
    joinWithinMinutes: 20,
    notes: '',
  };
}

export function contactAt(id: string, at: string, more: Partial<Contact> = {}): Contact {
  return { id, at, channel: 'missed-call', direction: 'in', count: 1, subject: '', isAfterHours: false, ...more };
}

export function requestFor(clientId: string, id: string, more: Partial<Request> = {}): Request {
  return {
    id,
    ...UNSTAMPED,
    clientId,
    subject: `subject of ${id}`,
    status: 'open',
    claimedUrgent: false,
    minutes: 10,
    notes: '',
    contacts: [contactAt(`con_${id}`, '2026-11-27T09:00:00Z')],
    replies: [],
    ...more,
  };
}

export function closedRequest(clientId: string, id: string, closedAt: string, more: Partial<Request> = {}): Request {
  return requestFor(clientId, id, { status: 'done', closedAt, contacts: [contactAt(`con_${id}`, closedAt)], ...more });
}

export const first: State = firstState('Europe/Vienna');

function noteOf(code: ChangeNote['code']): ChangeNote {
  return { code, values: {} };
}

/** A change that puts a client. */
export function puttingClient(client: Client) {
  return (state: State) => ({ state: putClient(state, client), note: noteOf('client-added'), result: client.id });
}

/** A change that puts requests where their status belongs. */
export function putting(...requests: Request[]) {
  return (state: State) => ({
    state: requests.reduce((next, request) => putRequest(next, request), state),
    note: noteOf('logged'),
    result: requests.map((request) => request.id),
  });
}

/** A change made by any function of the state. */
export function changing(change: (state: State) => State, code: ChangeNote['code'] = 'request-changed') {
  return (state: State) => ({ state: change(state), note: noteOf(code), result: undefined });
}
