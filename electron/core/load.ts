import type { Temporal } from 'temporal-polyfill';
import { dayOf, weekOf } from './days';
import type { Client } from './model/client';
import type { Settings } from './model/settings';
import type { State, Sums, Tally } from './model/state';
import { addSums, mergeTallies, NOTHING, tallyOf } from './tally';

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
  return sumsOfWeek(state, clientId, dayOf(now, state.settings.timeZone)).allowanceUsed;
}

/** Impromptu calls taken from a client on a day of mine. */
export function allowanceUsedOn(state: State, clientId: string, day: Temporal.PlainDate): number {
  return sumsOfWeek(state, clientId, day).allowanceByDay?.[day.toString()] ?? 0;
}

/** One client's sums in the week that holds the day, of what is over and what is open. */
function sumsOfWeek(state: State, clientId: string, day: Temporal.PlainDate): Sums {
  const { settings } = state;
  const week = weekOf(day, settings.weekStartsOn).toString();
  return addSums(state.tally[week]?.[clientId] ?? NOTHING, openTally(state)[week]?.[clientId] ?? NOTHING);
}

/** The sums of what is open; neither requests nor settings are ever changed in place, and every verdict asks for them. */
function openTally({ requests, settings }: State): Tally {
  const known = summed.get(requests);
  if (known?.settings === settings) return known.tally;
  const tally = tallyOf(requests, settings);
  summed.set(requests, { settings, tally });
  return tally;
}

const summed = new WeakMap<State['requests'], { settings: Settings; tally: Tally }>();

function median(numbers: readonly number[]): number | undefined {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  const lower = sorted[middle - 1];
  if (upper === undefined) return undefined;
  return sorted.length % 2 === 1 || lower === undefined ? upper : Math.round((lower + upper) / 2);
}
