import { type ToneByLanguage, toneWordsSchema } from './core/tone/words';
import { readLazily } from './lazy-words';

/** Every language that has a file there; adding a language is adding its file. */
const files = import.meta.glob<string>('../resources/tone/*.json', { eager: true, query: '?raw', import: 'default' });

/** What to mind in every language. */
export function createToneWords(): ToneByLanguage {
  return readLazily(files, toneWordsSchema);
}
