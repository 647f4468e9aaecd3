import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { load, median, root } from './tools.mjs';

/*
 * The quick-log line: how long one takes to be understood, and how long a client takes to be found among 500, in
 * processor time, which other work on the machine does not count in. `node bench/quick-log.mjs` runs it alone.
 */
const CLIENTS = 500;
const ROUNDS = 9;
const REPEATS = 20;
const FIRST = [
  'Anna',
  'Boris',
  'Chiara',
  'Dušan',
  'Elif',
  'Farid',
  'Greta',
  'Hải',
  'Ivana',
  'Jürgen',
  'Katarína',
  'Lê',
];
const LAST = ['Novák', 'Schmidt', 'Nguyễn', 'Smith', 'Kováč', 'Rossi', 'Brandt', 'Okafor', 'Żak', 'Hughes', 'Trần'];
const TRADE = ['Energie', 'Logistics', 'Studio', 'Partners', 'Works', 'Foods', 'Bau', 'Systems', 'Consulting'];
const SYLLABLES = ['nor', 'vel', 'tra', 'mi', 'kos', 'da', 'ren', 'lu', 'pha', 'so', 'bri', 'ga'];

export async function measureQuickLog() {
  const { parseQuickLog } = await load('electron/inputs/quick-log/parse.ts');
  const { findCandidates } = await load('electron/inputs/quick-log/find-client.ts');
  const { makeClient, makePerson } = await load('tests/helpers/build.ts');
  const clients = Array.from({ length: CLIENTS }, (_, index) => makeBusy(index, makeClient, makePerson));
  const { now, timeZone, lines } = readLines();
  const at = Temporal.Instant.from(now);
  const recency = clients.slice(0, 20).map((client) => client.id);
  const parse = (line) => parseQuickLog(line, clients, at, timeZone, recency);
  const firstMs = timeOf(() => parse(lines[0] ?? ''), 1);
  const asked = clients.flatMap(({ name, people: [person] }) => [
    `missed call from ${person.name} re invoice`,
    `${name} called twice`,
    `${person.phones[0]} called`,
  ]);
  return {
    count: lines.length,
    first: firstMs,
    parse: medianOf(lines, parse),
    slowest: Math.max(
      ...lines.map((line) => median(Array.from({ length: ROUNDS }, () => timeOf(() => parse(line), REPEATS)))),
    ),
    find: medianOf(asked, (line) => findCandidates(clients, line, recency)),
  };
}

/** A client with two people, mail addresses and phone numbers. */
function makeBusy(index, makeClient, makePerson) {
  const word = [index, index * 7 + 3, index * 5 + 1].map((place) => SYLLABLES[place % SYLLABLES.length]).join('');
  const name = `${word.charAt(0).toUpperCase()}${word.slice(1)}${index} ${TRADE[index % TRADE.length]}`;
  const people = [index, index + 5].map((place, nth) =>
    makePerson(`${FIRST[place % FIRST.length]} ${LAST[(place * 3) % LAST.length]}${index}`, {
      id: `per_${index}_${nth}`,
      emails: [`p${nth}@${word}${index}.example`],
      phones: [`+43 1 ${String(5_550_000 + index * 2 + nth)}`],
    }),
  );
  return makeClient(name, { people });
}

/** The lines of all tables, in four languages. */
function readLines() {
  const tables = [
    'quick-log',
    'quick-log-languages',
    'quick-log-more',
    'quick-log-unseen',
    'quick-log-unseen-again',
  ].map((name) => JSON.parse(readFileSync(path.join(root, 'tests/fixtures', `${name}.json`), 'utf8')));
  const [{ now, timeZone }] = tables;
  return { now, timeZone, lines: tables.flatMap(({ rows }) => rows.map((row) => row.text)) };
}

/** Milliseconds for one of them. @param {string[]} lines @param {(line: string) => unknown} run */
function medianOf(lines, run) {
  const rounds = Array.from({ length: ROUNDS }, () => timeOf(() => lines.forEach((line) => void run(line)), 1));
  return median(rounds) / lines.length;
}

/** @param {() => void} run @param {number} repeats */
function timeOf(run, repeats) {
  const before = process.cpuUsage();
  for (let round = 0; round < repeats; round += 1) run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / repeats;
}

if (process.argv[1] === import.meta.filename) console.log(await measureQuickLog());
