import { spawnSync } from 'node:child_process';
import { chmod, chown, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { bundle } from '../helpers/bundle';
import { finish, startChild } from './helpers/children';
import { makeFolder, makeHome, openAt } from './helpers/homes';
import { clientNamed, putting, puttingClient, requestFor } from './helpers/records';

let child = '';
beforeAll(async () => {
  const { path, remove } = await bundle('tests/store/helpers/child.ts');
  child = path;
  return remove;
});

const isRoot = process.getuid?.() === 0;
const has = (command: string) => spawnSync(command, ['--version']).status === 0;
const canMount = isRoot && spawnSync('unshare', ['-m', 'true']).status === 0;
const canBeNobody = isRoot && has('setpriv');
const NOBODY = ['setpriv', '--reuid', '65534', '--regid', '65534', '--clear-groups'];

async function makeSmallDisk(): Promise<string> {
  const folder = await makeFolder();
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=400k,mode=0700', 'none', folder]);
  if (mounted.status !== 0) throw new Error(String(mounted.stderr));
  onTestFinished(() => void spawnSync('umount', ['-l', folder]));
  return folder;
}

const mountReason = canMount ? '' : ' (skipped: mounting a small tmpfs needs root)';
test.skipIf(!canMount)(`on a full disk a change is refused, and everything stays as it was${mountReason}`, async () => {
  const home = join(await makeSmallDisk(), 'book');
  const store = await openAt(home);
  await store.update(puttingClient(clientNamed('Globex')));
  let refused: unknown;
  for (let count = 0; !refused && count < 100; count++)
    await store
      .update(putting(requestFor('cli_globex', `req_${count}`, { notes: 'n'.repeat(9000) })))
      .catch((error) => {
        refused = error;
      });
  expect(refused).toMatchObject({ problem: { code: 'disk-full', action: expect.stringContaining('space') } });
  const { requests } = store.state;
  expect(JSON.parse(await readFile(join(home, 'open.json'), 'utf8')).requests).toEqual(requests);
  const names = await readdir(home, { recursive: true });
  expect(names.filter((name) => name.endsWith('.tmp') || name === 'commit.json')).toEqual([]);
  // Changes that cross files are refused as whole as the others.
  const [first] = requests;
  if (!first) throw new Error('nothing was saved at all');
  await expect(
    store.update(putting({ ...first, status: 'done', closedAt: '2026-11-27T10:00:00Z', notes: 'm'.repeat(19_000) })),
  ).rejects.toMatchObject({ problem: { code: 'disk-full' } });
  expect(store.state.requests).toBe(requests);
  // Undo makes room, and afterwards work goes on.
  for (let count = 0; count < 3; count++) spawnSync('rm', ['-rf', join(home, 'backups'), join(home, 'undo')]);
  await mkdir(join(home, 'undo'));
  await store.update(putting({ ...first, notes: '' }));
  await store.close();
  const again = await openAt(home);
  expect(again.notices).toEqual([]);
  expect(again.state.requests).toHaveLength(requests.length);
});

const nobodyReason = canBeNobody ? '' : ' (skipped: becoming another user needs root and setpriv)';
test.skipIf(!canBeNobody)(`a read-only home is refused in clear words${nobodyReason}`, async () => {
  const home = await makeHome();
  await (await openAt(home)).close();
  for (const folder of [join(home, '..'), home]) await chmod(folder, 0o755);
  const before = await readdir(home);
  const [line] = await finish(startChild(child, ['add', home, 'x'], NOBODY));
  expect(line).toMatchObject({
    refused: {
      code: 'home-read-only',
      message: expect.stringContaining(home),
      action: expect.stringContaining('--home'),
    },
  });
  expect(await readdir(home)).toEqual(before);
});

test.skipIf(!canBeNobody)(`a file that can't be read is refused and left${nobodyReason}`, async () => {
  const home = await makeHome();
  const store = await openAt(home);
  await store.update(puttingClient(clientNamed('Globex')));
  await store.close();
  await chmod(join(home, '..'), 0o755);
  for (const name of ['.', 'history', 'undo', 'backups', 'calendars', 'open.json', 'device.json'])
    await chown(join(home, name), 65534, 65534);
  const [line] = await finish(startChild(child, ['add', home, 'x'], NOBODY));
  expect(line).toMatchObject({ refused: { code: 'file-unreadable', message: expect.stringContaining('book.json') } });
  expect(await readdir(home)).toEqual(expect.arrayContaining(['book.json', 'open.json']));
  expect(await readdir(home)).not.toContain('lock');
});

test('a home that lies under a file is refused in clear words', async () => {
  const folder = await makeFolder();
  await writeFile(join(folder, 'file'), '');
  for (const home of [join(folder, 'file'), join(folder, 'file', 'book')])
    await expect(openAt(home)).rejects.toMatchObject({
      problem: { code: 'home-read-only', message: expect.stringContaining(home) },
    });
});

test('a file size limit counts as a full disk', async () => {
  const home = await makeHome();
  // 64 KB a file; the signal of the limit is ignored, so that the write fails with EFBIG.
  const limited = ['bash', '-c', 'trap \'\' XFSZ; ulimit -f 64; exec "$@"', 'limited'];
  const lines = await finish(startChild(child, ['addInOneGo', home, 'x', '20'], limited));
  const saved = lines.filter((line) => 'saved' in line);
  expect(saved.length).toBeGreaterThan(2);
  expect(lines.at(-1)).toMatchObject({ refused: { code: 'disk-full' } });
  const store = await openAt(home);
  expect(store.state.requests).toHaveLength(saved.length);
  expect(store.notices).toEqual([]);
});
