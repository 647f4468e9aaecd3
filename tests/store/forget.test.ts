import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { StandingCall } from '../../electron/core/model/call';
import { putCall, removeRequest, UNSTAMPED } from '../../electron/core/records';
import { makeHome, openAt, readJson } from './helpers/homes';
import { changing, clientNamed, closedRequest, putting, puttingClient, requestFor } from './helpers/records';

const CALL: StandingCall = {
  id: 'call_secret',
  ...UNSTAMPED,
  clientId: 'cli_secret',
  rule: 'FREQ=WEEKLY',
  start: '2026-11-27T10:00',
  timeZone: 'Europe/Vienna',
  minutes: 30,
  exceptions: [],
};

/** Everything in a home that says something, by file. */
async function readAll(home: string): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const name of await readdir(home, { recursive: true }))
    if ((await stat(join(home, name))).isFile()) texts.set(name, await readFile(join(home, name), 'utf8'));
  return texts;
}

async function makeHomeWithSecret() {
  const home = await makeHome();
  const store = await openAt(home);
  await store.update(puttingClient(clientNamed('Globex')));
  const named = (values: Record<string, string>) => ({ note: { code: 'logged' as const, values } });
  await store.update((state) => ({ ...puttingClient(clientNamed('Secret'))(state), ...named({ client: 'Secret' }) }));
  await store.update(changing((state) => putCall(state, { ...CALL })));
  await store.update((state) => ({
    ...putting(
      requestFor('cli_secret', 'req_open', { subject: 'Secret wish' }),
      closedRequest('cli_secret', 'req_past', '2026-09-03T10:00:00Z', { subject: 'Secret past' }),
      requestFor('cli_globex', 'req_other'),
      closedRequest('cli_globex', 'req_other_past', '2026-09-04T10:00:00Z'),
    )(state),
    ...named({ client: 'Secret, Globex' }),
  }));
  await store.backup('one');
  await store.update(putting(requestFor('cli_secret', 'req_open', { subject: 'Secret wish, changed' })));
  await store.update(putting(requestFor('cli_secret', 'req_gone', { subject: 'Secret and gone' })));
  await store.update(changing((state) => removeRequest(state, 'req_gone')));
  await store.backup('two');
  return { home, store };
}

test('forgetting a client leaves nothing of it anywhere but ids', async () => {
  const { home, store } = await makeHomeWithSecret();
  await writeFile(
    join(home, 'open.json.unreadable-2026-11-01T00-00-00Z'),
    '{"clientId": "cli_secret", "subject": "Secret"',
  );
  const secretive = async () =>
    [...(await readAll(home))].filter(([, text]) => /Secret/.test(text)).map(([name]) => name);
  expect((await secretive()).length).toBeGreaterThan(8);

  expect(await store.forgetClient('cli_secret')).toBe(5);
  expect(await secretive()).toEqual([]);
  const naming = [...(await readAll(home))].filter(([, text]) => text.includes('cli_secret')).map(([name]) => name);
  expect(naming).toEqual(['book.json']);
  expect((await readJson(home, 'book.json')).tombstones).toMatchObject([{ id: 'cli_secret' }, { id: 'call_secret' }]);
  expect(await readJson(home, 'history', '2026-09.json')).toMatchObject({
    requests: [{ id: 'req_other_past' }],
    tombstones: [{ id: 'req_past' }],
  });
  expect(store.state.clients.map((client) => client.name)).toEqual(['Globex']);
  expect(store.state.requests.map((request) => request.id)).toEqual(['req_other']);
  expect(JSON.stringify(store.state.tally)).not.toContain('cli_secret');
  await store.close();
  const again = await openAt(home);
  expect(again.notices).toEqual([]);
  expect(again.state.clients).toHaveLength(1);
});

test("what others' is survives in undo and in every backup", async () => {
  const { store } = await makeHomeWithSecret();
  await store.forgetClient('cli_secret');
  for (const { backup } of await store.backups()) {
    await store.restore(backup);
    expect(store.state.clients.map((client) => client.name)).toEqual(['Globex']);
    expect(JSON.stringify(store.state)).not.toContain('cli_secret');
    await store.refreshTally();
    expect(JSON.stringify(store.state.tally)).not.toContain('cli_secret');
  }
});

test('a change that was about others too can still be undone for them', async () => {
  const { store } = await makeHomeWithSecret();
  await store.forgetClient('cli_secret');
  expect((await store.changes(10)).map((change) => change.note.values)).toEqual([{}, {}]);
  await store.undo();
  expect(store.state.requests).toEqual([]);
  await store.undo();
  await expect(store.undo()).rejects.toMatchObject({ problem: { code: 'nothing-to-undo' } });
});
