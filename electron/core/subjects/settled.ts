import { fold } from '../find';
import { LANGUAGES } from './languages';

const SETTLED = LANGUAGES.flatMap(({ settled }) => settled);
const UNSETTLED = LANGUAGES.flatMap(({ unsettled }) => unsettled);

function anyOf(phrases: readonly string[]): string {
  const sources = [...new Set(phrases.map((each) => fold(each).replace(/'/g, "['’]?")))];
  return sources.sort((a, b) => b.length - a.length).join('|');
}

/** So many words may stand between "not" and what it takes back: "not yet quite solved". */
const BETWEEN = 2;
const WORD = "[\\p{L}\\p{N}'’]+";
const SAID = new RegExp(`(?<![\\p{L}\\p{N}])(?:${anyOf(SETTLED)})(?![\\p{L}\\p{N}])`, 'gu');
const TAKEN_BACK = new RegExp(`(?<![\\p{L}\\p{N}])(?:${anyOf(UNSETTLED)})(?:\\s+${WORD}){0,${BETWEEN}}\\s+$`, 'u');

/** Whether words say, in any of the languages, that the matter is settled: "hat sich erledigt", not "noch nicht gelöst". */
export function saysSettled(text: string): boolean {
  return fold(text)
    .split(/[,.;:!?–—()]/)
    .some((clause) => [...clause.matchAll(SAID)].some(({ index }) => !TAKEN_BACK.test(clause.slice(0, index))));
}
