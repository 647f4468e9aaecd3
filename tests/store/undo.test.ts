import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { putDevice, putSettings } from '../../electron/core/records';
import { makeHome, openAt } from './helpers/homes';
import { changing, clientNamed, closedRequest, NOW, putting, puttingClient, requestFor } from './helpers/records';

const GLOBEX = clientNamed('Globex');

test('undo takes back one change after the other, across restarts', async () => {
  const home = await makeHome();
  const store = await openAt(home);
  const { changeId } = await store.update(puttingClient(GLOBEX));
  await store.update(puttingClient({ ...GLOBEX, notes: 'one' }));
  await store.update(puttingClient({ ...GLOBEX, notes: 'two' }));
  await store.close();
  const again = await openAt(home);
  expect(await again.undo()).toMatchObject({ note: { code: 'client-added' } });
  expect(again.state.clients[0]?.notes).toBe('one');
  await again.undo();
  expect(again.state.clients[0]?.notes).toBe('');
  expect(await again.changes(5)).toMatchObject([{ changeId }]);
  expect(await again.undo()).toMatchObject({ changeId });
  expect(again.state.clients).toEqual([]);
  await expect(again.undo()).rejects.toMatchObject({ problem: { code: 'nothing-to-undo' } });
  expect(await readdir(join(home, 'undo'))).toEqual([]);
});

test('undo takes back settings, device, closing and reopening', async () => {
  const store = await openAt(await makeHome());
  const { settings, device } = store.state;
  await store.update(changing((state) => putSettings(state, { ...settings, myName: 'Ada' }), 'settings-changed'));
  await store.update(changing((state) => putDevice(state, { ...device, theme: 'dark' }), 'device-changed'));
  await store.undo();
  expect(store.state.device.theme).toBe('system');
  await store.undo();
  expect(store.state.settings.myName).toBe('');
  await store.update(putting(requestFor('cli_globex', 'req_1')));
  await store.update(putting(closedRequest('cli_globex', 'req_1', '2026-10-03T10:00:00Z')));
  await store.undo();
  expect(store.state.requests).toMatchObject([{ id: 'req_1', status: 'open' }]);
  expect(store.state.history['2026-10']).toEqual([]);
});

test('a named change is undone out of order when its records are untouched since', async () => {
  const store = await openAt(await makeHome());
  const { changeId } = await store.update(putting(requestFor('cli_globex', 'req_1')));
  await store.update(putting(requestFor('cli_globex', 'req_2')));
  await store.undo(changeId);
  expect(store.state.requests.map((request) => request.id)).toEqual(['req_2']);
  await expect(store.undo(changeId)).rejects.toMatchObject({ problem: { code: 'nothing-to-undo' } });
});

test('a change whose records were changed since is refused with the reason, and nothing happens', async () => {
  const store = await openAt(await makeHome());
  const { changeId } = await store.update(putting(requestFor('cli_globex', 'req_1', { subject: 'invoice' })));
  await store.update(putting(requestFor('cli_globex', 'req_1', { subject: 'two invoices' })));
  const before = store.state;
  await expect(store.undo(changeId)).rejects.toMatchObject({
    problem: { code: 'changed-since', message: expect.stringContaining('two invoices') },
  });
  expect(store.state).toBe(before);
  await store.undo();
  await store.undo(changeId);
  expect(store.state.requests).toEqual([]);
});

test('undoing is told to subscribers as an undone change', async () => {
  const store = await openAt(await makeHome());
  const { changeId } = await store.update(puttingClient(GLOBEX));
  const codes: (string | undefined)[] = [];
  store.subscribe((_changed, change) => codes.push(change?.note.code));
  expect(await store.undo()).toMatchObject({ changeId, note: { code: 'client-added' } });
  expect(codes).toEqual(['undone']);
});

test('a change made without undo is not in the list', async () => {
  const store = await openAt(await makeHome());
  await store.update(puttingClient(GLOBEX), { noUndo: true });
  expect(await store.changes(5)).toEqual([]);
});

test('the order is that of the changes even when the clock went back', async () => {
  const home = await makeHome();
  let now = NOW;
  const store = await openAt(home, { now: () => now });
  const one = await store.update(putting(requestFor('cli_globex', 'req_1')));
  now = NOW.subtract({ hours: 24 * 3 });
  const two = await store.update(putting(requestFor('cli_globex', 'req_2')));
  await store.close();
  const again = await openAt(home, { now: () => now });
  expect((await again.changes(5)).map((change) => change.changeId)).toEqual([two.changeId, one.changeId]);
  expect(await again.undo()).toMatchObject({ changeId: two.changeId });
});

test('after seven days a change is refused, and its file goes at the next start', async () => {
  const home = await makeHome();
  let now = NOW;
  const store = await openAt(home, { now: () => now });
  await store.update(putting(requestFor('cli_globex', 'req_1')));
  now = NOW.add({ hours: 24 * 4 });
  await store.update(putting(requestFor('cli_globex', 'req_2')));
  now = NOW.add({ hours: 24 * 8 });
  expect(await store.changes(5)).toHaveLength(1);
  await store.undo();
  await expect(store.undo()).rejects.toMatchObject({ problem: { code: 'nothing-to-undo' } });
  await store.close();
  await (await openAt(home, { now: () => now })).close();
  expect(await readdir(join(home, 'undo'))).toEqual([]);
});
