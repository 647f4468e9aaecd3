import { cleanLine } from '../../core/model/scalars';

/** A line as it is read: composed letters, single blanks, no control characters; and where each character came from. */
export interface Clean {
  text: string;
  /** The place of each character in the line as typed, and of the end. */
  origins: number[];
  /** What is not read any more, as it goes to the subject; with its blank in front. */
  unread: string;
  /** Where that begins in the line as typed. */
  unreadFrom: number;
}

/** How much of a line is read; what comes after it is subject as it stands. */
const READ_LIMIT = 500;
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const BLANK = /[\s\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ue000-\ue002]/;
const PRIVATE = /[\ue000-\ue002]/g;
const COMBINING = /\p{M}/u;

/** Reads the beginning of a line as typed, and leaves the rest. */
export function cleanText(raw: string): Clean {
  const letters: string[] = [];
  const origins: number[] = [];
  let index = 0;
  for (; index < raw.length && letters.length <= READ_LIMIT; index++) {
    const unit = raw.charAt(index);
    const last = letters.at(-1);
    if (BLANK.test(unit)) {
      if (last === undefined || last === ' ') continue;
      letters.push(' ');
    } else if (last !== undefined && unit >= '\u0300' && COMBINING.test(unit)) {
      const composed = `${last}${unit}`.normalize('NFC');
      if (composed.length === 1) {
        letters[letters.length - 1] = composed;
        continue;
      }
      letters.push(unit);
    } else letters.push(unit);
    origins.push(index);
  }
  return letters.length > READ_LIMIT ? cut(raw, letters, origins) : whole(raw, letters, origins, index);
}

function whole(raw: string, letters: string[], origins: number[], end: number): Clean {
  if (letters.at(-1) === ' ') letters.pop();
  else origins.push(end);
  return { text: letters.join(''), origins, unread: '', unreadFrom: raw.length };
}

/** Between two words, unless one is as long as a file. */
function cut(raw: string, letters: string[], origins: number[]): Clean {
  const blank = letters.lastIndexOf(' ', READ_LIMIT);
  const isHalf = /[\udc00-\udfff]/.test(letters[READ_LIMIT] ?? '');
  const end = blank > READ_LIMIT / 2 ? blank : READ_LIMIT - (isHalf ? 1 : 0);
  const from = origins[end] ?? raw.length;
  const unread = cleanLine(raw.slice(from).replace(PRIVATE, ' '));
  return {
    text: letters.slice(0, end).join(''),
    origins: origins.slice(0, end + 1),
    unread: unread === '' ? '' : `${letters[end] === ' ' ? ' ' : ''}${unread}`,
    unreadFrom: from,
  };
}
