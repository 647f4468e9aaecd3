import { Worker } from 'node:worker_threads';
import { type Problem, Refusal } from '../core/model/problem';
import { type ReadText, readTextHere, type TextContent } from './read-text';
import type { Window } from './window';

export interface WorkerTask {
  text: string;
  within: Window;
}

/** What the thread says, `ready` first. */
export type WorkerSays =
  | { kind: 'ready' }
  | { kind: 'read'; content: TextContent }
  | { kind: 'refused'; problem: Problem }
  | { kind: 'failed'; message: string };

/** A calendar that needs more than this is no calendar of a person's. */
const MEMORY_MB = 512;
const WHOLE_MS = 60_000;
/** Below this, in characters, a thread takes longer to begin than the reading takes. */
const SMALL = 20_000;

/**
 * Reads calendars in threads that end when they are done, so that neither a large calendar nor one made to hurt keeps the
 * app from answering. Where a thread can't be had, it is done in this one.
 */
export function createWorkerReader(script: string, { wholeMs = WHOLE_MS, memoryMb = MEMORY_MB } = {}): ReadText {
  return async (text, within) => {
    if (text.length < SMALL) return await readTextHere(text, within);
    const said = await readInThread(script, { text, within }, wholeMs, memoryMb);
    if (said === undefined) return await readTextHere(text, within);
    if (said.kind === 'read') return said.content;
    if (said.kind === 'refused') throw new Refusal(said.problem);
    throw new Error(said.message);
  };
}

type Outcome = Exclude<WorkerSays, { kind: 'ready' }> | undefined;

function readInThread(script: string, task: WorkerTask, wholeMs: number, memoryMb: number): Promise<Outcome> {
  return new Promise((resolve) => {
    const worker = new Worker(script, { workerData: task, resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
    let isReady = false;
    const end = (outcome: Outcome) => {
      clearTimeout(timer);
      resolve(outcome);
      worker.terminate().catch(() => undefined);
    };
    const timer = setTimeout(() => end(tooMuch('It takes too long to read')), wholeMs);
    worker.on('message', (said: WorkerSays) => {
      if (said.kind === 'ready') isReady = true;
      else end(said);
    });
    worker.on('error', (error) => {
      const isFull = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      if (isFull) end(tooMuch('It takes too much memory to read'));
      else end(isReady ? { kind: 'failed', message: error.message } : undefined);
    });
    worker.on('exit', () => end(isReady ? { kind: 'failed', message: 'The thread ended.' } : undefined));
  });
}

function tooMuch(what: string): Outcome {
  const action = 'Choose a calendar with fewer events, or export only the last years of it.';
  return { kind: 'refused', problem: { code: 'calendar-too-large', message: `${what}.`, action } };
}
