import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { type InProcess, openInProcess } from '../cli/helpers/in-process';

const realNow = Date.now;
afterEach(() => vi.restoreAllMocks());

async function openWithFile(name: string, content: string): Promise<{ cli: InProcess; inbox: string }> {
  const cli = await openInProcess();
  await cli.ask('client', 'add', 'Globex');
  const inbox = join(cli.home, 'inbox');
  await mkdir(inbox, { recursive: true });
  await writeFile(join(inbox, name), content);
  return { cli, inbox };
}

/** What no line can be. */
const TOO_LONG = `globex ${'x'.repeat(10_001)}`;

/** As if the files had been there for ten seconds. */
const later = () => vi.spyOn(Date, 'now').mockImplementation(() => realNow() + 10_000);

test('a command takes what lies in the inbox first, and says what was refused', async () => {
  const { cli, inbox } = await openWithFile('a.txt', `globex wrote re invoice\n${TOO_LONG}\n`);
  later();
  const { status, stdout, stderr } = await cli.run('--json', 'requests', '--open');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject([{ client: 'Globex', subject: 'invoice' }]);
  expect(stderr).toContain('1 of the entries in a.txt was not logged');
  expect(await readdir(join(inbox, 'refused'))).toEqual(['a.txt', 'a.txt.reason.txt']);
  expect((await cli.run('requests')).stderr).toBe('');
});

test('a dry run takes nothing', async () => {
  const { cli, inbox } = await openWithFile('a.txt', 'globex wrote re invoice');
  later();
  expect(JSON.parse((await cli.run('--json', '--dry-run', 'requests')).stdout)).toEqual([]);
  expect(await readdir(inbox)).toEqual(['a.txt']);
});

test('what was only just written waits', async () => {
  const { cli, inbox } = await openWithFile('a.txt', 'globex wrote re invoice');
  vi.spyOn(Date, 'now').mockImplementation(() => realNow() - 60_000);
  expect(await cli.ask('requests')).toEqual([]);
  expect(await readdir(inbox)).toEqual(['a.txt']);
});

test('an inbox that can not be read does not keep from what was asked', async () => {
  const cli = await openInProcess();
  await cli.ask('client', 'add', 'Globex');
  await writeFile(join(cli.home, 'inbox'), 'a file');
  expect(await cli.ask('client', 'list')).toHaveLength(1);
});
