/** Wrong usage: what was wrong, and what the help is about that comes closest. */
export class Usage extends Error {
  constructor(
    message: string,
    /** The words of a command or of a group of them; none for all. */
    readonly about = '',
  ) {
    super(message);
    this.name = 'Usage';
  }
}

/** The one that was probably meant: the nearest by letters added, left out, changed or swapped. */
export function findNearest(word: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((each) => ({ each, distance: each.startsWith(word) && word.length > 1 ? 1 : distanceOf(word, each) }))
    .sort((a, b) => a.distance - b.distance);
  const [best] = ranked;
  return best && best.distance <= Math.max(1, Math.floor(word.length / 3)) ? best.each : undefined;
}

function distanceOf(one: string, other: string): number {
  let former: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1];
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const steps = [(row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (isSame ? 0 : 1)];
      next[j] = Math.min(...steps, ...(isSwapped ? [(former[j - 2] ?? 0) + 1] : []));
    }
    former = row;
    row = next;
  }
  return row[other.length] ?? 0;
}
