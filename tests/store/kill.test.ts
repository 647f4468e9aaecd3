import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { bundle } from '../helpers/bundle';
import { finish, firstLine, type Line, startChild } from './helpers/children';
import { findDebris, makeHome, openAt, readJson } from './helpers/homes';
import { clientNamed, closedRequest, putting, puttingClient, requestFor } from './helpers/records';

let child = '';
beforeAll(async () => {
  const { path, remove } = await bundle('tests/store/helpers/child.ts');
  child = path;
  return remove;
});

const ROUNDS = 30;

test(`${ROUNDS} kills at random moments lose nothing that was said to be saved`, { timeout: 60_000 }, async () => {
  const home = await makeHome();
  const expected = new Map<string, unknown>();
  for (let round = 0; round < ROUNDS; round++) {
    const killed = startChild(child, ['churn', home, `r${round}`]);
    await firstLine(killed);
    // The moment of the kill is what is tried out here; nothing is awaited.
    await pause(Math.random() * 40);
    killed.kill('SIGKILL');
    const lines: Line[] = await finish(killed);
    expect(lines.filter((line) => 'refused' in line)).toEqual([]);
    for (const { saved, as } of lines) expected.set(String(saved), as);

    const store = await openAt(home);
    expect(store.notices).toEqual([]);
    expect(await findDebris(home)).toEqual([]);
    const open = store.state.requests.map((request) => request.id);
    const closed: string[] = [];
    for (const month of await store.months())
      closed.push(...(await store.readMonth(month)).map((request) => request.id));
    expect(new Set([...open, ...closed]).size).toBe(open.length + closed.length);
    // The last thing the child did may have been saved before it could say so.
    const last = lines.at(-1)?.saved;
    for (const [id, as] of expected) {
      if (id === last) expect([...open, ...closed]).toContain(id);
      else expect(`${id} ${open.includes(id) ? 'open' : closed.includes(id) ? 'closed' : 'lost'}`).toBe(`${id} ${as}`);
    }
    for (const id of [...open, ...closed])
      if (!expected.has(id)) expected.set(id, open.includes(id) ? 'open' : 'closed');
    if (last) expected.set(String(last), open.includes(String(last)) ? 'open' : 'closed');
    // Whatever was saved can be undone, and whatever can be undone was saved.
    await store.undo();
    const [undone] = [...open, ...closed].filter(
      (id) => !store.state.requests.some((request) => request.id === id) && open.includes(id),
    );
    if (undone) expected.delete(undone);
    for (const request of store.state.requests) expected.set(request.id, 'open');
    await store.refreshTally();
    expect(await store.check()).toContainEqual(expect.objectContaining({ check: 'tally', ok: true }));
    await store.close();
  }
});

/** A home in which a request is about to be closed, with the contents of its files before and after. */
async function closeOne() {
  const home = await makeHome();
  const store = await openAt(home);
  await store.update(puttingClient(clientNamed('Globex')));
  await store.update(putting(requestFor('cli_globex', 'req_1')));
  const openBefore = await readFile(join(home, 'open.json'));
  await store.update(putting(closedRequest('cli_globex', 'req_1', '2026-10-03T10:00:00Z')));
  const openAfter = await readFile(join(home, 'open.json'));
  await store.close();
  return { home, openBefore, openAfter };
}

test('a commit that was cut off after its journal was written is ended', async () => {
  const { home, openBefore, openAfter } = await closeOne();
  // As after a kill between the two renames: history is in place, the open requests still wait beside.
  await writeFile(join(home, '.open.json.1-aa.tmp'), openAfter);
  await writeFile(join(home, 'open.json'), openBefore);
  const journal = {
    moves: [
      ['history/.2026-10.json.1-aa.tmp', 'history/2026-10.json'],
      ['.open.json.1-aa.tmp', 'open.json'],
    ],
    removals: [],
  };
  await writeFile(join(home, 'commit.json'), JSON.stringify(journal));
  const store = await openAt(home);
  expect(store.state.requests).toEqual([]);
  expect(await store.readMonth('2026-10')).toMatchObject([{ id: 'req_1' }]);
  expect(await findDebris(home)).toEqual([]);
});

test('a commit that was cut off before its journal was written never happened', async () => {
  const { home, openBefore, openAfter } = await closeOne();
  await writeFile(join(home, '.open.json.1-aa.tmp'), openAfter);
  await writeFile(join(home, 'open.json'), openBefore);
  await writeFile(
    join(home, 'history', '.2026-10.json.1-aa.tmp'),
    await readFile(join(home, 'history', '2026-10.json')),
  );
  await rename(join(home, 'history', '2026-10.json'), join(home, 'history', '.2026-09.json.1-ab.tmp'));
  const store = await openAt(home);
  expect(store.state.requests).toMatchObject([{ id: 'req_1' }]);
  expect(await store.months()).toEqual([]);
  expect(await findDebris(home)).toEqual([]);
});

test('a journal that names files outside of the home is not followed', async () => {
  const { home } = await closeOne();
  await writeFile(join(home, '..', 'outside'), 'stays');
  const journal = { moves: [['../outside', 'book.json']], removals: ['/etc/hostname', '../outside'] };
  await writeFile(join(home, 'commit.json'), JSON.stringify(journal));
  const store = await openAt(home);
  expect(await readFile(join(home, '..', 'outside'), 'utf8')).toBe('stays');
  expect(store.state.clients).toHaveLength(1);
});

test('the undo of a change that never happened goes with the next start', async () => {
  const home = await makeHome();
  const holder = startChild(child, ['churn', home, 'x']);
  await firstLine(holder);
  holder.kill('SIGKILL');
  await finish(holder);
  // As after a kill between the two renames of one change: its undo is there, its effect is not.
  const names = (await readdir(join(home, 'undo'))).sort();
  const newest = await readJson(home, 'undo', names.at(-1) ?? '');
  const phantom = {
    ...newest,
    changeId: 'chg_phantom',
    touched: {
      settings: [],
      device: [],
      clients: [],
      calls: [],
      requests: [{ id: 'req_phantom', before: null, after: 'digest', to: 'open' }],
    },
  };
  await writeFile(join(home, 'undo', '9999999999-chg_phantom.json'), JSON.stringify(phantom));
  const store = await openAt(home);
  const [change] = await store.changes(1);
  expect(change?.changeId).not.toBe('chg_phantom');
  await store.undo();
});
