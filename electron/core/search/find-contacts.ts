import { Temporal } from 'temporal-polyfill';
import { startOfDay } from '../days';
import { fold } from '../find';
import type { State } from '../model/state';
import { type Placed, type Searchable, sortable } from './searchable';

/** Which contacts are looked for. What is not given does not narrow. */
export interface Search {
  /** Words in any order, each of which is a part of what was logged or of the name of client or person. */
  text?: string | undefined;
  clientId?: string | undefined;
  /** A day in my own zone, `YYYY-MM-DD`. */
  day?: string | undefined;
  /** Only those that come after this place in the list: an instant and, among those at this instant, an id. */
  before?: string | undefined;
  beforeId?: string | undefined;
}

/** A search, made ready for the names and the zone it is asked in. */
export interface PreparedSearch {
  needles: readonly Needle[];
  clientId?: string | undefined;
  /** From when on, and until when, the end not included; as sortable instants. */
  from?: string | undefined;
  to?: string | undefined;
  /** What was seen last: only what follows it is wanted. */
  last?: { at: string; id?: string | undefined } | undefined;
}

/** A folded word, and those whose name it is a part of. */
interface Needle {
  word: string;
  clientIds: ReadonlySet<string>;
  personIds: ReadonlySet<string>;
}

/** Makes a search ready; `day` and `before` have been checked to be a day and an instant. */
export function prepareSearch(
  { clients, settings }: Pick<State, 'clients' | 'settings'>,
  { text = '', clientId, day, before, beforeId }: Search,
): PreparedSearch {
  const words = fold(text)
    .split(' ')
    .filter((word) => word !== '');
  const date = day === undefined ? undefined : Temporal.PlainDate.from(day);
  return {
    // The longest is in the fewest lines.
    needles: words.sort((one, other) => other.length - one.length).map((word) => findNamed(clients, word)),
    clientId,
    from: date && sortable(startOfDay(date, settings.timeZone).toString()),
    to: date && sortable(startOfDay(date.add({ days: 1 }), settings.timeZone).toString()),
    last: before === undefined ? undefined : { at: sortable(Temporal.Instant.from(before).toString()), id: beforeId },
  };
}

function findNamed(clients: State['clients'], word: string): Needle {
  const isNamed = ({ name }: { name: string }) => fold(name).includes(word);
  return {
    word,
    clientIds: new Set(clients.filter(isNamed).map(({ id }) => id)),
    personIds: new Set(clients.flatMap(({ people }) => people.filter(isNamed).map(({ id }) => id))),
  };
}

/** Whether nothing that was closed in this UTC month (`YYYY-MM`) or before it can be wanted. */
export function isOver({ from }: PreparedSearch, month: string): boolean {
  // A contact is logged before its request is closed, so it is never in the file of an earlier month.
  return from !== undefined && month < from.slice(0, 7);
}

/** Those that are wanted, the newest first. */
export function findContacts(searchable: Searchable, search: PreparedSearch): Placed[] {
  const { contacts } = searchable;
  const { needles, clientId, from, to, last } = search;
  const [first, ...others] = needles;
  const begin = to === undefined ? 0 : findFirst(contacts, ({ at }) => at < to);
  const end = from === undefined ? contacts.length : findFirst(contacts, ({ at }) => at < from);
  const isWanted = ({ logged: { contact, clientId: theirs }, at }: Placed, place: number) =>
    place >= begin &&
    place < end &&
    (clientId === undefined || theirs === clientId) &&
    (last === undefined || at < last.at || (at === last.at && last.id !== undefined && contact.id < last.id)) &&
    others.every((needle) => isIn(searchable, place, needle));
  if (!first && clientId === undefined)
    return contacts.slice(begin, end).filter((each, index) => isWanted(each, begin + index));
  const places = first ? findPlaces(searchable, first) : (searchable.byClient.get(clientId ?? '') ?? []);
  return places.flatMap((place) => {
    const each = contacts[place];
    return each && isWanted(each, place) ? [each] : [];
  });
}

/** Where a word occurs, in the order of the list. */
function findPlaces(searchable: Searchable, { word, clientIds, personIds }: Needle): number[] {
  const { text, starts, byClient, byPerson } = searchable;
  const places: number[] = [];
  for (let at = text.indexOf(word); at >= 0; ) {
    const place = findLine(starts, at);
    places.push(place);
    const next = starts[place + 1];
    at = next === undefined ? -1 : text.indexOf(word, next);
  }
  const named = [
    ...[...clientIds].flatMap((id) => byClient.get(id) ?? []),
    ...[...personIds].flatMap((id) => byPerson.get(id) ?? []),
  ];
  return named.length === 0 ? places : [...new Set([...places, ...named])].sort((one, other) => one - other);
}

function isIn({ contacts, text, starts }: Searchable, place: number, { word, clientIds, personIds }: Needle): boolean {
  const logged = contacts[place]?.logged;
  const isNamed =
    logged !== undefined && (clientIds.has(logged.clientId) || personIds.has(logged.contact.personId ?? ''));
  return isNamed || text.slice(starts[place], starts[place + 1]).includes(word);
}

/** The line that holds a place of the text. */
function findLine(starts: Uint32Array, at: number): number {
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle;
  }
  return low;
}

/** The first place at which what holds from some place on does hold; the length when it never does. */
function findFirst(contacts: readonly Placed[], holds: (each: Placed) => boolean): number {
  let [low, high] = [0, contacts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const each = contacts[middle];
    if (each && !holds(each)) low = middle + 1;
    else high = middle;
  }
  return low;
}
