import { isMissed } from './interruptions';
import type { Contact, Request } from './model/request';

/**
 * Requests in which somebody tried to reach me and nothing has answered since: no sent reply, no contact of mine, none
 * in which we spoke. What waits longest comes first.
 */
export function callbacksDue(requests: readonly Request[]): Request[] {
  return requests
    .flatMap((request) => {
      const [first] = unansweredOf(request);
      return first && request.status !== 'parked' ? [{ request, since: first.at }] : [];
    })
    .toSorted((a, b) => a.since.localeCompare(b.since))
    .map(({ request }) => request);
}

/** Missed contacts of a request that came after the last answer, oldest first. */
function unansweredOf(request: Request): Contact[] {
  const answers = [
    ...request.replies.flatMap((reply) => reply.sentAt ?? []),
    ...request.contacts.filter(isAnswer).map((contact) => contact.at),
  ];
  return request.contacts
    .filter((contact) => isMissed(contact) && !answers.some((at) => at > contact.at))
    .toSorted((a, b) => a.at.localeCompare(b.at));
}

function isAnswer(contact: Contact): boolean {
  return contact.direction === 'out' || contact.channel === 'call' || contact.channel === 'in-person';
}
