import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { putStranger, removeStranger } from '../../electron/core/records';
import { assignStranger } from '../../electron/strangers';
import { makeStranger, momentAt } from '../helpers/build';
import { makeHome, openAt, readJson } from './helpers/homes';
import { changing, clientNamed, NOW, puttingClient } from './helpers/records';

const SECRET = makeStranger({ id: 'str_secret', name: 'Hush-Hush', phone: '+43 1 555 0199' });

async function makeHomeWithStranger() {
  const home = await makeHome();
  const store = await openAt(home);
  await store.update(puttingClient(clientNamed('Globex')));
  await store.update(changing((state) => putStranger(state, SECRET), 'stranger-kept'));
  return { home, store };
}

test('who waits is part of the book, of backups, and undone like everything else', async () => {
  const { home, store } = await makeHomeWithStranger();
  const backup = await store.backup('asked');
  await store.close();
  const again = await openAt(home);
  expect(again.state.strangers).toMatchObject([{ name: 'Hush-Hush', at: SECRET.at, updatedBy: 'laptop' }]);
  await again.update(changing((state) => removeStranger(state, SECRET.id), 'stranger-removed'));
  expect(await readJson(home, 'book.json')).toMatchObject({ strangers: [], tombstones: [{ id: SECRET.id }] });
  await again.undo();
  expect(again.state.strangers).toMatchObject([{ id: SECRET.id }]);
  await again.undo();
  expect(again.state.strangers).toEqual([]);
  await again.restore(backup);
  expect(again.state.strangers).toMatchObject([{ id: SECRET.id }]);
});

test('a book from before there were any reads as it was', async () => {
  const { home, store } = await makeHomeWithStranger();
  await store.close();
  const { strangers: _, ...older } = await readJson(home, 'book.json');
  await writeFile(join(home, 'book.json'), JSON.stringify({ ...older, version: '1.1' }));
  const again = await openAt(home);
  expect(again.notices).toEqual([]);
  expect(again.state).toMatchObject({ clients: [{ name: 'Globex' }], strangers: [] });
});

test('whoever was somebody of a client is forgotten with it, in undo and backups too', async () => {
  const { home, store } = await makeHomeWithStranger();
  await store.backup('asked');
  await store.update((state) => {
    const { state: next } = assignStranger(state, SECRET.id, { newClient: 'Secret' }, momentAt(NOW));
    return { state: next, note: { code: 'stranger-assigned', values: { client: 'Secret' } }, result: undefined };
  });
  await store.update(changing((state) => putStranger(state, makeStranger({ id: 'str_other', name: 'Peter' }))));
  const [, secret] = store.state.clients;
  await store.forgetClient(secret?.id ?? '');
  await store.close();
  for (const name of await readdir(home, { recursive: true })) {
    const path = join(home, name);
    if ((await stat(path)).isFile()) expect(await readFile(path, 'utf8'), name).not.toMatch(/Hush-Hush|555 0199/);
  }
  expect((await openAt(home)).state.strangers).toMatchObject([{ name: 'Peter' }]);
});
