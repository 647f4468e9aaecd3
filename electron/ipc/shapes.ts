import type { Temporal } from 'temporal-polyfill';
import { type Clash, clashOf, nameClash } from '../core/calls/clashes';
import type { Occurrence } from '../core/calls/occurrences';
import { withOffset } from '../core/days';
import { clientOf, personOf } from '../core/find';
import type { LateItem, Way } from '../core/late';
import { sayWay } from '../core/late-words';
import type { StandingCall } from '../core/model/call';
import type { Change } from '../core/model/change';
import type { Client } from '../core/model/client';
import type { Contact, Request } from '../core/model/request';
import type { State } from '../core/model/state';
import type { Stranger } from '../core/model/stranger';
import { countContacts, knownRequests } from '../core/records';
import type { LoggedContact } from '../core/search/searchable';
import { listLikely, suggestClientName } from '../core/strangers';
import type { Verdict } from '../core/verdict';
import type { Cases } from '../core/verdict/cases';
import { countDeferred, sayCases } from '../core/verdict/learned';
import type { Understood } from '../inputs/quick-log/parse';
import type { UnderstoodStranger } from '../inputs/quick-log/parse-stranger';
import type {
  CallAnswer,
  ClashAnswer,
  ClientAnswer,
  Entry,
  LogAnswer,
  OccurrenceAnswer,
  RequestAnswer,
  Understanding,
} from './contract/answers';
import type { StrangerAnswer } from './contract/strangers';
import type { LateAnswer, WayAnswer } from './contract/week-answers';

/** Domain values in the shapes of the contract: names beside ids, instants with an offset. */

export function shapeClient(client: Client): ClientAnswer {
  const { id, updatedAt: _, updatedBy: __, people, ...rest } = client;
  return {
    clientId: id,
    ...rest,
    people: people.map(({ id: personId, ...person }) => ({ personId, ...person })),
  };
}

export function shapeCall(state: Pick<State, 'clients'>, call: StandingCall): CallAnswer {
  return {
    callId: call.id,
    client: clientOf(state, call).name,
    clientId: call.clientId,
    rule: call.rule,
    start: call.start,
    timeZone: call.timeZone,
    minutes: call.minutes,
    ...(call.endsOn !== undefined && { endsOn: call.endsOn }),
    ...(call.isFloating && { isFloating: true }),
    ...(call.rdates && { rdates: call.rdates }),
  };
}

/** A contact of the log, with the names of who it was with; a client that is gone has none. */
export function shapeEntry(state: Pick<State, 'clients' | 'settings'>, logged: LoggedContact): Entry {
  const client = state.clients.find((each) => each.id === logged.clientId);
  const person = client && personOf(client, logged.contact);
  return {
    ...logged,
    client: client?.name ?? '',
    ...(person && { person: person.name }),
    at: withOffset(logged.contact.at, state.settings.timeZone),
  };
}

type Shown = Pick<State, 'clients' | 'settings' | 'holidays'>;

/** Instants in the offset of the call's own zone. */
export function shapeOccurrence(state: Shown, occurrence: Occurrence): OccurrenceAnswer {
  const { callId, clientId, startsAt, endsAt, timeZone, minutes, movedFrom, isExtra, isHeld } = occurrence;
  const theirs = withOffset(startsAt, timeZone);
  const mine = withOffset(startsAt, state.settings.timeZone);
  const clash = clashOf(state, occurrence);
  return {
    callId,
    client: clientOf(state, { clientId }).name,
    clientId,
    occurrence: occurrence.occurrence,
    startsAt: theirs,
    endsAt: withOffset(endsAt, timeZone),
    timeZone,
    minutes,
    ...(movedFrom && { movedFrom: withOffset(movedFrom, timeZone) }),
    ...(isExtra && { isExtra }),
    ...(isHeld && { isHeld }),
    ...(mine !== theirs && { startsAtMine: mine }),
    ...(clash && { clash: shapeClash(clash) }),
  };
}

export function shapeClash({ kind, name, date }: Clash): ClashAnswer {
  return { kind, name, date, text: nameClash({ kind, name }) };
}

/** Instants in the offset of my own zone, the call's in that of the call. */
export function shapeLate(state: State, { request, placedOn, ways }: LateItem): LateAnswer {
  const { timeZone } = state.settings;
  return {
    requestId: request.id,
    subject: request.subject,
    neededBy: request.neededBy ?? '',
    ...(placedOn && { placedOn: shapeOccurrence(state, placedOn) }),
    ways: ways.map((way) => shapeWay(way, timeZone)),
  };
}

/** What goes to a later call, and when that begins, in the offset of the call's zone. */
export function shapeLater(
  state: Shown,
  { request, occurrence }: { request: Request; occurrence?: Occurrence },
): { requestId: string; subject: string; startsAt?: string } {
  const startsAt = occurrence && shapeOccurrence(state, occurrence).startsAt;
  return { requestId: request.id, subject: request.subject, ...(startsAt && { startsAt }) };
}

