import { findContact, findRequest } from '../find';
import type { Contact, Request } from '../model/request';
import type { State } from '../model/state';
import type { Moment } from '../moment';
import { circumstancesSaid, neededByOf } from '../receive';
import { putRequest, removeRequest, UNSTAMPED } from '../records';
import { refuse } from '../refuse';
import { formerOfBoth } from './former';

/** Takes a contact out of its request into one of its own, or into another one of the same client. */
export function splitContact(
  state: State,
  contactId: string,
  moment: Moment,
  intoName?: string,
): { state: State; request: Request } {
  const { request, contact } = findContact(state, contactId);
  if (intoName !== undefined) return moveContact(state, request, contact, findRequest(state, intoName));
  if (request.contacts.length === 1)
    refuse('invalid', 'It is the only contact of this request.', { field: 'contact', action: 'Join it instead.' });
  const { position: _, pin: __, emergency: ___, neededBy: ____, ...rest } = request;
  const own: Request = {
    ...rest,
    ...UNSTAMPED,
    id: moment.newId('req'),
    subject: contact.subject,
    contacts: [contact],
    replies: [],
    notes: '',
  };
  return { state: putRequest(putRequest(state, without(request, contact)), own), request: own };
}

function moveContact(state: State, from: Request, contact: Contact, into: Request): { state: State; request: Request } {
  if (from.contacts.length === 1) return joinRequests(state, from.id, into.id);
  refuseApart(from, into);
  const request = {
    ...into,
    subject: into.subject || contact.subject,
    contacts: [...into.contacts, contact].toSorted(byTime),
  };
  return { state: putRequest(putRequest(state, without(from, contact)), request), request };
}

/** What is left when a contact goes; a subject that only it had goes with it. */
export function without(request: Request, contact: Contact): Request {
  const contacts = request.contacts.filter((each) => each.id !== contact.id);
  const isTheirs = request.subject !== contact.subject || contacts.some(({ subject }) => subject === request.subject);
  const subject = isTheirs ? request.subject : (contacts.find((each) => each.subject !== '')?.subject ?? '');
  return { ...request, subject, contacts };
}

function byTime(one: Contact, other: Contact): number {
  return one.at.localeCompare(other.at);
}

function refuseApart(from: Request, into: Request): void {
  if (from.id === into.id) refuse('invalid', 'A request can not be joined to itself.', { field: 'into' });
  if (from.clientId !== into.clientId)
    refuse('invalid', 'Requests of two clients can not be joined.', { field: 'into' });
}

/** Puts the contacts, replies and notes of one request into another of the same client. */
export function joinRequests(state: State, name: string, intoName: string): { state: State; request: Request } {
  const from = findRequest(state, name);
  const into = findRequest(state, intoName);
  refuseApart(from, into);
  const request: Request = {
    ...into,
    ...circumstancesSaid(from, into),
    ...formOf(into, from),
    subject: into.subject || from.subject,
    claimedUrgent: into.claimedUrgent || from.claimedUrgent,
    notes: [into.notes, from.notes].filter(Boolean).join('\n'),
    contacts: [...into.contacts, ...from.contacts].toSorted(byTime),
    replies: [...into.replies, ...from.replies],
    ...(into.emergency || from.emergency ? { emergency: strongest(into.emergency, from.emergency) } : {}),
    ...neededByOf(into.neededBy, from.neededBy),
    ...formerOfBoth(into, from),
  };
  return { state: putRequest(removeRequest(state, from.id), request), request };
}

function formOf(into: Request, from: Request): Pick<Request, 'form'> {
  const form = into.form || from.form;
  return form ? { form } : {};
}

function strongest(one: Request['emergency'], other: Request['emergency']): Request['emergency'] {
  return one === 'confirmed' || other === 'confirmed' ? 'confirmed' : (one ?? other);
}
