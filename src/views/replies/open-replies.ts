import { callbacksDue } from '../../../electron/core/callbacks';
import type { Request } from '../../../electron/core/model/request';
import { receivedAt } from '../../../electron/core/records';

/** Open requests somebody tried to reach me about, with no reply used and nobody reached since: emergencies, then the oldest. */
export function unansweredRequests(requests: readonly Request[]): Request[] {
  return callbacksDue(requests)
    .filter((request) => request.status === 'open' && request.replies.length === 0)
    .toSorted(
      (one, other) =>
        Number(other.emergency !== undefined) - Number(one.emergency !== undefined) ||
        receivedAt(one).localeCompare(receivedAt(other)),
    );
}
