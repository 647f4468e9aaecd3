import UFuzzy from '@leeoniya/ufuzzy';
import { fold } from '../../../electron/core/find';
import type { Client } from '../../../electron/core/model/client';

const fuzzy = new UFuzzy({ intraMode: 1 });

/** Clients by their name or a person of theirs, typing errors forgiven; all of them by name when nothing is asked. */
export function findClients(clients: readonly Client[], text: string): Client[] {
  const byName = clients.toSorted((one, other) => one.name.localeCompare(other.name));
  const wanted = fold(text);
  if (wanted === '') return byName;
  const haystack = byName.map((client) => fold([client.name, ...client.people.map((person) => person.name)].join(' ')));
  const [found, info, order] = fuzzy.search(haystack, wanted, 1);
  const places = info && order ? order.map((index) => info.idx[index]) : found;
  return (places ?? []).flatMap((place) => (place === undefined ? [] : (byName[place] ?? [])));
}
