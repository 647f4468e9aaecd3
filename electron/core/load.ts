import type { Temporal } from 'temporal-polyfill';
import { dayOf, weekOf } from './days';
import type { Client } from './model/client';
import type { State, Sums } from './model/state';
import { mergeTallies, NOTHING, tallyOf } from './tally';

/** One client's week. Minutes are what was logged as spoken. */
export interface ClientLoad {
  client: Client;
  /** First day of the week. */
  week: string;
  sums: Sums;
  /** Median working minutes from a missed contact to its answer; `undefined` when none was answered. */
  medianReturnMinutes?: number;
}

/** Per client the load of `weeks` weeks that end with the week holding `day`, oldest first, clients in their order. */
export function loadOf(state: State, day: Temporal.PlainDate, weeks: number): ClientLoad[] {
  const { settings } = state;
  const tally = mergeTallies([state.tally, tallyOf(state.requests, settings)]);
  const last = weekOf(day, settings.weekStartsOn);
  return Array.from({ length: weeks }, (_, index) => last.subtract({ weeks: weeks - 1 - index }).toString()).flatMap(
    (week) =>
      state.clients.map((client) => {
        const sums = tally[week]?.[client.id] ?? NOTHING;
        const medianReturnMinutes = median(sums.returnMinutes);
        return { client, week, sums, ...(medianReturnMinutes !== undefined && { medianReturnMinutes }) };
      }),
  );
}

/** Impromptu calls taken from a client in the week that holds the instant. */
export function allowanceUsed(state: State, clientId: string, now: Temporal.Instant): number {
  const { settings } = state;
  const week = weekOf(dayOf(now, settings.timeZone), settings.weekStartsOn).toString();
  const open = tallyOf(
    state.requests.filter((request) => request.clientId === clientId),
    settings,
  );
  return (state.tally[week]?.[clientId]?.allowanceUsed ?? 0) + (open[week]?.[clientId]?.allowanceUsed ?? 0);
}

function median(numbers: readonly number[]): number | undefined {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  const lower = sorted[middle - 1];
  if (upper === undefined) return undefined;
  return sorted.length % 2 === 1 || lower === undefined ? upper : Math.round((lower + upper) / 2);
}
