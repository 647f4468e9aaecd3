import type { Temporal } from 'temporal-polyfill';
import { dayOf } from '../../core/days';
import type { Client } from '../../core/model/client';
import type { Channel } from '../../core/model/request';
import { cleanLine } from '../../core/model/scalars';
import { type Candidate, findCandidates, findMistyped } from './find-client';
import { type Line, NAME, restOf, takeWords, withoutMarks } from './line';
import { readWay } from './read-channel';
import { readNear } from './read-near';
import { NEED_BY, placeContact, toNeededBy } from './read-time';

/** What one line of text says. What was not understood stays in the subject. */
export interface Understood {
  candidates: Candidate[];
  channel: Channel;
  direction: 'in' | 'out';
  count: number;
  subject: string;
  claimedUrgent: boolean;
  isEmergency: boolean;
  minutes?: number;
  neededBy?: string;
  at: Temporal.Instant;
}

/** How much of a line is read; what comes after it is subject as it stands. */
const READ_LIMIT = 500;

/**
 * Understands a line such as `dana 3 missed calls re invoice, urgent` in English: who, by which channel, how often, what
 * about, whether it is called urgent, by when. `!` as a word of its own or at either end marks an emergency.
 */
export function parseQuickLog(
  text: string,
  clients: readonly Client[],
  now: Temporal.Instant,
  timeZone: string,
): Understood {
  const whole = cleanLine(withoutMarks(text));
  const { line: calm, isEmergency } = readEmergency(whole);
  const { read, unread } = cut(calm);
  const { candidates, head, tail } = findWho(read, clients);

  const neededBy = readNeededBy(head, dayOf(now, timeZone)) ?? readNeededBy(tail, dayOf(now, timeZone));
  takeWords(head, NOT_URGENT);
  const isUrgentInHead = takeWords(head, URGENT) !== undefined;
  const claimedUrgent = takeWords(tail, URGENT) !== undefined || isUrgentInHead;
  const way = readWay(head);
  const near = readNear(head);
  const minutes = near.minutes ?? readLastMinutes(tail);
  // "called, 12 min": a call that lasted was answered.
  const isTalk = minutes !== undefined && (way === undefined || (way.channel === 'missed-call' && !way.isMissed));
  return {
    candidates,
    channel: isTalk ? 'call' : (way?.channel ?? 'missed-call'),
    direction: way?.direction ?? 'in',
    count: Math.min(Math.max(near.times ?? way?.count ?? 1, 1), 999),
    subject: `${[tidyHead(restOf(head), restOf(tail)), tidy(restOf(tail))].filter(Boolean).join(' ')}${unread}`.trim(),
    claimedUrgent,
    isEmergency,
    at: placeContact(near.clock, near.dayBefore, now, timeZone),
    ...(minutes !== undefined && { minutes }),
    ...(neededBy !== undefined && { neededBy }),
  };
}

function readEmergency(whole: string): { line: string; isEmergency: boolean } {
  const inner = whole.replace(/^!+/, '').replace(/(?<!!)!+$/, '');
  const calm = inner.replace(/(?<=\s)!+(?=\s|$)/g, '').trim();
  return { line: calm, isEmergency: inner.length < whole.length || calm.length < inner.trim().length };
}

function cut(line: string): { read: string; unread: string } {
  if (line.length <= READ_LIMIT) return { read: line, unread: '' };
  // Between two words, unless one is as long as a file.
  const blank = line.lastIndexOf(' ', READ_LIMIT);
  const end = blank > READ_LIMIT / 2 ? blank : READ_LIMIT;
  return { read: line.slice(0, end), unread: line.slice(end) };
}

interface Who {
  candidates: Candidate[];
  /** What is read, the name replaced by a mark. */
  head: Line;
  /** What stands after "re" or a colon: the subject, of which only a day, urgency and a length are read. */
  tail: Line;
}

function findWho(line: string, clients: readonly Client[]): Who {
  const mark = /(?:^|[\s,;])(?:re|about|regarding|subject)(?::\s*|\s+)(?=\S)|:\s+(?=\S)/i.exec(line);
  const head = mark ? line.slice(0, mark.index) : line;
  const tail = mark ? line.slice(mark.index + mark[0].length) : '';
  const inHead = findCandidates(clients, head);
  if (inHead.length > 0 || !mark) return makeWho(inHead.length > 0 ? inHead : findMistyped(clients, head), head, tail);
  // "voicemail: Dana, invoice is wrong" and "re invoice Dana called" name who it was after the mark.
  const flat = `${head} , ${tail}`.trim();
  const inTail = findCandidates(clients, flat);
  if (inTail.length > 0) return makeWho(inTail, flat, '');
  return makeWho(findMistyped(clients, head), head, tail);
}

