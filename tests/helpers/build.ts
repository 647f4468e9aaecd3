import { Temporal } from 'temporal-polyfill';
import { firstState } from '../../electron/core/first-state';
import type { Calendar, Reading } from '../../electron/core/model/calendar';
import type { StandingCall } from '../../electron/core/model/call';
import type { Client, Person } from '../../electron/core/model/client';
import type { Offer } from '../../electron/core/model/offer';
import type { Channel, Contact, Request, UsedReply } from '../../electron/core/model/request';
import type { Settings, Span } from '../../electron/core/model/settings';
import type { Diary, State } from '../../electron/core/model/state';
import type { Stranger } from '../../electron/core/model/stranger';
import type { Moment } from '../../electron/core/moment';
import { UNSTAMPED } from '../../electron/core/records';
import { tallyOf } from '../../electron/core/tally';

/*
 * Records of the domain for tests: every field has an ordinary value, and a test says only what it is about. The week is
 * that of Monday 23 November 2026; Vienna is one hour ahead of UTC in it.
 */

export function instant(text: string): Temporal.Instant {
  return Temporal.Instant.from(text);
}

/** A wall-clock time in Vienna, such as `2026-11-24T11:20`. */
export function vienna(local: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Vienna').toInstant();
}

export function day(text: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(text);
}

/** The given time, and ids that count up: `req_new1`, `con_new2`. */
export function momentAt(now: Temporal.Instant | string): Moment {
  let ids = 0;
  return { now: typeof now === 'string' ? instant(now) : now, newId: (prefix) => `${prefix}_new${++ids}` };
}

export function makePerson(name: string, more: Partial<Person> = {}): Person {
  return { id: `per_${name}`, name, emails: [], phones: [], ...more };
}

export function makeClient(name = 'Globex', more: Partial<Client> = {}): Client {
  return {
    id: `cli_${name}`,
    ...UNSTAMPED,
    name,
    people: [],
    timeZone: 'Europe/Vienna',
    language: 'en',
    form: 'familiar',
    prefers: 'email',
    emergency: '',
    allowance: 2,
    limit: 'firm',
    joinWithinMinutes: 20,
    notes: '',
    ...more,
  };
}

/** A weekly call of Globex, Friday 10:00 in Vienna for half an hour, since September. */
export function makeCall(more: Partial<StandingCall> = {}): StandingCall {
  return {
    id: 'call_1',
    ...UNSTAMPED,
    clientId: 'cli_Globex',
    rule: 'FREQ=WEEKLY;BYDAY=FR',
    start: '2026-09-04T10:00',
    timeZone: 'Europe/Vienna',
    minutes: 30,
    exceptions: [],
    ...more,
  };
}

/** A calendar of one's own that makes busy, from a file. */
export function makeCalendar(more: Partial<Calendar> = {}): Calendar {
  const source = { kind: 'file' as const, path: '/home/me/work.ics' };
  return { id: 'cal_1', ...UNSTAMPED, name: 'Work', source, isBusy: true, declined: [], ...more };
}

/** What was read of that calendar on Monday morning: nothing, unless told. */
export function makeReading(more: Partial<Reading> = {}): Reading {
  return {
    ...{ calendarId: 'cal_1', checkedAt: '2026-11-23T08:00:00Z', readAt: '2026-11-23T08:00:00Z', failures: 0 },
    ...{ from: '2026-09-24', to: '2027-12-28', busy: [], recurring: [], refused: [] },
    ...more,
  };
}

/** An hour on Thursday afternoon, offered to Globex on Monday. */
export function makeOffer(more: Partial<Offer> = {}): Offer {
  const slots = [{ startsAt: '2026-11-26T14:00:00Z', endsAt: '2026-11-26T15:00:00Z' }];
  return { id: 'off_1', ...UNSTAMPED, clientId: 'cli_Globex', offeredAt: '2026-11-23T09:00:00Z', slots, ...more };
}

/** Somebody who missed me on Monday at half past ten, and is not known. */
export function makeStranger(more: Partial<Stranger> = {}): Stranger {
  return {
    id: 'str_1',
    ...UNSTAMPED,
    at: '2026-11-23T09:30:00Z',
    channel: 'missed-call',
    direction: 'in',
    count: 1,
    subject: 'invoice',
    claimedUrgent: false,
    isEmergency: false,
    ...more,
  };
}

export function makeContact(at: string, channel: Channel = 'missed-call', more: Partial<Contact> = {}): Contact {
  return {
    id: `con_${at}_${channel}`,
    at,
    channel,
    direction: 'in',
    count: 1,
    subject: '',
    isAfterHours: false,
    ...more,
  };
}

export function makeRequest(id: string, more: Partial<Request> = {}): Request {
  return {
    id,
    ...UNSTAMPED,
    clientId: 'cli_Globex',
    subject: id,
    status: 'open',
    claimedUrgent: false,
    minutes: 10,
    notes: '',
    contacts: [makeContact('2026-11-23T09:00:00Z', 'missed-call', { id: `con_${id}` })],
    replies: [],
    ...more,
  };
}

export function makeReply(more: Partial<UsedReply> = {}): UsedReply {
  return { id: 'rep_1', situation: 'can-it-wait', language: 'en', subject: 's', body: 'b', ...more };
}

/** Working hours: the same spans on each of the weekdays. */
export function hours(weekdays: readonly number[], ...spans: readonly Span[]): Settings['workingHours'] {
  const on = (weekday: number) => (weekdays.includes(weekday) ? [...spans] : []);
  return { 1: on(1), 2: on(2), 3: on(3), 4: on(4), 5: on(5), 6: on(6), 7: on(7) };
}

export function makeSettings(more: Partial<Settings> = {}): Settings {
  return { ...firstState('Europe/Vienna').settings, ...more };
}

/** What says when I am taken: these hours and calls, and whatever else a test is about. */
export function makeDiary(
  settings: Settings = makeSettings(),
  calls: readonly StandingCall[] = [],
  more: Partial<Diary> = {},
): Diary {
  return { settings, calls, clients: [makeClient()], calendars: [], readings: {}, holidays: {}, ...more };
}

/** Globex with its Friday call, Monday to Friday 9:00 to 17:30, callback block 16:45 to 17:15. */
export function makeState(more: Partial<State> = {}): State {
  const state = { ...firstState('Europe/Vienna'), clients: [makeClient()], calls: [makeCall()], ...more };
  // What the store does for the history.
  return { ...state, tally: tallyOf(Object.values(state.history).flat(), state.settings) };
}
