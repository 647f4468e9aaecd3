import { fold } from '../../core/find';
import { isMistyped } from '../../core/mistyped';
import type { Client } from '../../core/model/client';
import { isSamePhone, lastFigures, type Phone, readPhone } from '../../core/phones';
import { LETTER } from './line';
import {
  EVERYDAY,
  GRAMMAR,
  indexNames,
  isBeforeMonth,
  isNamePreposition,
  type Name,
  type NameIndex,
  namesBeginning,
  stemsOf,
} from './names';
import { patternOf } from './pattern';
import { anyOf, monthOf, toNumber, weekdayOf } from './words';

/** Who a piece of text can mean: a client, or a person of theirs. */
export interface Candidate {
  client: Client;
  personId?: string;
  /** The words of the line that named it, as they stand there, and where they begin. */
  matched: string;
  index: number;
  /** How well it fits; whole points tell two clients apart, what is below one only puts the recent ones first. */
  score: number;
}

/** Ids of the clients that were in touch lately, the latest first. */
export type Recency = readonly string[];

/** Longest name in words that is looked for inside a line. */
const LONGEST_NAME = 4;
/** How many words of a line are looked at: who it is about stands among the first. */
const MOST_WORDS = 40;

interface Word {
  text: string;
  index: number;
}

function wordsOf(line: string): Word[] {
  const words: Word[] = [];
  for (const match of line.matchAll(/[\p{L}\p{M}\p{N}@._+'’&-]+/gu)) {
    if (words.length === MOST_WORDS) break;
    if (/[\p{L}\p{N}]/u.test(match[0])) words.push({ text: match[0], index: match.index });
  }
  return words;
}

/** As it is compared: "Dana's" and "Dana," are Dana. */
function wantedOf(text: string): string {
  return fold(text.replace(/[.,:;!?'’-]+$/, '').replace(/['’]s$/, ''));
}

/**
 * The clients and people a line names, best first, each client or person once. Names beat parts of names, parts beat
 * beginnings; a longer match beats a shorter one, an earlier one a later one; "Dana from Globex" means Globex's Dana.
 */
export function findCandidates(clients: readonly Client[], line: string, recency: Recency = []): Candidate[] {
  const index = indexNames(clients);
  const found = [...findNames(index, line), ...findInitials(index, line), ...findPhones(index, line)];
  found.push(...findUnspaced(index, line));
  const named = new Map<Client, Candidate[]>();
  for (const each of found)
    if (each.personId === undefined && each.score > 250)
      named.set(each.client, [...(named.get(each.client) ?? []), each]);
  return sortBest(
    found.map((each) => (isNamedTwice(each, named) ? { ...each, score: each.score + 50 } : each)),
    recency,
  );
}

/** "田中さんから": a name among letters without blanks, with the honorific it may have. */
function findUnspaced({ unspaced }: NameIndex, line: string): Candidate[] {
  return unspaced.flatMap((name) => {
    const [first = ''] = name.folded.split(' ');
    const place = first === '' ? -1 : line.indexOf(first);
    if (place < 0) return [];
    const [honorific = ''] = /^(?:さん|様|先生)/.exec(line.slice(place + first.length)) ?? [];
    return makeCandidate(name, `${first}${honorific}`, place, 300);
  });
}

/** What is counted stands after a number: "hai cuộc gọi" is no Mr Hai. */
const COUNTED = patternOf(`^ (?:${anyOf((words) => words.counted)})(?!${LETTER})`);

function findNames(index: NameIndex, line: string): Candidate[] {
  const words = wordsOf(line);
  const found: Candidate[] = [];
  for (const [from, first] of words.entries()) {
    if (/^\p{Lu}/u.test(first.text) || isNamePreposition(words[from - 1]?.text))
      found.push(...findForms(index, first, from));
    const names = namesWith(index, wantedOf(first.text));
    if (names.length === 0 || isCount(first, line) || isWeekday(words[from - 1], first)) continue;
    if (isInDate(words, from, line)) continue;
    for (let length = Math.min(LONGEST_NAME, words.length - from); length >= 1; length--) {
      const last = words[from + length - 1] ?? first;
      const matched = line.slice(first.index, last.index + last.text.length);
      const wanted = wantedOf(matched);
      for (const name of names) {
        const quality = compare(wanted, name);
        if (quality > 0 && !(length === 1 && isShy(wanted, name)))
          found.push(makeCandidate(name, matched, first.index, quality * 100 + length * 10 - from));
      }
    }
  }
  return found;
}

/**
 * The people whose first or last name is an everyday word or as short as one: "An", "Will", "Mark". They are looked for
 * where nobody else is named, and where the words around say that somebody is meant.
 * @param standsAsName asked once for each place at which there is such a word
 */
export function findShy(
  clients: readonly Client[],
  line: string,
  recency: Recency,
  standsAsName: (word: Pick<Candidate, 'matched' | 'index'>) => boolean,
): Candidate[] {
  const { byWord } = indexNames(clients);
  const words = wordsOf(line);
  const found = words.flatMap(({ text, index }, place) => {
    const wanted = wantedOf(text);
    if (isInDate(words, place, line)) return [];
    const names = (byWord.get(wanted) ?? []).filter(
      (name) =>
        isShy(wanted, name) && ` ${name.folded}`.endsWith(` ${wanted}`) !== name.folded.startsWith(`${wanted} `),
    );
    if (names.length === 0 || !standsAsName({ matched: text, index })) return [];
    return names.map((name) => makeCandidate(name, text, index, 310 - place));
  });
  return sortBest(found, recency);
}

/** Whether a word alone is too little to name this person; a client's whole name is a name whatever the word. */
function isShy(word: string, { folded, personId }: Name): boolean {
  if (personId === undefined) return false;
  return GRAMMAR.has(word) || EVERYDAY.has(word) || (word.length < 3 && folded.endsWith(` ${word}`));
}

/** "by May", "May 5": that is a day, and no May. */
function isInDate(words: readonly Word[], place: number, line: string): boolean {
  const [before, word] = [words[place - 1]?.text ?? '', words[place]];
  if (!word || monthOf(word.text) === 0) return false;
  return DAY_BEFORE.test(before) || isBeforeMonth(before) || DAY_AFTER.test(line.slice(word.index + word.text.length));
}

/** The day before its month; "3x April" is how often she came. */
const DAY_BEFORE = /^\d+(?:st|nd|rd|th)?\.?$/;

/** The day after its month; "May 5 min" is a length. */
const DAY_AFTER = /^ \d{1,2}(?:st|nd|rd|th)?(?=$|[,;.)])/;

/** The names that a word can be the first of: by the whole word, or by a beginning of three letters. */
function namesWith(index: NameIndex, word: string): readonly Name[] {
  if (word.length < 3) return index.byWord.get(word) ?? [];
  return GRAMMAR.has(word) ? (index.byWord.get(word) ?? []) : namesBeginning(index, word);
}

function isCount({ text, index }: Word, line: string): boolean {
  return (
    /^\p{Ll}/u.test(text) &&
    !Number.isNaN(toNumber(text)) &&
    COUNTED.test(line.slice(index + text.length).toLowerCase())
  );
}

/** "thứ hai" is Monday, and no Mr Hai. */
function isWeekday(before: Word | undefined, { text }: Word): boolean {
  return before !== undefined && weekdayOf(`${before.text} ${text}`) > 0;
}

/** Names with an ending of their language: "od Dany", "Leeho". */
function findForms(index: NameIndex, { text, index: place }: Word, from: number): Candidate[] {
  const wanted = wantedOf(text);
  if (wanted.length < 3 || GRAMMAR.has(wanted)) return [];
  const names = stemsOf(wanted).flatMap((stem) => index.byWord.get(stem) ?? []);
  return names.map((name) => makeCandidate(name, text, place, 260 - from));
}

/** "NE" for Nordwind Energie. */
function findInitials(index: NameIndex, line: string): Candidate[] {
  return [...line.matchAll(/(?<![\p{L}\p{N}])\p{Lu}{2,4}(?![\p{L}\p{N}])/gu)].flatMap((match) =>
    GRAMMAR.has(match[0].toLowerCase())
      ? []
      : (index.byInitials.get(fold(match[0])) ?? []).map((name) => makeCandidate(name, match[0], match.index, 150)),
  );
}

const PHONE = /(?<![\p{L}\p{N}:.])(?:\+|\(?\d)[\d ()/.-]{5,24}\d(?![\p{L}\p{N}:])/gu;
/** What has figures and is no phone. */
const DATE = /^\d{4}-\d{2}-\d{2}|^\d{1,2}[./]\s?\d{1,2}[./]\s?\d{4}/;

function findPhones(index: NameIndex, line: string): Candidate[] {
  if (index.byFigures.size === 0) return [];
  return listNumbers(line).flatMap(({ text, phone, index: place }) => {
    const alike = index.byFigures.get(lastFigures(phone.figures)) ?? [];
    const known = alike.filter((each) => isSamePhone(each, phone, each.country));
    return known.map(({ client, personId }) => makeCandidate({ client, personId, folded: '' }, text, place, 400));
  });
}

/** The phone numbers of a line, as they stand there. */
export function listNumbers(line: string): { text: string; phone: Phone; index: number }[] {
  return [...line.matchAll(PHONE)].flatMap((match) => {
    const phone = DATE.test(match[0]) ? undefined : readPhone(match[0]);
    return phone ? [{ text: match[0], phone, index: match.index }] : [];
  });
}

/** How many words are looked at for a mistake. */
const MOST_MISTYPED = 12;

/** The clients and people a line can mean if one letter of a word is wrong, missing, too much or swapped. */
export function findMistyped(clients: readonly Client[], line: string, recency: Recency = []): Candidate[] {
  const index = indexNames(clients);
  const found = wordsOf(line)
    .slice(0, MOST_MISTYPED)
    .flatMap(({ text, index: place }, position) => {
      const wanted = wantedOf(text);
      if (wanted.length < 4 || wanted.length > 40 || GRAMMAR.has(wanted) || EVERYDAY.has(wanted)) return [];
      return index.words
        .filter((word) => word.length >= 4 && isMistyped(wanted, word))
        .flatMap((word) => index.byWord.get(word) ?? [])
        .map((name) => makeCandidate(name, text, place, 50 - position));
    });
  return sortBest(found, recency);
}

/**
 * How well the wanted words name somebody: 3 the whole name, a person's first or last one, a client's first word; 2
 * other words of it; 1 the beginning of a word, three letters at least; 0 not at all.
 */
function compare(wanted: string, { folded, personId }: Name): number {
  if (wanted === '') return 0;
  if (wanted === folded) return 3.01;
  if (wanted.length < 3 && !folded.startsWith(`${wanted} `)) return 0;
  if (GRAMMAR.has(wanted)) return 0;
  if (folded.startsWith(`${wanted} `)) return 3;
  if (folded.endsWith(` ${wanted}`)) return personId === undefined ? 2 : 3;
  // "Zoe Z": a whole word and the beginning of the next.
  if (wanted.includes(' ') && folded.startsWith(wanted)) return 3;
  if (folded.includes(` ${wanted} `)) return 2;
  return wanted.length >= 3 && ` ${folded}`.includes(` ${wanted}`) ? 1 : 0;
}

function makeCandidate({ client, personId }: Name, matched: string, index: number, score: number): Candidate {
  return { client, matched, index, score, ...(personId !== undefined && { personId }) };
}

/** A person whose client is named elsewhere in the line, in full or by its first word. */
function isNamedTwice(person: Candidate, named: ReadonlyMap<Client, readonly Candidate[]>): boolean {
  if (person.personId === undefined) return false;
  return (named.get(person.client) ?? []).some(
    (each) => each.index >= person.index + person.matched.length || person.index >= each.index + each.matched.length,
  );
}

/** Each client or person once, best first, and of those that fit alike the one in touch last. */
function sortBest(found: readonly Candidate[], recency: Recency): Candidate[] {
  const places = new Map(recency.map((id, place) => [id, place]));
  const seen = new Set<string>();
  return found
    .map((each) => {
      const place = places.get(each.client.id);
      return place === undefined ? each : { ...each, score: each.score + 0.9 / (place + 2) };
    })
    .sort((a, b) => b.score - a.score)
    .filter(({ client, personId }) => {
      const key = personId ?? client.id;
      return seen.has(key) ? false : seen.add(key) !== undefined;
    });
}

/** Whether two clients fit a line equally well, however lately they were in touch. */
export function isAmbiguous([best, ...others]: readonly Candidate[]): boolean {
  return best !== undefined && others.some((each) => each.client !== best.client && isAsGood(each, best));
}

/** Whether they fit equally well. */
export function isAsGood(one: Candidate, other: Candidate): boolean {
  return Math.floor(one.score) === Math.floor(other.score);
}
