import type { Found, Part } from './line';
import type { Clean } from './read-text';

/** Which characters of the line as typed an understood part came from; `to` is the place after the last one. */
export interface Span {
  part: Part;
  from: number;
  to: number;
}

/** Who beats everything, a count the channel that it stands in. */
const ORDER: readonly Part[] = [
  'channel',
  'neededBy',
  'purpose',
  'askedBy',
  'at',
  'minutes',
  'urgent',
  'count',
  'subject',
  'who',
];

/**
 * The spans of a line, in its order and beside each other: every character other than blanks is in one. Words that only
 * join ("re", "by") go with what they lead to, signs with what they follow.
 */
export function makeSpans({ text, origins, unreadFrom }: Clean, raw: string, found: readonly Found[]): Span[] {
  const parts = new Array<Part | undefined>(text.length);
  for (const part of ORDER)
    for (const { from, to } of found.filter((each) => each.part === part)) parts.fill(part, from, to);
  coverRest(parts, text);
  const spans: Span[] = [];
  for (const [index, part] of parts.entries()) {
    const [from, to] = [origins[index], origins[index + 1]];
    if (part !== undefined && text[index] !== ' ' && from !== undefined && to !== undefined)
      grow(spans, { part, from, to }, raw);
  }
  if (unreadFrom < raw.length) {
    const from = unreadFrom + (raw.slice(unreadFrom).length - raw.slice(unreadFrom).trimStart().length);
    if (from < raw.length) grow(spans, { part: 'subject', from, to: raw.trimEnd().length }, raw);
  }
  return spans;
}

/** Two stretches of one part with nothing but blanks between them are one. */
function grow(spans: Span[], span: Span, raw: string): void {
  const last = spans.at(-1);
  if (last && last.part === span.part && raw.slice(last.to, span.from).trim() === '') last.to = span.to;
  else spans.push(span);
}

function coverRest(parts: (Part | undefined)[], text: string): void {
  for (let index = 0; index < parts.length; index++)
    if (parts[index] === undefined && /[^\p{L}\p{N}\s]/u.test(text[index] ?? '')) parts[index] = parts[index - 1];
  let next: Part | undefined;
  for (let index = parts.length - 1; index >= 0; index--) {
    next = parts[index] ?? next;
    if (text[index] !== ' ') parts[index] ??= next;
  }
  let last: Part = 'subject';
  for (let index = 0; index < parts.length; index++) {
    last = parts[index] ?? last;
    if (text[index] !== ' ') parts[index] ??= last;
  }
}
