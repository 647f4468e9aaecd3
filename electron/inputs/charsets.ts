/** What Windows-1252 has at 0x80 to 0x9f; where it has nothing, nothing. */
const LETTERS = '€\u0000‚ƒ„…†‡ˆ‰Š‹Œ\u0000Ž\u0000\u0000‘’“”•–—˜™š›œ\u0000žŸ';

/**
 * Dashes, quotation marks and the euro sign of Windows-1252, where a decoder took them for control characters of Latin-1,
 * as Node's TextDecoder does. Those control characters are in no text that a person wrote.
 */
export function restoreWindowsLetters(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (char) => LETTERS[char.charCodeAt(0) - 0x80]?.replace('\u0000', '') ?? '');
}

/** By the name of a character set; throws where nobody knows it or, if `isStrict`, where the bytes are not of it. */
export function decodeBy(charset: string, bytes: Uint8Array, isStrict = false): string {
  const decoder = new TextDecoder(charset, { fatal: isStrict });
  const text = decoder.decode(bytes);
  // Its name for Latin-1 too, as the web has it.
  return decoder.encoding === 'windows-1252' ? restoreWindowsLetters(text) : text;
}

/** What old programs write where they don't say how. */
export function decodeWindows(bytes: Uint8Array): string {
  return decodeBy('windows-1252', bytes);
}

/** By the first of these character sets that is known and fits, else as Windows writes it. */
export function decodeByFirst(charsets: readonly string[], bytes: Uint8Array): string {
  for (const charset of charsets)
    try {
      return decodeBy(charset, bytes, true);
    } catch {
      // Not a character set that is known, or not what the bytes are.
    }
  return decodeWindows(bytes);
}

/** UTF-16, where a byte order mark says so. */
export function decodeUtf16(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return undefined;
}

/** UTF-8, where the bytes are that throughout. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
