import { fold } from './find';
import { isMistyped } from './mistyped';
import type { Client } from './model/client';

/** What stands for the form of a firm in law says nothing of which firm it is. */
const FORMS = new Set(
  (
    'ab ag aps as asa bv co cokg company corp corporation cv ek eg eu ev gbr gesmbh ggmbh gmbh group holding inc ' +
    'incorporated jsc kft kg kgaa kk limited llc llp lp ltd mbh nv og ohg oy oyj plc pte pty sa sarl sas se sl snc spa ' +
    'spol sro srl spzoo stiftung tnhh ug vos zrt the'
  ).split(' '),
);

/** The words of a firm's name that tell it from others, folded: `Globex GmbH & Co. KG` is `globex`. */
function wordsOfFirm(name: string): string[] {
  const words = fold(name)
    // s. r. o., a.s., Sp. z o.o. and 株式会社 are one word each.
    .replace(/株式会社|有限会社|\(株\)|sp\. ?z ?o\. ?o\.?|s\. ?r\. ?o\.?|a\. ?s\.?(?=\s|$)/g, ' gmbh ')
    .replace(/\./g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const own = words.filter((word) => !FORMS.has(word));
  return own.length > 0 ? own : words;
}

/**
 * The client that an organisation's name means: the same name but for its form in law, one that begins with all words
 * of the other, or one with a single letter wrong. Nobody where two clients fit alike.
 */
export function findOrganisation(clients: readonly Client[], name: string): Client | undefined {
  const wanted = wordsOfFirm(name);
  if (wanted.length === 0) return undefined;
  const known = clients.map((client) => ({ client, words: wordsOfFirm(client.name) }));
  const whole = wanted.join(' ');
  const steps: ((words: string[]) => boolean)[] = [
    (words) => words.join(' ') === whole,
    (words) => words.join('') === wanted.join(''),
    (words) => beginsWith(words, wanted) || beginsWith(wanted, words),
    (words) => isNearly(words.join(' '), whole),
  ];
  for (const step of steps) {
    const found = known.filter(({ words }) => step(words));
    if (found.length > 0) return found.length === 1 ? found[0]?.client : undefined;
  }
  return undefined;
}

/** One short word alone begins too many names. */
function beginsWith(longer: string[], shorter: string[]): boolean {
  if (shorter.length === 0 || shorter.length > longer.length || shorter.join('').length < 4) return false;
  return shorter.every((word, index) => word === longer[index]);
}

/** In a shorter name one letter makes too much of a difference. */
function isNearly(one: string, other: string): boolean {
  return Math.min(one.length, other.length) >= 5 && isMistyped(one, other);
}
