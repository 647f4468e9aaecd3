import { fold } from '../find';
import type { Contact, Request } from '../model/request';

/** One contact of the log, with what is said of it of its request. */
export interface LoggedContact {
  contact: Contact;
  requestId: string;
  clientId: string;
  subject: string;
  status: Request['status'];
}

/** One in its place in the log. */
export interface Placed {
  logged: LoggedContact;
  /** Its instant so that it sorts as text, whether it has parts of a second or not. */
  at: string;
}

/** Contacts made ready to be searched, the newest first. */
export interface Searchable {
  contacts: readonly Placed[];
  /** A line for each, folded: its own subject, that of its request, and the words as typed. One text is searched fastest. */
  text: string;
  /** Where each line begins. */
  starts: Uint32Array;
  /** Places of the contacts by the id of the client, and of the person. */
  byClient: ReadonlyMap<string, readonly number[]>;
  byPerson: ReadonlyMap<string, readonly number[]>;
}

/** Makes the contacts of requests ready to be searched. */
export function prepareContacts(requests: readonly Request[]): Searchable {
  const contacts = placeRequests(requests);
  return joinLines(contacts, contacts.map(foldLine));
}

/** The contacts of requests in the order of the log. */
export function placeRequests(requests: readonly Request[]): Placed[] {
  return requests.flatMap(placeContacts).sort(comparePlaced);
}

/** The line of one contact. Of all that makes contacts searchable this takes the longest, so it can be done in parts. */
export function foldLine({ logged: { subject, contact } }: Placed): string {
  // A tab is in no word that is looked for, so nothing is found across two texts.
  return [...new Set([subject, contact.subject, contact.text ?? ''])].map(fold).join('\t');
}

/** Puts contacts in the order of the log together with the line of each. */
export function joinLines(contacts: readonly Placed[], lines: readonly string[]): Searchable {
  const starts = new Uint32Array(lines.length);
  let start = 0;
  for (const [place, line] of lines.entries()) {
    starts[place] = start;
    start += line.length + 1;
  }
  return {
    contacts,
    text: lines.join('\n'),
    starts,
    byClient: groupPlaces(contacts, ({ clientId }) => clientId),
    byPerson: groupPlaces(contacts, ({ contact }) => contact.personId),
  };
}

function placeContacts({ id, clientId, subject, status, contacts }: Request): Placed[] {
  return contacts.map((contact) => ({
    logged: { contact, requestId: id, clientId, subject, status },
    at: sortable(contact.at),
  }));
}

function groupPlaces(contacts: readonly Placed[], keyOf: (logged: LoggedContact) => string | undefined) {
  const groups = new Map<string, number[]>();
  for (const [place, { logged }] of contacts.entries()) {
    const key = keyOf(logged);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(place);
    else groups.set(key, [place]);
  }
  return groups;
}

/** Newest first; those at one instant in the order of their ids, the later first. */
export function comparePlaced(one: Placed, other: Placed): number {
  if (one.at !== other.at) return one.at < other.at ? 1 : -1;
  const [id, otherId] = [one.logged.contact.id, other.logged.contact.id];
  return id === otherId ? 0 : id < otherId ? 1 : -1;
}

/** A UTC instant as it sorts as text. */
export function sortable(instant: string): string {
  return instant.replace('Z', '');
}
