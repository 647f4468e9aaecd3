import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { makeHome } from './homes.mjs';
import { load, median } from './tools.mjs';

/*
 * Text search over a long past, from the question to its answer, by turns with a log that holds nothing. The very first
 * search, which reads all of it, is told beside. `node bench/search.mjs` runs it alone.
 */
const PAST = 100_000;
const ROUNDS = 21;
const WORDS = [
  'Rechnung',
  'faktúra',
  'hóa đơn',
  'slides',
  'budget',
  'Übergabe',
  'access',
  'zmluva',
  'báo cáo',
  'tender',
];
/** Found once, found never, found everywhere, and words in any order with a name. */
const QUERIES = ['zz99741', 'nothing like it', 'rechnung', 'dana budget', 'hoa don 4217', 'globex uberg ruiz'];

export async function measureSearch() {
  const folder = mkdtempSync(path.join(tmpdir(), 'uf-search-'));
  try {
    const sides = [await openSide(path.join(folder, 'none'), 0), await openSide(path.join(folder, 'many'), PAST)];
    const first = await timeOf(() => sides[1].find('zz00001'));
    await sides[0].find('zz00001');
    const times = sides.map(() => QUERIES.map(() => []));
    for (let round = 0; round < ROUNDS; round += 1)
      for (const [place, query] of QUERIES.entries())
        for (const [side, { find }] of sides.entries()) times[side][place].push(await timeOf(() => find(query)));
    const [none, many] = times.map((queries) => queries.map(median));
    for (const { close } of sides) await close();
    return { past: PAST, queries: QUERIES.length, first, none: Math.max(...none), many: Math.max(...many) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function openSide(home, past) {
  makeHome(home, process.env, past);
  if (past > 0) vary(path.join(home, 'history'));
  const { createAnswer } = await load('electron/ipc/answer.ts');
  const { openStore } = await load('electron/store/open.ts');
  const { readStartingPoint } = await load('electron/starting-point.ts');
  const { newId } = await load('electron/new-id.ts');
  const now = Temporal.Now.instant;
  const store = await openStore({ home, ...readStartingPoint(), now, newId });
  const answer = createAnswer({ store, words: {}, now, newId, version: 'bench' });
  return {
    async find(text) {
      const reply = await answer('entries', { text }, { door: 'window' });
      if (!reply.ok) throw new Error(JSON.stringify(reply.problem));
      return reply.value;
    },
    close: () => store.close(),
  };
}

/** Gives each contact words of its own. @param {string} folder */
function vary(folder) {
  let number = 0;
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    const month = JSON.parse(readFileSync(file, 'utf8'));
    for (const request of month.requests) {
      const word = WORDS[number % WORDS.length];
      const subject = `${word} ${WORDS[(number * 7 + 3) % WORDS.length]} zz${String(number).padStart(5, '0')}`;
      request.subject = subject;
      for (const contact of request.contacts)
        Object.assign(contact, { subject, text: `dana called 3x re ${subject}, needs it by friday` });
      number += 1;
    }
    writeFileSync(file, JSON.stringify(month));
  }
}

/** @param {() => Promise<unknown>} run */
async function timeOf(run) {
  const startedAt = performance.now();
  await run();
  return performance.now() - startedAt;
}

if (process.argv[1] === import.meta.filename) console.log(await measureSearch());
