import { fold } from './find';
import type { Client, Person } from './model/client';

/** Shortest part of a name that is believed to mean somebody. */
const SHORTEST = 3;

interface Named {
  client: Client;
  person?: Person | undefined;
}

/**
 * Whom a few words name, such as "Call with Dana (Globex)": a whole name first, then a word of a name that begins with a
 * capital and that no other client has. `undefined` when nobody is named, or more than one client is.
 */
export function findNamed(clients: readonly Client[], text: string): Named | undefined {
  const folded = ` ${wordsOf(text).map(fold).join(' ')} `;
  const has = (name: string) => name !== '' && folded.includes(` ${wordsOf(name).map(fold).join(' ')} `);
  const whole = clients.filter(({ name, people }) => has(name) || people.some((person) => has(person.name)));
  const [client, rival] = whole.length > 0 ? whole : clients.filter((each) => hasPart(each, clients, text));
  if (!client || rival) return undefined;
  const people = client.people.filter((person) => has(person.name));
  const [person] = people.length > 0 ? people : client.people.filter(({ name }) => hasWord(name, text));
  return { client, person };
}

/** Whether a word stands there that is of a name of this client and of no other's. */
function hasPart(client: Client, clients: readonly Client[], text: string): boolean {
  const written = capitals(text);
  const others = new Set(clients.filter((each) => each !== client).flatMap(partsOf));
  // The first word of a firm is its name, the others say what it does.
  return partsOf(client).some((part) => written.has(part) && !others.has(part));
}

function hasWord(name: string, text: string): boolean {
  const written = capitals(text);
  return wordsOf(name).some((word) => word.length >= SHORTEST && written.has(fold(word)));
}

function partsOf({ name, people }: Client): string[] {
  return [...wordsOf(name).slice(0, 1), ...people.flatMap((person) => wordsOf(person.name))]
    .filter((word) => word.length >= SHORTEST)
    .map(fold);
}

function capitals(text: string): Set<string> {
  return new Set(
    wordsOf(text)
      .filter((word) => !/^\p{Ll}/u.test(word))
      .map(fold),
  );
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
