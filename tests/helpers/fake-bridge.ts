import { Temporal } from 'temporal-polyfill';
import { warnOfMove } from '../../electron/core/calls/move-warnings';
import type { Client } from '../../electron/core/model/client';
import type { Problem } from '../../electron/core/model/problem';
import type { State } from '../../electron/core/model/state';
import type { Entry } from '../../electron/ipc/contract/answers';
import type { Bridge, Notice } from '../../electron/ipc/contract/bridge';
import { believableState, emptyState } from './believable-state';
import { bareState, busyState, quietState } from './busy-state';
import { calendarHandlers, withCalendars } from './fake-calendars';
import { requestHandlers } from './fake-requests';

/** A main process in memory, so that the renderer can be looked at without one. Knows what the views ask for, roughly. */

type Values = Record<string, string | number>;
type Handler = (input: never) => unknown;

const query = new URLSearchParams(location.search);
let state: State = query.has('empty') ? emptyState : query.has('busy') ? busyState : believableState;
if (query.has('bare')) state = bareState;
if (query.has('quiet')) state = quietState;
if (query.has('calendars')) state = withCalendars(state);
const theme = query.get('theme');
if (theme === 'light' || theme === 'dark') state = { ...state, device: { ...state.device, theme } };

const stateListeners = new Set<(changed: Partial<State>) => void>();
const noticeListeners = new Set<(notice: Notice) => void>();
const openListeners = new Set<(view: string) => void>();
const undoable: { changeId: string; before: State; note: { code: string; values: Values } }[] = [];
let count = 0;

function change(code: string, values: Values, next: Partial<State>) {
  count += 1;
  const changeId = `chg_${count}`;
  undoable.push({ changeId, before: state, note: { code, values } });
  state = { ...state, ...next };
  for (const listener of stateListeners) listener(structuredClone(next));
  for (const listener of noticeListeners) listener({ kind: 'change', changeId, note: { code, values } });
  return { changeId };
}

/** `null` takes a value away. */
function withoutNulls<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as T;
}

function newId(prefix: string) {
  count += 1;
  return `${prefix}_new${count}`;
}

function findClient(name: string): Client {
  const found = state.clients.find((client) => client.id === name || client.name === name);
  if (!found) throw { code: 'not-found', message: `There is no client "${name}".` } satisfies Problem;
  return found;
}

function asPeople(people: Client['people'] = []) {
  return people.map((person) => ({
    ...person,
    id: person.id ?? newId('per'),
    emails: person.emails ?? [],
    phones: person.phones ?? [],
  }));
}

function setClient(next: Client, code = 'client-changed') {
  const isNew = !state.clients.some((client) => client.id === next.id);
  const clients = isNew ? [...state.clients, next] : state.clients.map((each) => (each.id === next.id ? next : each));
  return { clientId: next.id, ...change(code, { client: next.name }, { clients }) };
}

function setCall(call: State['calls'][number], code: string) {
  const isNew = !state.calls.some((each) => each.id === call.id);
  const calls = isNew ? [...state.calls, call] : state.calls.map((each) => (each.id === call.id ? call : each));
  return { callId: call.id, ...change(code, { client: findClient(call.clientId).name }, { calls }) };
}

function findCall(id: string) {
  const call = state.calls.find((each) => each.id === id);
  if (!call) throw { code: 'not-found', message: 'There is no such call.' } satisfies Problem;
  return call;
}

function except(input: { call: string; occurrence: string; to?: string }, kind: 'skip' | 'move' | 'keep') {
  const call = findCall(input.call);
  const rest = call.exceptions.filter((each) => each.occurrence !== input.occurrence);
  const own = kind === 'keep' ? [] : [{ occurrence: input.occurrence, ...(input.to && { movedTo: input.to }) }];
  return setCall(
    { ...call, exceptions: [...rest, ...own] },
    kind === 'skip' ? 'call-skipped' : kind === 'move' ? 'call-moved' : 'call-changed',
  );
}

function allRequests() {
  return [...state.requests, ...Object.values(state.history).flat()];
}

