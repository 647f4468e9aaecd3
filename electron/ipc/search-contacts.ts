import { setImmediate as yieldTurn } from 'node:timers/promises';
import type { Request } from '../core/model/request';
import { findContacts, isOver, type PreparedSearch } from '../core/search/find-contacts';
import {
  comparePlaced,
  foldLine,
  joinLines,
  type LoggedContact,
  type Placed,
  placeRequests,
  prepareContacts,
  type Searchable,
} from '../core/search/searchable';
import type { Store } from '../store/store';

/** How long after the last search its texts are kept. */
const KEPT_MS = 60_000;
/** How many contacts are prepared in one turn: about two milliseconds. */
const TURN = 250;

/** Finds contacts, newest first, of which `limit` at most are given back. */
export type SearchContacts = (
  search: PreparedSearch,
  limit: number,
) => Promise<{ entries: LoggedContact[]; hasMore: boolean }>;

/**
 * Looks through everything that was ever logged. The texts of a month are prepared when a search first comes to it, are
 * prepared anew when the month was changed since, and are given back once nobody has searched for a while: who only logs
 * pays nothing for it, and who logs during the first search waits for a part of one month at most.
 */
export function createContactSearch(
  store: Pick<Store, 'state' | 'months' | 'readMonth' | 'revisionOf'>,
  keptMs = KEPT_MS,
): SearchContacts {
  const months = new Map<string, { revision: number; contacts: Promise<Searchable> }>();
  let open: { requests: readonly Request[]; contacts: Searchable } | undefined;
  let timer: NodeJS.Timeout | undefined;

  function forgetLater(): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      months.clear();
      open = undefined;
    }, keptMs).unref();
  }

  function readOpen(): Searchable {
    const { requests } = store.state;
    if (open?.requests !== requests) open = { requests, contacts: prepareContacts(requests) };
    return open.contacts;
  }

  function readMonth(month: string): Promise<Searchable> {
    const revision = store.revisionOf(month);
    const known = months.get(month);
    if (known?.revision === revision) return known.contacts;
    const contacts = store.readMonth(month).then(prepareInTurns);
    months.set(month, { revision, contacts });
    // What failed once is tried again.
    contacts.catch(() => months.delete(month));
    return contacts;
  }

  return async (search, limit) => {
    forgetLater();
    const found = findContacts(readOpen(), search);
    for (const month of await store.months()) {
      // What is in files of this month and before is not younger than it, so these are the first already.
      if (isOver(search, month) || countAfter(found, month) > limit) break;
      for (const each of findContacts(await readMonth(month), search)) found.push(each);
    }
    forgetLater();
    // One that was closed meanwhile is in both.
    const byId = new Map(found.sort(comparePlaced).map(({ logged }) => [logged.contact.id, logged]));
    const entries = [...byId.values()];
    return { entries: entries.slice(0, limit), hasMore: entries.length > limit };
  };
}

/** Makes a month ready, and lets everything else that waits go first again and again. */
async function prepareInTurns(requests: readonly Request[]): Promise<Searchable> {
  await yieldTurn();
  const contacts = placeRequests(requests);
  const lines: string[] = [];
  for (let from = 0; from < contacts.length; from += TURN) {
    lines.push(...contacts.slice(from, from + TURN).map(foldLine));
    await yieldTurn();
  }
  return joinLines(contacts, lines);
}

function countAfter(found: readonly Placed[], month: string): number {
  let count = 0;
  for (const { at } of found) if (at.slice(0, 7) > month) count += 1;
  return count;
}
