import { personOf } from '../core/find';
import type { Client, Person } from '../core/model/client';
import type { Contact } from '../core/model/request';
import type { State } from '../core/model/state';
import { lastHeard } from '../core/recency';
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
 * The contact that came in and was logged last, whenever it was; nothing where none is in reach. Ids sort by when they
 * were made.
 */
export function lastLogged(state: State): { client: Client; person: Person | undefined; contact: Contact } | undefined {
  let latest: { clientId: string; contact: Contact } | undefined;
  for (const { clientId, contacts } of knownRequests(state))
    for (const contact of contacts)
      if (contact.direction === 'in' && contact.id > (latest?.contact.id ?? '')) latest = { clientId, contact };
  const client = latest && state.clients.find((each) => each.id === latest.clientId);
  return client && latest && { client, person: personOf(client, latest.contact), contact: latest.contact };
}

/** By name, as the language of that locale sorts. */
export function sortByName(clients: readonly Client[], locale: string): Client[] {
  const { compare } = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  return clients.toSorted((a, b) => compare(a.name, b.name) || a.id.localeCompare(b.id));
}
