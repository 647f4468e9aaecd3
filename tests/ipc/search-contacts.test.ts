import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { firstState } from '../../electron/core/first-state';
import { type PreparedSearch, prepareSearch } from '../../electron/core/search/find-contacts';
import { type Answer, createAnswer } from '../../electron/ipc/answer';
import type { Input, Name, Output } from '../../electron/ipc/contract/contract';
import { createContactSearch } from '../../electron/ipc/search-contacts';
import { newId } from '../../electron/new-id';
import { createReplyWords } from '../../electron/reply-words';
import { openStore } from '../../electron/store/open';
import type { Store } from '../../electron/store/store';

let folder: string;
let store: Store;
let answer: Answer;
let now = Temporal.Instant.from('2026-11-24T10:00:00Z');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'until-friday-search-'));
  now = Temporal.Instant.from('2026-11-24T10:00:00Z');
  const opening = { first: firstState('Europe/Vienna'), device: 'desk', now: () => now, newId };
  store = await openStore({ home: join(folder, 'home'), ...opening });
  answer = createAnswer({ store, words: createReplyWords(), now: () => now, newId, version: 'test' });
  await ask('client.add', { name: 'Globex', people: [{ name: 'Dana Ruiz' }] });
});
afterEach(async () => {
  vi.useRealTimers();
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

async function ask<N extends Name>(name: N, input: Input<N>): Promise<Output<N>> {
  const reply = await answer(name, input, { door: 'socket' });
  if (!reply.ok) throw new Error(reply.problem.message);
  return reply.value;
}

/** Logs it, and closes it in that month. */
async function logAndClose(text: string, closedAt: string): Promise<string> {
  now = Temporal.Instant.from(closedAt);
  const { request } = await ask('log', { client: 'Globex', text, writtenAt: closedAt });
  await ask('request.done', { request: request.requestId });
  return request.requestId;
}

async function subjectsOf(text: string): Promise<string[]> {
  const { entries } = await ask('entries', { text });
  return entries.map(({ contact, subject }) => contact.subject || subject);
}

test('what was changed since it was searched is found as it is now, in any month', async () => {
  await logAndClose('dana called re budget', '2026-08-10T09:00:00Z');
  const slides = await logAndClose('dana called re slides', '2026-09-10T09:00:00Z');
  now = Temporal.Instant.from('2026-11-24T10:00:00Z');
  expect(await subjectsOf('dana')).toEqual(['slides', 'budget']);

  const [entry] = (await ask('entries', { text: 'slides' })).entries;
  const { changeId } = await ask('contact.set', { contact: entry?.contact.id ?? '', subject: 'Präsentation' });
  expect(await subjectsOf('prasentation')).toEqual(['Präsentation']);
  await ask('undo', { change: changeId });
  expect(await subjectsOf('prasentation')).toEqual([]);

  await ask('request.reopen', { request: slides });
  expect(await subjectsOf('dana')).toEqual(['slides', 'budget']);
  await ask('log', { client: 'Globex', text: 'dana wrote re access' });
  expect(await subjectsOf('dana')).toEqual(['access', 'slides', 'budget']);

  await ask('client.set', { client: 'Globex', name: 'Häuser' });
  expect(await subjectsOf('hauser budget')).toEqual(['budget']);
});

test('going back to a backup is seen in what was searched before', async () => {
  await logAndClose('dana called re budget', '2026-08-10T09:00:00Z');
  await ask('backup', {});
  await logAndClose('dana called re forecast', '2026-08-11T09:00:00Z');
  expect(await subjectsOf('dana')).toEqual(['forecast', 'budget']);
  await ask('restore', {});
  expect(await subjectsOf('dana')).toEqual(['budget']);
});

test('pages neither lose nor repeat contacts of one instant', async () => {
  for (const subject of ['one', 'two', 'three', 'four', 'five'])
    await ask('log', { client: 'Globex', channel: 'email', subject, at: '2026-11-24T09:00:00Z' });
  const seen: string[] = [];
  for (let page: Output<'entries'> | undefined; page?.hasMore !== false; ) {
    const last = page?.entries.at(-1)?.contact;
    page = await ask('entries', { limit: 2, ...(last && { before: last.at, beforeId: last.id }) });
    seen.push(...page.entries.map(({ contact }) => contact.subject));
  }
  expect(seen).toHaveLength(5);
  expect(new Set(seen)).toEqual(new Set(['one', 'two', 'three', 'four', 'five']));
});

test('months are read once while one searches, and given back after a while', async () => {
  for (const month of ['06', '07', '08']) await logAndClose(`dana called re ${month}`, `2026-${month}-10T09:00:00Z`);
  const reads: string[] = [];
  const counted = {
    months: store.months,
    revisionOf: store.revisionOf,
    state: store.state,
    readMonth: (month: string) => {
      reads.push(month);
      return store.readMonth(month);
    },
  };
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const search = createContactSearch(counted, 1000);
  const rare: PreparedSearch = prepareSearch(store.state, { text: 're 06' });
  const subjects = async (limit = 100) => (await search(rare, limit)).entries.map(({ subject }) => subject);
  expect(reads, 'nothing is read before anybody searches').toEqual([]);
  const [one, other] = await Promise.all([subjects(), subjects()]);
  expect([one, other]).toEqual([['06'], ['06']]);
  expect(reads).toEqual(['2026-08', '2026-07', '2026-06']);
  await subjects();
  expect(reads).toHaveLength(3);
  vi.advanceTimersByTime(1001);
  await subjects();
  expect(reads).toHaveLength(6);

  // Who wants only the newest one does not wait for all.
  reads.length = 0;
  vi.advanceTimersByTime(1001);
  const { entries, hasMore } = await search(prepareSearch(store.state, { text: 'dana' }), 1);
  expect([entries.map(({ subject }) => subject), hasMore]).toEqual([['08'], true]);
  expect(reads).not.toContain('2026-06');
});

test('the first search over a large month lets others take their turns while it prepares', async () => {
  await logAndClose('dana called re budget', '2026-08-10T09:00:00Z');
  const [request] = await store.readMonth('2026-08');
  const [contact] = request?.contacts ?? [];
  if (!request || !contact) throw new Error('Nothing was closed.');
  const many = Array.from({ length: 5000 }, (_, number) => ({
    ...request,
    id: `req_${number}`,
    contacts: [{ ...contact, id: `con_${number}`, subject: `Übergabe ${number}` }],
  }));
  let turns = 0;
  let isDone = false;
  const takeTurn = (): void => {
    turns += 1;
    if (!isDone) setImmediate(takeTurn);
  };
  const search = createContactSearch({
    months: async () => ['2026-08'],
    revisionOf: store.revisionOf,
    state: store.state,
    readMonth: async () => {
      setImmediate(takeTurn);
      return many;
    },
  });
  const { entries } = await search(prepareSearch(store.state, { text: 'ubergabe 4711' }), 10);
  isDone = true;
  expect(entries.map(({ contact: found }) => found.subject)).toEqual(['Übergabe 4711']);
  // In one go it would be one or two.
  expect(turns).toBeGreaterThan(15);
});
