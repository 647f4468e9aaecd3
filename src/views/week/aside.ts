import type { Temporal } from 'temporal-polyfill';
import { agendasOf, isForAgenda } from '../../../electron/core/agenda';
import { isSameOccurrence, type Occurrence } from '../../../electron/core/calls/occurrences';
import type { OccurrenceRef } from '../../../electron/core/model/call';
import type { Client } from '../../../electron/core/model/client';
import type { Request } from '../../../electron/core/model/request';
import type { State } from '../../../electron/core/model/state';
import type { PreparedCall } from '../../../electron/core/prep';
import { lastContact } from '../../../electron/core/records';
import { type Verdict, verdictOf } from '../../../electron/core/verdict';

/** Requests that stand on no call of this week, by client; without an occurrence no call takes them. */
export interface Aside {
  key: string;
  client: Client;
  occurrence?: Occurrence;
  items: Request[];
  quiet: Request[];
}

/** A request that should not wait for its call. */
export interface Pressing {
  client: Client;
  request: Request;
  verdict: Verdict;
}

/** Names an occurrence in this view. */
export function keyOf(ref: OccurrenceRef): string {
  return `${ref.callId} ${ref.occurrence}`;
}

/** What may not wait for its call: an emergency, a day, a choice of mine, a promise. */
function mayPress({ emergency, neededBy, override, replies }: Request): boolean {
  return Boolean(emergency || neededBy || override || replies.length > 0);
}

/** Whom to call back at this moment: they tried within the hour, and answering is good service. */
export function goodMomentsOf(state: State, now: Temporal.Instant): Pressing[] {
  const hourAgo = now.subtract({ hours: 1 }).toString();
  return state.requests
    .filter((request) => request.status === 'open' && lastContact(request).at >= hourAgo)
    .flatMap((request) => {
      const client = state.clients.find((each) => each.id === request.clientId);
      const verdict = client && verdictOf(state, request, now);
      return client && verdict?.reasons[0]?.code === 'call-back-now' ? [{ client, request, verdict }] : [];
    });
}

/** Reasons that press without a day or an emergency. */
const PRESSING_REASONS = new Set(['override', 'promise-at-risk']);

/** What should not wait for its call: emergencies first, then what is needed before it, by its day. */
export function pressingOf(state: State, now: Temporal.Instant): Pressing[] {
  return state.requests
    .filter((request) => request.status === 'open' && mayPress(request))
    .flatMap((request) => {
      const client = state.clients.find((each) => each.id === request.clientId);
      if (!client) return [];
      const verdict = verdictOf(state, request, now);
      const isSoon = verdict.route === 'now' || verdict.route === 'callback';
      const isPressing = request.emergency || request.neededBy || PRESSING_REASONS.has(verdict.reasons[0]?.code ?? '');
      return isSoon && isPressing ? [{ client, request, verdict }] : [];
    })
    .toSorted(
      (one, other) =>
        Number(one.request.emergency === undefined) - Number(other.request.emergency === undefined) ||
        (one.request.neededBy ?? '9').localeCompare(other.request.neededBy ?? '9'),
    );
}

/** Whether any call of the client is to come. */
export function hasAgenda(state: State, client: Client, now: Temporal.Instant): boolean {
  return agendasOf(state, client.id, now).agendas.length > 0;
}

/** Waiting, or parked until a day that has not come: on no agenda, and not forgotten. */
export function quietOf(state: State, clientId: string, now: Temporal.Instant): Request[] {
  return state.requests.filter((request) => request.clientId === clientId && !isForAgenda(request, state, now));
}

/** What stands on no call of this week but on a later one, and what waits of clients without a call left in it. */
export function beyondWeek(
  state: State,
  calls: readonly (PreparedCall & { lateItems: Request[] })[],
  now: Temporal.Instant,
): Aside[] {
  const shown = new Set(calls.flatMap(({ items, lateItems }) => [...items, ...lateItems]));
  const asking = new Set(state.requests.map((request) => request.clientId));
  return state.clients.flatMap((client): Aside[] => {
    if (!asking.has(client.id)) return [];
    const own = calls.filter((call) => call.client.id === client.id);
    const { agendas, unplaced } = agendasOf(state, client.id, now);
    const later = agendas
      .filter(({ occurrence }) => !own.some((call) => isSameOccurrence(call.occurrence, occurrence)))
      .map(({ occurrence, items }) => ({ occurrence, items: items.filter((item) => !shown.has(item)) }));
    const quiet = own.some((call) => !call.isOver) ? [] : quietOf(state, client.id, now);
    const [first] = later;
    if (!first && unplaced.length > 0) return [];
    const filled = later.filter((each) => each.items.length > 0 || (each === first && quiet.length > 0));
    if (filled.length === 0 && quiet.length > 0) return [{ key: `quiet ${client.id}`, client, items: [], quiet }];
    return filled.map(({ occurrence, items }, index) => ({
      key: keyOf(occurrence),
      client,
      occurrence,
      items,
      quiet: index === 0 ? quiet : [],
    }));
  });
}
