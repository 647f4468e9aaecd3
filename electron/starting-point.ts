import { hostname } from 'node:os';
import { Temporal } from 'temporal-polyfill';
import { firstState } from './core/first-state';
import { timeZoneSchema } from './core/model/scalars';
import type { State } from './core/model/state';

/** What a home is opened with on this machine: the state of an empty one, and the name that changes are signed with. */
export function readStartingPoint(): { first: State; device: string } {
  const timeZone = timeZoneSchema.safeParse(Temporal.Now.timeZoneId());
  return {
    // A machine may be set to no zone at all.
    first: firstState(timeZone.success ? timeZone.data : 'UTC', process.platform === 'darwin'),
    device: hostname().slice(0, 80) || 'unnamed',
  };
}
