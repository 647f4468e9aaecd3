import { readPhone } from '../../core/phones';
import { cleanSubject } from '../mail/subject';

/** What a clipboard may hold at most, in UTF-16 units; more is no message. */
export const COPIED_LIMIT = 20_000;
/** Longest line that is made of it. */
const LINE_LIMIT = 2000;

const ADDRESS = /[^\s<>()[\]"',;:?]+@[^\s<>()[\]"',;:?]+\.[^\s<>()[\]"',;:?.]{2,}/u;
/** `Dana Ruiz <dana@globex.example>`, `mailto:dana@globex.example`, or the address alone. */
const LONE_ADDRESS = new RegExp(`^(?:mailto:)?(?:"?[^<>"\\n]{0,100}"?\\s*<)?(${ADDRESS.source})>?(?:\\?\\S*)?$`, 'iu');
const LONE_PHONE = /^(?:tel:)?(\+?[\d\s()./-]{6,24}\d)$/i;
/** A date or a time of day looks like a number, and is none. */
const DATE = /^\d{1,4}([./-])\d{1,2}\1\d{1,4}$/;

/** The heads that mail programs put above what is copied from them: English, German, Slovak and Czech, Vietnamese, French, Spanish. */
const FROM = /^(?:from|von|od|từ|de)\s*:\s*(.+)$/iu;
const SUBJECT = /^(?:subject|betreff|predmet|předmět|chủ đề|tiêu đề|objet|asunto)\s*:\s*(.*)$/iu;
const OTHER_HEAD =
  /^(?:date|sent|to|cc|datum|gesendet|an|dátum|odoslané|komu|kópia|ngày|đã gửi|đến|tới|envoyé|à|fecha|enviado|para)\s*:/iu;
/** `[24/11/2026, 11:20] Dana Ruiz: …` and `[11:20] Dana Ruiz: …`, as messengers copy a message. */
const CHAT =
  /^\[(?:[^\]\n]{0,30}?,?\s*)?(\d{1,2}:\d{2})(?::\d{2})?(?:\s*[ap]m)?(?:,[^\]\n]{0,20})?\]\s*([^:\n]{1,80}):\s*(.+)$/isu;

/** What was copied, in the parts that a line is made of. */
export interface Copied {
  /** An address, a number or a name. */
  who?: string;
  /** When, as it stands there. */
  time?: string;
  /** The word for the way it came. */
  way?: string;
  words: string;
}

/**
 * The parts of what was copied: an address or a number to go on from, a mail with its heads, a message as a messenger
 * copies it, or any other words on one line. `undefined` when there is nothing to read.
 * @param text what the clipboard holds; anybody may have written it
 */
export function readCopied(text: string): Copied | undefined {
  const plain = text
    .slice(0, COPIED_LIMIT)
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu, keepBreaks)
    .trim();
  if (plain === '') return undefined;
  const address = LONE_ADDRESS.exec(plain)?.[1];
  if (address) return { who: address, words: '' };
  const phone = LONE_PHONE.exec(plain)?.[1];
  if (phone && !DATE.test(phone) && readPhone(phone)) return { who: phone.trim(), words: '' };
  return readMail(plain) ?? readMessage(plain) ?? { words: onOneLine(plain) };
}

/** A quick-log line made of what was copied. */
export function lineOf({ who, time, way, words }: Copied): string {
  const said = [who, time, way].filter((part) => part !== undefined).join(' ');
  // After an address or a number alone one goes on typing.
  if (words === '') return `${said} `;
  return shorten(said === '' ? words : `${said}: ${words}`);
}

/** A mail as it is copied with the heads above it: who wrote, and what about. */
function readMail(plain: string): Copied | undefined {
  const lines = plain.split('\n').map((line) => line.trim());
  const from = lines.slice(0, 12).flatMap((line) => FROM.exec(line)?.[1] ?? [])[0];
  const subjectAt = lines.slice(0, 12).findIndex((line) => SUBJECT.test(line));
  if (from === undefined || subjectAt < 0) return undefined;
  const who = ADDRESS.exec(from)?.[0] ?? from;
  const subject = cleanSubject(SUBJECT.exec(lines[subjectAt] ?? '')?.[1] ?? '');
  const words = lines.slice(subjectAt + 1).filter((line) => !OTHER_HEAD.test(line) && !FROM.test(line));
  return { who, way: 'wrote', words: subject || onOneLine(words.join('\n')) };
}

function readMessage(plain: string): Copied | undefined {
  const [, time, who, words] = CHAT.exec(plain) ?? [];
  return time && who && words ? { who: who.trim(), time, way: 'messaged', words: onOneLine(words) } : undefined;
}

function onOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function keepBreaks(sign: string): string {
  return sign === '\n' || sign === '\t' ? sign : '';
}

/** A line of the palette is no letter. */
export function shorten(line: string): string {
  return line.length <= LINE_LIMIT ? line : `${line.slice(0, LINE_LIMIT - 1).trimEnd()}…`;
}