function makeWho(found: Candidate[], head: string, tail: string): Who {
  const candidates = withPerson(found);
  const [best] = candidates;
  if (!best) return { candidates, head: { text: head }, tail: { text: tail } };
  // The client's name goes too where the person is the best match, and the other way round; other people stay.
  const isTheirs = (each: Candidate) =>
    each.client === best.client && (each.personId === undefined || each.personId === best.personId);
  const spans = [best, ...found.filter((each) => isTheirs(each) || isBeside(each, best, head))];
  return { candidates, head: { text: markNames(head, spans) }, tail: { text: tail } };
}

/** "Dana and Lee": a second person of that client, named in one breath with the first. */
function isBeside(other: Candidate, best: Candidate, head: string): boolean {
  const between = head.slice(best.index + best.matched.length, other.index);
  return other.client === best.client && /^\s*(?:and|&|\+|\/|,)\s*$/i.test(between);
}

function markNames(head: string, names: readonly Candidate[]): string {
  let text = head;
  let last = Number.POSITIVE_INFINITY;
  for (const { index, matched } of names.toSorted((a, b) => b.index - a.index)) {
    if (index + matched.length > last) continue;
    text = `${text.slice(0, index)} ${NAME} ${text.slice(index + matched.length)}`;
    last = index;
  }
  const joint = '(?:from|at|of|in|and|&|\\+|\\/|,|\\()';
  return text
    .replace(/\s+/g, ' ')
    .replace(new RegExp(`${NAME}(?: ${joint}?(?: ${joint})? ?${NAME} ?\\)?)+`, 'gi'), NAME)
    .trim();
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
    const isClear = person?.personId !== undefined && person.score !== rival?.score && person.index !== best.index;
    return isClear ? [{ ...best, personId: person.personId }, ...others] : candidates;
  }
  const { personId: _, ...client } = best;
  return people.some((each) => each.score === best.score) ? [client, ...others] : candidates;
}

const NOT_URGENT = "(?:it'?s |is )?(?:not|isn't|non)(?: so| that| very| really)?[ -]urgent";
const URGENT =
  "(?<!\\b(?:not|no|isn't|non|never)(?: so| that| very| really)?[ -])(?:it'?s |is |very |super )?(?:urgent(?:ly)?|asap|a\\.s\\.a\\.p\\.?|immediately|right away|right now)";

function readNeededBy(line: Line, today: Temporal.PlainDate): string | undefined {
  const probe = { ...line };
  const match = takeWords(probe, NEED_BY);
  const day = match && toNeededBy(match.slice(1), today);
  // A day that no calendar has stays in the subject, where a person sees it.
  if (day !== undefined) line.text = probe.text;
  return day;
}

/** "re budget, 12 min": a length alone at the end of the subject is the contact's. */
function readLastMinutes(tail: Line): number | undefined {
  const match = /,\s*(\d{1,3}) ?(?:(min(?:ute)?s?)|(h(?:ours?|rs?)?))\.?$/i.exec(tail.text);
  if (!match) return undefined;
  tail.text = tail.text.slice(0, match.index);
  return Math.min(Number(match[1]) * (match[3] ? 60 : 1), 1440);
}

function tidy(part: string): string {
  return part
    .replace(/\s+([,;.])/g, '$1')
    .replace(/([,;])[,;]+/g, '$1')
    .replace(/^[\s,;.:·!?)\]-]+/, '')
    .replace(/(?<![\s,;:·])[\s,;:·]+$/, '')
    .trim();
}

/** What nothing else was read from, without the small words that only joined it up. */
function tidyHead(head: string, tail: string): string {
  const rest = tidy(head)
    .replace(/^again(?=[\s,]|$)[\s,]*/i, '')
    .replace(/^(?:just )?(?:wants?|wanted|would like|asks?|asked) to (?=\S)/i, '')
    .replace(/^needs? (?=\S)/i, '')
    .replace(
      /^(?:from|by|with|w\/|to|for|and|again|an?|the|in|on|at|-)(?=\s|$)(?:\s+(?:from|by|with|w\/|to|and|again|the))?/i,
      '',
    )
    .replace(/(?:^|\s)(?:from|by|with|w\/|to|for|and|has|is|was|it|at|of)$/i, '')
    .trim();
  return tail === ''
    ? rest
    : rest.replace(
        /(?:^|\s)(?:(?:has |have |had )?an? question|asks?|asked|asking|wants? (?:to know|to talk)|talk|speak|chat|discuss|know|hear|needs?(?: it)?|inquired|inquiry)$/i,
        '',
      );
}
