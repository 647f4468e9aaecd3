const LONGEST = 60;

/** A name for a file, without its ending, that every system takes: `receipt-Q3-figures`. */
export function nameFile(kind: string, about: string): string {
  const words = about.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, LONGEST);
  return [kind, words.replace(/^-|-$/g, '')].filter(Boolean).join('-');
}
