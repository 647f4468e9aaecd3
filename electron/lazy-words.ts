import type { z } from 'zod';

/**
 * Words by language, of files that are in the bundle as text: a language is read when it is asked for first, so that a
 * start pays for none.
 * @param files texts by path; each is named by its language
 */
export function readLazily<T>(files: Readonly<Record<string, string>>, schema: z.ZodType<T>): Record<string, T> {
  // Without a prototype: a language may be asked for by any name, "constructor" too.
  const words: Record<string, T> = Object.create(null);
  for (const [path, text] of Object.entries(files)) {
    let parsed: T | undefined;
    Object.defineProperty(words, path.replace(/^.*\/|\.json$/g, ''), {
      enumerable: true,
      get() {
        parsed ??= schema.parse(JSON.parse(text));
        return parsed;
      },
    });
  }
  return words;
}
