import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { socketPath } from '../../electron/store/home';
import { buildCommandLine, makeFolder, openCommandLine, removeCommandLine } from './helpers/command-line';
import { openInProcess } from './helpers/in-process';
import { ownHome } from './helpers/owner';

afterAll(removeCommandLine);

/** Every file of a folder with what is in it, byte for byte. */
async function readFolder(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = await Promise.all(
    entries.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path, entry.isFile() ? await readFile(path, 'base64') : 'folder'];
    }),
  );
  return Object.fromEntries(files);
}

describe('several at once', () => {
  test('processes that open a new home together lose nothing', { timeout: 60_000 }, async () => {
    const { run, ask } = await openCommandLine();
    const names = ['Globex', 'Nordwind', 'Acme', 'Initech', 'Umbra'];
    const ran = await Promise.all(names.map((name) => run('client', 'add', name)));
    expect(ran.map(({ status, stderr }) => status === 0 || stderr)).toEqual(names.map(() => true));
    const clients = (await ask('client', 'list')) as { name: string }[];
    expect(clients.map(({ name }) => name).sort()).toEqual(names.sort());
  });

  test('processes that ask the owner together lose nothing', { timeout: 60_000 }, async () => {
    const { run, home, env } = await openCommandLine();
    const { store } = await ownHome(home, env, '2026-11-24T10:00:00Z');
    const names = ['Globex', 'Nordwind', 'Acme', 'Initech', 'Umbra'];
    const ran = await Promise.all(names.map((name) => run('client', 'add', name)));
    expect(ran.map(({ status, stderr }) => status === 0 || stderr)).toEqual(names.map(() => true));
    expect(store.state.clients.map(({ name }) => name).sort()).toEqual(names.sort());
  });
});

describe('who answers', () => {
  test('an owner that was killed is not waited for; its socket is removed by the next one', async () => {
    const { ask, home, env } = await openInProcess();
    const socket = socketPath(home, env);
    await mkdir(dirname(socket), { recursive: true, mode: 0o700 });
    // What a killed process leaves: a socket that nobody listens on.
    const child = spawn(process.execPath, [
      '-e',
      `require('net').createServer().listen(${JSON.stringify(socket)}, () => process.kill(process.pid, 'SIGKILL'))`,
    ]);
    await new Promise((resolve) => child.on('close', resolve));
    await mkdir(home, { recursive: true, mode: 0o700 });
    const dead = { pid: child.pid, host: hostname(), at: Date.now(), token: 'dead', socket };
    await writeFile(join(home, 'lock'), JSON.stringify(dead));

    expect(await ask('client', 'add', 'Globex')).toMatchObject({ name: 'Globex' });
    expect(await readdir(home)).not.toContain('lock');
    const { store } = await ownHome(home, env, '2026-11-24T10:00:00Z');
    expect(await ask('client', 'add', 'Acme')).toMatchObject({ name: 'Acme' });
    expect(store.state.clients).toHaveLength(2);
  });

  test('an owner that hangs up in the middle is told of, and the change is not made twice', async () => {
    const { run, home, env } = await openInProcess();
    const socket = socketPath(home, env);
    await mkdir(dirname(socket), { recursive: true, mode: 0o700 });
    const server = createServer((connection) => connection.once('data', () => connection.destroy()));
    await new Promise<void>((resolve) => server.listen(socket, resolve));
    await mkdir(home, { recursive: true });
    const owner = { pid: process.pid, host: hostname(), at: Date.now(), token: 'mute', socket };
    await writeFile(join(home, 'lock'), JSON.stringify(owner));
    const { status, stderr, stdout } = await run('client', 'add', 'Globex');
    await new Promise((resolve) => server.close(resolve));
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('whether it was done is not known');
    expect(await readdir(home)).toEqual(['lock']);
  });
});

describe('a dry run', () => {
  const steps = [
    ['client', 'add', 'Acme'],
    ['log', 'dana missed call re logo'],
    ['undo'],
    ['request', 'done', 'invoice'],
    ['client', 'forget', 'Hooli'],
    ['sample', 'add'],
    ['backup'],
    ['restore'],
    ['doctor'],
  ];

  test('answers and leaves the home as it is, byte for byte', async () => {
    const { ask, home } = await openInProcess();
    await ask('client', 'add', 'Hooli', '--contact', 'Dana Ruiz');
    await ask('log', 'dana missed call re invoice');
    await ask('backup');
    const before = await readFolder(home);
    const file = join(await makeFolder(), 'export.json');
    for (const step of steps) {
      // A later day, on which a backup would be due.
      expect(await ask('--dry-run', ...step, '--now', '2026-11-26T09:00:00+01:00'), step.join(' ')).toBeTruthy();
      expect(await readFolder(home), step.join(' ')).toEqual(before);
    }
    await ask('export', '--dry-run', '--out', file);
    await expect(stat(file)).rejects.toThrow('ENOENT');
    expect(await ask('home', '--dry-run')).toEqual({ folder: home });
  });

  test('makes no home where there is none', async () => {
    const { ask, home } = await openInProcess();
    expect(await ask('--dry-run', 'client', 'add', 'Hooli')).toMatchObject({ name: 'Hooli' });
    expect(await ask('--dry-run', 'requests')).toEqual([]);
    await expect(stat(home)).rejects.toThrow('ENOENT');
  });

  test('changes nothing through the socket either', async () => {
    const { ask, home, env } = await openInProcess();
    const { store } = await ownHome(home, env, '2026-11-24T10:20:00Z');
    await ask('client', 'add', 'Hooli', '--contact', 'Dana Ruiz');
    await ask('log', 'dana missed call re invoice');
    await ask('backup');
    const { state } = store;
    const before = await readFolder(home);
    for (const step of steps) await ask('--dry-run', ...step);
    expect(store.state).toBe(state);
    expect(await readFolder(home)).toEqual(before);
  });
});

describe('around the answers', () => {
  test('questions alone are answered on a new home', async () => {
    const { ask } = await openInProcess();
    for (const question of ['client list', 'call list', 'requests', 'prep', 'load', 'changes', 'backups'])
      expect(await ask(...question.split(' ')), question).toEqual([]);
    expect(await ask('available')).toMatchObject({ slots: expect.any(Array) });
    expect(await ask('export')).toMatchObject({ format: 'until-friday', clients: [] });
  });

  test('an export replaces a file as a whole, and only the person can read it', async () => {
    const { ask, run } = await openInProcess();
    const folder = await makeFolder();
    const file = join(folder, 'export.csv');
    await writeFile(file, 'x'.repeat(100_000));
    await ask('export', '--format', 'csv', '--out', file);
    expect(await readFile(file, 'utf8')).toBe((await run('export', '--format', 'csv')).stdout);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['export.csv']);
  });

  test('whoever reads only the beginning is no reason to fail', { timeout: 60_000 }, async () => {
    const { home, env, run } = await openCommandLine();
    await run('sample', 'add');
    const child = spawn(process.execPath, [await buildCommandLine(), '--home', home, 'export'], { env });
    let stderr = '';
    child.stderr.on('data', (text) => {
      stderr += text;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
