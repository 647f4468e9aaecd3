import { spawnSync } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as yieldTurn } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { keepCalendarFile } from '../../electron/calendar-file';
import type { Problem } from '../../electron/core/model/problem';
import { putCall, putDevice } from '../../electron/core/records';
import { createAnswer } from '../../electron/ipc/answer';
import { newId } from '../../electron/new-id';
import { createReplyWords } from '../../electron/reply-words';
import type { Store } from '../../electron/store/store';
import { makeCall, makeClient, makeRequest } from '../helpers/build';
import { makeFolder, makeHome, openAt } from '../store/helpers/homes';
import { changing, NOW, putting, puttingClient } from '../store/helpers/records';
import { linesOf, readStrictly } from './read-back';

const isRoot = process.getuid?.() === 0;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A store with Globex and its Friday call, whose calendar is kept at `path`. */
async function keep(path: string, home?: string) {
  const store = await openAt(home ?? (await makeHome()));
  await store.update(puttingClient(makeClient()));
  await store.update(changing((state) => putCall(state, makeCall())));
  await choose(store, path);
  const problems: Problem[] = [];
  let now = NOW;
  const kept = keepCalendarFile({ store, readNow: () => now, showProblem: (problem) => problems.push(problem) });
  onTestFinished(() => kept.close());
  return {
    store,
    problems,
    kept,
    setNow: (later: Temporal.Instant) => {
      now = later;
    },
  };
}

function choose(store: Store, path: string) {
  return store.update(changing((state) => putDevice(state, { ...state.device, calendarFile: path }), 'device-changed'));
}

function change(store: Store, subject: string, id = 'req_1') {
  return store.update(putting(makeRequest(id, { subject })));
}

/** Lets the quiet time pass, then waits until what is asked for is so; the clock of the timers stands meanwhile. */
async function settle(check: () => Promise<void> | void): Promise<void> {
  await vi.advanceTimersByTimeAsync(2000);
  for (const until = performance.now() + 5000; ; await yieldTurn()) {
    try {
      return await check();
    } catch (error) {
      if (performance.now() > until) throw error;
    }
  }
}

test('the file is written two seconds after the last change, and not before', async () => {
  const path = join(await makeFolder(), 'calls.ics');
  const { store } = await keep(path);
  await vi.advanceTimersByTimeAsync(1500);
  await change(store, 'invoice');
  await vi.advanceTimersByTimeAsync(1900);
  await expect(readFile(path, 'utf8')).rejects.toMatchObject({ code: 'ENOENT' });
  await settle(async () => {
    const text = await readFile(path, 'utf8');
    expect(readStrictly(text).getAllSubcomponents('vevent')).toHaveLength(2);
    expect(linesOf(text, 'DESCRIPTION')[0]).toContain('• invoice');
  });
});

test('what waits is written when the app is closed, and nothing after that', async () => {
  const path = join(await makeFolder(), 'calls.ics');
  const { store, kept } = await keep(path);
  await kept.close();
  const text = await readFile(path, 'utf8');
  await change(store, 'invoice');
  await vi.advanceTimersByTimeAsync(100_000);
  expect(await readFile(path, 'utf8')).toBe(text);
});

test('a file that says the same already is not touched', async () => {
  const path = join(await makeFolder(), 'calls.ics');
  const { store, kept } = await keep(path);
  await kept.close();
  const before = await stat(path);
  const again = keepCalendarFile({
    store,
    readNow: () => NOW,
    showProblem: ({ message }) => expect.unreachable(message),
  });
  await again.close();
  const after = await stat(path);
  expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
});

test('when a call is over its agenda goes to the next one, without any change', async () => {
  const path = join(await makeFolder(), 'calls.ics');
  const { store, setNow } = await keep(path);
  await change(store, 'invoice');
  const recurrence = async () => linesOf(await readFile(path, 'utf8'), 'RECURRENCE-ID');
  // Friday 11:00 in Vienna: today's call is over, so the next is in a week; at midnight it is looked at again.
  await settle(async () => expect(await recurrence()).toEqual(['RECURRENCE-ID;TZID=Europe/Vienna:20261204T100000']));
  await settle(() => expect(vi.getTimerCount()).toBe(1));
  setNow(Temporal.Instant.from('2026-12-04T09:31:00Z'));
  await vi.advanceTimersByTimeAsync(13 * 3_600_000);
  await settle(async () => expect(await recurrence()).toEqual(['RECURRENCE-ID;TZID=Europe/Vienna:20261211T100000']));
});

test('a program that reads all the time never finds half a file', async () => {
  const path = join(await makeFolder(), 'calls.ics');
  const { store, kept } = await keep(path);
  await kept.close();
  const seen = new Set<string>();
  let isOver = false;
  const reading = (async () => {
    while (!isOver) {
      const text = await readFile(path, 'utf8');
      readStrictly(text);
      seen.add(text);
    }
  })();
  for (let count = 0; count < 25; count++) {
    await change(store, `item ${count} ${'x'.repeat(200)}`, `req_${count}`);
    const again = keepCalendarFile({
      store,
      readNow: () => NOW,
      showProblem: ({ message }) => expect.unreachable(message),
    });
    await again.close();
  }
  isOver = true;
  await reading;
  expect(seen.size).toBeGreaterThan(1);
  expect(await readdir(join(path, '..'))).toEqual(['calls.ics']);
});

