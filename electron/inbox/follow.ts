import { type FSWatcher, watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { makeFolder } from '../store/durable';
import { layOut } from '../store/layout';
import { isMissing } from '../store/trouble';
import { SETTLED_MS, watchSettling } from './settled';
import { type Taken, type TakeOptions, takeInbox } from './take';

export interface InboxFollowing {
  /** Looks now: the computer slept. */
  look(): void;
  /** Ends all; resolves when nothing is being taken any more. */
  close(): Promise<void>;
  /** Resolves when the look that is under way is over. */
  settle(): Promise<void>;
}

export interface FollowOptions extends TakeOptions {
  /** Called after a look that took or refused something. */
  onTaken(taken: Omit<Taken, 'waiting'>): void;
  /** Calls back after so many milliseconds; returns how to call it off. */
  schedule?: (run: () => void, ms: number) => () => void;
  /** A clock that only goes forward, in milliseconds. */
  readMs?: () => number;
}

/** Programs write in several steps: they are one look. */
const QUIET_MS = 100;
/** Once a day all the same, since what was taken is kept for a week; and often where changes are not heard of. */
const DAILY_MS = 86_400_000;
const UNHEARD_MS = 60_000;

/** Takes what lies in the inbox now, and from then on whatever is left there. */
export function followInbox(options: FollowOptions): InboxFollowing {
  const { home, onTaken, schedule = scheduleHere, readMs = () => performance.now() } = options;
  const { inbox } = layOut(home);
  const settling = watchSettling(readMs);
  let watcher: { close(): void; ino: number } | undefined;
  let work: Promise<void> = Promise.resolve();
  let isAtWork = false;
  let isAskedAgain = false;
  let isClosed = false;
  let callOff: (() => void) | undefined;
  let isDueSoon = false;
  let isMade = false;

  /** Watches the folder, and watches anew where it is another one by now. It is made once: who removes it has a reason. */
  async function watchFolder(): Promise<void> {
    if (!isMade) await makeFolder(inbox);
    isMade = true;
    const ino = await readNumber(inbox);
    if (watcher?.ino === ino) return;
    watcher?.close();
    watcher = undefined;
    if (isClosed || ino === undefined) return;
    const made: FSWatcher = watch(inbox, { persistent: false }, () => plan(QUIET_MS));
    made.on('error', () => {
      made.close();
      watcher = undefined;
    });
    watcher = { close: () => made.close(), ino };
  }

  async function lookOnce(): Promise<number> {
    // A folder that can't be watched is looked into from time to time.
    await watchFolder().catch(() => undefined);
    const taken = await takeInbox(options, settling.isSettled);
    settling.forgetOthers(taken.waiting);
    if (taken.logged.length + taken.kept.length + taken.mails.length + taken.problems.length > 0) onTaken(taken);
    // Timers may go off a moment early.
    if (taken.waiting.length > 0) return SETTLED_MS + 20;
    return watcher ? DAILY_MS : UNHEARD_MS;
  }

  function begin(): void {
    isDueSoon = false;
    if (isClosed) return;
    if (isAtWork) {
      isAskedAgain = true;
      return;
    }
    isAtWork = true;
    work = lookOnce()
      // A disk that does not answer may do so later.
      .catch(() => UNHEARD_MS)
      .then((ms) => {
        isAtWork = false;
        plan(isAskedAgain ? QUIET_MS : ms);
        isAskedAgain = false;
      });
  }

  function plan(ms: number): void {
    // A look that comes soon is not put off: a folder may be written to without end.
    if (isClosed || (isDueSoon && ms >= QUIET_MS)) return;
    callOff?.();
    isDueSoon = ms <= QUIET_MS;
    callOff = schedule(begin, ms);
  }

  begin();
  return {
    look: begin,
    settle: () => work,
    async close() {
      isClosed = true;
      callOff?.();
      watcher?.close();
      await work;
      // It may have been made in the meantime.
      watcher?.close();
    },
  };
}

/** By which the system tells one folder from another. */
async function readNumber(folder: string): Promise<number | undefined> {
  try {
    return (await stat(folder)).ino;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function scheduleHere(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms).unref();
  return () => clearTimeout(timer);
}
