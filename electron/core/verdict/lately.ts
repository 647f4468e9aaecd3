import type { Temporal } from 'temporal-polyfill';
import type { Client } from '../model/client';
import type { Request } from '../model/request';
import type { State } from '../model/state';
import { knownRequests } from '../records';
import { addCounts, type Cases, casesByKind, wasDeferred } from './cases';

/** So long after it is done one still knows whether something could have waited. */
const DAYS = 7;

/** What was deferred and done in the last seven days, the latest first, as far as it is loaded. */
export function deferredLately(state: State, now: Temporal.Instant): Request[] {
  const since = now.subtract({ hours: DAYS * 24 }).toString();
  return knownRequests(state)
    .filter(wasDeferred)
    .filter((request) => request.closedAt >= since && state.clients.some(({ id }) => id === request.clientId))
    .toSorted((one, other) => other.closedAt.localeCompare(one.closedAt));
}

/** What became of everything that was deferred for a client in the last 52 weeks, of every kind. */
export function casesOfAll(state: State, client: Client, now: Temporal.Instant): Cases {
  return Object.values(casesByKind(state, client.id, now)).reduce<Record<string, number>>(addCounts, {});
}
