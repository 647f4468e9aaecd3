import type { Client } from '../../core/model/client';
import { type Candidate, findCandidates, findMistyped, findShy, isAsGood, type Recency } from './find-client';
import { type Found, type Line, MARKS, mark, NAME } from './line';
import { patternOf } from './pattern';
import { standsAsName } from './stands-as-name';
import { anyOf, lowerLine } from './words';

export interface Who {
  candidates: Candidate[];
  /** What is read, the name replaced by a mark. */
  head: Line;
  /** What stands after "re" or a colon: the subject, of which only some is read. */
  tail: Line;
}

const ABOUT = patternOf(
  `(?<=^|[\\s,;${MARKS}])(?<!(?:${anyOf((words) => words.aboutNotAfter)}) )(?:${anyOf((words) => words.about)})(?::\\s*|\\s+)(?=\\S)|:\\s+(?=\\S)`,
);

/** Where the mark begins after which the subject stands: "re", or a colon. `undefined` where there is none. */
export function findMark(line: string): number | undefined {
  return ABOUT.exec(lowerLine(line))?.index;
}

/** Finds who it is about, and parts what is read from what it is about. */
export function readWho(whole: string, found: Found[], clients: readonly Client[], recency: Recency): Who {
  const lower = lowerLine(whole);
  const lineOf = (from: number, to: number): Line => ({ text: lower.slice(from, to), from, whole, found });
  const about = ABOUT.exec(lower);
  const end = about ? about.index + about[0].length : whole.length;
  const head = lineOf(0, about ? about.index : end);
  const tail = lineOf(end, whole.length);
  const typed = whole.slice(0, head.text.length);
  const inHead = findCandidates(clients, typed, recency);
  if (inHead.length > 0) return makeWho(inHead, head, tail);
  const shy = findShy(clients, typed, recency, (word) => standsAsName(word, head));
  if (shy.length > 0) return makeWho(shy, head, tail);
  if (about) {
    // "voicemail: Dana, invoice is wrong" and "re invoice Dana called" name who it was after the mark.
    const joined = about[0].replace(/\S/g, ',');
    const inTail = findCandidates(clients, `${typed}${joined}${whole.slice(end)}`, recency);
    const flat = { ...head, text: `${head.text}${joined}${tail.text}` };
    if (inTail.length > 0) return makeWho(inTail, flat, lineOf(whole.length, whole.length));
  }
  return makeWho(findMistyped(clients, typed, recency), head, tail);
}

function makeWho(found: Candidate[], head: Line, tail: Line): Who {
  const candidates = withPerson(found);
  const [best] = candidates;
  if (!best) return { candidates, head, tail };
  // The client's name goes too where the person is the best match, and the other way round; other people stay.
  const isTheirs = (each: Candidate) =>
    each.client === best.client && (each.personId === undefined || each.personId === best.personId);
  markNames(head, [best, ...found.filter((each) => isTheirs(each) || isBeside(each, best, head.text))]);
  return { candidates, head, tail };
}

const TOGETHER = patternOf(`^\\s*(?:${anyOf((words) => words.together)})\\s*$`);

/** "Dana and Lee": a second person of that client, named in one breath with the first. */
function isBeside(other: Candidate, best: Candidate, head: string): boolean {
  return other.client === best.client && TOGETHER.test(head.slice(best.index + best.matched.length, other.index));
}

const LINK = `(?: ?(?:${anyOf((words) => words.links)}))`;
const LINKED = patternOf(`${NAME}+(?!${NAME})(?:${LINK}?${LINK}? ?\\(? ?${NAME}+(?!${NAME})(?: ?\\))?)+`, 'g');

/** "Frau Brandt", "chị Dana": what stands before a name and belongs to it. */
const TITLED = patternOf(`(?<=^|[\\s,;("'${MARKS}])(?:(?:${anyOf((words) => words.titles)})\\.? )+(?=${NAME})`, 'g');

function markNames(head: Line, names: readonly Candidate[]): void {
  let last = Number.POSITIVE_INFINITY;
  for (const { index, matched } of names.toSorted((a, b) => b.index - a.index)) {
    if (index + matched.length > last) continue;
    mark(head, index, matched.length, 'who', NAME);
    last = index;
  }
  head.text = head.text
    .replace(LINKED, (names) => NAME.repeat(names.length))
    .replace(TITLED, (title) => NAME.repeat(title.length));
}

/** "Dana from Globex" names both: the person is the more exact of the two. Two people of that name are none. */
function withPerson(candidates: Candidate[]): Candidate[] {
  const [best, ...others] = candidates;
  if (!best) return candidates;
  const people = others.filter(
    (each) => each.client === best.client && each.personId !== undefined && each.score > 150,
  );
  if (best.personId === undefined) {
    const [person, rival] = people;
    const isClear =
      person?.personId !== undefined && !(rival && isAsGood(person, rival)) && person.index !== best.index;
    return isClear ? [{ ...best, personId: person.personId }, ...others] : candidates;
  }
  const { personId: _, ...client } = best;
  return people.some((each) => isAsGood(each, best)) ? [client, ...others] : candidates;
}
