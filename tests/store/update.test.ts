import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { State } from '../../electron/core/model/state';
import { putClient, removeClient, removeRequest } from '../../electron/core/records';
import { makeHome, openAt, readJson } from './helpers/homes';
import {
  changing,
  clientNamed,
  closedRequest,
  contactAt,
  NOW,
  putting,
  puttingClient,
  requestFor,
} from './helpers/records';

const GLOBEX = clientNamed('Globex');

/** Every file of a home with the identity of its content. */
async function fingerprint(home: string): Promise<Record<string, string>> {
  const names = await readdir(home, { recursive: true });
  const found: Record<string, string> = {};
  for (const name of names) {
    const file = await stat(join(home, name));
    if (file.isFile() && name !== 'lock') found[name] = `${file.ino} ${file.mtimeMs} ${file.size}`;
  }
  return found;
}

test('a change is on disk, stamped, when it resolves', async () => {
  const home = await makeHome();
  const store = await openAt(home);
  const { changeId, result } = await store.update(puttingClient(GLOBEX));
  expect(changeId).toMatch(/^chg_/);
  expect(result).toBe('cli_globex');
  expect(await readJson(home, 'book.json')).toMatchObject({
    version: '1.2',
    clients: [{ name: 'Globex', updatedAt: '2026-11-27T10:00:00.000Z', updatedBy: 'laptop' }],
  });
  await store.close();
  const again = await openAt(home);
  expect(again.state.clients).toEqual(store.state.clients);
  expect(again.notices).toEqual([]);
});

test('opening an empty home writes nothing but the lock', async () => {
  const home = await makeHome();
  await openAt(home);
  expect(Object.keys(await fingerprint(home))).toEqual([]);
});

test('only what a schema names goes to disk', async () => {
  const home = await makeHome();
  const store = await openAt(home);
  await store.update(puttingClient({ ...GLOBEX, ...{ colour: 'red' } }));
  expect(JSON.stringify(await readJson(home, 'book.json'))).not.toContain('colour');
});

test('an invalid record is refused with its field, and nothing is written', async () => {
  const home = await makeHome();
  const store = await openAt(home);
  await store.update(puttingClient(GLOBEX));
  const before = { files: await fingerprint(home), state: store.state };
  await expect(store.update(puttingClient({ ...GLOBEX, timeZone: 'Mars/Base' }))).rejects.toMatchObject({
    problem: { code: 'invalid', field: 'timeZone', message: expect.stringContaining('Europe/Vienna') },
  });
  expect(store.state).toBe(before.state);
  expect(await fingerprint(home)).toEqual(before.files);
});

test('a change that changes nothing writes and publishes nothing', async () => {
  const home = await makeHome();
  const store = await openAt(home);
  await store.update(puttingClient(GLOBEX));
  const before = { files: await fingerprint(home), state: store.state };
  store.subscribe(() => expect.unreachable('nothing changed'));
  await store.update(changing((state) => ({ ...state, clients: state.clients.map((client) => ({ ...client })) })));
  expect(store.state).toBe(before.state);
  expect(await fingerprint(home)).toEqual(before.files);
  expect(await store.changes(10)).toHaveLength(1);
});

test('a dry run answers and leaves no trace', async () => {
  const home = await makeHome();
  const store = await openAt(home);
  await store.update(puttingClient(GLOBEX));
  const before = await fingerprint(home);
  const answer = await store.update(putting(requestFor('cli_globex', 'req_1')), { dryRun: true });
  expect(answer.result).toEqual(['req_1']);
  expect(answer.state.requests).toHaveLength(1);
  expect(store.state.requests).toHaveLength(0);
  expect(await fingerprint(home)).toEqual(before);
});

test('changes made at once all count', async () => {
  const store = await openAt(await makeHome());
  await Promise.all(
    Array.from({ length: 25 }, (_, count) => store.update(putting(requestFor('cli_globex', `req_${count}`)))),
  );
  expect(store.state.requests.map((request) => request.id)).toHaveLength(25);
});

test('a change that throws leaves the next one alone', async () => {
  const store = await openAt(await makeHome());
  const failing = store.update(() => {
    throw new Error('no');
  });
  const working = store.update(puttingClient(GLOBEX));
  await expect(failing).rejects.toThrow('no');
  await expect(working).resolves.toBeDefined();
});

test('stamps stay in order when the clock goes back', async () => {
  let now = NOW;
  const store = await openAt(await makeHome(), { now: () => now });
  await store.update(puttingClient(GLOBEX));
  now = NOW.subtract({ hours: 30 });
  await store.update(puttingClient({ ...GLOBEX, notes: 'one' }));
  const [client] = store.state.clients;
  expect(client?.updatedAt).toBe('2026-11-27T10:00:00.001Z');
});

