import type { Client } from '../core/model/client';
import type { State } from '../core/model/state';
import { knownRequests } from '../core/records';

/** Clients by their last contact, newest first; those never heard of come last, by name. */
export function recentClients(state: State): Client[] {
  const latest = lastHeard(state);
  const heardAt = (client: Client) => latest.get(client.id) ?? '';
  return state.clients.toSorted(
    (a, b) => heardAt(b).localeCompare(heardAt(a)) || a.name.localeCompare(b.name) || a.id.localeCompare(b.id),
  );
}

/**
 * When each client was last heard of. What is over and not loaded is known by its week only: the tally's day sorts
 * before any instant of that day.
 */
function lastHeard(state: State): Map<string, string> {
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

/** By name, as the language of that locale sorts. */
export function sortByName(clients: readonly Client[], locale: string): Client[] {
  const { compare } = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  return clients.toSorted((a, b) => compare(a.name, b.name) || a.id.localeCompare(b.id));
}
