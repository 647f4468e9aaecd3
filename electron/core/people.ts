import { addClient } from './clients';
import { fold } from './find';
import { firmDomainOf, isSharedAddress } from './mail-domains';
import type { Client, Person } from './model/client';
import type { State } from './model/state';
import type { Moment } from './moment';
import { findOrganisation } from './organisations';
import { callsSame, tailOf } from './phones';

/** Somebody as a card describes them. */
export interface Card {
  file: string;
  line: number;
  /** Never empty: where no name is given, whatever else there is. */
  name: string;
  organisation?: string;
  title?: string;
  emails: string[];
  phones: string[];
  /** It stands for a firm as a whole, not for a person. */
  isOrganisation: boolean;
}

/** A card that completes somebody who was known: what it adds to them. */
export interface Merge {
  /** Which card it is, by which it is confirmed. */
  card: string;
  person: string;
  client: string;
  /** The name under which they are known. */
  into: string;
  adds: string[];
}

/** Somebody who could not be brought to a client. */
export interface Unmatched {
  file: string;
  name: string;
  reason: string;
}

export interface MergedPeople {
  state: State;
  created: number;
  updated: number;
  skipped: number;
  merges: Merge[];
  unmatched: Unmatched[];
  refused: { file: string; line: number; reason: string }[];
}

const MOST_PEOPLE = 200;
const MOST_ADDRESSES = 20;

/**
 * Brings people to clients: by an address or number that is known, by the organisation's name, then by the part of the
 * mail address behind the `@`. Somebody known is completed, never doubled; an organisation nobody knows becomes a client.
 * @param isWanted whether the card of that name may complete somebody known; passed over otherwise. `id` tells it from
 *   another of the same name, as long as the same cards come in the same order.
 */
export function mergePeople(
  state: State,
  cards: readonly Card[],
  moment: Moment,
  isWanted: (id: string, name: string) => boolean = () => true,
): MergedPeople {
  const merged: MergedPeople = { state, created: 0, updated: 0, skipped: 0, merges: [], unmatched: [], refused: [] };
  const directory = openDirectory(state.clients);
  for (const [index, card] of cards.entries()) {
    const id = `${index + 1} ${card.name}`;
    const home = findHome(directory, card);
    if ('reason' in home) {
      merged.unmatched.push({ file: card.file, name: card.name, reason: home.reason });
      continue;
    }
    const client = home.client ?? makeClient(state, card.organisation ?? card.name, moment);
    if (card.isOrganisation && card.emails.length + card.phones.length === 0) {
      // A firm's own card with nothing but its name: the client, and nobody there.
      if (home.client) merged.skipped += 1;
      else merged.created += 1;
      directory.put(client);
      continue;
    }
    const known = findKnown(client, card);
    if (!known && client.people.length >= MOST_PEOPLE) {
      merged.refused.push({ ...placeOf(card), reason: `${client.name} has ${MOST_PEOPLE} people already.` });
      continue;
    }
    const { person, adds } = known ? complete(known, card) : { person: makePerson(card, moment), adds: [] };
    const isPassedOver = known !== undefined && (adds.length === 0 || !isWanted(id, card.name));
    if (isPassedOver) merged.skipped += 1;
    else if (known) {
      merged.updated += 1;
      merged.merges.push({ card: id, person: card.name, client: client.name, into: known.name, adds });
    } else merged.created += 1;
    if (!isPassedOver) directory.put(withPerson(client, known, person));
  }
  return { ...merged, state: { ...state, clients: directory.list() } };
}

function placeOf({ file, line }: Card): { file: string; line: number } {
  return { file, line };
}

/** Clients by the ways in which a card can name them; kept up while cards are taken in. */
interface Directory {
  byMail: Map<string, string>;
  byNumber: Map<string, Set<string>>;
  byDomain: Map<string, Set<string>>;
  get(clientId: string): Client | undefined;
  findByName(name: string): Client | undefined;
  put(client: Client): void;
  list(): readonly Client[];
}

function openDirectory(clients: readonly Client[]): Directory {
  const all = new Map(clients.map((client) => [client.id, client]));
  const byName = new Map<string, string | undefined>();
  let hasChanged = false;
  const directory: Directory = {
    byMail: new Map(),
    byNumber: new Map(),
    byDomain: new Map(),
    get: (clientId) => all.get(clientId),
    findByName(name) {
      const key = fold(name);
      if (!byName.has(key)) byName.set(key, findOrganisation([...all.values()], name)?.id);
      return all.get(byName.get(key) ?? '');
    },
    put(client) {
      // Another name may mean the new one now.
      if (!all.has(client.id)) byName.clear();
      all.set(client.id, client);
      hasChanged = true;
      enter(client);
    },
    list: () => (hasChanged ? [...all.values()] : clients),
  };
  const enter = (client: Client) => {
    for (const { emails, phones } of client.people) {
      for (const email of emails) {
        const mail = email.trim().toLowerCase();
        if (!directory.byMail.has(mail)) directory.byMail.set(mail, client.id);
        gather(directory.byDomain, firmDomainOf(mail), client.id);
      }
      for (const phone of phones) gather(directory.byNumber, tailOf(phone), client.id);
    }
  };
  for (const client of clients) enter(client);
  return directory;
}

