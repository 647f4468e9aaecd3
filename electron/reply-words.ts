import type { WordsByLanguage } from './core/replies/suggest';
import { type ReplyWords, replyWordsSchema } from './core/replies/words';

/** Every language that has a file there; adding a language is adding its file. */
const files = import.meta.glob<string>('../resources/replies/*.json', {
  eager: true,
  query: '?raw',
  import: 'default',
});

/**
 * The words for replies in every language. They are in the bundle as text: a language is read when it is asked for
 * first, so that a start pays for none.
 */
export function createReplyWords(): WordsByLanguage {
  // Without a prototype: a language may be asked for by any name, "constructor" too.
  const words: Record<string, ReplyWords> = Object.create(null);
  for (const [path, text] of Object.entries(files)) {
    let parsed: ReplyWords | undefined;
    Object.defineProperty(words, path.replace(/^.*\/|\.json$/g, ''), {
      enumerable: true,
      get() {
        parsed ??= replyWordsSchema.parse(JSON.parse(text));
        return parsed;
      },
    });
  }
  return words;
}
