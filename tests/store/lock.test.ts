import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, readdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { acquireLock, findOwner } from '../../electron/store/lock';
import { bundle } from '../helpers/bundle';
import { finish, firstLine, startChild } from './helpers/children';
import { makeFolder, makeHome, openAt, optionsFor } from './helpers/homes';
import { clientNamed, puttingClient } from './helpers/records';

let child = '';
beforeAll(async () => {
  const { path, remove } = await bundle('tests/store/helpers/child.ts');
  child = path;
  return remove;
});

/** A number that no process has: one that has just ended. */
async function deadPid(): Promise<number> {
  const process = spawn('true');
  await new Promise((resolve) => process.once('exit', resolve));
  return process.pid ?? 0;
}

async function writeLock(home: string, owner: object): Promise<void> {
  await mkdir(home, { recursive: true });
  await writeFile(
    join(home, 'lock'),
    JSON.stringify({ pid: process.pid, host: hostname(), at: Date.now(), token: 'other', ...owner }),
  );
}

async function listen(path: string): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(path, resolve));
  onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve())));
}

async function holdElsewhere(home: string): Promise<ChildProcess> {
  const holder = startChild(child, ['hold', home]);
  await firstLine(holder);
  return holder;
}

test('a second process is refused, and told who has it', async () => {
  const home = await makeHome();
  const holder = await holdElsewhere(home);
  await expect(openAt(home, { patienceMs: 50 })).rejects.toMatchObject({
    problem: { code: 'home-in-use', message: expect.stringContaining(`process ${holder.pid}`) },
  });
  expect(await findOwner(home)).toMatchObject({ pid: holder.pid, isAlive: true });
});

test('the lock of a killed process is taken over at once', async () => {
  const home = await makeHome();
  const holder = await holdElsewhere(home);
  holder.kill('SIGKILL');
  await finish(holder);
  expect(await findOwner(home)).toMatchObject({ isAlive: false });
  await (await openAt(home)).close();
  expect(await findOwner(home)).toBeUndefined();
  expect((await readdir(home)).filter((name) => name.includes('lock'))).toEqual([]);
});

test('an owner whose socket answers is alive however old its lock, and nobody waits for it', async () => {
  const home = await makeHome();
  const socket = join(await makeFolder(), 'app.sock');
  await writeLock(home, { at: 0, socket, pid: await deadPid() });
  await listen(socket);
  await expect(openAt(home, { patienceMs: 60_000 })).rejects.toMatchObject({ problem: { code: 'home-in-use' } });
  expect(await findOwner(home)).toMatchObject({ socket, isAlive: true });
});

test.each([
  ['a socket that does not answer', { at: Date.now() - 60_000, socket: '/nowhere/app.sock' }],
  ['a time stamp older than five minutes', { at: Date.now() - 301_000 }],
  ['another machine, long ago', { at: Date.now() - 301_000, host: 'elsewhere' }],
])('a lock with %s is dead', async (_name, owner) => {
  const home = await makeHome();
  await writeLock(home, owner);
  await (await openAt(home)).close();
});

test.each([
  ['a young time stamp of a process that runs', {}],
  ['a young time stamp of another machine', { host: 'elsewhere', pid: 1_000_000_000 }],
  ['a time stamp from the future, where the clock went back', { at: Date.now() + 86_400_000 }],
  ['a socket that does not listen yet, of a process that has just begun', { socket: '/nowhere/app.sock' }],
])('a lock with %s is alive', async (_name, owner) => {
  const home = await makeHome();
  await writeLock(home, owner);
  await expect(openAt(home, { patienceMs: 50 })).rejects.toMatchObject({ problem: { code: 'home-in-use' } });
});

test.each(['', 'not a lock', '{"pid": "many"}'])('a lock that says %j belongs to nobody', async (text) => {
  const home = await makeHome();
  await mkdir(home);
  await writeFile(join(home, 'lock'), text);
  await (await openAt(home)).close();
});

test('of many that take over a dead lock at once one has it at a time', async () => {
  const home = await makeHome();
  await writeLock(home, { pid: await deadPid() });
  let held = 0;
  let most = 0;
  await Promise.all(
    Array.from({ length: 12 }, async () => {
      const lock = await acquireLock(home, undefined, 10_000);
      held++;
      most = Math.max(most, held);
      await lock.assertMine();
      held--;
      await lock.release();
    }),
  );
  expect(most).toBe(1);
  expect(await readdir(home)).toEqual([]);
});

test('a taker that was killed while taking over stops nobody', async () => {
  const home = await makeHome();
  const pid = await deadPid();
  await writeLock(home, { pid });
  const rival = { pid, host: hostname(), at: Date.now(), token: 'rival' };
  await writeFile(join(home, '.lock-other.claim'), JSON.stringify(rival));
  await (await openAt(home)).close();
  expect((await readdir(home)).filter((name) => name.includes('lock'))).toEqual([]);
});

test('who lost the home to another process writes no more', async () => {
  const home = await makeHome();
  const store = await openAt(home);
  await store.update(puttingClient(clientNamed('One')));
  await unlink(join(home, 'lock'));
  const other = await openAt(home);
  await other.update(puttingClient(clientNamed('Two')));
  const saved = await readFile(join(home, 'book.json'), 'utf8');
  await expect(store.update(puttingClient(clientNamed('Three')))).rejects.toMatchObject({
    problem: { code: 'home-in-use' },
  });
  await store.close();
  expect(await readFile(join(home, 'book.json'), 'utf8')).toBe(saved);
  expect(await findOwner(home)).toMatchObject({ isAlive: true });
});

test('several processes that each make many changes lose none', async () => {
  const home = await makeHome();
  const names = ['a', 'b', 'c', 'd'];
  const lines = await Promise.all(
    names.map(async (name) => await finish(startChild(child, ['add', home, name, '20']))),
  );
  expect(lines.flat().filter((line) => 'refused' in line)).toEqual([]);
  const store = await openAt(home);
  expect(store.state.requests).toHaveLength(80);
  expect(await store.changes(200)).toHaveLength(80);
});

test('the lock says where the owner is reached', async () => {
  const home = await makeHome();
  const options = optionsFor(home, { socket: '/run/somewhere/app.sock' });
  await openAt(home, options);
  expect(await findOwner(home)).toMatchObject({ pid: process.pid, socket: '/run/somewhere/app.sock', isAlive: true });
});
