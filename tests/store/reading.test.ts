import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { locateFault } from '../../electron/store/fault';
import { makeHome, openAt, readJson } from './helpers/homes';
import { clientNamed, closedRequest, putting, puttingClient, requestFor } from './helpers/records';

/** A home with a client, an open and a closed request, and unless told otherwise a backup of all that. */
async function makeUsedHome(hasBackup = true): Promise<string> {
  const home = await makeHome();
  const store = await openAt(home);
  await store.update(puttingClient(clientNamed('Globex')));
  if (hasBackup) {
    await store.update(
      putting(requestFor('cli_globex', 'req_open'), closedRequest('cli_globex', 'req_old', '2026-10-03T10:00:00Z')),
    );
    await store.backup('asked');
  }
  await store.close();
  return home;
}

async function findAside(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.includes('.unreadable-'));
}

const DAMAGES: [string, (text: string) => string][] = [
  ['truncated', (text) => text.slice(0, text.length / 2)],
  ['empty', () => ''],
  ['zeros', (text) => '\0'.repeat(text.length)],
  ['not JSON', () => 'hello'],
  ["another app's", () => '{"todos": [1, 2, 3]}'],
  ['a list', () => '[]'],
  ['null', () => 'null'],
  ['without clients', () => '{"version": "1.0"}'],
];

test.each(DAMAGES)('a book that is %s is kept aside and its newest backup used', async (_name, damage) => {
  const home = await makeUsedHome();
  const path = join(home, 'book.json');
  const damaged = damage(await readFile(path, 'utf8'));
  await writeFile(path, damaged);
  const store = await openAt(home);
  expect(store.state.clients.map((client) => client.name)).toEqual(['Globex']);
  expect(store.state.requests).toHaveLength(1);
  const [aside = ''] = await findAside(home);
  expect(await readFile(join(home, aside), 'utf8')).toBe(damaged);
  expect(store.notices).toHaveLength(1);
  expect(store.notices[0]).toMatchObject({ field: path, message: expect.stringContaining(aside) });
  expect(store.notices[0]?.message).toContain('backup of 2026-11-27T10:00:00Z');
  await store.close();
  expect((await openAt(home)).notices).toEqual([]);
});

test('without a backup a damaged file is kept and an empty one begun', async () => {
  const home = await makeUsedHome(false);
  await writeFile(join(home, 'book.json'), '{"version": "1.0",\n  "clients": [}');
  const store = await openAt(home);
  expect(store.state.clients).toEqual([]);
  expect(store.notices[0]?.message).toContain('line 2, column 15');
  expect(await findAside(home)).toHaveLength(1);
  await store.update(puttingClient(clientNamed('Initech')));
  expect(await findAside(home)).toHaveLength(1);
});

test('a file that is missing is taken from the backup', async () => {
  const home = await makeUsedHome();
  await rm(join(home, 'open.json'));
  const store = await openAt(home);
  expect(store.state.requests).toHaveLength(1);
  expect(store.notices[0]?.message).toContain('open.json was missing');
});

test('a file of a newer major is refused and nothing is touched', async () => {
  const home = await makeUsedHome();
  await writeFile(join(home, 'book.json'), 'not JSON');
  await writeFile(join(home, 'open.json'), '{"version": "2.0", "requests": "encoded otherwise"}');
  await expect(openAt(home)).rejects.toMatchObject({
    problem: { code: 'newer-data', message: expect.stringContaining('version 2.0') },
  });
  expect(await readFile(join(home, 'book.json'), 'utf8')).toBe('not JSON');
  expect(await findAside(home)).toEqual([]);
  expect(await readdir(home)).not.toContain('lock');
});

test('a newer major in history refuses that month only', async () => {
  const home = await makeUsedHome();
  await writeFile(join(home, 'history', '2026-10.json'), '{"version": "3.1"}');
  const store = await openAt(home);
  await expect(store.loadMonth('2026-10')).rejects.toMatchObject({ problem: { code: 'newer-data' } });
  expect(store.state.clients).toHaveLength(1);
});

test('what a newer minor added is kept through changes', async () => {
  const home = await makeUsedHome();
  const book = await readJson(home, 'book.json');
  const [client] = book.clients as Record<string, unknown>[];
  const people = ((client?.people ?? []) as object[]).map((person) => ({ ...person, pronoun: 'they' }));
  const newer = { ...book, version: '1.7', clients: [{ ...client, people, colour: 'red' }], asks: [{ id: 'ask_1' }] };
  await writeFile(join(home, 'book.json'), JSON.stringify(newer));
  const store = await openAt(home);
  const [found] = store.state.clients;
  if (!found) throw new Error('the client is missing');
  await store.update(puttingClient({ ...found, notes: 'changed' }));
  expect(await readJson(home, 'book.json')).toMatchObject({
    version: '1.7',
    clients: [{ notes: 'changed', colour: 'red', people: [{ pronoun: 'they' }] }],
    asks: [{ id: 'ask_1' }],
  });
});

