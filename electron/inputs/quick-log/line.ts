/**
 * The part of a line that is read, with marks for what was read already, so that a time or a count can be told to belong
 * to the contact ("Dana called at 9:40") and not to what it was about ("meeting at 15:00 moved").
 */
export interface Line {
  text: string;
}

/** Stands for the name. */
export const NAME = '\uE000';
/** Stands for the channel. */
export const CHANNEL = '\uE001';
/** Stands for whatever else was read. */
const TAKEN = '\uE002';
const MARKS = `${NAME}${CHANNEL}${TAKEN}`;

/** Small words between a mark and what belongs to it. */
const JOINT = '(?:for|at|on|and|with|to|from) ';

/** Private characters that could be taken for a mark become blanks. */
export function withoutMarks(text: string): string {
  return text.replace(new RegExp(`[${MARKS}]`, 'g'), ' ');
}

/** The rest of the line, without the marks. */
export function restOf(line: Line): string {
  return withoutMarks(line.text)
    .replace(/\(\s*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Takes what the pattern finds first out of the line; a mark stays in its place. */
export function take(line: Line, pattern: RegExp, mark = TAKEN): RegExpExecArray | undefined {
  const match = pattern.exec(line.text);
  if (!match) return undefined;
  const after = line.text.slice(match.index + match[0].length);
  line.text = `${line.text.slice(0, match.index).trimEnd()} ${mark} ${after.trimStart()}`.trim();
  return match;
}

/** Takes an item that stands as words of its own, anywhere in the line. */
export function takeWords(line: Line, item: string, mark = TAKEN): RegExpExecArray | undefined {
  return take(line, new RegExp(`(?<=^|[\\s,;(${MARKS}])(?:${item})(?=$|[\\s,;.:!?)${MARKS}])`, 'iu'), mark);
}

/** Takes an item only next to something that was read, or where nothing else stands between two commas. */
export function takeNear(line: Line, item: string): RegExpExecArray | undefined {
  const end = `(?=$|[\\s,;.!?)${MARKS}])`;
  const places = [
    `(?<=[${MARKS}] ?(?:${JOINT})?)(?:${item})${end}`,
    `(?<=^|[\\s,;(])(?:${item})(?= ?(?:${JOINT})?[${MARKS}])`,
    `(?<=(?:^|[,;]) ?(?:${JOINT})?)(?:${item})(?= ?(?:$|[,;.]))`,
  ];
  for (const place of places) {
    const match = take(line, new RegExp(place, 'iu'));
    if (match) return match;
  }
  return undefined;
}
