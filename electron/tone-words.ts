import { type ToneByLanguage, type ToneWords, toneWordsSchema } from './core/tone/words';

/** Every language that has a file there; adding a language is adding its file. */
const files = import.meta.glob<string>('../resources/tone/*.json', { eager: true, query: '?raw', import: 'default' });

/** What to mind in every language; each is read when it is asked for first. */
export function createToneWords(): ToneByLanguage {
  // Without a prototype: a language may be asked for by any name, "constructor" too.
  const words: Record<string, ToneWords> = Object.create(null);
  for (const [path, text] of Object.entries(files)) {
    let parsed: ToneWords | undefined;
    Object.defineProperty(words, path.replace(/^.*\/|\.json$/g, ''), {
      enumerable: true,
      get() {
        parsed ??= toneWordsSchema.parse(JSON.parse(text));
        return parsed;
      },
    });
  }
  return words;
}