test('an older major is migrated step by step, after a backup', async () => {
  const home = await makeUsedHome();
  const book = await readJson(home, 'book.json');
  await writeFile(
    join(home, 'book.json'),
    JSON.stringify({ ...book, version: '0.4', clients: undefined, customers: book.clients }),
  );
  const steps = {
    0: (kind: string, { customers, ...file }: Record<string, unknown>) =>
      kind === 'book' ? { ...file, clients: customers } : file,
  };
  const store = await openAt(home, { steps });
  expect(store.state.clients).toHaveLength(1);
  expect(store.notices).toEqual([]);
  expect(await readJson(home, 'book.json')).toMatchObject({ version: '1.2', clients: [{ name: 'Globex' }] });
  const [backup] = await store.backups();
  expect(backup?.reason).toBe('migration');
  expect(await readJson(home, 'backups', backup?.backup ?? '', 'book.json')).toMatchObject({ version: '0.4' });
});

test('an older major for which no step is known is not taken for an empty book', async () => {
  const home = await makeUsedHome(false);
  await writeFile(join(home, 'book.json'), '{"version": "0.1"}');
  const store = await openAt(home);
  expect(store.notices[0]?.message).toContain('version 0.1');
  expect(await findAside(home)).toHaveLength(1);
});

test('one bad record costs only itself, is named, and stays in the file set aside', async () => {
  const home = await makeUsedHome();
  const book = await readJson(home, 'book.json');
  const [client] = book.clients as Record<string, unknown>[];
  const bad = { ...client, id: 'cli_bad', name: 'Badly', timeZone: 'Mars/Base' };
  const twice = { ...client, name: 'Globex again' };
  await writeFile(join(home, 'book.json'), JSON.stringify({ ...book, clients: [bad, client, twice, 7] }));
  const store = await openAt(home);
  expect(store.state.clients.map((each) => each.name)).toEqual(['Globex']);
  const message = store.notices[0]?.message ?? '';
  expect(message).toContain('number 1 of clients (Badly, cli_bad): timeZone: is not a time zone such as Europe/Vienna');
  expect(message).toContain('Globex again');
  expect(message).toContain('number 4 of clients');
  const [aside = ''] = await findAside(home);
  expect(await readFile(join(home, aside), 'utf8')).toContain('Mars/Base');
});

test('bad settings are taken from the backup, and the clients stay', async () => {
  const home = await makeUsedHome();
  const book = await readJson(home, 'book.json');
  const later = clientNamed('Initech');
  await writeFile(
    join(home, 'book.json'),
    JSON.stringify({
      ...book,
      clients: [...(book.clients as object[]), later],
      settings: { ...(book.settings as object), weekStartsOn: 9 },
    }),
  );
  const store = await openAt(home);
  expect(store.state.clients.map((client) => client.name)).toEqual(['Globex', 'Initech']);
  expect(store.state.settings.weekStartsOn).toBe(1);
  expect(store.notices[0]?.message).toContain('settings.weekStartsOn');
});

test('a damaged month is found when it is loaded', async () => {
  const home = await makeUsedHome();
  await writeFile(join(home, 'history', '2026-10.json'), '{"version": "1.0", "requests": [');
  const store = await openAt(home);
  await store.loadMonth('2026-10');
  expect(store.state.history['2026-10']).toMatchObject([{ id: 'req_old' }]);
  expect(store.notices[0]?.message).toContain('2026-10.json');
  expect(await findAside(join(home, 'history'))).toHaveLength(1);
  expect(await readJson(home, 'history', '2026-10.json')).toMatchObject({ requests: [{ id: 'req_old' }] });
  await store.close();
  const again = await openAt(home);
  await again.loadMonth('2026-10');
  expect(again.notices).toEqual([]);
});

test('a request that is open and in history is open', async () => {
  const home = await makeUsedHome();
  const month = await readJson(home, 'history', '2026-10.json');
  const open = await readJson(home, 'open.json');
  const closed = { ...(open.requests as object[])[0], status: 'done', closedAt: '2026-10-09T10:00:00Z' };
  await writeFile(
    join(home, 'history', '2026-10.json'),
    JSON.stringify({ ...month, requests: [...(month.requests as object[]), closed] }),
  );
  const store = await openAt(home);
  await store.loadMonth('2026-10');
  expect(store.state.history['2026-10']?.map((request) => request.id)).toEqual(['req_old']);
});

test('a byte order mark, as some editors leave, is no damage', async () => {
  const home = await makeUsedHome();
  const path = join(home, 'book.json');
  await writeFile(path, `\uFEFF${await readFile(path, 'utf8')}`);
  const store = await openAt(home);
  expect(store.notices).toEqual([]);
  expect(store.state.clients).toHaveLength(1);
});

test('the fault is found exactly where JSON ends', () => {
  expect(locateFault('{"a": 1,}')).toEqual({ line: 1, column: 9 });
  expect(locateFault('{\n  "a": [1, 2\n}')).toEqual({ line: 3, column: 1 });
  expect(locateFault('')).toEqual({ line: 1, column: 1 });
  fc.assert(
    fc.property(fc.json(), fc.nat(), fc.constantFrom('', ',', '}', '"', '\u0001', '[', ':', '1'), (json, at, piece) => {
      const cut = at % (json.length + 1);
      const text = json.slice(0, cut) + piece + json.slice(cut + (at % 3));
      let isJson = true;
      try {
        JSON.parse(text);
      } catch {
        isJson = false;
      }
      expect(locateFault(text) === undefined).toBe(isJson);
    }),
    { numRuns: 500 },
  );
});
