import type { WordsByLanguage } from './core/replies/suggest';
import { replyWordsSchema } from './core/replies/words';
import { readLazily } from './lazy-words';

/** Every language that has a file there; adding a language is adding its file. */
const files = import.meta.glob<string>('../resources/replies/*.json', {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** The words for replies in every language. */
export function createReplyWords(): WordsByLanguage {
  return readLazily(files, replyWordsSchema);
}
