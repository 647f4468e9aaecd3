import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Answer } from '../../electron/ipc/answer';
import { linesOf } from '../../electron/ipc/lines';
import { askOwner } from '../../electron/ipc/socket-client';
import { type SocketDoor, serveSocket } from '../../electron/ipc/socket-door';

/** Answers with what it was asked. */
const echo = (async (name: string, input: unknown, asked: unknown) => ({
  ok: true,
  value: { name, input, asked },
})) as unknown as Answer;

async function serve(answer: Answer = echo, lineLimit?: number): Promise<{ path: string; door: SocketDoor }> {
  const folder = await mkdtemp(join(tmpdir(), 'uf-'));
  const path = join(folder, 'run', 'home.sock');
  const door = await serveSocket(path, answer, lineLimit);
  onTestFinished(async () => {
    await door.close();
    await rm(folder, { recursive: true, force: true });
  });
  return { path, door };
}

function reach(path: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(path, () => resolve(socket));
    socket.on('error', reject);
  });
}

async function exchange(path: string, ...lines: string[]): Promise<unknown[]> {
  const socket = await reach(path);
  socket.end(lines.join(''));
  const answers: unknown[] = [];
  for await (const line of linesOf(socket, 1e9)) answers.push(JSON.parse(line ?? ''));
  return answers;
}

describe('lines', () => {
  test.each([1, 2, 3, 7, 1000])('are put together from pieces of %i bytes', async (size) => {
    const bytes = Buffer.from('{"a":"Größe – 日本"}\n\n{"b":2}\nlast');
    const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
      bytes.subarray(index * size, (index + 1) * size),
    );
    const lines: (string | undefined)[] = [];
    for await (const line of linesOf(Readable.from(pieces, { objectMode: false }), 1000)) lines.push(line);
    expect(lines).toEqual(['{"a":"Größe – 日本"}', '', '{"b":2}', 'last']);
  });

  test('that are too long are left out, and only they', async () => {
    const lines: (string | undefined)[] = [];
    for await (const line of linesOf(Readable.from([Buffer.from('ab\nabcdef'), Buffer.from('g\nxy\n')]), 5))
      lines.push(line);
    expect(lines).toEqual(['ab', undefined, 'xy']);
  });
});

describe('the socket', () => {
  test('answers in order, with the id that was given, and passes time and dry run on', async () => {
    const { path } = await serve();
    const answers = await exchange(
      path,
      '{"id":"a","name":"calls","input":{"x":1},"now":"2026-11-24T11:20:00+01:00","dryRun":true}\n',
      '{"id":7,"name":"load"}\n',
      '{"name":"load","input":null}',
    );
    expect(answers).toMatchObject([
      {
        id: 'a',
        ok: true,
        value: { name: 'calls', input: { x: 1 }, asked: { door: 'socket', now: '2026-11-24T10:20:00Z', dryRun: true } },
      },
      { id: 7, ok: true, value: { name: 'load', input: {}, asked: { door: 'socket' } } },
      { ok: true, value: { name: 'load', input: {} } },
    ]);
  });

  test.each([
    ['rubbish', 'hello', { code: 'usage' }],
    ['no object', '[]', { code: 'usage' }],
    ['null', 'null', { code: 'usage' }],
    ['no name', '{"id":1}', { code: 'usage', field: 'name' }],
    ['a name that is none', '{"name":{}}', { code: 'usage', field: 'name' }],
    ['a time without an offset', '{"name":"load","now":"2026-11-24T11:20"}', { code: 'invalid', field: 'now' }],
    ['a strange dry run', '{"name":"load","dryRun":"no"}', { code: 'usage', field: 'dryRun' }],
    ['too much', `{"name":"${'x'.repeat(2000)}"}`, { code: 'too-long' }],
  ])('says what is wrong with %s, and goes on', async (_, line, problem) => {
    const { path } = await serve(echo, 1000);
    const answers = await exchange(path, `${line}\n`, '{"id":2,"name":"load"}\n');
    expect(answers).toMatchObject([
      { ok: false, problem },
      { id: 2, ok: true },
    ]);
  });

  test('is for its owner alone', async () => {
    const { path } = await serve();
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(dirname(path))).mode & 0o777).toBe(0o700);
  });

  test('is not opened in a folder that is open to others', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'uf-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await chmod(folder, 0o755);
    await expect(serveSocket(join(folder, 'home.sock'), echo)).rejects.toMatchObject({
      problem: { code: 'unavailable' },
    });
  });

  test('answers many at once', async () => {
    const { path } = await serve();
    const asked = Array.from({ length: 60 }, (_, index) => askOwner(path, { name: 'load', input: { index } }));
    const replies = await Promise.all(asked);
    expect(replies.map((reply) => (reply?.ok ? reply.value : undefined))).toMatchObject(
      replies.map((_, index) => ({ input: { index } })),
    );
  });

  test('does not mind who goes away', async () => {
    const { path } = await serve();
    for (let i = 0; i < 20; i++) {
      const socket = await reach(path);
      socket.write('{"id":1,"name":"load"}\n{"id":2,');
      socket.destroy();
    }
    expect(await askOwner(path, { name: 'load', input: {} })).toMatchObject({ ok: true });
  });

  test('takes the place of what a killed owner left, and of nobody who listens', async () => {
    const { path, door } = await serve();
    await expect(serveSocket(path, echo)).rejects.toMatchObject({ problem: { code: 'unavailable' } });
    await door.close();
    expect(await askOwner(path, { name: 'load', input: {} })).toBeUndefined();
    await writeFile(path, '');
    const next = await serveSocket(path, echo);
    expect(await askOwner(path, { name: 'load', input: {} })).toMatchObject({ ok: true });
    await next.close();
    await expect(stat(path)).rejects.toThrow('ENOENT');
  });

  test('lets an answer under way come before it closes', async () => {
    let release = () => {};
    let asked = () => {};
    const wasAsked = new Promise<void>((resolve) => {
      asked = resolve;
    });
    const slow = (async () => {
      asked();
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      return { ok: true, value: 'late' };
    }) as unknown as Answer;
    const { path, door } = await serve(slow);
    const idle = await reach(path);
    const idleClosed = new Promise((resolve) => idle.on('close', resolve));
    const reply = askOwner(path, { name: 'load', input: {} });
    await wasAsked;
    const closed = door.close();
    release();
    expect(await reply).toEqual({ ok: true, value: 'late' });
    await closed;
    await idleClosed;
  });
});
