import stopWords from './stop-words.json';

/** As much of a text tells what it is written in, in UTF-16 units. */
const READ = 4000;
/** Fewest small words by which a language is told. */
const LEAST_WORDS = 4;
/** So many of the words must be small words of that language: in running text it is every third or more. */
const LEAST_SHARE = 0.15;
/** And so many times more of them than of any other language. */
const LEAST_LEAD = 1.25;

const LANGUAGES = Object.entries(stopWords).map(([language, words]) => ({
  language,
  words: new Set(words.split(' ')),
}));

/**
 * The language that a text is written in (BCP 47), told by its small words: English, German, French, Spanish, Slovak and
 * Vietnamese, and those most easily taken for one of them. `undefined` where it is too short or mixed to say.
 */
export function detectLanguage(text: string): string | undefined {
  const words =
    text
      .slice(0, READ)
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? [];
  const [best, second] = LANGUAGES.map(({ language, words: small }) => ({
    language,
    hits: words.filter((word) => small.has(word)).length,
  })).toSorted((one, other) => other.hits - one.hits);
  if (!best || best.hits < LEAST_WORDS || best.hits < words.length * LEAST_SHARE) return undefined;
  return second && best.hits < second.hits * LEAST_LEAD ? undefined : best.language;
}