test('subscribers hear which parts changed, and by which change, until they stop', async () => {
  const store = await openAt(await makeHome());
  const heard: { parts: string[]; changeId: string | undefined }[] = [];
  const stop = store.subscribe((changed, change) =>
    heard.push({ parts: Object.keys(changed), changeId: change?.changeId }),
  );
  const { changeId } = await store.update(puttingClient(GLOBEX));
  await store.update(putting(requestFor('cli_globex', 'req_1')));
  stop();
  await store.update(putting(requestFor('cli_globex', 'req_2')));
  expect(heard).toEqual([
    { parts: ['clients'], changeId },
    { parts: ['requests'], changeId: expect.any(String) },
  ]);
});

test('what did not change stays the same object', async () => {
  const store = await openAt(await makeHome());
  await store.update(putting(requestFor('cli_globex', 'req_1'), requestFor('cli_globex', 'req_2')));
  const [one, two] = store.state.requests;
  const { clients, calls, settings, history } = store.state;
  await store.update(putting(requestFor('cli_globex', 'req_2', { notes: 'more' })));
  expect(store.state.requests[0]).toBe(one);
  expect(store.state.requests[1]).not.toBe(two);
  expect(store.state).toMatchObject({ clients, calls, settings, history });
  expect(store.state.clients).toBe(clients);
  expect(store.state.history).toBe(history);
});

test('a listener that fails keeps no other from hearing', async () => {
  const store = await openAt(await makeHome());
  let isHeard = false;
  store.subscribe(() => {
    throw new Error('broken view');
  });
  store.subscribe(() => {
    isHeard = true;
  });
  await store.update(puttingClient(GLOBEX));
  expect(isHeard).toBe(true);
  expect(store.notices).toMatchObject([{ code: 'internal' }]);
});

test('logging a contact writes the open requests and its undo, whatever the history holds', async () => {
  const home = await makeHome();
  const store = await openAt(home);
  await store.update(puttingClient(GLOBEX));
  const past = Array.from({ length: 300 }, (_, count) =>
    closedRequest('cli_globex', `req_past${count}`, `2025-${String((count % 12) + 1).padStart(2, '0')}-10T10:00:00Z`),
  );
  await store.update(putting(...past));
  await store.update(putting(requestFor('cli_globex', 'req_1')));
  const before = await fingerprint(home);
  await store.update(
    putting(
      requestFor('cli_globex', 'req_1', { contacts: [contactAt('con_1', '2026-11-27T09:30:00Z', { count: 3 })] }),
    ),
  );
  const after = await fingerprint(home);
  const written = Object.keys(after).filter((name) => after[name] !== before[name]);
  expect(written).toEqual([expect.stringMatching(/^open\.json$/), expect.stringMatching(/^undo\/\d{10}-chg_/)]);
});

test('closing moves a request into the month of closing, in UTC', async () => {
  const home = await makeHome();
  const store = await openAt(home);
  await store.update(putting(requestFor('cli_globex', 'req_1')));
  await store.update(putting(closedRequest('cli_globex', 'req_1', '2026-11-30T23:30:00-05:00')));
  expect(store.state.requests).toEqual([]);
  expect(Object.keys(store.state.history)).toEqual(['2026-12']);
  expect(await readJson(home, 'history', '2026-12.json')).toMatchObject({ requests: [{ id: 'req_1' }] });
  expect(await readJson(home, 'open.json')).toMatchObject({ requests: [] });
  await store.update(putting(requestFor('cli_globex', 'req_1', { status: 'open' })));
  expect(store.state.history['2026-12']).toEqual([]);
  expect(await readJson(home, 'history', '2026-12.json')).toMatchObject({ requests: [] });
  expect(await readJson(home, 'open.json')).toMatchObject({ requests: [{ id: 'req_1' }] });
});

test('closing into a month that is not loaded keeps what is in it', async () => {
  const home = await makeHome();
  const store = await openAt(home);
  await store.update(putting(closedRequest('cli_globex', 'req_old', '2026-11-03T10:00:00Z')));
  await store.update(putting(requestFor('cli_globex', 'req_new')));
  await store.close();
  const again = await openAt(home);
  expect(again.state.history).toEqual({});
  await again.update(putting(closedRequest('cli_globex', 'req_new', '2026-11-20T10:00:00Z')));
  expect(again.state.history['2026-11']?.map((request) => request.id)).toEqual(['req_old', 'req_new']);
  expect(await again.months()).toEqual(['2026-11']);
});