function gather(map: Map<string, Set<string>>, key: string, clientId: string): void {
  if (key === '') return;
  const held = map.get(key) ?? new Set();
  map.set(key, held.add(clientId));
}

/** The client of a card: one that is known, a new one (`client` is absent), or why there is none. */
function findHome(directory: Directory, card: Card): { client?: Client } | { reason: string } {
  const { emails, phones, organisation } = card;
  for (const email of emails) {
    const client = directory.get(directory.byMail.get(email.trim().toLowerCase()) ?? '');
    if (client) return { client };
  }
  const byNumber = phones
    .flatMap((phone) => [...(directory.byNumber.get(tailOf(phone)) ?? [])])
    .flatMap((id) => directory.get(id) ?? [])
    .find((client) => client.people.some((person) => sharesNumber(person, card) && isSameName(person.name, card.name)));
  if (byNumber) return { client: byNumber };
  const named = organisation === undefined ? undefined : directory.findByName(organisation);
  if (named) return { client: named };
  const domains = [...new Set(emails.map(firmDomainOf))].filter((domain) => domain !== '');
  const alike = new Set(domains.flatMap((domain) => [...(directory.byDomain.get(domain) ?? [])]));
  const [only] = alike;
  if (only !== undefined && alike.size === 1) return { client: directory.get(only) as Client };
  if (organisation !== undefined) return {};
  if (alike.size > 1) {
    const names = [...alike].flatMap((id) => directory.get(id)?.name ?? []);
    return { reason: `${domains.join(' and ')} is the address of ${names.join(' and ')}.` };
  }
  if (emails.length === 0) return { reason: 'The card names no organisation and no mail address.' };
  return {
    reason:
      domains.length === 0
        ? 'The card names no organisation, and everybody can have such a mail address.'
        : `The card names no organisation, and no client has addresses at ${domains.join(' or ')}.`,
  };
}

/** Somebody of the client with the same mail address, the same number and a name that fits, or the same name. */
function findKnown(client: Client, card: Card): Person | undefined {
  const mails = new Set(card.emails.map((mail) => mail.trim().toLowerCase()));
  const byMail = client.people.find((person) =>
    person.emails.some(
      (mail) => mails.has(mail.trim().toLowerCase()) && (!isSharedAddress(mail) || isSameName(person.name, card.name)),
    ),
  );
  return (
    byMail ??
    client.people.find((person) => fold(person.name) === fold(card.name)) ??
    // Many people share the number of their office.
    client.people.find((person) => sharesNumber(person, card) && isSameName(person.name, card.name))
  );
}

function sharesNumber(person: Person, card: Card): boolean {
  return person.phones.some((phone) => card.phones.some((other) => callsSame(phone, other)));
}

/** Whether the words of the shorter name all stand in the longer: "Dana" may be Dana Ruiz. */
function isSameName(one: string, other: string): boolean {
  const [short = [], long = []] = [one, other]
    .map((name) =>
      fold(name)
        .split(/[^\p{L}\p{N}]+/u)
        .filter(Boolean),
    )
    .sort((a, b) => a.length - b.length);
  return short.length > 0 && short.every((word) => long.includes(word));
}

function makeClient(state: State, name: string, moment: Moment): Client {
  // Nobody of that name was found, so there is no namesake to look for.
  return addClient({ ...state, clients: [] }, { name }, moment).client;
}

/**
 * The client with somebody who was in touch: the person who has that address, number or name is completed, otherwise
 * there is a new one. Where no more people fit, the client stays as it is and nobody is named.
 */
export function acquaint(
  client: Client,
  somebody: Pick<Card, 'name' | 'emails' | 'phones'>,
  moment: Moment,
): { client: Client; personId?: string } {
  const card = { file: '', line: 0, isOrganisation: false, ...somebody };
  const known = findKnown(client, card) ?? client.people.find((person) => sharesNumber(person, card));
  if (!known && client.people.length >= MOST_PEOPLE) return { client };
  const person = known ? complete(known, card).person : makePerson(card, moment);
  return { client: withPerson(client, known, person), personId: person.id };
}

function makePerson({ name, emails, phones, title }: Card, moment: Moment): Person {
  return { id: moment.newId('per'), name, emails, phones, ...(title !== undefined && { title }) };
}

/** What the card knows beyond what is known: addresses, numbers, the whole name, the title. */
function complete(known: Person, card: Card): { person: Person; adds: string[] } {
  const mails = new Set(known.emails.map((mail) => mail.trim().toLowerCase()));
  const emails = card.emails
    .filter((mail) => !mails.has(mail.trim().toLowerCase()))
    .slice(0, MOST_ADDRESSES - known.emails.length);
  const phones = card.phones
    .filter((phone) => !known.phones.some((other) => callsSame(phone, other)))
    .slice(0, MOST_ADDRESSES - known.phones.length);
  const title = known.title === undefined ? card.title : undefined;
  const adds = [...emails, ...phones, ...(title === undefined ? [] : [title])];
  const person = {
    ...known,
    emails: [...known.emails, ...emails],
    phones: [...known.phones, ...phones],
    ...(title !== undefined && { title }),
  };
  return { person, adds };
}

function withPerson(client: Client, former: Person | undefined, person: Person): Client {
  const people = former ? client.people.map((each) => (each === former ? person : each)) : [...client.people, person];
  return { ...client, people };
}
