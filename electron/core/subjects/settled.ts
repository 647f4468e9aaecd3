import { fold } from '../find';
import { LANGUAGES } from './languages';

function anyOf(phrases: readonly string[]): string {
  const sources = [...new Set(phrases.map((each) => fold(each).replace(/'/g, "['’]?")))];
  return sources.sort((a, b) => b.length - a.length).join('|');
}

/** So many words may stand between "not" and what it takes back: "not yet quite solved". */
const BETWEEN = 2;
const WORD = "[\\p{L}\\p{N}'’]+";

interface Patterns {
  said: RegExp;
  /** What stands before those words and takes them back. */
  takenBack: RegExp;
}
let made: Patterns | undefined;

/** Made when first asked for: most contacts are no talks. */
function patterns(): Patterns {
  if (made) return made;
  const settled = anyOf(LANGUAGES.flatMap((words) => words.settled));
  const unsettled = anyOf(LANGUAGES.flatMap((words) => words.unsettled));
  made = {
    said: new RegExp(`(?<![\\p{L}\\p{N}])(?:${settled})(?![\\p{L}\\p{N}])`, 'gu'),
    takenBack: new RegExp(`(?<![\\p{L}\\p{N}])(?:${unsettled})(?:\\s+${WORD}){0,${BETWEEN}}\\s+$`, 'u'),
  };
  return made;
}

/** Whether words say, in any of the languages, that the matter is settled: "hat sich erledigt", not "noch nicht gelöst". */
export function saysSettled(text: string): boolean {
  const { said, takenBack } = patterns();
  return fold(text)
    .split(/[,.;:!?–—()]/)
    .some((clause) => [...clause.matchAll(said)].some(({ index }) => !takenBack.test(clause.slice(0, index))));
}