function listEntries(input: { text?: string; client?: string; day?: string; before?: string; limit?: number }) {
  const found = allRequests()
    .flatMap((request) =>
      request.contacts.map(
        (contact): Entry => ({
          contact,
          requestId: request.id,
          client: state.clients.find(({ id }) => id === request.clientId)?.name ?? '',
          clientId: request.clientId,
          at: contact.at,
          subject: request.subject,
          status: request.status,
        }),
      ),
    )
    .filter((entry) => !input.client || entry.clientId === input.client)
    .filter((entry) => !input.day || entry.contact.at.startsWith(input.day))
    .filter((entry) => !input.before || entry.contact.at < input.before)
    .filter((entry) => !input.text || `${entry.subject} ${entry.contact.subject}`.includes(input.text))
    .sort((one, other) => other.contact.at.localeCompare(one.contact.at));
  const limit = input.limit ?? 100;
  return { entries: found.slice(0, limit), hasMore: found.length > limit };
}

const handlers: Record<string, Handler> = {
  'state.get': () => state,
  'client.add': ({ people, ...fields }: Partial<Client>) =>
    setClient(
      {
        timeZone: 'Europe/Vienna',
        language: 'en',
        form: 'familiar',
        prefers: 'call',
        emergency: '',
        allowance: 2,
        limit: 'firm',
        joinWithinMinutes: 20,
        notes: '',
        name: '',
        updatedAt: '',
        updatedBy: '',
        ...fields,
        id: newId('cli'),
        people: asPeople(people),
      },
      'client-added',
    ),
  'client.set': ({ client, people, ...fields }: Partial<Client> & { client: string }) => {
    if (fields.name === '') throw { code: 'invalid', message: 'The name is empty.', field: 'name' } satisfies Problem;
    const former = findClient(client);
    return setClient({ ...former, ...fields, people: people ? asPeople(people) : former.people });
  },
  'client.remove': ({ client }: { client: string }) => {
    const { id, name } = findClient(client);
    return change(
      'client-removed',
      { client: name },
      { clients: state.clients.filter((each) => each.id !== id), calls: state.calls.filter((c) => c.clientId !== id) },
    );
  },
  'client.forget': ({ client }: { client: string }) => {
    const { name } = findClient(client);
    change('client-removed', { client: name }, { clients: state.clients.filter((each) => each.name !== name) });
    return { name, records: 12 };
  },
  'call.add': ({ client, ...fields }: State['calls'][number] & { client: string }) =>
    setCall(
      { ...fields, id: newId('call'), clientId: findClient(client).id, exceptions: [], updatedAt: '', updatedBy: '' },
      'call-added',
    ),
  'call.set': ({ call, ...fields }: Partial<State['calls'][number]> & { call: string }) =>
    setCall(withoutNulls({ ...findCall(call), ...fields }), 'call-changed'),
  'call.end': ({ call, on }: { call: string; on: string }) => setCall({ ...findCall(call), endsOn: on }, 'call-ended'),
  'call.remove': ({ call }: { call: string }) =>
    change(
      'call-removed',
      { client: findClient(findCall(call).clientId).name },
      { calls: state.calls.filter((each) => each.id !== call) },
    ),
  'call.skip': (input: { call: string; occurrence: string }) => except(input, 'skip'),
  'call.move': (input: { call: string; occurrence: string; to: string }) => {
    const moved = except(input, 'move');
    const warnings = warnOfMove(state, { callId: moved.callId, occurrence: input.occurrence }, Temporal.Now.instant());
    return { ...moved, warnings };
  },
  'call.hold': ({ occurrence, ...input }: { call: string; occurrence: string }) =>
    except({ ...input, occurrence, to: occurrence }, 'move'),
  'call.lengthen': ({ call: id, occurrence, minutes }: { call: string; occurrence: string; minutes: number }) => {
    const call = findCall(id);
    const former = call.exceptions.find((each) => each.occurrence === occurrence);
    const rest = call.exceptions.filter((each) => each !== former);
    const own = { movedTo: occurrence, ...former, occurrence, minutes };
    return setCall({ ...call, exceptions: [...rest, own] }, 'call-lengthened');
  },
  'call.keep': (input: { call: string; occurrence: string }) => except(input, 'keep'),
  entries: listEntries,
  'contact.set': ({ contact: id, ...fields }: { contact: string }) =>
    change(
      'contact-changed',
      {},
      {
        requests: state.requests.map((request) => ({
          ...request,
          contacts: request.contacts.map((contact) =>
            contact.id === id ? withoutNulls({ ...contact, ...fields }) : contact,
          ),
        })),
      },
    ),
  'contact.remove': ({ contact: id }: { contact: string }) =>
    change(
      'contact-removed',
      {},
      {
        requests: state.requests
          .map((request) => ({ ...request, contacts: request.contacts.filter((contact) => contact.id !== id) }))
          .filter((request) => request.contacts.length > 0),
      },
    ),
  'settings.set': (fields: Partial<State['settings']>) =>
    change('settings-changed', {}, { settings: { ...state.settings, ...fields } }),
  'device.set': (fields: Partial<State['device']>) => {
    state = { ...state, device: { ...state.device, ...fields } };
    for (const listener of stateListeners) listener({ device: structuredClone(state.device) });
    return { changeId: newId('chg') };
  },
  undo: ({ change: id }: { change?: string }) => {
    const index = id ? undoable.findIndex((each) => each.changeId === id) : undoable.length - 1;
    const [last] = undoable.splice(index, 1);
    if (!last) throw { code: 'nothing-to-undo', message: 'There is nothing to undo.' } satisfies Problem;
    state = last.before;
    for (const listener of stateListeners) listener(structuredClone(state));
    return { changeId: last.changeId, at: '2026-11-24T10:20:00Z', note: last.note };
  },
  'sample.add': () => change('sample-added', {}, { ...believableState, device: state.device }),
  'sample.remove': () => ({
    ...change('sample-removed', {}, { clients: [], calls: [], requests: [] }),
    ownEntries: [],
  }),
  home: () => ({ folder: '/home/vera/.local/share/until-friday' }),
  'home.reveal': () => ({}),
  'home.move': () => ({ moved: false, folder: '/home/vera/.local/share/until-friday' }),
  backup: () => ({ backup: '2026-11-24T1020.json' }),
  backups: () => [
    { backup: 'b3', at: '2026-11-24T08:01:00Z', reason: 'daily' },
    { backup: 'b2', at: '2026-11-23T08:00:00Z', reason: 'import' },
    { backup: 'b1', at: '2026-11-20T07:58:00Z', reason: 'daily' },
  ],
  restore: () => ({ restored: 'b3', kept: 'b4' }),
  export: () => ({ format: 'json', text: '{}' }),
  import: ({ files }: { files: { name: string; text: string }[] }) => {
    const refused = files
      .filter(({ text }) => !text.startsWith('{'))
      .map(({ name }) => ({ file: name, line: 3, reason: 'It is not JSON: Unexpected token.' }));
    if (refused.length === files.length) return { created: 0, updated: 0, skipped: 0, refused };
    refused.push({ file: files[0]?.name ?? '', line: undefined as never, reason: 'clients.0.name: is empty.' });
    return { created: 12, updated: 3, skipped: 1, refused, ...change('imported', { created: 12 }, {}) };
  },
  'window.open': () => ({}),
  'clipboard.copy': () => ({}),
  print: () => ({}),
  ...requestHandlers({ read: () => state, change, newId }),
  ...calendarHandlers({ read: () => state, change, newId }),
};

function listen<T>(listeners: Set<T>) {
  return (listener: T) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
}

const bridge = {
  async call(name: string, input: unknown) {
    const handle = handlers[name];
    if (!handle) return { ok: false, problem: { code: 'unavailable', message: `The stand-in has no "${name}".` } };
    try {
      return { ok: true, value: structuredClone(handle(input as never)) };
    } catch (problem) {
      return { ok: false, problem };
    }
  },
  onState: listen(stateListeners),
  onNotice: listen(noticeListeners),
  onOpen: listen(openListeners),
  onPalette: () => () => undefined,
} as unknown as Bridge;

Object.defineProperty(window, 'untilFriday', { value: bridge });
