import { isAnswer, isMissed } from './interruptions';
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
  const answers = answersOf(request);
  return request.contacts
    .filter((contact) => isMissed(contact) && !answers.some((at) => at > contact.at))
    .toSorted((a, b) => a.at.localeCompare(b.at));
}

/** When a request was answered, as ISO instants: sent replies, contacts of mine, and those in which we spoke. */
export function answersOf(request: Pick<Request, 'contacts' | 'replies'>): string[] {
  return [
    ...request.replies.flatMap((reply) => reply.sentAt ?? []),
    ...request.contacts.filter(isAnswer).map((contact) => contact.at),
  ];
}
