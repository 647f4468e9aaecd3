import { useSyncExternalStore } from 'react';
import type { Temporal } from 'temporal-polyfill';
import { createClock } from './clock';

const clock = createClock({
  readNow: () => Date.now(),
  isVisible: () => document.visibilityState === 'visible',
  onVisibility(listener) {
    document.addEventListener('visibilitychange', listener);
    return () => document.removeEventListener('visibilitychange', listener);
  },
  wait(listener, milliseconds) {
    const timer = setTimeout(listener, milliseconds);
    return () => clearTimeout(timer);
  },
});

/** The time, on the minute. */
export function useNow(): Temporal.Instant {
  return useSyncExternalStore(clock.subscribe, clock.read);
}
