import type { Stats } from 'node:fs';
import type { Lying } from './find-files';

/** For so long a file has to stay as it is before it is taken. */
export const SETTLED_MS = 2000;

/** Whether a file has been left alone for long enough. */
export type IsSettled = (file: Lying) => boolean;

/**
 * By watching: settled is what was seen with the same size and times at two looks that lie far enough apart. Holds
 * whatever the clocks of other machines say.
 * @param readMs a clock that only goes forward, in milliseconds
 */
export function watchSettling(readMs: () => number): { isSettled: IsSettled; forgetOthers(names: string[]): void } {
  const seen = new Map<string, { mark: string; sinceMs: number }>();
  return {
    isSettled({ name, stats }) {
      const mark = markOf(stats);
      const former = seen.get(name);
      if (former?.mark === mark) return readMs() - former.sinceMs >= SETTLED_MS;
      seen.set(name, { mark, sinceMs: readMs() });
      return false;
    },
    forgetOthers(names) {
      for (const name of seen.keys()) if (!names.includes(name)) seen.delete(name);
    },
  };
}

/** At one look, for who can't wait: by when the system last changed anything about the file. */
export function hasSettledBy(nowMs: number): IsSettled {
  return ({ stats }) => nowMs - Math.max(stats.ctimeMs, stats.mtimeMs) >= SETTLED_MS;
}

function markOf({ size, mtimeMs, ctimeMs, ino }: Stats): string {
  return [size, mtimeMs, ctimeMs, ino].join(' ');
}
