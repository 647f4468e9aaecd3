import type { StandingCall } from './model/call';
import type { Client, Person } from './model/client';
import type { Contact, Request } from './model/request';
import type { State } from './model/state';
import { isSamePhone, type Phone, readPhone } from './phones';
import { knownRequests } from './records';
import { refuse } from './refuse';

/** Printed ASCII, which has neither accents nor other letters to fold. */
const PLAIN = /^[ -~]*$/;

/** A name as it is compared: without accents, case and doubled blanks. `ß` counts as `ss`, `đ` as `d`. */
export function fold(text: string): string {
  // Most of what is compared, and of what a search reads, needs the last steps only.
  if (PLAIN.test(text)) return joinBlanks(text.toLowerCase());
  return joinBlanks(
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/ß/g, 'ss')
      .replace(/đ/g, 'd')
      .replace(/ł/g, 'l')
      .replace(/ø/g, 'o'),
  );
}

function joinBlanks(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * The client of that id or name: the exact name first, then a name that begins so, then one that holds it, then a
 * person of theirs. Refuses with `ambiguous` and the candidates, or with `no-client`.
 */
export function findClient(state: Pick<State, 'clients'>, name: string): Client {
  const exact = state.clients.find((client) => client.id === name);
  if (exact) return exact;
  const wanted = fold(name);
  const steps: ((client: Client) => boolean)[] = [
    (client) => fold(client.name) === wanted,
    (client) => fold(client.name).startsWith(wanted),
    (client) => fold(client.name).includes(wanted),
    (client) => client.people.some((person) => isPersonCalled(person, wanted)),
  ];
  for (const step of steps) {
    const found = wanted === '' ? [] : state.clients.filter(step);
    const [only] = found;
    if (only && found.length === 1) return only;
    if (found.length > 1)
      refuse('ambiguous', `"${name}" could be ${found.map((client) => client.name).join(' or ')}.`, {
        field: 'client',
        action: 'Say which, with the full name or the id.',
        candidates: found.map((client) => client.name),
      });
  }
  refuse('no-client', `There is no client called "${name}".`, {
    field: 'client',
    action: 'Add the client first, or check the name.',
  });
}

function isPersonCalled(person: Person, wanted: string): boolean {
  const name = fold(person.name);
  return (
    name === wanted ||
    name.split(' ').includes(wanted) ||
    person.emails.some((mail) => fold(mail) === wanted) ||
    hasPhone(person, wanted)
  );
}

function hasPhone({ phones }: Person, wanted: string): boolean {
  const asked = readPhone(wanted);
  return asked !== undefined && phones.some((phone) => isPhoneOf(phone, asked));
}

function isPhoneOf(text: string, asked: Phone): boolean {
  const known = readPhone(text);
  return known !== undefined && isSamePhone(known, asked);
}

/** The person of that id, name or mail address; of that first or last name where only one has it. */
export function findPerson({ people }: Client, wanted: string | undefined): Person | undefined {
  if (!wanted) return undefined;
  const folded = fold(wanted);
  const exact = people.find(({ id, name, emails }) => id === wanted || [name, ...emails].map(fold).includes(folded));
  const [only, ...others] = people.filter(({ name }) => fold(name).split(' ').includes(folded));
  return exact ?? (others.length === 0 ? only : undefined);
}

/** The standing call of that id, or the only one of that client. */
export function findCall(state: Pick<State, 'calls' | 'clients'>, name: string): StandingCall {
  const exact = state.calls.find((call) => call.id === name);
  if (exact) return exact;
  if (name.startsWith('call_')) refuse('not-found', `There is no standing call ${name}.`, { field: 'call' });
  const client = findClient(state, name);
  const theirs = state.calls.filter((call) => call.clientId === client.id);
  const [only] = theirs;
  if (only && theirs.length === 1) return only;
  if (!only) refuse('not-found', `${client.name} has no standing call.`, { field: 'call', action: 'Add one first.' });
  refuse('ambiguous', `${client.name} has ${theirs.length} standing calls.`, {
    field: 'call',
    action: 'Say which by its id.',
    candidates: theirs.map((call) => `${call.id} ${call.rule} ${call.start}`),
  });
}

/** The request of that id, or the only one in reach whose subject is so called. */
export function findRequest(state: State, name: string): Request {
  const known = knownRequests(state);
  const exact = known.find((request) => request.id === name);
  if (exact) return exact;
  if (name.startsWith('req_')) refuse('not-found', `There is no request ${name}.`, { field: 'request' });
  const wanted = fold(name);
  const named = wanted === '' ? [] : state.requests.filter((request) => fold(request.subject).includes(wanted));
  const same = named.filter((request) => fold(request.subject) === wanted);
  const found = same.length > 0 ? same : named;
  const [only] = found;
  if (only && found.length === 1) return only;
  if (!only)
    refuse('not-found', `There is no open request called "${name}".`, {
      field: 'request',
      action: 'List them to see their ids.',
    });
  refuse('ambiguous', `"${name}" could be ${found.map((request) => `"${request.subject}"`).join(' or ')}.`, {
    field: 'request',
    action: 'Say which by its id.',
    candidates: found.map((request) => `${request.id} ${request.subject}`),
  });
}

/** The contact of that id and the request that holds it. */
export function findContact(state: State, contactId: string): { request: Request; contact: Contact } {
  for (const request of knownRequests(state)) {
    const contact = request.contacts.find((each) => each.id === contactId);
    if (contact) return { request, contact };
  }
  refuse('not-found', `There is no entry ${contactId}.`, { field: 'contact' });
}

/** The client a record belongs to. */
export function clientOf(state: Pick<State, 'clients'>, record: { clientId: string }): Client {
  const client = state.clients.find((each) => each.id === record.clientId);
  return client ?? refuse('not-found', 'The client of this entry is gone.', { field: 'client' });
}

/** The person of a contact, if it is known who that was. */
export function personOf(client: Client, contact: Pick<Contact, 'personId'>): Person | undefined {
  return client.people.find((person) => person.id === contact.personId);
}
