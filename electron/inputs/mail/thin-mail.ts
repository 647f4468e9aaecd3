import { decodeUtf8, decodeWindows } from '../charsets';
import { growBytes, toLatin } from './bytes';
import { DEEPEST, LONGEST_BODY, LONGEST_HEAD, LONGEST_HEADER, MOST_PARTS } from './limits';

/** A mail with the headers that are read and its words; of attachments only their names are left. */
export interface ThinMail {
  head: Uint8Array;
  /** The head and the body together. */
  whole: Uint8Array;
}

export interface Thinner {
  /** One line without its end. */
  feed(line: Uint8Array): void;
  finish(): ThinMail;
}

const READ = new Set(
  (
    'from sender to cc subject date received message-id in-reply-to references mime-version list-id list-unsubscribe ' +
    'precedence auto-submitted importance x-priority priority'
  ).split(' '),
);
const BREAK = Uint8Array.of(0x0a);
const DASH = 0x2d;
const COLON = 0x3a;

/**
 * Takes a mail line by line and keeps what will be read of it, so that neither large attachments nor endless headers
 * are ever in memory.
 */
export function createThinner(): Thinner {
  const head = growBytes(LONGEST_HEAD);
  const body = growBytes(LONGEST_BODY + LONGEST_HEAD);
  const boundaries = new Set<string>();
  const seen = new Set<string>();
  let isInHead = true;
  let parts = 0;
  let isKept = true;
  let words = 0;
  /** Of the header that is being read. */
  let isHeaderRead = false;
  let headerLength = 0;
  /** What the headers say of the part, unfolded. */
  let content = '';

  const readHeader = (line: Uint8Array) => {
    const isFolded = line[0] === 0x20 || line[0] === 0x09;
    if (!isFolded) {
      const name = readName(line);
      // The first Received is the last one on the way: when it arrived.
      const isSecond = parts === 0 && name !== 'to' && name !== 'cc' && seen.has(name);
      isHeaderRead = name.startsWith('content-') || (parts === 0 && READ.has(name) && !isSecond);
      if (parts === 0 && isHeaderRead) seen.add(name);
      headerLength = 0;
      if (name.startsWith('content-')) content += '\n';
    }
    if (!isHeaderRead || headerLength > LONGEST_HEADER) return;
    headerLength += line.length;
    const target = parts === 0 ? head : body;
    target.add(asUtf8(line));
    target.add(BREAK);
    if (/^[ \t]|^content-/i.test(toLatin(line, 8))) content += toLatin(line);
  };
  const endHead = () => {
    isInHead = false;
    (parts === 0 ? head : body).add(BREAK);
    const { isText, boundary } = readContent(content.slice(0, LONGEST_HEADER));
    const isSplit = boundary !== undefined && boundaries.size < DEEPEST;
    if (isSplit) boundaries.add(boundary);
    isKept = isText || isSplit;
    content = '';
  };
  const beginPart = (line: Uint8Array) => {
    parts += 1;
    isKept = false;
    isInHead = parts <= MOST_PARTS;
    content = '';
    if (isInHead) {
      body.add(line);
      body.add(BREAK);
    }
  };

  return {
    feed(line) {
      const edge = line[0] === DASH && line[1] === DASH && boundaries.size > 0 ? findEdge(line, boundaries) : undefined;
      if (edge === 'begin') return beginPart(line);
      if (edge === 'end') {
        body.add(line);
        body.add(BREAK);
        isInHead = false;
        isKept = false;
      } else if (!isInHead) {
        if (!isKept || words > LONGEST_BODY) return;
        words += line.length + 1;
        body.add(line);
        body.add(BREAK);
      } else if (line.length === 0) endHead();
      else readHeader(line);
    },
    finish() {
      if (isInHead && parts === 0) head.add(BREAK);
      const [first, rest] = [head.take(), body.take()];
      const whole = new Uint8Array(first.length + rest.length);
      whole.set(first);
      whole.set(rest, first.length);
      return { head: first, whole };
    },
  };
}

/** The name of a header, lower case; empty where the line has none. */
function readName(line: Uint8Array): string {
  let name = '';
  for (let at = 0; at < 80; at += 1) {
    const byte = line[at] ?? 0;
    if (byte === COLON) return name.trimEnd().toLowerCase();
    if (byte < 0x20 || byte > 0x7e) return '';
    name += String.fromCharCode(byte);
  }
  return '';
}

function findEdge(line: Uint8Array, boundaries: ReadonlySet<string>): 'begin' | 'end' | undefined {
  const text = toLatin(line, 500).slice(2).trimEnd();
  if (boundaries.has(text)) return 'begin';
  return text.endsWith('--') && boundaries.has(text.slice(0, -2)) ? 'end' : undefined;
}

function readContent(headers: string): { isText: boolean; boundary?: string } {
  const type = /\ncontent-type[ \t]*:[ \t]*([^;\n]*)/i.exec(headers)?.[1]?.trim().toLowerCase() ?? '';
  const boundary = type.startsWith('multipart/')
    ? /;[ \t]*boundary[ \t]*=[ \t]*(?:"([^"\n]*)"|([^;\s]+))/i.exec(headers)
    : undefined;
  const isNamed =
    /\ncontent-disposition[ \t]*:[ \t]*attachment/i.test(headers) || /;[ \t]*(file)?name\*?/i.test(headers);
  const isText = (type === '' || type === 'text/plain' || type === 'text/html' || type === 'text') && !isNamed;
  const value = (boundary?.[1] ?? boundary?.[2])?.trimEnd();
  return { isText, ...(value && { boundary: value }) };
}

/** Headers should be ASCII or UTF-8; old programs write what Windows writes. */
function asUtf8(line: Uint8Array): Uint8Array {
  if (!line.some((byte) => byte >= 0x80)) return line;
  return decodeUtf8(line) === undefined ? new TextEncoder().encode(decodeWindows(line)) : line;
}
