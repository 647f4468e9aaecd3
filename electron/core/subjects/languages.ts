import de from './words/de.json';
import en from './words/en.json';
import es from './words/es.json';
import fr from './words/fr.json';
import sk from './words/sk.json';
import vi from './words/vi.json';

/** What the words of a language are, as far as a subject is concerned. */
interface LanguageWords {
  /** Articles, prepositions and the like. */
  small: readonly string[];
  /** What any contact may be called: they name no subject. */
  generic: readonly string[];
  /** What inflection adds to a word. */
  endings: readonly string[];
  /** Words that say that nothing is left to do. */
  settled: readonly string[];
  /** What takes those back when it stands before them. */
  unsettled: readonly string[];
}

/** All of them are tried on every line: people mix languages. */
export const LANGUAGES: readonly LanguageWords[] = [en, de, sk, vi, fr, es];

/** The words that German puts together into longer ones, besides those of its subjects. */
export const GERMAN_GENERIC: readonly string[] = de.generic;
