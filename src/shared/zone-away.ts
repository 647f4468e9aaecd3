import { useSyncExternalStore } from 'react';
import { Temporal } from 'temporal-polyfill';
import { useBook } from '../state/use-book';

const listeners = new Set<() => void>();
/** Zones the person did not want to count in while this window is open: another journey asks again. */
const declined = new Set<string>();
let version = 0;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  // A journey ends in a window that is looked at again.
  window.addEventListener('focus', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('focus', listener);
  };
}

/** Not now: the zone is not asked about again in this window. */
export function declineZone(timeZone: string): void {
  declined.add(timeZone);
  version += 1;
  for (const listener of listeners) listener();
}

interface ZoneAway {
  /** The zone of this computer where that is another one than mine. */
  timeZone: string;
  isDeclined: boolean;
}

/** Where this computer is, when my days are counted elsewhere. */
export function useZoneAway(): ZoneAway | undefined {
  const mine = useBook((state) => state.settings.timeZone);
  const read = useSyncExternalStore(subscribe, () => `${Temporal.Now.timeZoneId()} ${version}`);
  const [here = mine] = read.split(' ');
  return isSameClock(here, mine) ? undefined : { timeZone: here, isDeclined: declined.has(here) };
}

/** Whether two zones show the same time now: Vienna and Berlin are no journey. */
export function isSameClock(one: string, other: string, at: Temporal.Instant = Temporal.Now.instant()): boolean {
  if (one === other) return true;
  const offset = (zone: string) => at.toZonedDateTimeISO(zone).offsetNanoseconds;
  return offset(one) === offset(other);
}
