import type { Temporal } from 'temporal-polyfill';
import { findCalendar } from './calendars';
import { addCall } from './calls/changes';
import { nextOccurrences } from './calls/occurrences';
import { normaliseRule } from './calls/rule-parts';
import { findClient } from './find';
import { matchClients } from './mail-domains';
import type { Calendar, RecurringEvent } from './model/calendar';
import type { StandingCall } from './model/call';
import type { Client, Person } from './model/client';
import { Refusal } from './model/problem';
import type { State } from './model/state';
import type { Moment } from './moment';
import { putCalendar, UNSTAMPED } from './records';
import { refuse } from './refuse';

/** A recurring event of one of my calendars that could be a standing call, or that is one and says something else by now. */
export interface OfferedCall {
  kind: 'new' | 'changed';
  calendar: Calendar;
  event: RecurringEvent;
  /** Whose it may be, likeliest first; one at least. */
  clients: { client: Client; person?: Person }[];
  /** The call that it is, for `changed`. */
  call?: StandingCall;
}

/** More than the schema keeps; the oldest go. */
const DECLINED_AT_MOST = 1000;

/**
 * Recurring events with a client's address that go on after `now`, without those that were declined and those that are
 * standing calls as they are. An event in two calendars is offered once. What changed comes first.
 */
export function offeredCalls(state: State, now: Temporal.Instant): OfferedCall[] {
  const offered = new Map<string, OfferedCall>();
  for (const calendar of state.calendars)
    for (const event of state.readings[calendar.id]?.recurring ?? []) {
      if (offered.has(event.uid) || calendar.declined.includes(event.uid)) continue;
      const found = offerEvent(state, calendar, event, now);
      if (found) offered.set(event.uid, found);
    }
  const order = { changed: 0, new: 1 };
  return [...offered.values()].sort((one, other) => order[one.kind] - order[other.kind]);
}

function offerEvent(
  state: State,
  calendar: Calendar,
  event: RecurringEvent,
  now: Temporal.Instant,
): OfferedCall | undefined {
  const call = state.calls.find((each) => each.uid === event.uid);
  const client = call && state.clients.find((each) => each.id === call.clientId);
  if (call && client)
    return differs(state, call, event, now)
      ? { kind: 'changed', calendar, event, clients: [matchClients([client], event.emails)[0] ?? { client }], call }
      : undefined;
  const clients = matchClients(state.clients, event.emails);
  if (call || clients.length === 0 || !goesOn(event, now)) return undefined;
  return { kind: 'new', calendar, event, clients };
}

/** Whether there is any taking place of it still to come. */
function goesOn({ emails: _, summary: __, ...event }: RecurringEvent, now: Temporal.Instant): boolean {
  const call: StandingCall = { ...event, id: event.uid, clientId: '', ...UNSTAMPED };
  return nextOccurrences([call], now, 1).length > 0;
}

/** Whether the call would be another if it took over what the calendar says. */
function differs(state: State, call: StandingCall, event: RecurringEvent, now: Temporal.Instant): boolean {
  try {
    const moment = { now, newId: (prefix: string) => prefix };
    return describe(takeOver(state, call, event, call.clientId, moment).call) !== describe(call);
  } catch (error) {
    // What no standing call can be stays in the calendar.
    if (error instanceof Refusal) return false;
    throw error;
  }
}

function describe({ rule, start, timeZone, minutes, isFloating, exceptions, rdates = [] }: StandingCall): string {
  const parts = normaliseRule(rule)
    .split(';')
    .filter((part) => part !== 'INTERVAL=1');
  const when = [parts.sort(), start, isFloating ? 'mine' : timeZone, minutes];
  const written = exceptions.map((each) => JSON.stringify([each.occurrence, each.movedTo, each.minutes]));
  return JSON.stringify([...when, written.sort(), rdates.toSorted()]);
}

/**
 * Makes a standing call of a recurring event, for the client named or the only one whose address it has. A call that it is
 * already takes over what changed and keeps what was decided here about other occurrences.
 */
export function adoptEvent(
  state: State,
  asked: { calendar: string; uid: string; client?: string | undefined },
  moment: Moment,
): { state: State; call: StandingCall } {
  const event = findEvent(state, asked);
  const former = state.calls.find((call) => call.uid === event.uid);
  if (former) {
    const client = asked.client === undefined ? former.clientId : findClient(state, asked.client).id;
    return takeOver(state, former, event, client, moment);
  }
  return addCall(state, asked.client ?? pickClient(state, event), fieldsOf(event), moment);
}

function fieldsOf({ summary: _, emails: __, ...fields }: RecurringEvent): Omit<RecurringEvent, 'summary' | 'emails'> {
  return fields;
}

/** The call with what the calendar says of it. It stays the same call: what is on its agendas names it by its id. */
function takeOver(state: State, former: StandingCall, event: RecurringEvent, clientId: string, moment: Moment) {
  const isTheirs = new Set(event.exceptions.map((each) => each.occurrence));
  const exceptions = [...former.exceptions.filter((each) => !isTheirs.has(each.occurrence)), ...event.exceptions];
  const rdates = [...new Set([...(former.rdates ?? []), ...(event.rdates ?? [])])];
  const { endsOn } = former;
  // Outlook's zones are wider than ours: which of several is meant may be another one when I am elsewhere.
  const timeZone = isSameClock(former.timeZone, event.timeZone, moment.now) ? former.timeZone : event.timeZone;
  const fields = { ...fieldsOf(event), timeZone, exceptions, rdates, ...(endsOn !== undefined && { endsOn }) };
  return addCall(state, clientId, fields, { ...moment, newId: () => former.id });
}

/** Whether clocks in two zones show the same in the coming two years, looked at week by week. */
function isSameClock(one: string, other: string, now: Temporal.Instant): boolean {
  const offsetOf = (timeZone: string, week: number) =>
    now.add({ hours: week * 168 }).toZonedDateTimeISO(timeZone).offsetNanoseconds;
  return (
    one === other ||
    Array.from({ length: 105 }, (_, week) => week).every((week) => offsetOf(one, week) === offsetOf(other, week))
  );
}

function pickClient(state: State, event: RecurringEvent): string {
  const found = matchClients(state.clients, event.emails);
  const [only] = found;
  if (only && found.length === 1) return only.client.id;
  const action = 'Say which client it is with.';
  if (!only) refuse('no-client', 'No client has one of the addresses of this event.', { field: 'client', action });
  const names = found.map(({ client }) => client.name);
  refuse('ambiguous', `This could be a call with ${names.join(' or ')}.`, {
    field: 'client',
    action,
    candidates: names,
  });
}

/** Offers a recurring event no more, in whichever calendar it stands. */
export function declineEvent(state: State, asked: { calendar: string; uid: string }): State {
  const { uid } = findEvent(state, asked);
  const has = ({ id }: Calendar) => state.readings[id]?.recurring.some((each) => each.uid === uid);
  return state.calendars
    .filter((calendar) => has(calendar) && !calendar.declined.includes(uid))
    .reduce((former, calendar) => {
      const declined = [...calendar.declined, uid].slice(-DECLINED_AT_MOST);
      return putCalendar(former, { ...calendar, declined });
    }, state);
}

function findEvent(state: State, { calendar: name, uid }: { calendar: string; uid: string }): RecurringEvent {
  const calendar = findCalendar(state, name);
  return (
    state.readings[calendar.id]?.recurring.find((event) => event.uid === uid) ??
    refuse('not-found', `${calendar.name} has no such recurring event (any more).`, {
      field: 'uid',
      action: 'Read the calendar again.',
    })
  );
}
