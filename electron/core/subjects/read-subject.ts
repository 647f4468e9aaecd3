import { type Letters, lettersOf } from './letters';
import { dropMailPrefixes } from './mail-prefixes';
import { findGerman, findInflected, findMistyped, findPhrase, type Meaning } from './vocabulary';

/** A word that says something of the subject. */
export interface Word extends Letters {
  /** The subjects it stands for in the table; none where it is not in it, as a name is not. */
  meaning: Meaning;
}

/** What a subject is about. */
export interface Subject {
  words: readonly Word[];
  /** `12`, `2026`, `q3`: without the zeros before them. */
  numbers: readonly string[];
}

/** Longer subjects are read so far: it is enough to know them again, and bounds the work. */
const MOST_CHARACTERS = 300;
const MOST_WORDS = 24;

/** Numbers that ticket systems put into a subject: `[Ticket#2024112410000018]`, `[HELP-123]`, `##1042##`, `Case 00012345:`. */
const TICKETS =
  /\[[^\]]{0,40}?#?\d{3,}[^\]]{0,10}\]|\[\p{Lu}{2,10}-\d+\]|##\s?\d+\s?##|\((?:case|ticket|ref)[^)]{0,30}\d[^)]{0,10}\)|(?<!\p{L})(?:ticket|case|inc|ref|incident|vorgang|tiket)[\s:#._-]{0,3}\d{5,}\s?:?/giu;

/** Reads a subject: mail prefixes, ticket numbers and words that name no subject left out, the others looked up. */
export function readSubject(text: string): Subject {
  const plain = dropMailPrefixes(text.slice(0, MOST_CHARACTERS).replace(TICKETS, ' ').trim());
  const letters = lettersOf(plain).slice(0, MOST_WORDS);
  const words: Word[] = [];
  const numbers: string[] = [];
  for (let at = 0; at < letters.length; ) {
    const found = findPhrase(letters, at);
    const word = letters[at];
    if (found && word) {
      if (found.meaning.length > 0) words.push({ ...word, meaning: found.meaning });
      at += found.length;
      continue;
    }
    if (word && /\d/.test(word.folded)) numbers.push(...numbersIn(word.folded));
    else if (word) words.push(...readWord(word));
    at += 1;
  }
  return { words, numbers };
}

/** `0012` as `12`, `inv12` as `12`, `q3` as it stands. */
function numbersIn(folded: string): string[] {
  const [, number = folded] = /^\p{L}{2,}(\d+)$/u.exec(folded) ?? [];
  return [number.replace(/^0+(?=\d)/, '')];
}

function readWord(word: Letters): Word[] {
  const inflected = findInflected(word) ?? findInflected(withoutTranscription(word));
  if (inflected) return named(word, inflected);
  const parts = takeApart(word);
  if (parts) return parts;
  return [{ ...word, meaning: findMistyped(word.folded) }];
}

function named(word: Letters, meaning: Meaning): Word[] {
  return meaning.length > 0 ? [{ ...word, meaning }] : [];
}

/** `Buero` as `Büro`. */
function withoutTranscription(word: Letters): Letters {
  const [plain] = lettersOf(word.folded.replace(/([aou])e/g, '$1'));
  return plain ?? word;
}

/** What German puts between two words. */
const JOINTS = ['', 's', 'es', 'n', 'en', 'e'];

/**
 * The parts of a compound: `Serverausfall`, `Monatsbericht`. Its last part must be in the table; a short one counts only
 * after one that is, too. Behind an `s` the last part may also be any word: `Vertragspartner`.
 */
function takeApart(word: Letters): Word[] | undefined {
  const { folded } = word;
  for (let cut = 3; cut <= folded.length - 4; cut += 1) {
    const tail = findGerman(folded.slice(cut));
    if (!tail) continue;
    const head = findHead(folded.slice(0, cut));
    if (head) return [...named(word, head), ...named(word, tail)];
    if (cut < 4 || folded.length - cut < 5) continue;
    return [...lettersOf(folded.slice(0, cut)).map((each) => ({ ...each, meaning: [] })), ...named(word, tail)];
  }
  for (let cut = folded.length - 5; cut >= 5; cut -= 1) {
    const head = folded[cut] === 's' ? findGerman(folded.slice(0, cut)) : undefined;
    if (head)
      return [...named(word, head), ...lettersOf(folded.slice(cut + 1)).map((each) => ({ ...each, meaning: [] }))];
  }
  return undefined;
}

function findHead(folded: string): Meaning | undefined {
  for (const joint of JOINTS) {
    const found = folded.endsWith(joint) ? findGerman(folded.slice(0, folded.length - joint.length)) : undefined;
    if (found) return found;
  }
  return undefined;
}
