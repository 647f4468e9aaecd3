import { fold } from '../../core/find';
import type { Client } from '../../core/model/client';
import { countryOf, lastFigures, type Phone, readPhone } from '../../core/phones';
import { toLatin } from './latin';
import { LANGUAGES } from './words';

/** A name that somebody can be meant by. */
export interface Name {
  client: Client;
  personId?: string;
  folded: string;
}

interface PhoneEntry extends Phone {
  client: Client;
  personId: string;
  country?: string;
}

/** The names of all clients, ready to be looked up. */
export interface NameIndex {
  /** Names by each of their words. */
  byWord: ReadonlyMap<string, readonly Name[]>;
  /** Those words, sorted, so that what begins alike stands together. */
  words: readonly string[];
  /** Names in scripts that put no blanks between words. */
  unspaced: readonly Name[];
  byInitials: ReadonlyMap<string, readonly Name[]>;
  /** Phone numbers by their last figures. */
  byFigures: ReadonlyMap<string, readonly PhoneEntry[]>;
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

const indexes = new WeakMap<readonly Client[], NameIndex>();

/** The index of these clients, made once for each state of them. */
export function indexNames(clients: readonly Client[]): NameIndex {
  let index = indexes.get(clients);
  if (!index) {
    index = makeIndex(clients);
    indexes.set(clients, index);
  }
  return index;
}

function makeIndex(clients: readonly Client[]): NameIndex {
  const names = clients.flatMap(namesOf);
  const byInitials = new Map<string, Name[]>();
  for (const client of clients) {
    const initials = initialsOf(client.name);
    if (initials.length >= 2) addTo(byInitials, fold(initials), { client, folded: fold(client.name) });
  }
  const byWord = new Map<string, Name[]>();
  for (const name of names) for (const word of new Set(name.folded.split(' '))) addTo(byWord, word, name);
  const byFigures = new Map<string, PhoneEntry[]>();
  for (const phone of clients.flatMap(phonesOf)) addTo(byFigures, lastFigures(phone.figures), phone);
  return {
    byWord,
    words: [...byWord.keys()].sort(),
    unspaced: names.filter((name) => UNSPACED.test(name.folded)),
    byInitials,
    byFigures,
  };
}

/** The names with a word that begins so. */
export function namesBeginning({ words, byWord }: NameIndex, beginning: string): Name[] {
  const names: Name[] = [];
  for (let place = placeOf(words, beginning); words[place]?.startsWith(beginning); place++)
    names.push(...(byWord.get(words[place] ?? '') ?? []));
  return names;
}

/** Where a word stands, or would. */
function placeOf(words: readonly string[], wanted: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function namesOf(client: Client): Name[] {
  const named = (name: string, personId?: string): Name[] => {
    const folded = fold(name);
    const forms = [...new Set([folded, toLatin(folded)])];
    return forms.map((form) => ({ client, folded: form, ...(personId !== undefined && { personId }) }));
  };
  return [
    ...named(client.name),
    ...client.people.flatMap((person) => [
      ...named(person.name, person.id),
      ...person.emails.flatMap((mail) => named(mail, person.id)),
    ]),
  ];
}

function initialsOf(name: string): string {
  return [...name.matchAll(/(?<![\p{L}\p{N}])\p{L}/gu)].map(([letter]) => letter.toUpperCase()).join('');
}

function phonesOf(client: Client): PhoneEntry[] {
  const country = countryOf(client.people.flatMap((person) => person.phones));
  return client.people.flatMap((person) =>
    person.phones.flatMap((text) => {
      const phone = readPhone(text);
      return phone ? { ...phone, client, personId: person.id, ...(country !== undefined && { country }) } : [];
    }),
  );
}

function addTo<Entry>(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const list = map.get(key);
  if (list) list.push(entry);
  else map.set(key, [entry]);
}

/** Words of the lists: they name somebody only where they are the whole name. */
export const GRAMMAR: ReadonlySet<string> = new Set(
  LANGUAGES.flatMap(({ grammar }) => grammar.split(' ')).flatMap((word) => [word, fold(word)]),
);

/** Everyday words that are also names of people: "mark", "may". */
export const EVERYDAY: ReadonlySet<string> = new Set(LANGUAGES.flatMap(({ everyday }) => everyday));

const BEFORE_MONTH = new Set(LANGUAGES.flatMap(({ beforeMonth }) => beforeMonth));

/** Whether the name of a month after this word is the month. */
export function isBeforeMonth(word: string): boolean {
  return BEFORE_MONTH.has(word.toLowerCase());
}

/** Endings that a language hangs on names: after a vowel that goes with it, after a consonant, after anything. */
const ENDINGS = LANGUAGES.map(({ nameEndings }) => nameEndings);
const PREPOSITIONS = new Set(LANGUAGES.flatMap(({ namePrepositions }) => namePrepositions));

const LONGEST_ENDING = 3;

/** The words that this one can be a form of: "Dany" of Dana, "Leeho" of Lee. */
export function stemsOf(word: string): string[] {
  const stems: string[] = [];
  for (let length = 1; length <= LONGEST_ENDING && word.length - length >= 2; length++) {
    const [stem, ending] = [word.slice(0, -length), word.slice(-length)];
    for (const { vowel, consonant, any } of ENDINGS) {
      const hasVowel = /[aeiouy]$/.test(stem);
      if (stem.length > 2 && (any.includes(ending) || (hasVowel ? vowel : consonant).includes(ending)))
        stems.push(stem);
      if (vowel.includes(ending) && !hasVowel) stems.push(`${stem}a`);
    }
  }
  return stems;
}

/** Whether a word is one after which names stand with an ending; other words look too much like forms of names. */
export function isNamePreposition(word: string | undefined): boolean {
  return word !== undefined && PREPOSITIONS.has(word.toLowerCase());
}
