import { Temporal } from 'temporal-polyfill';
import { findOccurrence } from '../calls/occurrences';
import { dayOf } from '../days';
import { defined } from '../defined';
import { findContact, findRequest } from '../find';
import type { OccurrenceRef, StandingCall } from '../model/call';
import type { Contact, Request, Status } from '../model/request';
import type { State } from '../model/state';
import { circumstancesOf } from '../receive';
import { isOver, putRequest, removeRequest } from '../records';
import { refuse } from '../refuse';
import { formerTexts } from './former';
import { without } from './together';

/** How long a request is parked when no day is given. */
const PARKED_DAYS = 14;

/** Gives a request another status: finishing, waiting, parking (two weeks unless a day is given), declining, reopening. */
export function setStatus(
  state: State,
  name: string,
  status: Status,
  now: Temporal.Instant,
  parkedUntil?: string,
): { state: State; request: Request } {
  const former = findRequest(state, name);
  const { closedAt: _, parkedUntil: __, outcome, ...rest } = former;
  const today = dayOf(now, state.settings.timeZone);
  if (parkedUntil !== undefined && parkedUntil <= today.toString())
    refuse('invalid', `${parkedUntil} is not after today.`, { field: 'until', action: 'Give a later day.' });
  const request: Request = {
    ...rest,
    status,
    ...(isOver({ status }) && { closedAt: former.closedAt ?? now.toString(), ...(outcome && { outcome }) }),
    ...(status === 'parked' && { parkedUntil: parkedUntil ?? today.add({ days: PARKED_DAYS }).toString() }),
  };
  return { state: putRequest(state, request), request };
}

/** What can be said about a request by hand; `null` takes a value away, `undefined` leaves it. */
export type RequestFields = Partial<
  Pick<
    Request,
    | 'subject'
    | 'claimedUrgent'
    | 'neededWords'
    | 'askedBy'
    | 'purpose'
    | 'form'
    | 'minutes'
    | 'mine'
    | 'decidedBy'
    | 'notes'
  >
> & { neededBy?: string | null; emergency?: Request['emergency'] | null; pin?: OccurrenceRef | null };

export function setRequest(state: State, name: string, fields: RequestFields): { state: State; request: Request } {
  const former = findRequest(state, name);
  if (fields.pin && !findOccurrence(callsOf(state, former), fields.pin))
    refuse('not-an-occurrence', `No call takes place at ${fields.pin.occurrence}.`, { field: 'pin' });
  const given = defined(fields);
  const request = dropNulls({ ...former, ...given, ...formerTexts(former, given) });
  return { state: putRequest(state, request), request };
}

function callsOf(state: State, { clientId }: Request): StandingCall[] {
  return state.calls.filter((call) => call.clientId === clientId);
}

/** The record without the fields that were taken away. */
function dropNulls(fields: Omit<Request, 'neededBy' | 'emergency' | 'pin'> & RequestFields): Request {
  const { neededBy, emergency, pin, ...rest } = fields;
  return { ...rest, ...(neededBy && { neededBy }), ...(emergency && { emergency }), ...(pin && { pin }) };
}

/**
 * Gives the agenda of an occurrence the order of the ids. A request that stood on another call comes to this one, and
 * stays there by hand.
 */
export function arrange(state: State, ref: OccurrenceRef, ids: readonly string[], placed: readonly string[]): State {
  if (!findOccurrence(state.calls, ref))
    refuse('not-an-occurrence', `No call takes place at ${ref.occurrence}.`, { field: 'occurrence' });
  return ids.reduce((next, id, index) => {
    const request = findRequest(next, id);
    if (!callsOf(state, request).some((call) => call.id === ref.callId))
      refuse('invalid', `"${request.subject}" belongs to another client than the call.`, { field: 'requests' });
    const pin = placed.includes(id) ? request.pin : ref;
    return putRequest(next, { ...request, position: index + 1, ...(pin && { pin }) });
  }, state);
}

/** What can be corrected of an entry; `null` takes the person or the minutes away. */
type ContactFields = Partial<Pick<Contact, 'at' | 'channel' | 'direction' | 'count' | 'subject'>> & {
  personId?: string | null;
  minutes?: number | null;
};

/** Corrects an entry; the former wording is kept, and for another time what held then is worked out anew. */
export function setContact(state: State, contactId: string, fields: ContactFields): State {
  const { request, contact } = findContact(state, contactId);
  const { personId, minutes, ...given } = fields;
  const { personId: formerPerson, minutes: formerMinutes, ...kept } = contact;
  const person = personId === undefined ? formerPerson : personId;
  const length = minutes === undefined ? formerMinutes : minutes;
  const changed: Contact = {
    ...kept,
    ...defined(given),
    ...(person != null && { personId: person }),
    ...(length != null && { minutes: length }),
  };
  const former = fields.subject !== undefined && fields.subject !== contact.subject && contact.subject;
  const { during: _, isAfterHours: __, ...rest } = changed;
  const at = Temporal.Instant.from(changed.at);
  const { during, isAfterHours } = changed.at === contact.at ? contact : circumstancesOf(state, request.clientId, at);
  const next: Contact = {
    ...rest,
    ...(former && { former: [...(contact.former ?? []), former] }),
    isAfterHours,
    ...(during !== undefined && { during }),
  };
  return putRequest(state, {
    ...request,
    // The request keeps a name of its own unless it was named by this contact.
    subject: request.subject === contact.subject ? next.subject : request.subject,
    contacts: request.contacts.map((each) => (each.id === contactId ? next : each)),
  });
}

/** Deletes an entry; with its last contact the request goes too. */
export function removeContact(state: State, contactId: string): State {
  const { request, contact } = findContact(state, contactId);
  return request.contacts.length === 1
    ? removeRequest(state, request.id)
    : putRequest(state, without(request, contact));
}
