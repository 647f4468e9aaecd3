import { fold } from '../../core/find';
import { isAsGood } from '../quick-log/find-client';
import type { Understood } from '../quick-log/parse';
import type { UnderstoodStranger } from '../quick-log/parse-stranger';
import { findMark } from '../quick-log/read-who';
import { type Copied, lineOf, shorten } from './read-copied';

/** What a line says, whoever it names. */
type Reading = Understood | UnderstoodStranger;

/**
 * The line that was begun, with what was copied. Whoever the line names stays, and so do its way and its time; what it
 * does not say is taken from what was copied, and all else of that goes to the subject.
 */
export function joinCopied(typed: string, copied: Copied, understand: (line: string) => Reading): string {
  const line = typed.trim();
  if (line === '') return lineOf(copied);
  const said = understand(line);
  if (!isAnybodyNamed(said)) return fill(`${copied.who ?? ''} ${line}`.trimStart(), said, copied);
  const theirs = copied.who === undefined ? undefined : understand(copied.who);
  const [best] = said.candidates;
  const [meant] = theirs?.candidates ?? [];
  const isMeant = (each: Reading['candidates'][number]) =>
    each.client === meant?.client && each.personId === meant.personId;
  if (!best || !meant || copied.who === undefined) return addSubject(line, lineOf(copied));
  const rivals = said.candidates.filter((each) => each !== best && isAsGood(each, best));
  if (isMeant(best) && rivals.length === 0) return fill(line, said, copied);
  // The client alone was named, or several of that name: what was copied says who of them it was.
  const isClient = best.personId === undefined && best.client === meant.client;
  if (!isClient && ![best, ...rivals].some(isMeant)) return addSubject(line, lineOf(copied));
  const name = fold(best.client.name).includes(fold(best.matched)) ? `${best.matched} ` : '';
  const [before, after] = [line.slice(0, best.index), line.slice(best.index + best.matched.length)];
  return fill(`${before}${name}${copied.who}${after}`, said, copied);
}

/** Whether a line says whose it is, be it somebody nobody knows: "Peter called". */
function isAnybodyNamed(said: Reading): boolean {
  return said.candidates.length > 0 || ('who' in said && Object.keys(said.who).length > 0 && hasPart(said, 'channel'));
}

function hasPart({ spans }: Reading, wanted: string): boolean {
  return spans.some(({ part }) => part === wanted);
}

/** Adds what the line does not say, each where it is read: way and time before the subject. */
function fill(line: string, said: Reading, { time, way, words }: Copied): string {
  const [hasTime, hasWay] = [hasPart(said, 'at'), hasPart(said, 'channel')];
  const mark = findMark(line) ?? line.length;
  const missing = [hasTime ? undefined : time, hasWay ? undefined : way];
  const head = [line.slice(0, mark).trim(), ...missing].filter(Boolean).join(' ');
  const tail = line.slice(mark);
  const filled = /^\s*:/.test(tail) || head === '' || tail === '' ? `${head}${tail}` : `${head} ${tail}`;
  return addSubject(filled, [hasTime ? time : undefined, words].filter(Boolean).join(' '));
}

function addSubject(line: string, added: string): string {
  const words = shorten(added.trim());
  if (words === '') return `${line} `;
  if (/[:,;]$/.test(line)) return `${line} ${words}`;
  return `${line}${findMark(line) === undefined ? ':' : ','} ${words}`;
}
