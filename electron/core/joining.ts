import { Temporal } from 'temporal-polyfill';
import type { Client } from './model/client';
import type { JoinedBy, Request } from './model/request';
import type { State } from './model/state';
import { lastContact } from './records';
import { readSubject, type Subject } from './subjects/read-subject';
import { likeness, namesSubject } from './subjects/same-subject';

export interface Joined {
  request: Request;
  by: JoinedBy;
}

/** What is known of a contact when it is looked for where it belongs. */
interface Coming {
  client: Client;
  personId?: string;
  at: Temporal.Instant;
  subject: string;
  joins?: string;
}

/** The open request a contact joins, as the person would say it; none where it is a new matter. */
export function findJoined({ requests }: Pick<State, 'requests'>, coming: Coming): Joined | undefined {
  const theirs = requests.filter((request) => request.clientId === coming.client.id);
  const named = coming.joins === undefined ? undefined : theirs.find(({ id }) => id === coming.joins);
  if (named) return { request: named, by: 'thread' };
  const open = theirs
    .filter(({ status }) => status !== 'parked')
    .toSorted((a, b) => lastContact(b).at.localeCompare(lastContact(a).at));
  if (open.length === 0) return undefined;
  const closest = findClosest(open, coming.subject);
  if (closest) return { request: closest, by: 'same-subject' };
  const within = open.find((request) => isBurst(request, coming));
  // "call me back" is no subject, and goes with what the person called about minutes ago.
  if (within && !(hasSubject(coming.subject) && hasSubject(within.subject))) return { request: within, by: 'burst' };
  const [newest] = open;
  return coming.subject === '' && newest ? { request: newest, by: 'newest' } : undefined;
}

/** Whether words name a subject, not only that there is something. */
export function hasSubject(text: string): boolean {
  return text !== '' && namesSubject(readSubject(text));
}

/** Requests are never changed in place: what one is about is read once. */
const subjects = new WeakMap<Request, Subject>();

function subjectOf(request: Request): Subject {
  const known = subjects.get(request) ?? readSubject(request.subject);
  subjects.set(request, known);
  return known;
}

/** Of those about the same subject the one whose words are closest, of equals the newest. */
function findClosest(open: readonly Request[], text: string): Request | undefined {
  const subject = readSubject(text);
  if (!namesSubject(subject)) return undefined;
  let closest: { request: Request; like: number } | undefined;
  for (const request of open) {
    const like = likeness(subject, subjectOf(request));
    if (like > (closest?.like ?? 0)) closest = { request, like };
  }
  return closest?.request;
}

/** Whether a contact of the same person (or of one not known) came to the request within the joining time. */
function isBurst(request: Request, { client, personId, at }: Coming): boolean {
  const window = client.joinWithinMinutes * 60_000;
  return request.contacts.some((contact) => {
    const isSamePerson = contact.personId === personId || contact.personId === undefined || personId === undefined;
    const apart = at.epochMilliseconds - Temporal.Instant.from(contact.at).epochMilliseconds;
    return isSamePerson && Math.abs(apart) <= window;
  });
}
