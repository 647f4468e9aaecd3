import { checkTone, toneWordsFor } from '../../core/tone/check';
import { createToneWords } from '../../tone-words';
import type { Handlers } from '../context';

const lists = createToneWords();

export const toneHandlers: Handlers<'tone'> = {
  tone: ({ text, language }) => {
    const words = toneWordsFor(lists, language);
    // Why is said in the language of the interface.
    return { language: words.language, findings: checkTone(text, words, toneWordsFor(lists, 'en')) };
  },
};
