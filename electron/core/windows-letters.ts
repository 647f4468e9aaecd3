/** What Windows-1252 has at 0x80 to 0x9f; where it has nothing, nothing. */
const LETTERS = '€\u0000‚ƒ„…†‡ˆ‰Š‹Œ\u0000Ž\u0000\u0000‘’“”•–—˜™š›œ\u0000žŸ';

/**
 * Dashes, quotation marks and the euro sign of Windows-1252, where a decoder took them for control characters of Latin-1,
 * as Node's TextDecoder does. Those control characters are in no text that a person wrote.
 */
export function restoreWindowsLetters(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (char) => LETTERS[char.charCodeAt(0) - 0x80]?.replace('\u0000', '') ?? '');
}
