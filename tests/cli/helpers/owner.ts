import { Temporal } from 'temporal-polyfill';
import { onTestFinished } from 'vitest';
import { firstState } from '../../../electron/core/first-state';
import { createAnswer } from '../../../electron/ipc/answer';
import { type SocketDoor, serveSocket } from '../../../electron/ipc/socket-door';
import { newId } from '../../../electron/new-id';
import { createReplyWords } from '../../../electron/reply-words';
import { socketPath } from '../../../electron/store/home';
import { openStore } from '../../../electron/store/open';
import type { Store } from '../../../electron/store/store';

/** A process that owns a home and serves its socket, as the app does. */
export async function ownHome(
  home: string,
  env: NodeJS.ProcessEnv,
  clock: string,
): Promise<{ store: Store; door: SocketDoor }> {
  const socket = socketPath(home, env);
  const now = () => Temporal.Instant.from(clock);
  const store = await openStore({ home, first: firstState('Europe/Vienna'), device: 'desk', now, newId, socket });
  const answer = createAnswer({ store, words: createReplyWords(), now, newId, version: 'test' });
  const door = await serveSocket(socket, answer);
  onTestFinished(async () => {
    await door.close();
    await store.close();
  });
  return { store, door };
}
