import uFuzzy from '@leeoniya/ufuzzy';
import { fold } from '../../core/find';
import type { Client } from '../../core/model/client';

/** Who a piece of text can mean: a client, or a person of theirs. */
export interface Candidate {
  client: Client;
  personId?: string;
  /** The words of the line that named it, as they stand there, and where they begin. */
  matched: string;
  index: number;
  /** How well it fits; two clients with the same best score can't be told apart. */
  score: number;
}

interface Name {
  client: Client;
  personId?: string;
  folded: string;
}

/** One typing mistake a word is forgiven; words may come in any order. */
const fuzzy = new uFuzzy({ intraMode: 1, intraIns: 1, intraSub: 1, intraTrn: 1, intraDel: 1 });

/** Words of the line's own grammar: they name somebody only where they are the whole name. */
const GRAMMAR = new Set(
  `about again an and answered asap asked back by call called calling calls came chat deadline due email emailed emails empty
  for from immediately in left mail mailed mails message messaged messages met min minutes missed needs no not of on once phoned
  picked pinged rang re regarding returned sent slack slacked spoke talked team teams text texted texts the thrice times
  to today tomorrow tried twice urgent voice voicemail voicemails wanted wants we whatsapp with writes wrote yesterday`.split(
    /\s+/,
  ),
);

const indexes = new WeakMap<readonly Client[], Name[]>();

function namesOf(clients: readonly Client[]): Name[] {
  let names = indexes.get(clients);
  if (!names) {
    names = clients.flatMap((client) => [
      { client, folded: fold(client.name) },
      ...client.people.flatMap((person) => [
        { client, personId: person.id, folded: fold(person.name) },
        ...person.emails.map((mail) => ({ client, personId: person.id, folded: fold(mail) })),
      ]),
    ]);
    indexes.set(clients, names);
  }
  return names;
}

/** Longest name in words that is looked for inside a line. */
const LONGEST_NAME = 4;
/** How many words of a line are looked at: who it is about stands among the first. */
const MOST_WORDS = 40;

interface Word {
  text: string;
  index: number;
}

function wordsOf(line: string): Word[] {
  const words: Word[] = [];
  for (const match of line.matchAll(/[\p{L}\p{N}@._+'’&-]+/gu)) {
    if (words.length === MOST_WORDS) break;
    if (/[\p{L}\p{N}]/u.test(match[0])) words.push({ text: match[0], index: match.index });
  }
  return words;
}

/** As it is compared: "Dana's" and "Dana," are Dana. */
function wantedOf(text: string): string {
  return fold(text.replace(/[.,:;!?'’-]+$/, '').replace(/['’]s$/, ''));
}

/**
 * The clients and people a line names, best first, each client or person once. Names beat parts of names, parts beat
 * beginnings; a longer match beats a shorter one, an earlier one a later one; "Dana from Globex" means Globex's Dana.
 */
export function findCandidates(clients: readonly Client[], line: string): Candidate[] {
  const words = wordsOf(line);
  const names = namesOf(clients);
  const found: Candidate[] = [];
  for (const [from, first] of words.entries()) {
    for (let length = Math.min(LONGEST_NAME, words.length - from); length >= 1; length--) {
      const last = words[from + length - 1] ?? first;
      const matched = line.slice(first.index, last.index + last.text.length);
      const wanted = wantedOf(matched);
      for (const name of names) {
        const quality = compare(wanted, name);
        if (quality > 0) found.push(makeCandidate(name, matched, first.index, quality * 100 + length * 10 - from));
      }
    }
  }
  return bestOfEach(found.map((each) => (isNamedTwice(each, found) ? { ...each, score: each.score + 50 } : each)));
}

/** The clients and people a line can mean if one letter of a word is wrong. */
export function findMistyped(clients: readonly Client[], line: string): Candidate[] {
  const names = namesOf(clients);
  const haystack = names.map((name) => name.folded);
  const found = wordsOf(line).flatMap(({ text, index }, position) => {
    const wanted = wantedOf(text);
    if (wanted.length < 4 || wanted.length > 40 || GRAMMAR.has(wanted)) return [];
    const hits = fuzzy.filter(haystack, wanted) ?? [];
    return hits.flatMap((hit) => {
      const name = names[hit];
      // Letters scattered over a long name are no typing mistake.
      if (!name || Math.abs(wordNearest(name.folded, wanted).length - wanted.length) > 2) return [];
      return [makeCandidate(name, text, index, 50 - position)];
    });
  });
  return bestOfEach(found);
}

/**
 * How well the wanted words name somebody: 3 the whole name, a person's first or last one, a client's first word; 2
 * other words of it; 1 the beginning of a word, three letters at least; 0 not at all.
 */
function compare(wanted: string, { folded, personId }: Name): number {
  if (wanted === '') return 0;
  if (wanted === folded) return 3.01;
  if (wanted.length < 3 && !folded.startsWith(`${wanted} `)) return 0;
  if (GRAMMAR.has(wanted)) return 0;
  if (folded.startsWith(`${wanted} `)) return 3;
  if (folded.endsWith(` ${wanted}`)) return personId === undefined ? 2 : 3;
  if (folded.includes(` ${wanted} `)) return 2;
  return wanted.length >= 3 && ` ${folded}`.includes(` ${wanted}`) ? 1 : 0;
}

function makeCandidate({ client, personId }: Name, matched: string, index: number, score: number): Candidate {
  return { client, matched, index, score, ...(personId !== undefined && { personId }) };
}

/** A person whose client is named elsewhere in the line, in full or by its first word. */
function isNamedTwice(person: Candidate, found: readonly Candidate[]): boolean {
  if (person.personId === undefined) return false;
  return found.some(
    (each) =>
      each.client === person.client &&
      each.personId === undefined &&
      each.score > 250 &&
      (each.index >= person.index + person.matched.length || person.index >= each.index + each.matched.length),
  );
}

function bestOfEach(found: Candidate[]): Candidate[] {
  const seen = new Set<string>();
  return found
    .sort((a, b) => b.score - a.score)
    .filter(({ client, personId }) => {
      const key = personId ?? client.id;
      return seen.has(key) ? false : seen.add(key) !== undefined;
    });
}

function wordNearest(name: string, wanted: string): string {
  return name
    .split(' ')
    .reduce((best, word) =>
      Math.abs(word.length - wanted.length) < Math.abs(best.length - wanted.length) ? word : best,
    );
}
