import type { Temporal } from 'temporal-polyfill';
import { nextOccurrences, type Occurrence } from '../../../electron/core/calls/occurrences';
import { type ClientLoad, loadOf } from '../../../electron/core/load';
import type { Client } from '../../../electron/core/model/client';
import type { State } from '../../../electron/core/model/state';

export const WEEKS = 8;

export interface ClientWeeks {
  client: Client;
  /** The last eight weeks, oldest first; the last is this one. */
  weeks: ClientLoad[];
  thisWeek: ClientLoad;
  next?: Occurrence;
}

/** Every client's last eight weeks, the one who took most this week first. */
export function clientWeeksOf(state: State, today: Temporal.PlainDate, now: Temporal.Instant): ClientWeeks[] {
  const loads = loadOf(state, today, WEEKS);
  return state.clients
    .flatMap((client): ClientWeeks[] => {
      const weeks = loads.filter((load) => load.client.id === client.id);
      const thisWeek = weeks.at(-1);
      if (!thisWeek) return [];
      const calls = state.calls.filter((call) => call.clientId === client.id);
      const [next] = nextOccurrences(calls, now, 1);
      return [{ client, weeks, thisWeek, ...(next && { next }) }];
    })
    .toSorted(
      (one, other) =>
        other.thisWeek.sums.interruptions - one.thisWeek.sums.interruptions ||
        other.thisWeek.sums.contacts - one.thisWeek.sums.contacts,
    );
}

export type Measure = 'contacts' | 'interruptions' | 'minutes';
