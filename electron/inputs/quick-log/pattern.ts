import { LETTER, MARKS, NAME, TAKEN } from './line';

/*
 * The lists of words are phrases in a small notation: `[…]` may be missing, `(a|b)` is one of these, `*` any further
 * letters, `{…}` a slot or a set of the list. Accents are optional; `=` before a word asks for them. Lines are read in small
 * letters, but for words that the lists have in capitals.
 */

/** Small words and numbers of every language, which slots are made of. */
export interface Slots {
  number: string;
  to: string;
  and: string;
}

const cache = new Map<string, RegExp>();

/** A pattern by its source, made once. */
export function patternOf(source: string, flags = ''): RegExp {
  const key = `${flags} ${source}`;
  let pattern = cache.get(key);
  if (!pattern) {
    pattern = new RegExp(source, flags);
    cache.set(key, pattern);
  }
  return pattern;
}

const CLOSERS = '|()[]';

/** The source of a phrase; `sets` are the list's own. */
export function compilePhrase(phrase: string, sets: Readonly<Record<string, string>>, slots?: Slots): string {
  let source = '';
  let isExact = false;
  for (let index = 0; index < phrase.length; index++) {
    const letter = phrase.charAt(index);
    if (CLOSERS.includes(letter)) isExact = false;
    if (letter === '{') {
      const end = phrase.indexOf('}', index);
      source += compileSlot(phrase.slice(index + 1, end), sets, slots);
      index = end;
    } else if (letter === '=') isExact = true;
    else source += compileLetter(letter, isExact);
  }
  return source;
}

function compileSlot(name: string, sets: Readonly<Record<string, string>>, slots?: Slots): string {
  const set = sets[name];
  if (set !== undefined) return compilePhrase(set, sets, slots);
  switch (name) {
    case 'n':
      return `(${slots?.number})`;
    case 'digits':
      return '\\d{1,3}';
    case 'word':
      return `(?:${LETTER}|-)+`;
    case 'who':
      return `(?:(?:${slots?.to}) )?${NAME}+(?:['’]s)?`;
    case 'name':
      return `(?=${NAME})`;
    case 'start':
      return `(?<=^[${MARKS} ]*|${NAME} )`;
    case 'end':
      return '(?= ?(?:$|[,;\\d]))';
    case 'endOrName':
      return `(?= ?(?:$|[,;\\d${NAME}]|(?:${slots?.and}) ))`;
    // What I did: the verb begins the line or follows "I".
    case 'i':
      return `(?:(?<=^[\\s,;.:!?()"${TAKEN}-]*)|(?<!${LETTER})i )`;
    case 'me':
      return `(?<!${NAME},? ?)`;
  }
  throw new Error(`The lists of words know no {${name}}.`);
}

function compileLetter(letter: string, isExact: boolean): string {
  switch (letter) {
    case '[':
    case '(':
      return '(?:';
    case ']':
      return ')?';
    case ')':
    case '|':
    case ' ':
      return letter;
    case '*':
      return `${LETTER}*`;
    case "'":
      return "['’]";
  }
  if (letter.toLowerCase() === letter.toUpperCase()) return letter.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
  if (letter <= 'z') return letter;
  const { letters, rest } = isExact ? { letters: letter, rest: '' } : lettersLike(letter);
  const one = letters.length === 1 ? letters : `[${letters}]`;
  return rest === '' ? one : `(?:${one}${rest})`;
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** A letter and the same with fewer marks: ế is ê and e; ü may be written ue, ß ss. */
function lettersLike(letter: string): { letters: string; rest: string } {
  if (letter === 'ß') return { letters: 'ß', rest: '|ss' };
  if (letter === 'đ') return { letters: 'đd', rest: '' };
  if (letter === 'ł') return { letters: 'łl', rest: '' };
  const parts = letter.normalize('NFD');
  const letters = new Set([letter, parts.replace(TONES, '').normalize('NFC'), parts.charAt(0)]);
  return { letters: [...letters].join(''), rest: 'äöü'.includes(letter) ? 'e?' : '' };
}
