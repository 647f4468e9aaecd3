import type { WrittenReply } from '../core/replies/write';
import { toneWordsFor } from '../core/tone/check';
import { checkLetter, type LetterFinding } from '../core/tone/letter';
import { detectLanguage } from '../inputs/language/detect-language';
import { createToneWords } from '../tone-words';

const lists = createToneWords();

/** Whose language the list is in that a text is read with: told by the text itself, else as it is named. */
function wordsOf(text: string, language: string) {
  // What was typed over a letter may be in another language than the letter was.
  const told = detectLanguage(text);
  return toneWordsFor(lists, told !== undefined && lists[told] ? told : language);
}

interface Letter {
  language: string;
  subject?: string | undefined;
  body: string;
}

/** What to mind in a letter before it is sent, and the language it was read in; `theirs` are the client's own words. */
export function readLetter(letter: Letter, theirs: readonly string[] = []) {
  const words = wordsOf(letter.body, letter.language);
  // Why is said in the language of the interface.
  return { language: words.language, findings: checkLetter(letter, words, toneWordsFor(lists, 'en'), theirs) };
}

/** What to mind in a letter. */
export function toneOf(letter: Letter, theirs: readonly string[] = []): LetterFinding[] {
  return readLetter(letter, theirs).findings;
}

/**
 * The same of a reply where many are written at once, or somebody waits: only one in my own words is looked through.
 * Of the app's own words tests hold that nothing is found.
 */
export function toneOfMine(reply: WrittenReply, theirs: readonly string[]): LetterFinding[] {
  return reply.isOwnTemplate ? toneOf(reply, theirs) : [];
}
