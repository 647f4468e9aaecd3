import { appendFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type FollowOptions, followInbox } from '../../electron/inbox/follow';
import type { Taken } from '../../electron/inbox/take';
import { expectOnly, loggedIn, openScene, type Scene } from './scene';

/** Follows with a clock and a timer that the test turns; changes are heard of for real. */
function follow(scene: Scene, more: Partial<FollowOptions> = {}) {
  const timer: { run?: (() => void) | undefined; ms: number } = { ms: 0 };
  const told: Pick<Taken, 'logged' | 'problems'>[] = [];
  let nowMs = 0;
  const following = followInbox({
    ...scene.options,
    onTaken: (taken) => told.push(taken),
    schedule(run, ms) {
      Object.assign(timer, { run, ms });
      return () => Object.assign(timer, { run: undefined });
    },
    readMs: () => nowMs,
    ...more,
  });
  onTestFinished(() => following.close());
  return {
    following,
    timer,
    told,
    /** Lets the time pass until the timer goes off, and the look come to its end. */
    async wait() {
      await following.settle();
      const { run, ms } = timer;
      timer.run = undefined;
      nowMs += ms;
      run?.();
      await following.settle();
    },
    /** Over when a change was heard of. */
    heard: () => vi.waitFor(() => expect(timer).toMatchObject({ run: expect.any(Function), ms: 100 }), 10_000),
  };
}

test('what was left while the app was closed is taken once it has stayed as it is for two seconds', async () => {
  const scene = await openScene();
  await scene.leave('a.txt', 'dana wrote re invoice');
  const { following, timer, told, wait } = follow(scene);
  await following.settle();
  expect(loggedIn(scene)).toEqual([]);
  expect(timer.ms).toBeGreaterThanOrEqual(2000);
  await wait();
  expect(told).toMatchObject([{ logged: [{ request: { client: 'Globex', subject: 'invoice' } }], problems: [] }]);
  await expectOnly(scene, { done: 1 });
});

test('the folder is made, and what comes into it is heard of', async () => {
  const scene = await openScene();
  const { following, told, wait, heard } = follow(scene);
  await following.settle();
  expect((await stat(join(scene.home, 'inbox'))).mode & 0o777).toBe(0o700);
  await scene.leave('a.txt', 'dana wrote re invoice');
  await scene.leave('b.txt', ' ');
  await heard();
  await wait();
  await wait();
  expect(loggedIn(scene)).toEqual(['cli_Globex email invoice']);
  expect(told).toMatchObject([{ logged: [{}], problems: [{ code: 'inbox-refused' }] }]);
});

test('a file that still grows is waited for', async () => {
  const scene = await openScene();
  const path = await scene.leave('a.txt', 'dana wrote');
  const { following, wait } = follow(scene);
  await following.settle();
  await appendFile(path, ' re invoice');
  await wait();
  expect(loggedIn(scene)).toEqual([]);
  await wait();
  expect(loggedIn(scene)).toEqual(['cli_Globex email invoice']);
});

test('a file that is renamed into the folder is taken under the name it has then', async () => {
  const scene = await openScene();
  const path = await scene.leave('a.txt.part', 'dana wrote re invoice');
  const { following, wait, heard } = follow(scene);
  await following.settle();
  await rename(path, path.replace('.part', ''));
  await heard();
  await wait();
  await wait();
  expect(loggedIn(scene)).toEqual(['cli_Globex email invoice']);
});

test('a folder that was removed and made anew is followed on', async () => {
  const scene = await openScene();
  const { following, timer, wait, heard } = follow(scene);
  await following.settle();
  await rm(join(scene.home, 'inbox'), { recursive: true });
  await heard();
  await wait();
  expect(await readdir(scene.home)).not.toContain('inbox');
  expect(timer.ms).toBe(60_000);
  await scene.leave('a.txt', 'dana wrote re invoice');
  await wait();
  await wait();
  expect(loggedIn(scene)).toEqual(['cli_Globex email invoice']);
});

test('nothing is looked at between, but once a day', async () => {
  const scene = await openScene();
  const { following, timer } = follow(scene);
  await following.settle();
  expect(timer.ms).toBe(86_400_000);
});

test('an inbox that can not be had is tried again in a minute', async () => {
  const scene = await openScene();
  await writeFile(join(scene.home, 'inbox'), 'a file where the folder should be');
  const { following, timer } = follow(scene);
  await following.settle();
  expect(timer.ms).toBe(60_000);
});

test('closing waits for what is being logged', async () => {
  const scene = await openScene();
  await scene.leave('a.txt', 'dana wrote re invoice');
  const { following, wait } = follow(scene);
  await wait();
  await following.close();
  await expectOnly(scene, { done: 1 });
});
