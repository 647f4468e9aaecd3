/** A text made ready for looking in: composed, in small letters, with plain quotes and spaces. */
export interface Folded {
  text: string;
  /** Where in the original the letter at each place of `text` begins; one more for the end. */
  starts: readonly number[];
}

/** The text with which words are compared, and the way back to the original. */
export function fold(original: string): Folded {
  let text = '';
  const starts: number[] = [];
  // A letter with the marks that follow it: "é" may be written as two signs.
  for (const { 0: letter, index } of original.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
    const plain = plainOf(letter.normalize('NFC').toLowerCase());
    text += plain;
    for (let place = 0; place < plain.length; place += 1) starts.push(index);
  }
  return { text, starts: [...starts, original.length] };
}

function plainOf(letter: string): string {
  if (letter === '’' || letter === 'ʼ' || letter === '`') return "'";
  return letter === '\u00a0' || letter === '\u202f' ? ' ' : letter;
}

/** How letters that have no mark to leave out are written without their sign. */
const WITHOUT: Readonly<Record<string, string>> = { đ: 'd', ß: 'ss', œ: 'oe', æ: 'ae' };

/** The letter without its accents; itself where it has none. */
export function bareOf(letter: string): string {
  return WITHOUT[letter] ?? letter.normalize('NFD').replace(/\p{M}/gu, '');
}