function shapeWay(way: Way, timeZone: string): WayAnswer {
  const text = sayWay(way, timeZone);
  switch (way.kind) {
    case 'longer': {
      const { callId, occurrence, startsAt } = way.occurrence;
      return {
        kind: 'longer',
        text,
        callId,
        occurrence,
        startsAt: withOffset(startsAt, timeZone),
        minutes: way.minutes,
      };
    }
    case 'extra':
      return { kind: 'extra', text, callId: way.callId, ...shapeStretch(way.slot, timeZone) };
    case 'callback':
      return { kind: 'callback', text, ...shapeStretch(way, timeZone) };
    case 'written':
      return { kind: 'written', text };
  }
}

/** With the instant in the offset of my zone. */
export function shapeStranger(
  { settings, clients }: Pick<State, 'settings' | 'clients'>,
  stranger: Stranger,
): StrangerAnswer {
  const { id, updatedAt: _, updatedBy: __, ...said } = stranger;
  const suggestedName = suggestClientName(stranger);
  const likely = listLikely(clients, stranger);
  return {
    ...said,
    strangerId: id,
    at: withOffset(stranger.at, settings.timeZone),
    ...(suggestedName && { suggestedName }),
    ...(likely.length > 0 && { candidates: likely.map(({ name }) => name) }),
  };
}

export function shapeContact(state: State, client: Client, contact: Contact): LogAnswer['contact'] {
  const person = personOf(client, contact)?.name;
  return {
    ...contact,
    contactId: contact.id,
    at: withOffset(contact.at, state.settings.timeZone),
    ...(person !== undefined && { person }),
  };
}

export function shapeRequest(state: State, request: Request): RequestAnswer {
  const client = clientOf(state, request);
  const { timeZone } = state.settings;
  return {
    ...request,
    updatedAt: withOffset(request.updatedAt, timeZone),
    ...(request.closedAt && { closedAt: withOffset(request.closedAt, timeZone) }),
    ...(request.override && { override: { ...request.override, at: withOffset(request.override.at, timeZone) } }),
    requestId: request.id,
    client: client.name,
    count: countContacts(request),
    contacts: request.contacts.map((contact) => shapeContact(state, client, contact)),
    replies: request.replies.map(({ copiedAt, mailedAt, sentAt, ...reply }) => ({
      ...reply,
      ...(copiedAt && { copiedAt: withOffset(copiedAt, timeZone) }),
      ...(mailedAt && { mailedAt: withOffset(mailedAt, timeZone) }),
      ...(sentAt && { sentAt: withOffset(sentAt, timeZone) }),
    })),
  };
}

/** A request as it was saved: what a change hands out does not have its stamp yet. */
export function shapeSaved(saved: State, request: Request): RequestAnswer {
  return shapeRequest(saved, knownRequests(saved).find((each) => each.id === request.id) ?? request);
}

export function shapeChange({ settings }: Pick<State, 'settings'>, change: Change): Change {
  return { ...change, at: withOffset(change.at, settings.timeZone) };
}

/** Names beside ids for what a line was understood as; the five best of those it can mean. */
export function shapeUnderstanding(understood: Understood | UnderstoodStranger): Understanding {
  const { candidates, at, who, ...rest } = { who: undefined, ...understood };
  const suggestedName = who && suggestClientName(who);
  return {
    ...rest,
    ...(who && { stranger: { ...who, ...(suggestedName && { suggestedName }) } }),
    at: at.toString(),
    candidates: candidates.slice(0, 5).map(({ client, personId }) => {
      const person = client.people.find((each) => each.id === personId);
      return {
        clientId: client.id,
        client: client.name,
        ...(person && { personId: person.id, person: person.name }),
      };
    }),
  };
}

export function shapeVerdict(verdict: Verdict, kind: string, timeZone: string): LogAnswer['verdict'] {
  const { route, until, to, reasons, ask, cases } = verdict;
  return {
    route,
    ...(until && { until: withOffset(until, timeZone) }),
    ...(to !== undefined && { to }),
    reasons,
    ...(ask && { ask }),
    ...(cases && { tally: shapeCases(cases, kind) }),
  };
}

function shapeCases(cases: Cases, kind: string): NonNullable<LogAnswer['verdict']['tally']> {
  const { sooner = 0, later = 0, elsewhere = 0 } = cases;
  return {
    kind,
    deferred: countDeferred(cases),
    waitedFine: cases['waited-fine'] ?? 0,
    solvedItself: cases['solved-itself'] ?? 0,
    escalated: cases.escalated ?? 0,
    shouldHaveCalled: cases['should-have-called'] ?? 0,
    overridden: { sooner, later, elsewhere },
    text: sayCases(cases),
  };
}

export function shapeStretch(stretch: { startsAt: Temporal.Instant; endsAt: Temporal.Instant }, timeZone: string) {
  return { startsAt: withOffset(stretch.startsAt, timeZone), endsAt: withOffset(stretch.endsAt, timeZone) };
}
