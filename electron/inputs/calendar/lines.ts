import { refuse } from '../../core/refuse';
import { LONGEST_LINE, MOST_CHARACTERS, MOST_LINES } from './limits';

/** A line as it was meant, its folds undone (RFC 5545, 3.1). */
export interface Line {
  text: string;
  /** Where it begins in the file, from 1. */
  number: number;
  /** Longer than is kept: the rest of it is left out. */
  isCut: boolean;
}

/**
 * The lines of a calendar one after another, whichever line ends it has, even mixed. Empty lines are left out, so that
 * a file whose line ends were doubled on the way is still read.
 * @throws Refusal `calendar-too-large`
 */
export function* unfoldLines(text: string): Generator<Line> {
  if (text.length > MOST_CHARACTERS)
    refuse('calendar-too-large', `The calendar has more than ${MOST_CHARACTERS / 1_000_000} million characters.`, {
      action: 'Choose a calendar with fewer events, or export only the last years of it.',
    });
  const ends = /\r\n|\r|\n/g;
  let begin = text.startsWith('\uFEFF') ? 1 : 0;
  let held: Line | undefined;
  for (let number = 1; begin < text.length; number += 1) {
    if (number > MOST_LINES)
      refuse('calendar-too-large', `The calendar has more than ${MOST_LINES / 1_000_000} million lines.`, {
        action: 'Choose a calendar with fewer events, or export only the last years of it.',
      });
    ends.lastIndex = begin;
    const match = ends.exec(text);
    const end = match?.index ?? text.length;
    const isFolded = text[begin] === ' ' || text[begin] === '\t';
    if (isFolded && held) append(held, text, begin + 1, end);
    else if (end > begin) {
      if (held) yield held;
      held = { text: '', number, isCut: false };
      append(held, text, begin, end);
    }
    begin = match ? end + match[0].length : text.length;
  }
  if (held) yield held;
}

function append(line: Line, text: string, begin: number, end: number): void {
  const room = LONGEST_LINE - line.text.length;
  if (end - begin > room) line.isCut = true;
  line.text += text.slice(begin, Math.min(end, begin + room));
}
