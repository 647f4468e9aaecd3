import { fold } from '../../../electron/core/find';
import type { Client } from '../../../electron/core/model/client';
import type { Stranger } from '../../../electron/core/model/stranger';
import { listLikely, suggestClientName } from '../../../electron/core/strangers';

/** Whose a contact may be: a client who is there, or a new one of that name. */
export interface WhoOption {
  value: string;
  name: string;
  isNew: boolean;
}

const MOST = 7;

/**
 * What is offered for what was typed: clients whose name or a person of theirs begins so in any word, those in touch
 * lately first, and a new client so called. With nothing typed those come first who it may be, then the new one, by the
 * name that is guessed.
 */
export function whoOptions(
  clients: readonly Client[],
  recent: readonly string[],
  stranger: Stranger,
  typed: string,
): WhoOption[] {
  const wanted = fold(typed);
  const places = new Map(recent.map((id, place) => [id, place]));
  const likely = new Set(wanted === '' ? listLikely(clients, stranger).map(({ id }) => id) : []);
  const placeOf = ({ id }: Client) => (likely.has(id) ? -recent.length : 0) + (places.get(id) ?? recent.length);
  const found = clients
    .filter(({ name, people }) => [name, ...people.map((each) => each.name)].some((each) => hasWord(each, wanted)))
    .toSorted((one, other) => placeOf(one) - placeOf(other) || one.name.localeCompare(other.name))
    .slice(0, MOST)
    .map(({ id, name }): WhoOption => ({ value: id, name, isNew: false }));
  const name = typed.trim() || suggestClientName(stranger);
  const isThere = name !== undefined && clients.some((client) => fold(client.name) === fold(name));
  if (name === undefined || isThere) return found;
  const added: WhoOption = { value: 'new', name, isNew: true };
  const at = wanted === '' ? Math.min(likely.size, MOST) : found.length;
  return found.toSpliced(at, 0, added);
}

function hasWord(name: string, beginning: string): boolean {
  return ` ${fold(name)}`.includes(` ${beginning}`);
}
