import { fold } from '../../core/find';
import type { Channel } from '../../core/model/request';
import { compilePhrase, type Slots } from './pattern';
import de from './words/de.json';
import en from './words/en.json';
import sk from './words/sk.json';
import vi from './words/vi.json';

interface Ways {
  phrases: string[];
  nouns?: string[];
}

type Lists = Record<
  Exclude<keyof typeof en, 'sets' | 'came' | 'went' | 'nominative' | 'days' | 'clock' | 'nameEndings' | 'grammar'>,
  string[]
>;
/** The words of one language, in the notation of `pattern.ts`. */
interface Words extends Lists {
  sets: Record<string, string>;
  came: Partial<Record<Channel, Ways>>;
  went: Partial<Record<Channel, string[]>>;
  nominative: Record<string, string>;
  clock: Record<keyof typeof en.clock, string[]>;
  nameEndings: Record<keyof typeof en.nameEndings, string[]>;
  /** Words that name nobody, unless they are the whole name. */
  grammar: string;
  days: Days;
}
type Days = Record<Exclude<keyof typeof en.days, 'weekdays' | 'months'>, string[]> & {
  weekdays: string[][];
  months: string[][];
};

/** Every language is tried on every line: people mix them. */
export const LANGUAGES: readonly Words[] = [en, de, sk, vi];

/** Words that the lists have in capitals: "AB" is an answering machine, "ab" is not. */
const CAPITALS = new Set(JSON.stringify(LANGUAGES).match(/(?<!\p{L})\p{Lu}{2,}(?!\p{L})/gu));

/** A line in small letters, each in its place, but for words that the lists have in capitals. */
export function lowerLine(text: string): string {
  const lower = text.toLowerCase();
  const same = lower.length === text.length ? lower : Array.from(text, lowerLetter).join('');
  return same.replace(/(?<!\p{L})\p{Ll}{2,3}(?!\p{L})/gu, (word, index: number) => {
    const typed = text.slice(index, index + word.length);
    return CAPITALS.has(typed) ? typed : word;
  });
}

/** A letter whose small form is longer stays as it is. */
function lowerLetter(letter: string): string {
  const lower = letter.toLowerCase();
  return lower.length === letter.length ? lower : letter;
}

/** One of these phrases in any language, longest first; `pick` says which list. */
export function anyOf(pick: (words: Words) => readonly string[], slots?: Slots): string {
  const phrases = LANGUAGES.flatMap((words) =>
    pick(words).map((phrase) => ({ least: leastOf(phrase), source: compilePhrase(phrase, words.sets, slots) })),
  );
  const sorted = phrases.sort((a, b) => b.least - a.least || b.source.length - a.source.length);
  return [...new Set(sorted.map(({ source }) => source))].join('|') || '(?!)';
}

/** How short a phrase can be: "gọi nhỡ" is looked for before "gọi[ điện]". */
function leastOf(phrase: string): number {
  let plain = phrase.replace(/\{\w+\}/g, 'slot');
  for (let before = ''; before !== plain; ) {
    before = plain;
    plain = plain.replace(/\[[^[\]()]*\]/g, '').replace(/\(([^[\]()]*)\)/g, (_, group: string) => shortest(group));
  }
  return plain.length;
}

function shortest(group: string): string {
  return group.split('|').reduce((best, each) => (each.length < best.length ? each : best));
}

function valuesOf(lists: readonly (readonly string[])[]): Map<string, number> {
  const values = new Map<string, number>();
  for (const list of lists)
    for (const [index, phrase] of list.entries())
      for (const form of phrase.replace(/[()]/g, '').split('|')) values.set(fold(form), index + 1);
  return values;
}

const numbers = valuesOf(LANGUAGES.flatMap((words) => [words.numbers, words.adverbs]));

/** The number a word or figures stand for. */
export function toNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  return numbers.get(fold(text)) ?? Number(text);
}

const hours = valuesOf(LANGUAGES.map(({ clock }) => clock.hourNames));

/** The hour that its name or figures stand for. */
export function toHour(text: string): number {
  return hours.get(fold(text)) ?? Number(text);
}

function placesOf(pick: (days: Days) => readonly (readonly string[])[]): (text: string) => number {
  const places = new Map<string, number>();
  for (const { days } of LANGUAGES)
    for (const [index, forms] of pick(days).entries()) for (const form of forms) places.set(fold(form), index + 1);
  return (text) => places.get(fold(text)) ?? 0;
}

/** 1 is Monday. */
export const weekdayOf = placesOf((days) => days.weekdays);
/** 1 is January. */
export const monthOf = placesOf((days) => days.months);

/** Words before the name of an hour. */
function spokenOf({ halfTo, halfPast, quarterOf, quarterPast, quarterTo }: Words['clock']): string[] {
  return [halfTo, halfPast, quarterOf, quarterPast, quarterTo].flat();
}

export const NUMBER = `\\d{1,5}|${anyOf((words) => words.numbers)}`;
/** What phrases are compiled with. */
export const SLOTS: Slots = {
  // "um zehn angerufen", "halb zehn angerufen": that is a time.
  number: `(?<!(?:${anyOf(({ clock }) => [...clock.at, ...spokenOf(clock)])}) )(?:${NUMBER})`,
  to: anyOf((words) => words.to),
  and: anyOf((words) => words.together),
};

/** The dictionary form of an occasion: "poradou" is "porada". */
export function nominativeOf(text: string): string {
  return LANGUAGES.map((words) => words.nominative[text.toLowerCase()]).find((form) => form !== undefined) ?? text;
}
