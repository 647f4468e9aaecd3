import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { Refusal } from '../core/model/problem';
import { readTextHere } from './read-text';
import type { WorkerSays, WorkerTask } from './worker-reader';

/** A thread of its own in which one calendar is read: a large one takes seconds, and the app has to answer meanwhile. */
z.config({ jitless: true });

function say(message: WorkerSays): void {
  parentPort?.postMessage(message);
}

say({ kind: 'ready' });
// Given by whoever started this thread, which is the app itself.
const { text, within } = workerData as WorkerTask;
readTextHere(text, within).then(
  (content) => say({ kind: 'read', content }),
  (error) =>
    say(
      error instanceof Refusal
        ? { kind: 'refused', problem: error.problem }
        : { kind: 'failed', message: String(error) },
    ),
);
