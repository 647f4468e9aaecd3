import type { State } from './model/state';
import { knownRequests } from './records';

const known = new WeakMap<State, ReadonlyMap<string, string>>();

/**
 * When each client was last heard of, by id. What is over and not loaded is known by its week only: the tally's day
 * sorts before any instant of that day.
 */
export function lastHeard(state: State): ReadonlyMap<string, string> {
  let latest = known.get(state);
  if (!latest) {
    latest = findLatest(state);
    known.set(state, latest);
  }
  return latest;
}

function findLatest(state: State): Map<string, string> {
  const latest = new Map<string, string>();
  const keepLater = (clientId: string, at: string) => {
    if (at > (latest.get(clientId) ?? '')) latest.set(clientId, at);
  };
  for (const request of knownRequests(state))
    for (const contact of request.contacts) keepLater(request.clientId, contact.at);
  for (const [week, clients] of Object.entries(state.tally))
    for (const [clientId, sums] of Object.entries(clients)) if (sums.contacts > 0) keepLater(clientId, week);
  return latest;
}

/** Ids of the clients heard of lately, the latest first. */
export function listRecent(state: State, count: number): string[] {
  return [...lastHeard(state)]
    .sort(([, one], [, other]) => other.localeCompare(one))
    .slice(0, count)
    .map(([clientId]) => clientId);
}
