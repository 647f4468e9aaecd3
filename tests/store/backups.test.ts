import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeHome, openAt, readJson } from './helpers/homes';
import { clientNamed, closedRequest, NOW, putting, puttingClient, requestFor } from './helpers/records';

test('the first change of each day keeps what was there, in the zone of the person', async () => {
  const home = await makeHome();
  let now = NOW;
  const store = await openAt(home, { now: () => now });
  await store.update(puttingClient(clientNamed('One')));
  expect(await store.backups()).toEqual([]);
  await store.update(puttingClient(clientNamed('Two')));
  await store.update(puttingClient(clientNamed('Three')));
  expect(await store.backups()).toMatchObject([{ reason: 'daily', at: '2026-11-27T10:00:00Z' }]);
  now = NOW.add({ hours: 13 }); // 23:00 in UTC, midnight in Vienna
  await store.update(puttingClient(clientNamed('Four')));
  const [newest] = await store.backups();
  expect(newest).toMatchObject({ reason: 'daily', at: '2026-11-27T23:00:00Z' });
  expect(await readJson(home, 'backups', newest?.backup ?? '', 'book.json')).toMatchObject({
    clients: [{ name: 'One' }, { name: 'Two' }, { name: 'Three' }],
  });
});

test('a clock that goes back makes no heap of backups, and the newest stays the newest', async () => {
  let now = NOW;
  const home = await makeHome();
  const store = await openAt(home, { now: () => now });
  await store.update(puttingClient(clientNamed('One')));
  await store.update(puttingClient(clientNamed('Two')));
  for (const days of [0, 5, 0, 5, 0]) {
    now = NOW.subtract({ hours: 24 * days });
    await store.update(puttingClient(clientNamed('Two', `cli_${days}_${Math.random()}`)));
  }
  expect((await store.backups()).map((each) => each.at)).toEqual(['2026-11-22T10:00:00Z', '2026-11-27T10:00:00Z']);
});

test('fourteen daily backups and twenty others are kept', async () => {
  let now = NOW;
  const store = await openAt(await makeHome(), { now: () => now });
  await store.update(puttingClient(clientNamed('One')));
  for (let day = 0; day < 17; day++) {
    now = NOW.add({ hours: 24 * day });
    await store.update(puttingClient(clientNamed('Two', `cli_${day}`)));
  }
  for (let count = 0; count < 23; count++) await store.backup('asked');
  const backups = await store.backups();
  expect(backups.filter((each) => each.reason === 'daily')).toHaveLength(14);
  expect(backups.filter((each) => each.reason === 'asked')).toHaveLength(20);
  expect(new Set(backups.map((each) => each.backup)).size).toBe(34);
});

test('backups share what did not change between them, and nothing with the home', async () => {
  const home = await makeHome();
  const store = await openAt(home);
  await store.update(putting(closedRequest('cli_globex', 'req_old', '2026-10-03T10:00:00Z')));
  const one = join(home, 'backups', await store.backup('asked'), 'history', '2026-10.json');
  const two = join(home, 'backups', await store.backup('asked'), 'history', '2026-10.json');
  const inHome = join(home, 'history', '2026-10.json');
  expect((await stat(one)).ino).toBe((await stat(two)).ino);
  expect((await stat(inHome)).ino).not.toBe((await stat(one)).ino);
  const before = await readFile(one, 'utf8');
  await writeFile(inHome, 'edited in place by an editor');
  expect(await readFile(one, 'utf8')).toBe(before);
  const three = join(home, 'backups', await store.backup('asked'), 'history', '2026-10.json');
  expect(await readFile(three, 'utf8')).toBe('edited in place by an editor');
});

test('restore goes back to everything that was, publishes it, and can be gone back on', async () => {
  const home = await makeHome();
  const store = await openAt(home);
  await store.update(puttingClient(clientNamed('Globex')));
  await store.update(putting(requestFor('cli_globex', 'req_1')));
  const backup = await store.backup('asked');
  await store.update(puttingClient(clientNamed('Initech')));
  await store.update(putting(closedRequest('cli_globex', 'req_1', '2026-10-03T10:00:00Z')));
  const later = store.state;
  const heard: string[] = [];
  store.subscribe((changed) => heard.push(...Object.keys(changed)));

  const { restored, kept } = await store.restore(backup);
  expect(restored).toBe(backup);
  expect(store.state.clients.map((client) => client.name)).toEqual(['Globex']);
  expect(store.state.requests.map((request) => request.id)).toEqual(['req_1']);
  expect(store.state.history['2026-10']).toEqual([]);
  expect(await store.months()).toEqual([]);
  expect(store.state.tally).toEqual({});
  expect(heard).toEqual(expect.arrayContaining(['clients', 'requests', 'history']));
  expect(await store.changes(5)).toEqual([]);

  await store.restore(kept);
  expect(store.state.clients).toEqual(later.clients);
  expect(store.state.history).toEqual(later.history);
  expect(store.state.tally).toEqual(later.tally);
  await store.update(puttingClient(clientNamed('Hooli')));
  await store.close();
  expect((await openAt(home)).state.clients.map((client) => client.name)).toEqual(['Globex', 'Initech', 'Hooli']);
});

test('a damaged backup is refused before anything is touched', async () => {
  const home = await makeHome();
  const store = await openAt(home);
  await store.update(putting(closedRequest('cli_globex', 'req_old', '2026-10-03T10:00:00Z')));
  const backup = await store.backup('asked');
  const path = join(home, 'backups', backup, 'history', '2026-10.json');
  await rm(path);
  await writeFile(path, '{"version": "1.0", "requests": [{}], "tombstones": []}');
  await store.update(puttingClient(clientNamed('Initech')));
  const before = store.state;
  await expect(store.restore(backup)).rejects.toMatchObject({
    problem: { code: 'backup-unusable', message: expect.stringContaining('2026-10.json') },
  });
  expect(store.state).toBe(before);
  await expect(store.restore('../..')).rejects.toMatchObject({ problem: { code: 'not-found' } });
});
