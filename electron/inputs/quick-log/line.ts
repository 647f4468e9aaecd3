/** What was understood of a line, and where it stands in it. */
export type Part =
  | 'who'
  | 'channel'
  | 'count'
  | 'at'
  | 'minutes'
  | 'subject'
  | 'neededBy'
  | 'urgent'
  | 'askedBy'
  | 'purpose';

export interface Found {
  part: Part;
  from: number;
  to: number;
}

/**
 * A stretch of the line that is read, in small letters. What was read is overwritten with marks, letter by letter, so that places stay what
 * they are and a time or a count can be told to belong to the contact ("Dana called at 9:40") and not to what it was
 * about ("meeting at 15:00 moved").
 */
export interface Line {
  text: string;
  /** Where it begins in the whole line. */
  from: number;
  /** The whole line as it was typed, but for its blanks. */
  whole: string;
  /** What was found, in places of the whole line; shared by all stretches. */
  found: Found[];
}

/** Stands for the name. */
export const NAME = '\uE000';
/** Stands for the channel. */
export const CHANNEL = '\uE001';
/** Stands for whatever else was read. */
export const TAKEN = '\uE002';
export const MARKS = `${NAME}${CHANNEL}${TAKEN}`;

/** What stands before and after words of their own. */
const SIGNS = '\\s,;.:!?()"„“”/&+';
/** A letter, near enough: the exact class of all scripts takes long to be made ready. */
export const LETTER = `[^${SIGNS}\\d'’${MARKS}-]`;
/** What words begin with; patterns that look at this first are quick on lines of signs. */
export const SOME = `(?=[^\\s,;.:!?()"${CHANNEL}${TAKEN}-])`;
export const BEGIN = `${SOME}(?<=^|[\\s,;("'„“${MARKS}])`;
export const END = `(?=$|[\\s,;.:!?)"”“${MARKS}])`;
/** The end of a sentence's part. */
export const STOP = `(?= ?(?:$|[,;.!?)${MARKS}]))`;

/** Overwrites what a match found, and notes what it was. */
export function mark(line: Line, index: number, length: number, part?: Part, sign = TAKEN): void {
  line.text = line.text.slice(0, index) + sign.repeat(length) + line.text.slice(index + length);
  if (part) line.found.push({ part, from: line.from + index, to: line.from + index + length });
}

/** Takes what the pattern finds first out of the line. */
export function take(line: Line, pattern: RegExp, part?: Part, sign = TAKEN): RegExpExecArray | undefined {
  const match = pattern.exec(line.text);
  if (!match) return undefined;
  mark(line, match.index, match[0].length, part, sign);
  return match;
}

/** What a group of a match says, as it was typed. */
export function typedOf(line: Line, match: RegExpExecArray, group: string | undefined): string | undefined {
  if (group === undefined) return undefined;
  const from = line.from + match.index + match[0].indexOf(group);
  return line.whole.slice(from, from + group.length);
}
