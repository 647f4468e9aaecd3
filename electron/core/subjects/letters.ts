import { fold } from '../find';
import { LANGUAGES } from './languages';

/** A word as it is compared. */
export interface Letters {
  /** Small letters, with their marks. */
  marked: string;
  /** The same without marks. */
  folded: string;
  /** Folded, without what inflection adds. */
  stem: string;
  /** The stem with its marks. */
  markedStem: string;
}

const ENDINGS = new Set(LANGUAGES.flatMap(({ endings }) => endings.map(fold)));
const LONGEST_ENDING = Math.max(...Array.from(ENDINGS, (ending) => ending.length));
/** So many letters of a word stay at least. */
const LEAST_STEM = 4;

/** The words and numbers of a text. */
export function lettersOf(text: string): Letters[] {
  const marked = split(text.normalize('NFC').toLowerCase().replace(/ß/g, 'ss'));
  const folded = split(fold(text));
  return folded.map((word, index) => {
    // A script whose letters fold into more or fewer words has no marks to go by.
    const own = marked.length === folded.length ? (marked[index] ?? word) : word;
    const stem = stemOf(word);
    return {
      marked: own,
      folded: word,
      stem,
      markedStem: own.length === word.length ? own.slice(0, stem.length) : stem,
    };
  });
}

function split(text: string): string[] {
  return text.split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean);
}

/** Without the longest ending that it has; a double s is part of the word. */
function stemOf(folded: string): string {
  if (folded.endsWith('ss')) return folded;
  for (let length = Math.min(LONGEST_ENDING, folded.length - LEAST_STEM); length > 0; length -= 1)
    if (ENDINGS.has(folded.slice(-length))) return folded.slice(0, -length);
  return folded;
}

/** Marks may be left out, but not changed: `thuế` is no `thuê`. */
export function agreeInMarks(one: string, other: string, folded: string): boolean {
  return one === other || one === folded || other === folded;
}
