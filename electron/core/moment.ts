import type { Temporal } from 'temporal-polyfill';

/** What the domain is told of the outside world: the time, and fresh ids. */
export interface Moment {
  now: Temporal.Instant;
  /** A new id: the prefix, an underscore and a UUIDv7. */
  newId: (prefix: IdPrefix) => string;
}

export type IdPrefix = 'cli' | 'per' | 'call' | 'req' | 'con' | 'rep' | 'blk' | 'chg' | 'cal' | 'off' | 'str';
