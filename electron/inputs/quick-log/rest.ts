import { type Line, MARKS } from './line';
import { patternOf } from './pattern';
import { anyOf } from './words';

/** What nothing was read from, and where in the line each of its characters stands. */
interface Rest {
  text: string;
  places: number[];
}

function restOf({ text, from }: Line): Rest {
  const rest: Rest = { text: '', places: [] };
  for (let index = 0; index < text.length; index++) {
    const letter = text.charAt(index);
    const isBlank = letter === ' ' || MARKS.includes(letter);
    if (isBlank && (rest.text === '' || rest.text.endsWith(' '))) continue;
    rest.text += isBlank ? ' ' : letter;
    rest.places.push(from + index);
  }
  return cut(cut(rest, /\(\s*\)\s*/gu), / $/u);
}

/** Takes out what the pattern finds. */
function cut(rest: Rest, pattern: RegExp): Rest {
  const kept: Rest = { text: '', places: [] };
  let from = 0;
  const keep = (to: number) => {
    kept.text += rest.text.slice(from, to);
    kept.places.push(...rest.places.slice(from, to));
  };
  const matches = pattern.global ? [...rest.text.matchAll(pattern)] : [pattern.exec(rest.text)];
  for (const match of matches) {
    if (!match || match[0] === '') continue;
    keep(match.index);
    from = match.index + match[0].length;
  }
  if (from === 0) return rest;
  keep(rest.text.length);
  return kept;
}

const EDGES = [/\s+(?=[,;.])/gu, /(?<=[,;])[,;]+/gu, /^[\s,;.:·!?)\]-]+/u, /(?<![\s,;:·])[\s,;:·]+$/u];

function tidy(rest: Rest): Rest {
  return EDGES.reduce(cut, rest);
}

const AGAIN = anyOf((words) => words.again);
const NEEDS = anyOf((words) => words.needs);
const OPENING = anyOf((words) => words.openings);
const ARTICLE = anyOf((words) => words.articles);
const BEGINNINGS = [
  `^(?:${AGAIN})(?=[\\s,]|$)[\\s,]*`,
  `^(?:${anyOf((words) => words.wishes)}) (?=\\S)`,
  `^(?:${NEEDS}) (?=\\S)`,
  // "for, invoice settled": what it led to was read.
  `^(?:${OPENING}|${ARTICLE})(?=[\\s,;]|$)(?:\\s+(?:${OPENING})(?=[\\s,;]|$))?[\\s,;]*`,
].map((source) => patternOf(source));
const ENDING = patternOf(`(?:^|\\s+)(?:${anyOf((words) => words.endings)})$`);
const ASKING = patternOf(`(?:^|\\s+)(?:${anyOf((words) => words.asking)})$`);
const AGAIN_LAST = patternOf(`\\s+(?:${AGAIN})$`);

/** What nothing else was read from, without the small words that only joined it up. */
function tidyHead(head: Rest, hasTail: boolean): Rest {
  const rest = cut(BEGINNINGS.reduce(cut, tidy(head)), ENDING);
  const trimmed = cut(cut(rest, /^\s+/u), /\s+$/u);
  return hasTail ? cut(trimmed, ASKING) : trimmed;
}

/** The subject: what is left of the line, and where it stands. */
export function readSubject(head: Line, tail: Line): { subject: string; places: number[] } {
  const written = tidy(restOf(tail));
  // What stands after a colon is a sentence of theirs: its "again" says something.
  const last = /:\s*$/.test(head.whole.slice(0, tail.from)) ? written : cut(written, AGAIN_LAST);
  const first = tidyHead(restOf(head), last.text !== '');
  return {
    subject: [first, last]
      .map((part) => typedRest(part, head.whole))
      .filter(Boolean)
      .join(' '),
    places: [...first.places, ...last.places],
  };
}

function typedRest({ text, places }: Rest, whole: string): string {
  return places.map((place, index) => (text[index] === ' ' ? ' ' : whole[place])).join('');
}
