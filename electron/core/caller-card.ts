import { Temporal } from 'temporal-polyfill';
import { isForAgenda } from './agenda';
import { type ImpromptuLeft, impromptuLeft } from './availability/impromptu';
import { callbacksDue } from './callbacks';
import { takingPlace } from './calls/clashes';
import { findOccurrence, type Occurrence } from './calls/occurrences';
import { isBefore } from './days';
import type { Client, Person } from './model/client';
import type { Contact, Request } from './model/request';
import type { State } from './model/state';
import { knownRequests, lastContact } from './records';
import { promisedCall } from './requests/replies';

/** What one reads before calling back: who this is, what was last, and everything that is open. */
export interface CallerCard {
  client: Client;
  /** Whom to call back: who was named, else who was in contact last, else the only one there is. */
  person?: Person;
  /** The newest contact there was with the client, in or out. */
  last?: { request: Request; contact: Contact };
  /** What is not over: emergencies first, then who waits for a call back, then what was heard of last. */
  open: Request[];
  /** Calls that sent replies have named and that are still to come, the nearest first. */
  promised: { request: Request; occurrence: Occurrence }[];
  /** The next standing call that takes place. */
  next?: Occurrence;
  impromptu: ImpromptuLeft;
}

/**
 * The card of a client and, where it is known, the person calling. The last contact is looked for in what is loaded
 * and in `older`, requests that are over and were read for this.
 */
export function callerCard(
  state: State,
  client: Client,
  { personId, older = [], now }: { personId?: string; older?: readonly Request[]; now: Temporal.Instant },
): CallerCard {
  const theirs = state.requests.filter((request) => request.clientId === client.id);
  const last = findLast([...knownRequests(state), ...older], client.id, now);
  const [first, ...others] = client.people;
  const person =
    client.people.find((each) => each.id === (personId ?? last?.contact.personId)) ??
    (others.length === 0 ? first : undefined);
  const calls = state.calls.filter((call) => call.clientId === client.id);
  const [next] = takingPlace(state, calls, now, 1);
  return {
    client,
    ...(person && { person }),
    ...(last && { last }),
    open: orderOpen(theirs, state, now),
    promised: theirs
      .flatMap((request) => {
        const named = promisedCall(request);
        const occurrence = named && findOccurrence(calls, named);
        return occurrence && isBefore(now, occurrence.endsAt) ? [{ request, occurrence }] : [];
      })
      .sort((one, other) => Temporal.Instant.compare(one.occurrence.startsAt, other.occurrence.startsAt)),
    ...(next && { next }),
    impromptu: impromptuLeft(state, client, now),
  };
}

function orderOpen(requests: readonly Request[], state: State, now: Temporal.Instant): Request[] {
  const due = new Set(callbacksDue(requests).map((request) => request.id));
  const rank = (request: Request) => {
    if (request.emergency !== undefined) return 0;
    if (due.has(request.id)) return 1;
    return isForAgenda(request, state, now) ? 2 : 3;
  };
  return requests.toSorted(
    (one, other) => rank(one) - rank(other) || lastContact(other).at.localeCompare(lastContact(one).at),
  );
}

function findLast(requests: readonly Request[], clientId: string, now: Temporal.Instant): CallerCard['last'] {
  let last: CallerCard['last'];
  for (const request of requests) {
    if (request.clientId !== clientId) continue;
    for (const contact of request.contacts) {
      const isLater = contact.at > (last?.contact.at ?? '');
      if (isLater && !isBefore(now, Temporal.Instant.from(contact.at))) last = { request, contact };
    }
  }
  return last;
}
