import { LONGEST_LINE } from './limits';

/** A property of a card as it was meant: folds and soft line breaks undone, its value still encoded. */
export interface Property {
  /** Upper case, without the group before it: `item1.TEL` is `TEL`. */
  name: string;
  /** By upper-case name; one without a value (`HOME` in version 2.1) is a TYPE. */
  params: Map<string, string[]>;
  value: string;
  /** Where it begins in the file, from 1. */
  line: number;
}

/** What is read of a card; everything else is passed over without being put together, photos above all. */
const READ = new Set(
  'BEGIN END VERSION AGENT KIND N FN NICKNAME ORG TITLE EMAIL TEL X-ADDRESSBOOKSERVER-KIND'.split(' '),
);

const HEAD = /^(?:[A-Za-z0-9-]+\.)?([A-Za-z0-9-]+)\s*([;:])/;

/** The properties of a file of cards one after another, whichever line ends it has. */
export function* readProperties(text: string): Generator<Property> {
  const ends = /\r\n|\r|\n/g;
  let begin = text.startsWith('\uFEFF') ? 1 : 0;
  let version = '';
  let held: { text: string; line: number; isQuoted: boolean } | undefined;
  /** Inside a property that is passed over: its soft line breaks make the next line a part of it. */
  let isPassing = false;
  for (let line = 1; begin < text.length; line += 1) {
    ends.lastIndex = begin;
    const match = ends.exec(text);
    const end = match?.index ?? text.length;
    const isFolded = text[begin] === ' ' || text[begin] === '\t';
    const isSoft = held?.isQuoted === true && held.text.endsWith('=');
    if (held && isSoft) held.text = append(held.text.slice(0, -1), text, isFolded ? begin + 1 : begin, end);
    else if (held && isFolded && end > begin + 1)
      // Version 2.1 breaks a line before a blank that belongs to it, the later ones put a blank in.
      held.text = append(held.text, text, version === '2.1' && !held.isQuoted ? begin : begin + 1, end);
    else if (isPassing) isPassing = end > begin && text[end - 1] === '=';
    else if (!isFolded && end > begin) {
      if (held) yield* parseProperty(held);
      held = undefined;
      // Only as much as names it and its parameters is looked at.
      const head = text.slice(begin, Math.min(end, begin + 200));
      const name = HEAD.exec(head)?.[1]?.toUpperCase() ?? '';
      const isQuoted = /QUOTED-PRINTABLE[;:]/i.test(head);
      if (READ.has(name)) held = { text: append('', text, begin, end), line, isQuoted };
      else isPassing = isQuoted && text[end - 1] === '=';
      if (name === 'VERSION') version = head.slice(head.indexOf(':') + 1).trim();
    }
    begin = match ? end + match[0].length : text.length;
  }
  if (held) yield* parseProperty(held);
}

function append(before: string, text: string, begin: number, end: number): string {
  const room = Math.max(0, LONGEST_LINE - before.length);
  return before + text.slice(begin, Math.min(end, begin + room));
}

function* parseProperty({ text, line }: { text: string; line: number }): Generator<Property> {
  const colon = findColon(text);
  if (colon < 0) return;
  const [head = '', ...rest] = splitOutsideQuotes(text.slice(0, colon));
  const name = head.slice(head.lastIndexOf('.') + 1).trim();
  const params = new Map<string, string[]>();
  for (const part of rest) {
    const equals = part.indexOf('=');
    // Version 2.1 leaves the name away: `TEL;HOME;QUOTED-PRINTABLE:`.
    const value = part.slice(equals + 1).trim();
    const key = equals >= 0 ? part.slice(0, equals).trim().toUpperCase() : nameBare(value);
    const values = value.replaceAll('"', '').split(',');
    params.set(key, [...(params.get(key) ?? []), ...values]);
  }
  yield { name: name.toUpperCase(), params, value: text.slice(colon + 1), line };
}

function nameBare(value: string): string {
  return /^(quoted-printable|base64|b|8bit|7bit)$/i.test(value) ? 'ENCODING' : 'TYPE';
}

function findColon(text: string): number {
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') isQuoted = !isQuoted;
    else if (text[at] === ':' && !isQuoted) return at;
  }
  // A quote that was never closed.
  return text.indexOf(':');
}

function splitOutsideQuotes(text: string): string[] {
  const parts: string[] = [];
  let isQuoted = false;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') isQuoted = !isQuoted;
    else if (text[at] === ';' && !isQuoted) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)];
}
