import { checkTone, toneWordsFor } from '../../core/tone/check';
import { detectLanguage } from '../../inputs/language/detect-language';
import { createToneWords } from '../../tone-words';
import type { Handlers } from '../context';

const lists = createToneWords();

export const toneHandlers: Handlers<'tone'> = {
  tone: ({ text, language }) => {
    // What was typed over a letter may be in another language than the letter was.
    const told = detectLanguage(text);
    const words = toneWordsFor(lists, told !== undefined && lists[told] ? told : language);
    // Why is said in the language of the interface.
    return { language: words.language, findings: checkTone(text, words, toneWordsFor(lists, 'en')) };
  },
};
