import { mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { makeSocketFolder, pointerPath, resolveHome, socketPath } from '../../electron/store/home';
import { findOwner } from '../../electron/store/lock';
import { moveHome } from '../../electron/store/move-home';
import { makeFolder, makeHome, openAt } from './helpers/homes';
import { clientNamed, closedRequest, putting, puttingClient } from './helpers/records';

const env = {};

test.each([
  ['linux', env, '/home/ada/.local/share/until-friday'],
  ['linux', { XDG_DATA_HOME: '/data' }, '/data/until-friday'],
  ['darwin', env, '/home/ada/Library/Application Support/Until Friday/book'],
  ['win32', { APPDATA: '/roaming' }, '/roaming/Until Friday/book'],
  ['linux', { UNTIL_FRIDAY_HOME: '/else/where' }, '/else/where'],
] as const)('on %s with %j the data is in %s', (platform, surroundings, home) => {
  expect(resolveHome({ platform, env: surroundings, userFolder: '/home/ada' })).toBe(home);
});

test('the flag comes first, and is made absolute', () => {
  const surroundings = { platform: 'linux' as const, userFolder: '/home/ada', env: { UNTIL_FRIDAY_HOME: '/else' } };
  expect(resolveHome({ ...surroundings, flag: 'here' })).toBe(join(process.cwd(), 'here'));
});

test('a moved home is found by its pointer, and a broken pointer is not passed over', async () => {
  const userFolder = await makeFolder();
  const surroundings = { platform: 'linux' as const, userFolder, env };
  const pointer = pointerPath(surroundings);
  await mkdir(dirname(pointer), { recursive: true });
  await writeFile(pointer, '{"home": "/usb/book"}');
  expect(resolveHome(surroundings)).toBe('/usb/book');
  await writeFile(pointer, '{"home": ');
  expect(() => resolveHome(surroundings)).toThrow(
    expect.objectContaining({ problem: expect.objectContaining({ code: 'file-unreadable' }) }),
  );
});

test.skipIf(process.platform === 'win32')(
  'each home has one socket path, short enough, by whatever name it is called',
  async () => {
    const folder = await makeFolder();
    const home = join(folder, 'book');
    await mkdir(home);
    await symlink(home, join(folder, 'alias'));
    expect(socketPath(join(folder, 'alias'), env)).toBe(socketPath(home, env));
    expect(socketPath(join(folder, 'other'), env)).not.toBe(socketPath(home, env));
    expect(socketPath(home, { XDG_RUNTIME_DIR: '/run/user/7' })).toMatch(
      /^\/run\/user\/7\/until-friday\/[0-9a-f]{16}\.sock$/,
    );
    expect(socketPath(home, { XDG_RUNTIME_DIR: `/run/${'x'.repeat(100)}` }).length).toBeLessThan(104);
  },
);

test.skipIf(process.platform === 'win32')('the folder of the socket is for its owner alone', async () => {
  const folder = await makeFolder();
  const socket = join(folder, 'own', 'app.sock');
  await makeSocketFolder(socket);
  expect((await stat(dirname(socket))).mode & 0o777).toBe(0o700);
  await mkdir(join(folder, 'open'), { mode: 0o755 });
  await expect(makeSocketFolder(join(folder, 'open', 'app.sock'))).rejects.toMatchObject({
    problem: { code: 'unavailable' },
  });
});

async function makeUsedHome() {
  const home = await makeHome();
  const store = await openAt(home);
  await store.update(puttingClient(clientNamed('Globex')));
  await store.update(putting(closedRequest('cli_globex', 'req_1', '2026-10-03T10:00:00Z')));
  await store.backup('asked');
  return { home, store, pointer: join(home, '..', 'config', 'home.json') };
}

test('moving takes everything along and leaves nothing behind', async () => {
  const { home, store, pointer } = await makeUsedHome();
  const to = join(home, '..', 'new place');
  expect(await moveHome(store, to, pointer)).toBe(to);
  expect(JSON.parse(await readFile(pointer, 'utf8'))).toEqual({ home: to });
  await expect(stat(home)).rejects.toMatchObject({ code: 'ENOENT' });
  const moved = await openAt(to);
  expect(moved.state.clients).toHaveLength(1);
  expect(await moved.months()).toEqual(['2026-10']);
  expect(await moved.backups()).toHaveLength(2);
  expect(await moved.check()).not.toContainEqual(expect.objectContaining({ ok: false }));
  await moved.undo();
});

test('a move that can not be is refused, and the old home stays open or can be opened', async () => {
  const { home, store, pointer } = await makeUsedHome();
  await expect(moveHome(store, join(home, 'inner'), pointer)).rejects.toMatchObject({ problem: { code: 'invalid' } });
  await expect(moveHome(store, dirname(home), pointer)).rejects.toMatchObject({ problem: { code: 'invalid' } });
  const full = await makeFolder();
  await writeFile(join(full, 'letter.txt'), '');
  await expect(moveHome(store, full, pointer)).rejects.toMatchObject({ problem: { code: 'exists' } });
  expect(store.state.clients).toHaveLength(1);
  await store.update(puttingClient(clientNamed('Initech')));
  const under = join(full, 'letter.txt', 'book');
  await expect(moveHome(store, under, pointer)).rejects.toMatchObject({ problem: { code: 'home-read-only' } });
  expect(await findOwner(home)).toBeUndefined();
  expect((await openAt(home)).state.clients).toHaveLength(2);
  expect(await readdir(full)).toEqual(['letter.txt']);
});

test('the check looks after everything, and finds what is wrong', async () => {
  const { home, store } = await makeUsedHome();
  const good = await store.check();
  expect(good.filter((each) => !each.ok)).toEqual([]);
  expect(good.map((each) => each.check)).toEqual([
    'folder',
    'lock',
    'permissions',
    'files',
    'tally',
    'calendars',
    'backups',
    'leftovers',
    'space',
  ]);
  await writeFile(join(home, '.open.json.1-ab.tmp'), '');
  await writeFile(join(home, 'history', '2026-10.json'), '{');
  const bad = (await store.check()).filter((each) => !each.ok).map((each) => `${each.check}: ${each.detail}`);
  expect(bad).toEqual(
    expect.arrayContaining([expect.stringContaining('2026-10.json'), expect.stringContaining('.open.json.1-ab.tmp')]),
  );
});
