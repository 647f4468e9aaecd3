import type { Temporal } from 'temporal-polyfill';
import { nextDayEnd } from './core/availability/day-end';
import { dayOf, isBefore } from './core/days';
import type { Store } from './store/store';

/** Longest that a timer is set for: it counts in 32 bits, and clocks are put right. */
const LONGEST_MS = 24 * 3_600_000;

export interface DayEnd {
  /** The clock may have leapt, as it does when the computer wakes up. */
  look(): void;
  close(): void;
}

/**
 * Calls back once at the end of each working day. A computer that slept through it hears of it when it wakes up, if that is
 * still the same day.
 */
export function followDayEnd({
  store,
  readNow,
  onEnd,
}: {
  store: Pick<Store, 'state' | 'subscribe'>;
  readNow: () => Temporal.Instant;
  onEnd: () => void;
}): DayEnd {
  let timer: NodeJS.Timeout | undefined;
  let due: Temporal.Instant | undefined;

  function look(): void {
    clearTimeout(timer);
    const now = readNow();
    const passed = due && !isBefore(now, due) ? due : undefined;
    const { timeZone } = store.state.settings;
    due = nextDayEnd(store.state, now);
    if (due) timer = setTimeout(look, Math.min(now.until(due).total('milliseconds'), LONGEST_MS)).unref();
    if (passed && dayOf(passed, timeZone).equals(dayOf(now, timeZone))) onEnd();
  }

  const unsubscribe = store.subscribe((changed) => {
    if (changed.settings || changed.holidays) look();
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
