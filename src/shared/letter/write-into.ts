/** Where a gap to fill in begins: "[day]". */
const GAP = /\[\p{L}[^\]\n]*\]/u;

/**
 * Puts words in place of others as if they were typed: the field's own undo takes them back. A gap in them is selected,
 * so that what is typed next fills it.
 */
export function writeInto(
  field: HTMLInputElement | HTMLTextAreaElement,
  start: number,
  end: number,
  words: string,
): void {
  field.focus();
  field.setSelectionRange(start, end);
  // The only way to change a field that keeps its undo; it is not going away while editors need it.
  const isTyped = document.execCommand(words === '' ? 'delete' : 'insertText', false, words);
  if (!isTyped) {
    field.setRangeText(words, start, end, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  const gap = GAP.exec(words);
  if (gap) field.setSelectionRange(start + gap.index, start + gap.index + gap[0].length);
}

/** The gap itself, for who still has to fill it. */
export function select(field: HTMLInputElement | HTMLTextAreaElement, start: number, end: number): void {
  field.focus();
  field.setSelectionRange(start, end);
}
