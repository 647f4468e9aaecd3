import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { makeHome } from './homes.mjs';
import { load, median } from './tools.mjs';

/*
 * Text search over a long past, from the question to its answer, by turns with a log that holds nothing. The very first
 * search, which reads all of it, is told beside, with what a contact takes that is logged in the midst of it. `node bench/search.mjs` runs it alone.
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
    const { first, meanwhile } = await measureFirst(sides[1]);
    await sides[0].find('zz00001');
    const times = sides.map(() => QUERIES.map(() => []));
    for (let round = 0; round < ROUNDS; round += 1)
      for (const [place, query] of QUERIES.entries())
        for (const [side, { find }] of sides.entries()) times[side][place].push(await timeOf(() => find(query)));
    const [none, many] = times.map((queries) => queries.map(median));
    for (const { close } of sides) await close();
    return { past: PAST, queries: QUERIES.length, first, meanwhile, none: Math.max(...none), many: Math.max(...many) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {Awaited<ReturnType<typeof openSide>>} side */
async function measureFirst({ find, log }) {
  await log();
  let isDone = false;
  const searching = timeOf(() => find('zz00001')).finally(() => {
    isDone = true;
  });
  const logs = [];
  while (!isDone) {
    await pause(20);
    logs.push(await timeOf(log));
  }
  return { first: await searching, meanwhile: median(logs) };
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
  const { createReplyWords } = await load('electron/reply-words.ts');
  const answer = createAnswer({ store, words: createReplyWords(), now, newId, version: 'bench' });
  const ask = async (name, input) => {
    const reply = await answer(name, input, { door: 'window' });
    if (!reply.ok) throw new Error(JSON.stringify(reply.problem));
    return reply.value;
  };
  return {
    find: (text) => ask('entries', { text }),
    log: () => ask('log', { text: 'dana wrote re slides' }),
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