/** A folder that nobody can write to; for root that takes a mount. */
async function makeReadOnlyFolder(): Promise<string> {
  const folder = await makeFolder();
  if (!isRoot) await chmod(folder, 0o555);
  else if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'ro', 'none', folder]).status !== 0) return join('/proc', 'none');
  onTestFinished(() => void (isRoot && spawnSync('umount', ['-l', folder])));
  return folder;
}

test('a folder that can not be written to is told of once, and again after it went well', async () => {
  const path = join(await makeReadOnlyFolder(), 'calls.ics');
  const { store, problems } = await keep(path);
  await settle(() => expect(problems).toHaveLength(1));
  expect(problems[0]).toMatchObject({ code: 'unavailable', message: expect.stringContaining(path) });
  await change(store, 'one');
  await vi.advanceTimersByTimeAsync(2000);
  const good = join(await makeFolder(), 'calls.ics');
  await choose(store, good);
  await settle(async () => expect(await readFile(good, 'utf8')).toContain('• one'));
  expect(problems).toHaveLength(1);
  await choose(store, path);
  await settle(() => expect(problems).toHaveLength(2));
});

test('a file of another program is never written over', async () => {
  const path = join(await makeFolder(), 'mine.ics');
  await writeFile(path, 'BEGIN:VCALENDAR\r\nPRODID:-//Other//EN\r\nEND:VCALENDAR\r\n');
  const { problems } = await keep(path);
  await settle(() => expect(problems).toMatchObject([{ code: 'exists', field: 'calendarFile' }]));
  expect(await readFile(path, 'utf8')).toContain('Other');
});

test('the data themselves are no place for it, not even through a link', async () => {
  const home = await makeHome();
  await mkdir(home);
  const link = join(await makeFolder(), 'link');
  await symlink(home, link);
  const { problems, store } = await keep(join(home, 'calls.ics'), home);
  await settle(() => expect(problems).toMatchObject([{ code: 'invalid' }]));
  await choose(store, join(link, 'sub', 'calls.ics'));
  await settle(() => expect(problems).toHaveLength(2));
});

test('a link goes on to lead to the file', async () => {
  const folder = await makeFolder();
  await writeFile(join(folder, 'real.ics'), '');
  await symlink(join(folder, 'real.ics'), join(folder, 'link.ics'));
  const { kept } = await keep(join(folder, 'link.ics'));
  await kept.close();
  readStrictly(await readFile(join(folder, 'real.ics'), 'utf8'));
});

test('what a killed process left beside it is cleared away', async () => {
  const folder = await makeFolder();
  await writeFile(join(folder, '.calls.ics.123-abcdef.tmp'), 'BEGIN:VCAL');
  await writeFile(join(folder, '.other.ics.123-abcdef.tmp'), 'BEGIN:VCAL');
  const { kept } = await keep(join(folder, 'calls.ics'));
  await kept.close();
  expect((await readdir(folder)).sort()).toEqual(['.other.ics.123-abcdef.tmp', 'calls.ics']);
});

test('the settings name the file, take it away again, and refuse what is no place for it', async () => {
  const store = await openAt(await makeHome());
  const answer = createAnswer({ store, words: createReplyWords(), now: () => NOW, newId, version: 'test' });
  const set = (calendarFile: string | null) => answer('device.set', { calendarFile }, { door: 'window' });
  const folder = await makeFolder();
  const path = join(folder, 'calls.ics');
  expect(await set(path)).toMatchObject({ ok: true });
  await answer('device.set', { theme: 'dark' }, { door: 'window' });
  expect(store.state.device).toMatchObject({ calendarFile: path, theme: 'dark' });
  await writeFile(join(folder, 'other.ics'), 'BEGIN:VCALENDAR\r\nPRODID:-//Other//EN\r\nEND:VCALENDAR\r\n');
  for (const [wrong, code] of [
    ['calls.ics', 'invalid'],
    ['/home/me/calls.txt', 'invalid'],
    [join(store.home, 'calls.ics'), 'invalid'],
    [join(folder, 'other.ics'), 'exists'],
    [join(folder, 'gone', 'calls.ics'), 'invalid'],
    [join(folder, 'other.ics', 'calls.ics'), 'invalid'],
  ] as const)
    expect(await set(wrong), wrong).toMatchObject({ ok: false, problem: { code, field: 'calendarFile' } });
  expect(store.state.device.calendarFile).toBe(path);
  expect(await set(null)).toMatchObject({ ok: true });
  expect(store.state.device).not.toHaveProperty('calendarFile');
});

test.skipIf(isRoot)('a folder that may not be written to is refused before it is chosen', async () => {
  const store = await openAt(await makeHome());
  const answer = createAnswer({ store, words: createReplyWords(), now: () => NOW, newId, version: 'test' });
  const folder = await makeFolder();
  await chmod(folder, 0o500);
  onTestFinished(() => chmod(folder, 0o700));
  const path = join(folder, 'calls.ics');
  expect(await answer('device.set', { calendarFile: path }, { door: 'window' })).toMatchObject({
    ok: false,
    problem: { code: 'invalid', field: 'calendarFile' },
  });
  expect(store.state.device).not.toHaveProperty('calendarFile');
});
