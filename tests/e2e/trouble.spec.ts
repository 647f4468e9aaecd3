import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runApp } from '../helpers/running-app';
import { expect, test } from './fixture';
import { addGlobex, logSubjects, type Request } from './scene';

test.beforeEach(async ({ computer }) => {
  await addGlobex(computer);
  await logSubjects(computer);
  await computer.until.ask('backup');
});

test('a file that broke is set aside, the newest backup is used, and the person is told', async ({ computer }) => {
  const broken = '{"version":"1.0","requests":[{"id":"req_';
  await writeFile(join(computer.home, 'open.json'), broken);
  const app = await computer.start({ args: ['--show', 'week'] });
  const page = await app.window();

  await expect
    .poll(() =>
      computer.toasts
        .received()
        .map(({ body }) => body)
        .join(),
    )
    .toContain('open.json');
  for (const subject of ['invoice', 'access', 'slides'])
    await expect(page.locator('[data-line]').filter({ hasText: subject })).toBeVisible();
  expect(await computer.until.ask<Request[]>('requests', '--open')).toHaveLength(3);
  const kept = await Promise.all(
    (await readdir(computer.home))
      .filter((name) => name.startsWith('open') && name !== 'open.json')
      .map((name) => readFile(join(computer.home, name), 'utf8')),
  );
  expect(kept, 'the broken file itself').toContain(broken);
});

test('where toasts reach nobody, the window says what happened', async ({ computer }) => {
  await writeFile(join(computer.home, 'open.json'), 'no JSON at all');
  computer.toasts.close();
  const app = await computer.start({ args: ['--show', 'week'] });
  const page = await app.window();
  await expect(page.getByRole('alert')).toContainText('open.json');
});

test('data of a newer version is refused, untouched, and it is said what to do', async ({ computer }) => {
  const path = join(computer.home, 'book.json');
  const newer = (await readFile(path, 'utf8')).replace(/"version":\s*"1\.\d+"/, '"version": "9.0"');
  expect(newer).toContain('"9.0"');
  await writeFile(path, newer);
  const { status, stderr } = await runApp(computer.env, ['--home', computer.home, '--hidden']);
  expect(status).toBe(1);
  expect(stderr).toContain("Until Friday can't start:");
  expect(stderr).toMatch(/newer/);
  expect(await readFile(path, 'utf8')).toBe(newer);
  const line = await computer.until.run('client', 'list');
  expect(line.status).toBe(1);
  expect(line.stderr).toMatch(/newer/);
});
