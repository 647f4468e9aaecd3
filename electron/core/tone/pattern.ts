import { bareOf } from './fold';

const compiled = new Map<string, RegExp>();

/** Where a pattern of the word lists occurs in a folded text, as `[start, end]`. */
export function occurrencesOf(pattern: string, text: string): [number, number][] {
  return [...text.matchAll(compile(pattern))].map(({ 0: found, index }) => [index, index + found.length]);
}

function compile(pattern: string): RegExp {
  let regex = compiled.get(pattern);
  if (!regex) {
    regex = new RegExp(`(?<![${LETTERS}])${sourceOf(pattern)}(?![${LETTERS}])`, 'g');
    compiled.set(pattern, regex);
  }
  return regex;
}

/** Small letters of the scripts that the lists are in, and digits; all letters there are take four times as long. */
const LETTERS = 'a-z0-9\\u00df-\\u00f6\\u00f8-\\u024f\\u1e00-\\u1eff';
const BETWEEN = '(?:,?\\s+)';
const WORD = `[${LETTERS}'-]+`;

function sourceOf(pattern: string): string {
  // What stands in brackets is one token, with the spaces inside.
  const tokens =
    pattern
      .normalize('NFC')
      .toLowerCase()
      .match(/\[[^\]]*\]|(?:\([^)]*\)|[^\s()[\]])+/g) ?? [];
  const first = tokens.findIndex((token) => !isOptional(token));
  return tokens
    .map((token, index) => {
      // What may be missing takes the space along that parts it from the first word that must be there.
      const space = (words: string) => (index < first ? `${words}${BETWEEN}` : `${BETWEEN}${words}`);
      if (token === '...') return `(?:${space(WORD)}){0,3}`;
      if (isOptional(token)) return `(?:${space(groupOf(token.slice(1, -1)))})?`;
      return index === first ? wordOf(token) : space(wordOf(token));
    })
    .join('');
}

function isOptional(token: string): boolean {
  return token === '...' || token.startsWith('[');
}

/** A word, with alternatives in parentheses as part of it. */
function wordOf(token: string): string {
  return token
    .split(/(\([^)]*\))/)
    .map((part) => (part.startsWith('(') ? groupOf(part.slice(1, -1)) : lettersOf(part)))
    .join('');
}

function groupOf(alternatives: string): string {
  const written = alternatives.split('|').map((each) => each.split(/\s+/).map(lettersOf).join(BETWEEN));
  return `(?:${written.join('|')})`;
}

function lettersOf(word: string): string {
  return [...word].map(letterOf).join('');
}

function letterOf(letter: string): string {
  if (letter === '*') return `[${LETTERS}]*`;
  const bare = bareOf(letter);
  const exact = letter.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  if (bare === letter) return exact;
  // "für" is written "fuer" where there are no umlauts.
  return 'äöü'.includes(letter) ? `(?:${exact}|${bare}e?)` : `(?:${exact}|${bare})`;
}
