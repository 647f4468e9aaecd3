import { Temporal } from 'temporal-polyfill';
import { type Agendas, agendasOf } from './agenda';
import { type Clash, clashOf } from './calls/clashes';
import { type ClashAhead, clashesAhead } from './calls/clashes-ahead';
import { isSameOccurrence, type Occurrence, occurrencesBetween } from './calls/occurrences';
import { dayOf, isBefore, minutesBetween, startOfDay, weekOf } from './days';
import { personOf } from './find';
import type { LateItem } from './late';
import type { Client } from './model/client';
import type { Contact, Request } from './model/request';
import type { State } from './model/state';
import { countContacts } from './records';

/** One call of the week as it is prepared. */
export interface PreparedCall {
  client: Client;
  occurrence: Occurrence;
  items: Request[];
  minutesPlanned: number;
  /** What this client's agenda could not hold any more, and the next call that takes it. */
  later: { request: Request; occurrence?: Occurrence }[];
  /** Why it had better not take place that day; then nothing is on it until it is moved or held. */
  clash?: Clash;
  /** Of this client, with its next call: items that no call takes by the day they are needed. */
  late: LateItem[];
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
  /** Late items of the clients who have no coming call in this week. */
  late: { client: Client; items: LateItem[] }[];
  /** What clashes after this week and within the next six weeks; worked out when first asked for. */
  readonly clashes: ClashAhead[];
}

/** Weeks in which clashes are told ahead. */
const CLASH_WEEKS = 6;

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
    return [prepareCall(state, client, occurrence, byClient.get(client.id), now)];
  });
  const unplaced = state.clients.flatMap((client) => {
    const requests = byClient.get(client.id)?.unplaced ?? [];
    return requests.length > 0 ? [{ client, requests }] : [];
  });
  const told = new Set(calls.filter((call) => call.late.length > 0).map(({ client }) => client.id));
  const late = state.clients.flatMap((client) => {
    const items = told.has(client.id) ? [] : (byClient.get(client.id)?.late ?? []);
    return items.length > 0 ? [{ client, items }] : [];
  });
  let clashes: ClashAhead[] | undefined;
  return {
    week,
    calls,
    unplaced,
    late,
    get clashes() {
      clashes ??= clashesAhead(state, now, CLASH_WEEKS).filter((each) => !isBefore(each.occurrence.startsAt, to));
      return clashes;
    },
  };
}

function prepareCall(
  state: State,
  client: Client,
  occurrence: Occurrence,
  planned: Agendas | undefined,
  now: Temporal.Instant,
): PreparedCall {
  const agendas = planned?.agendas ?? [];
  const clash = clashOf(state, occurrence);
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
    ...(clash && { clash }),
    late: isNext ? (planned?.late ?? []) : [],
    isOver: !isBefore(now, occurrence.endsAt),
    closed: closedFor(state, occurrence),
  };
}

/** What was closed on the call's own day belongs to it: ticked off in the call, or while preparing it. */
function closedFor(state: State, occurrence: Occurrence): Request[] {
  const { timeZone } = state.settings;
  const closed = (closedByClient(state).get(occurrence.clientId) ?? []).filter(
    // A day on either side holds every zone's: most weeks, nothing is left to look at more closely.
    ({ closedAt }) => Math.abs(minutesBetween(Temporal.Instant.from(closedAt), occurrence.startsAt)) < 2 * 24 * 60,
  );
  if (closed.length === 0) return [];
  const day = dayOf(occurrence.startsAt, timeZone);
  const calls = state.calls.filter((call) => call.clientId === occurrence.clientId);
  const from = startOfDay(day, timeZone);
  const [first] = occurrencesBetween(calls, from, from.add({ hours: 24 }));
  if (first && !isSameOccurrence(first, occurrence)) return [];
  return closed
    .filter(({ closedAt }) => dayOf(closedAt, timeZone).equals(day))
    .toSorted((a, b) => a.closedAt.localeCompare(b.closedAt));
}

type Closed = Request & { closedAt: string };
/** The history is never changed in place. */
const closedBy = new WeakMap<State['history'], Map<string, Closed[]>>();

function isClosed(request: Request): request is Closed {
  return request.closedAt !== undefined;
}

function closedByClient({ history }: State): ReadonlyMap<string, Closed[]> {
  let byClient = closedBy.get(history);
  if (!byClient) {
    byClient = new Map();
    for (const request of Object.values(history).flat().filter(isClosed)) {
      const list = byClient.get(request.clientId);
      if (list) list.push(request);
      else byClient.set(request.clientId, [request]);
    }
    closedBy.set(history, byClient);
  }
  return byClient;
}

/** The people behind a request, each once, in the order they came. */
export function peopleOf(client: Client, request: Request): string[] {
  const names = request.contacts.flatMap((contact) => personOf(client, contact)?.name ?? []);
  return [...new Set(names)];
}

/** A request's contacts by who made them, in the order the people first came; those of nobody known last. */
export function contactsByPerson(
  client: Client,
  request: Request,
): { person: string; contacts: Contact[]; count: number }[] {
  const groups = new Map<string, Contact[]>();
  for (const contact of request.contacts) {
    const person = personOf(client, contact)?.name ?? '';
    groups.set(person, [...(groups.get(person) ?? []), contact]);
  }
  return [...groups.entries()]
    .map(([person, contacts]) => ({ person, contacts, count: countContacts({ contacts }) }))
    .sort((one, other) => Number(one.person === '') - Number(other.person === ''));
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
