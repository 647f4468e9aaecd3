import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { expect } from 'vitest';
import { putClient } from '../../electron/core/records';
import type { Taken, TakeOptions } from '../../electron/inbox/take';
import { takeInbox } from '../../electron/inbox/take';
import { createMailLog } from '../../electron/inbox-mail';
import { createAnswer } from '../../electron/ipc/answer';
import { logOrKeep } from '../../electron/log-or-keep';
import { newId } from '../../electron/new-id';
import { createReplyWords } from '../../electron/reply-words';
import type { Store } from '../../electron/store/store';
import { makeClient, makePerson } from '../helpers/build';
import { makeHome, openAt } from '../store/helpers/homes';
import { changing } from '../store/helpers/records';

export interface Scene {
  home: string;
  store: Store;
  clock: { now: Temporal.Instant };
  options: TakeOptions;
  /** Leaves a file in the inbox. */
  leave(name: string, content: string | Uint8Array | object): Promise<string>;
  /** Takes everything, as if it had been there for long. */
  take(more?: Partial<TakeOptions>): Promise<Taken>;
  /** The names in a folder of the inbox. */
  list(folder?: 'done' | 'refused'): Promise<string[]>;
  readRefused(name: string): Promise<string>;
}

/** A real home with Globex (Dana Ruiz, Lee Okafor) and Acme, whose clock is that of the machine unless it is turned. */
export async function openScene(): Promise<Scene> {
  const clock = { now: Temporal.Now.instant() };
  const home = await makeHome();
  const store = await openAt(home, { now: () => clock.now });
  const people = [makePerson('Dana Ruiz', { emails: ['dana@globex.example'] }), makePerson('Lee Okafor')];
  await store.update(changing((state) => putClient(state, makeClient('Globex', { people }))));
  await store.update(changing((state) => putClient(state, makeClient('Acme'))));
  const readNow = () => clock.now;
  const answer = createAnswer({ store, words: createReplyWords(), now: readNow, newId, version: '0' });
  const options: TakeOptions = {
    home,
    readNow,
    log: (contact) => logOrKeep(answer, contact, 'inbox'),
    logMail: createMailLog({ store, readNow }),
  };
  const inbox = join(home, 'inbox');
  return {
    home,
    store,
    clock,
    options,
    async leave(name, content) {
      await mkdir(inbox, { recursive: true });
      const isText = typeof content === 'string' || content instanceof Uint8Array;
      await writeFile(join(inbox, name), isText ? content : JSON.stringify(content));
      // Files may be written a moment after the clock was looked at.
      clock.now = Temporal.Instant.from(clock.now).add({ seconds: 5 });
      return join(inbox, name);
    },
    take: (more = {}) => takeInbox({ ...options, ...more }, () => true),
    async list(folder) {
      const names = await readdir(folder ? join(inbox, folder) : inbox).catch(() => []);
      return names.filter((name) => folder !== undefined || !['done', 'refused'].includes(name)).sort();
    },
    readRefused: (name) => readFile(join(inbox, 'refused', name), 'utf8'),
  };
}

/** What was logged, oldest first: client, channel and subject. */
export function loggedIn({ store }: Scene): string[] {
  return store.state.requests
    .flatMap(({ clientId, contacts }) => contacts.map((contact) => ({ clientId, contact })))
    .sort((a, b) => (a.contact.id < b.contact.id ? -1 : 1))
    .map(({ clientId, contact }) => [clientId, contact.channel, contact.subject].filter(Boolean).join(' '));
}

/** Nothing was lost: what lies in the folders besides the reasons. */
export async function expectOnly(scene: Scene, { done = 0, refused = 0, left = 0 }): Promise<void> {
  const files = (await scene.list('refused')).filter((name) => !name.endsWith('.reason.txt'));
  expect({ done: (await scene.list('done')).length, refused: files.length, left: (await scene.list()).length }).toEqual(
    {
      done,
      refused,
      left,
    },
  );
}
