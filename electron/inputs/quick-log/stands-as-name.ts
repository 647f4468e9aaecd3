import { fold } from '../../core/find';
import type { Candidate } from './find-client';
import { BEGIN, CHANNEL, END, type Line, mark, NAME } from './line';
import { EVERYDAY, GRAMMAR } from './names';
import { patternOf } from './pattern';
import { readWay } from './read-channel';
import { anyOf, SLOTS } from './words';

const TITLE_LAST = patternOf(`${BEGIN}(?:${anyOf((words) => words.titles)})\\.? $`);
/** "An email": what an article stands before is no way of a Mr An. */
const THING = patternOf(
  `^ (?:${anyOf(({ came }) => Object.values(came).flatMap(({ nouns }) => nouns ?? []), SLOTS)}|unanswered|empty)${END}`,
);
const ARTICLES = patternOf(`^(?:${anyOf((words) => words.articles)})$`);
/** What they ask for, as one says it of somebody: in "will need" there is nobody. */
const ASKS = anyOf(({ needs, wants }) => [...needs, ...wants].filter((word, _, all) => !all.includes(`${word}s`)));
const ADVERB = `(?:${anyOf(({ adverbs, beforeVerb, days }) => [...adverbs, ...beforeVerb, ...days.yesterday, ...days.today])}|\\d{1,3}x?) `;
const BESIDE_WAY = patternOf(
  `${NAME}+(?: ?,? ?(?:${ADVERB}){0,3}${CHANNEL}|[,:]|$| (?:${ASKS})${END}| (?:[x×] ?\\d|\\d{1,3} ?[x×]))`,
);
const BEHIND_FROM = patternOf(`(?:${anyOf((words) => words.from)}) $`);
const BEHIND_WAY = patternOf(`${CHANNEL} ?${NAME}`);
const BEHIND_WAY_LAST = patternOf(`${CHANNEL} ?${NAME}+(?=$|[,;:])`);

/** Whether an everyday word is a name where it stands: beside the way of contact, or alone; small letters only come first. */
export function standsAsName({ matched, index }: Pick<Candidate, 'matched' | 'index'>, head: Line): boolean {
  const [before, after] = [head.text.slice(0, index), head.text.slice(index + matched.length)];
  const [isFirst, isCapital] = [before.trim() === '', /^\p{Lu}/u.test(matched)];
  const word = fold(matched);
  const isGrammar = GRAMMAR.has(word);
  if (isCapital && TITLE_LAST.test(before)) return true;
  if (!isGrammar && EVERYDAY.has(word) && (isFirst || isCapital)) return true;
  if (ARTICLES.test(word) && THING.test(after)) return false;
  const probe = { ...head, found: [] };
  mark(probe, index, matched.length, undefined, NAME);
  readWay(probe);
  // "I called An" is read as a whole.
  if (probe.text.charAt(index) === CHANNEL) return true;
  // "mail an Peter" goes to Peter.
  const isFree = isCapital || !isGrammar || BEHIND_FROM.test(before);
  if ((isFree ? BEHIND_WAY : BEHIND_WAY_LAST).test(probe.text)) return true;
  return (isFirst || isCapital) && BESIDE_WAY.test(probe.text);
}
