import { decodeUtf8, decodeUtf16, decodeWindows } from '../charsets';

/**
 * The text of a calendar file. UTF-8 as RFC 5545 wants it, else UTF-16 where a byte order mark says so, else
 * Windows-1252, which old programs write. Some programs fold lines by bytes, in the middle of a character: such folds
 * are moved behind the character, so that the numbers of the lines stay.
 */
export function decodeCalendar(bytes: Uint8Array): string {
  const marked = decodeUtf16(bytes);
  if (marked !== undefined) return marked;
  const whole = moveFolds(bytes);
  return decodeUtf8(whole) ?? (isMostlyUtf8(whole) ? new TextDecoder('utf-8').decode(whole) : decodeWindows(whole));
}

const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const TAB = 0x09;

/** Whether the byte goes on with a character of UTF-8 that began before it. */
function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}

function moveFolds(bytes: Uint8Array): Uint8Array {
  let moved: Uint8Array | undefined;
  for (let at = 1; at < bytes.length - 1; at += 1) {
    const isFold = (bytes[at] === SPACE || bytes[at] === TAB) && (bytes[at - 1] === LF || bytes[at - 1] === CR);
    if (!isFold || !isContinuation(bytes[at + 1])) continue;
    const start = bytes[at - 1] === LF && bytes[at - 2] === CR ? at - 2 : at - 1;
    if ((bytes[start - 1] ?? 0) < 0x80) continue;
    // Not slice(): a Buffer's would be a window on the same bytes.
    moved ??= Uint8Array.from(bytes);
    const fold = Uint8Array.from(bytes.subarray(start, at + 1));
    let end = at + 1;
    while (end - at <= 3 && isContinuation(bytes[end])) end += 1;
    moved.set(bytes.subarray(at + 1, end), start);
    moved.set(fold, start + (end - at - 1));
    at = end - 1;
  }
  return moved ?? bytes;
}

/** One bad byte in a file of UTF-8 should not spoil every other letter of it. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, 1_000_000));
  const bad = text.match(/\ufffd/g)?.length ?? 0;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: everything beyond ASCII is meant
  const good = (text.match(/[^\u0000-\u007f]/g)?.length ?? 0) - bad;
  return good > bad;
}