test('history is loaded when asked for, by month or by what it holds', async () => {
  const home = await makeHome();
  const store = await openAt(home);
  await store.update(
    putting(
      closedRequest('cli_globex', 'req_a', '2026-09-03T10:00:00Z'),
      closedRequest('cli_globex', 'req_b', '2026-10-03T10:00:00Z'),
    ),
  );
  expect(store.state.history).toEqual({});
  expect((await store.readMonth('2026-09')).map((request) => request.id)).toEqual(['req_a']);
  expect(store.state.history).toEqual({});
  expect(await store.loadHolding('con_req_a')).toBe(true);
  expect(Object.keys(store.state.history)).toEqual(['2026-09']);
  expect(await store.loadHolding('req_b')).toBe(true);
  expect(await store.loadHolding('req_nobody')).toBe(false);
  await store.loadMonth('2026-01');
  expect(store.state.history['2026-01']).toEqual([]);
  await expect(store.loadMonth('../book')).rejects.toMatchObject({ problem: { code: 'invalid' } });
});

test('a deletion leaves a tombstone without content', async () => {
  const home = await makeHome();
  const store = await openAt(home);
  await store.update(puttingClient(GLOBEX));
  await store.update(
    putting(requestFor('cli_globex', 'req_open'), closedRequest('cli_globex', 'req_closed', '2026-10-03T10:00:00Z')),
  );
  await store.loadMonth('2026-10');
  await store.update(changing((state) => removeRequest(removeClient(state, 'cli_globex'), 'req_closed')));
  const book = await readJson(home, 'book.json');
  const tombstone = { deletedAt: expect.any(String), updatedAt: expect.any(String), updatedBy: 'laptop' };
  expect(book.tombstones).toEqual([{ id: 'cli_globex', ...tombstone }]);
  const month = await readJson(home, 'history', '2026-10.json');
  expect(month).toMatchObject({ requests: [], tombstones: [{ id: 'req_closed', ...tombstone }] });
  expect(await readJson(home, 'history', '2026-11.json')).toMatchObject({ tombstones: [{ id: 'req_open' }] });
  await store.undo();
  expect(store.state.clients).toHaveLength(1);
  expect(await readJson(home, 'book.json')).toMatchObject({ tombstones: [] });
  expect(await readJson(home, 'history', '2026-10.json')).toMatchObject({
    requests: [{ id: 'req_closed' }],
    tombstones: [],
  });
  expect(await readJson(home, 'history', '2026-11.json')).toMatchObject({ tombstones: [] });
});

test('what comes back is stamped later than its tombstone', async () => {
  let now = NOW;
  const store = await openAt(await makeHome(), { now: () => now });
  await store.update(puttingClient(GLOBEX));
  now = NOW.add({ hours: 5 });
  await store.update(changing((state) => removeClient(state, 'cli_globex')));
  now = NOW;
  await store.undo();
  const [client] = store.state.clients;
  expect(Temporal.Instant.compare(client?.updatedAt ?? NOW, NOW.add({ hours: 5 }))).toBe(1);
});

test('folders are 0700 and files 0600', async () => {
  const home = await makeHome();
  const store = await openAt(home);
  await store.update(puttingClient(GLOBEX));
  await store.update(putting(closedRequest('cli_globex', 'req_a', '2026-09-03T10:00:00Z')));
  await store.backup('asked');
  await store.refreshTally();
  for (const name of ['.', ...(await readdir(home, { recursive: true }))]) {
    const { mode } = await stat(join(home, name));
    expect(`${name} ${(mode & 0o7777).toString(8)}`).toBe(`${name} ${(mode & 0o040000) !== 0 ? '700' : '600'}`);
  }
});

test('a folder that holds other things is not closed to others, and the check says so', async () => {
  const home = await makeHome();
  const { mkdir, writeFile, chmod } = await import('node:fs/promises');
  await mkdir(home);
  await chmod(home, 0o755);
  await writeFile(join(home, 'letter.txt'), 'hello');
  const store = await openAt(home);
  expect((await stat(home)).mode & 0o777).toBe(0o755);
  expect(await store.check()).toContainEqual({
    check: 'permissions',
    ok: false,
    detail: expect.stringContaining('755'),
  });
});

test('after closing nothing is taken any more', async () => {
  const store = await openAt(await makeHome());
  await Promise.all([store.close(), store.close()]);
  await expect(
    store.update((state: State) => ({
      state: putClient(state, GLOBEX),
      note: { code: 'client-added', values: {} },
      result: 0,
    })),
  ).rejects.toMatchObject({ problem: { code: 'unavailable' } });
});
