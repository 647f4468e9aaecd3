import type { Temporal } from 'temporal-polyfill';
import { isBefore } from './core/days';
import { type WaitingReply, waitingReplies } from './core/replies/waiting';
import type { Store } from './store/store';

/** Longest that a timer is set for: it counts in 32 bits, and clocks are put right. */
const LONGEST_MS = 24 * 3_600_000;
/** Changes follow one another closely; what waits is looked at once they are over. */
const SETTLED_MS = 500;

export interface RepliesFollowing {
  /** The clock may have leapt, as it does when the computer wakes up. */
  look(): void;
  close(): void;
}

/** Calls back when the time of messages comes that wait to be sent: once for those of one moment. */
export function followReplies({
  store,
  readNow,
  onDue,
}: {
  store: Pick<Store, 'state' | 'subscribe'>;
  readNow: () => Temporal.Instant;
  onDue: (due: readonly WaitingReply[]) => void;
}): RepliesFollowing {
  let timer: NodeJS.Timeout | undefined;
  let lookedAt = readNow();

  function look(): void {
    clearTimeout(timer);
    const now = readNow();
    const waiting = waitingReplies(store.state, now);
    const since = lookedAt;
    lookedAt = now;
    const due = waiting.filter(({ dueAt, isDue }) => isDue && isBefore(since, dueAt));
    const next = waiting.find(({ isDue }) => !isDue)?.dueAt;
    if (next) timer = setTimeout(look, Math.min(now.until(next).total('milliseconds'), LONGEST_MS)).unref();
    if (due.length > 0) onDue(due);
  }

  const unsubscribe = store.subscribe((changed) => {
    if (!changed.requests && !changed.settings && !changed.calls) return;
    clearTimeout(timer);
    timer = setTimeout(look, SETTLED_MS).unref();
  });
  look();
  return {
    look,
    close() {
      unsubscribe();
      clearTimeout(timer);
    },
  };
}
