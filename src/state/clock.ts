import { Temporal } from 'temporal-polyfill';

export interface Clock {
  read(): Temporal.Instant;
  subscribe(listener: () => void): () => void;
}

interface Surroundings {
  readNow(): number;
  isVisible(): boolean;
  onVisibility(listener: () => void): () => void;
  wait(listener: () => void, milliseconds: number): () => void;
}

const MINUTE = 60_000;

/** One clock for the window: it moves on the minute while the window can be seen, and catches up when it is shown. */
export function createClock(around: Surroundings): Clock {
  const listeners = new Set<() => void>();
  let now = Temporal.Instant.fromEpochMilliseconds(around.readNow());
  let stopWaiting: (() => void) | undefined;
  let stopWatching: (() => void) | undefined;

  function tick(): void {
    const time = around.readNow();
    if (Math.floor(time / MINUTE) !== Math.floor(now.epochMilliseconds / MINUTE)) {
      now = Temporal.Instant.fromEpochMilliseconds(time);
      for (const listener of listeners) listener();
    }
    schedule();
  }

  function schedule(): void {
    stopWaiting?.();
    stopWaiting = around.isVisible() ? around.wait(tick, MINUTE - (around.readNow() % MINUTE)) : undefined;
  }

  return {
    read: () => now,
    subscribe(listener) {
      listeners.add(listener);
      if (listeners.size === 1) {
        stopWatching = around.onVisibility(() => (around.isVisible() ? tick() : schedule()));
        schedule();
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stopWatching?.();
        stopWaiting?.();
      };
    },
  };
}
