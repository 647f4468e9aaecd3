import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openScene } from './scene';

test('forgetting a client takes what the inbox kept of them, and nothing of others', async () => {
  const scene = await openScene();
  await scene.leave('person.txt', 'lee wrote re the merger');
  await scene.leave('by-name.json', { client: 'Globex', channel: 'chat' });
  await scene.leave('other.txt', 'acme wrote re login');
  await scene.leave('unknown.txt', '  ');
  await scene.leave('wrong.json', { person: 'DANA RUIZ', neededBy: 'soon' });
  await scene.leave(
    'mail.eml',
    'From: <dana@globex.example>\nDate: Tue, 20 Oct 2026 11:20:00 +0200\nSubject: merger\n\nHi',
  );
  await scene.take();
  expect(await scene.list('done')).toHaveLength(4);

  await scene.store.forgetClient('cli_Globex');
  expect((await scene.list('done')).map((name) => name.slice(34))).toEqual(['other.txt']);
  expect(await scene.list('refused')).toEqual(['unknown.txt', 'unknown.txt.reason.txt']);
  for (const name of await readdir(scene.home, { recursive: true })) {
    const path = join(scene.home, name);
    if ((await stat(path)).isFile()) expect(await readFile(path, 'utf8'), name).not.toMatch(/merger|dana/i);
  }
});
