import type { Temporal } from 'temporal-polyfill';
import { type Agenda, agendasOf } from './agenda';
import { isSameOccurrence, type Occurrence, occurrencesBetween } from './calls/occurrences';
import { dayOf, isBefore, startOfDay, weekOf } from './days';
import { personOf } from './find';
import type { Client } from './model/client';
import type { Request } from './model/request';
import type { State } from './model/state';

/** One call of the week as it is prepared. */
export interface PreparedCall {
  client: Client;
  occurrence: Occurrence;
  items: Request[];
  minutesPlanned: number;
  /** What this client's agenda could not hold any more, and the next call that takes it. */
  later: { request: Request; occurrence?: Occurrence }[];
  isOver: boolean;
  /** Finished or declined since the call before this one. */
  closed: Request[];
}

export interface PreparedWeek {
  /** First day of the week, in the person's own zone. */
  week: Temporal.PlainDate;
  calls: PreparedCall[];
  /** Clients with open requests that no coming call takes. */
  unplaced: { client: Client; requests: Request[] }[];
}

/** The calls of the week that holds `day`, in order, each with its agenda. */
export function prepareWeek(state: State, day: Temporal.PlainDate, now: Temporal.Instant): PreparedWeek {
  const { timeZone, weekStartsOn } = state.settings;
  const week = weekOf(day, weekStartsOn);
  const from = startOfDay(week, timeZone);
  const to = startOfDay(week.add({ days: 7 }), timeZone);
  const occurrences = occurrencesBetween(state.calls, from, to).filter((each) => !isBefore(each.startsAt, from));
  const byClient = new Map(state.clients.map((client) => [client.id, agendasOf(state, client.id, now)]));
  const clients = new Map(state.clients.map((client) => [client.id, client]));

  const calls = occurrences.flatMap((occurrence) => {
    const client = clients.get(occurrence.clientId);
    if (!client) return [];
    const agendas = byClient.get(client.id)?.agendas ?? [];
    return [prepareCall(state, client, occurrence, agendas, now)];
  });
  const unplaced = state.clients.flatMap((client) => {
    const requests = byClient.get(client.id)?.unplaced ?? [];
    return requests.length > 0 ? [{ client, requests }] : [];
  });
  return { week, calls, unplaced };
}

function prepareCall(
  state: State,
  client: Client,
  occurrence: Occurrence,
  agendas: readonly Agenda[],
  now: Temporal.Instant,
): PreparedCall {
  const index = agendas.findIndex((each) => isSameOccurrence(each.occurrence, occurrence));
  const agenda = agendas[index];
  const isNext = index === 0;
  return {
    client,
    occurrence,
    items: agenda?.items ?? [],
    minutesPlanned: agenda?.minutesPlanned ?? 0,
    later: isNext
      ? agendas.slice(1).flatMap((each) => each.items.map((request) => ({ request, occurrence: each.occurrence })))
      : [],
    isOver: !isBefore(now, occurrence.endsAt),
    closed: closedFor(state, occurrence),
  };
}

/** What was closed on the call's own day belongs to it: ticked off in the call, or while preparing it. */
function closedFor(state: State, occurrence: Occurrence): Request[] {
  const { timeZone } = state.settings;
  const day = dayOf(occurrence.startsAt, timeZone).toString();
  const calls = state.calls.filter((call) => call.clientId === occurrence.clientId);
  const from = startOfDay(dayOf(occurrence.startsAt, timeZone), timeZone);
  const [first] = occurrencesBetween(calls, from, from.add({ hours: 24 }));
  if (first && !isSameOccurrence(first, occurrence)) return [];
  return Object.values(state.history)
    .flat()
    .filter(
      (request) =>
        request.clientId === occurrence.clientId &&
        request.closedAt !== undefined &&
        dayOf(request.closedAt, timeZone).toString() === day,
    )
    .toSorted((a, b) => (a.closedAt ?? '').localeCompare(b.closedAt ?? ''));
}

/** The people behind a request, each once, in the order they came. */
export function peopleOf(client: Client, request: Request): string[] {
  const names = request.contacts.flatMap((contact) => personOf(client, contact)?.name ?? []);
  return [...new Set(names)];
}

/** Items grouped by the person who asked first: emergencies before all, those of nobody in particular last. */
export function groupByPerson(client: Client, items: readonly Request[]): { person: string; items: Request[] }[] {
  const groups = new Map<string, Request[]>();
  for (const item of items) {
    const person = peopleOf(client, item)[0] ?? '';
    groups.set(person, [...(groups.get(person) ?? []), item]);
  }
  return [...groups.entries()].map(([person, list]) => ({ person, items: list })).sort((a, b) => rank(a) - rank(b));
}

function rank({ person, items }: { person: string; items: Request[] }): number {
  if (items.some((item) => item.emergency !== undefined)) return 0;
  return person === '' ? 2 : 1;
}
