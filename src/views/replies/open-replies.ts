import { isMissed } from '../../../electron/core/interruptions';
import type { Request } from '../../../electron/core/model/request';
import { receivedAt } from '../../../electron/core/records';

/** Open requests somebody tried to reach me about, with no reply used and nobody reached since: emergencies, then the oldest. */
export function unansweredRequests(requests: readonly Request[]): Request[] {
  return requests
    .filter((request) => request.status === 'open' && request.replies.length === 0 && isUnanswered(request))
    .toSorted(
      (one, other) =>
        Number(other.emergency !== undefined) - Number(one.emergency !== undefined) ||
        receivedAt(one).localeCompare(receivedAt(other)),
    );
}

function isUnanswered(request: Request): boolean {
  const lastMissed = request.contacts.reduce(
    (last, contact) => (isMissed(contact) && contact.at > last ? contact.at : last),
    '',
  );
  if (lastMissed === '') return false;
  return !request.contacts.some(
    (contact) =>
      contact.at > lastMissed &&
      (contact.direction === 'out' || contact.channel === 'call' || contact.channel === 'in-person'),
  );
}
