import { isMistyped } from '../mistyped';
import { GERMAN_GENERIC, LANGUAGES } from './languages';
import { agreeInMarks, type Letters, lettersOf } from './letters';
import concepts from './words/concepts.json';

/** What a word stands for: subjects by name, such as `invoice`; none where it says nothing of the subject. */
export type Meaning = readonly string[];

interface Phrase {
  letters: readonly Letters[];
  meaning: Meaning;
}

type Index = Map<string, Phrase[]>;

/** Below this length one letter more or less makes another word. */
const LEAST_MISTYPED = 6;

/** Made when first asked for, since it takes some milliseconds. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const listed = once(() =>
  Object.entries(concepts).flatMap(([name, languages]: [string, Record<string, string[]>]) =>
    Object.entries(languages).map(([language, words]) => ({
      language,
      phrases: words.map((word) => phrase(word, [name])),
    })),
  ),
);
const subjects = once(() => listed().flatMap(({ phrases }) => phrases));
const generic = once(() =>
  LANGUAGES.flatMap((words) => [...words.generic, ...words.settled]).map((word) => phrase(word, [])),
);

/** By the folded form of their first word, the longest first. */
const phrases = once(() => {
  const small = LANGUAGES.flatMap((words) => words.small).map((word) => phrase(word, []));
  const index = indexBy([...subjects(), ...generic(), ...small], ([first]) => [first?.folded ?? '']);
  for (const list of index.values()) list.sort((a, b) => b.letters.length - a.letters.length);
  return index;
});

/** Words by their stem. */
const stems = once(() => indexBy([...subjects(), ...generic()].filter(isWord), ([word]) => [word?.stem ?? '']));

/** Words of subjects by each form that lacks one letter, and by themselves. */
const mistyped = once(() => indexBy(subjects().filter(isWord), ([word]) => formsOf(word?.folded ?? '')));

/** German words by their folded form: they are put together into longer ones. */
const german = once(() => {
  const own = listed().filter(({ language }) => language === 'de');
  const words = [...own.flatMap((each) => each.phrases), ...GERMAN_GENERIC.map((word) => phrase(word, []))];
  return indexBy(words.filter(isWord), ([word]) => [word?.folded ?? '', word?.stem ?? '']);
});

function phrase(text: string, meaning: Meaning): Phrase {
  return { letters: lettersOf(text), meaning };
}

function isWord({ letters }: Phrase): boolean {
  return letters.length === 1;
}

function indexBy(phrases: readonly Phrase[], keysOf: (letters: readonly Letters[]) => readonly string[]): Index {
  const index: Index = new Map();
  for (const each of phrases)
    for (const key of keysOf(each.letters)) {
      const list = index.get(key);
      if (list) list.push(each);
      else index.set(key, [each]);
    }
  return index;
}

/** The word itself and without each of its letters in turn: two words that differ by one letter share such a form. */
function formsOf(folded: string): string[] {
  if (folded.length < LEAST_MISTYPED) return [];
  return [...new Set([folded, ...Array.from(folded, (_, at) => folded.slice(0, at) + folded.slice(at + 1))])];
}

/** The longest phrase that begins at that word, and what it stands for in any language. */
export function findPhrase(words: readonly Letters[], at: number): { length: number; meaning: Meaning } | undefined {
  const found = phrases()
    .get(words[at]?.folded ?? '')
    ?.filter(({ letters }) => letters.every((each, index) => isSpelled(words[at + index], each)));
  const length = found?.[0]?.letters.length;
  if (!found || length === undefined) return undefined;
  return { length, meaning: meaningOf(found.filter(({ letters }) => letters.length === length)) };
}

function isSpelled(word: Letters | undefined, known: Letters): boolean {
  return word?.folded === known.folded && (word.marked === word.folded || word.marked === known.marked);
}

/** What a word stands for as an inflected form of a known one. */
export function findInflected(word: Letters): Meaning | undefined {
  const found = stems()
    .get(word.stem)
    ?.filter(({ letters: [known] }) => known && agreeInMarks(word.markedStem, known.markedStem, word.stem));
  return found && found.length > 0 ? meaningOf(found) : undefined;
}

/** What a German word, or a form of one, stands for. */
export function findGerman(folded: string): Meaning | undefined {
  const found = german().get(folded);
  return found && meaningOf(found);
}

/** The subjects whose word has the same first letter and one slip of the fingers. */
export function findMistyped(folded: string): Meaning {
  const near = formsOf(folded).flatMap((form) => mistyped().get(form) ?? []);
  return meaningOf(near.filter(({ letters: [known] }) => known && isSlip(known.folded, folded)));
}

/** A letter too many, too few or out of turn from six letters on; another one, which mostly makes another word, from nine. */
export function isSlip(one: string, other: string): boolean {
  const least = Math.min(one.length, other.length);
  if (least < LEAST_MISTYPED || one[0] !== other[0] || !isMistyped(one, other)) return false;
  // One that goes on where the other ends is another word: `report`, `reporter`.
  if (one.startsWith(other) || other.startsWith(one)) return false;
  const isOutOfTurn = [...one].sort().join('') === [...other].sort().join('');
  return one.length !== other.length || isOutOfTurn || least >= 9;
}

/** What all of them stand for: `termín` is a deadline and a meeting. */
function meaningOf(found: readonly Phrase[]): Meaning {
  return [...new Set(found.flatMap(({ meaning }) => meaning))];
}
