import { Temporal } from 'temporal-polyfill';
import { isOverlapping, type Stretch } from './availability/stretch';
import { occurrencesBetween } from './calls/occurrences';
import { dayOf, isBefore, minutesBetween, monthOf, startOfDay } from './days';
import { matchClients } from './mail-domains';
import type { BusyTime, Calendar } from './model/calendar';
import type { Client, Person } from './model/client';
import type { Contact, Request } from './model/request';
import type { State } from './model/state';
import { findNamed } from './named-in-text';
import { putCalendar } from './records';
import { refuse } from './refuse';

/** A call with a client that stands in one of my calendars, is over, and was neither planned as a standing call nor logged. */
export interface UnplannedCall extends Stretch {
  /** Its start and a short sign of the event: the same in every calendar that has it. */
  id: string;
  calendar: Calendar;
  client: Client;
  person?: Person | undefined;
  minutes: number;
  /** The event's own words. */
  summary: string;
}

/** On Monday what took place on Friday can still be logged. */
const DAYS_BACK = 3;
/** What takes longer is a visit or a training, not a call. */
const LONGEST_MINUTES = 240;
/** A call is logged a little before its planned start, when it began early, or some time after it. */
const EARLY_MINUTES = 15;
const LATE_MINUTES = 30;
/** More dismissed ones than a person has calls in these days. */
const DISMISSED_AT_MOST = 500;

/** The first instant from which on calls are offered: the beginning of a day of mine. */
function unplannedSince({ settings }: Pick<State, 'settings'>, now: Temporal.Instant): Temporal.Instant {
  return startOfDay(dayOf(now, settings.timeZone).subtract({ days: DAYS_BACK }), settings.timeZone);
}

/** The UTC months (`YYYY-MM`) whose closed requests may hold such a call already. */
export function unplannedMonths(state: Pick<State, 'settings'>, now: Temporal.Instant): string[] {
  return [...new Set([unplannedSince(state, now), now].map((at) => monthOf(at.toString())))];
}

/**
 * Calls of today and the last days to be offered for the log, the latest first. `closed` are the requests of
 * {@link unplannedMonths}. Events that take whole days or leave me free, that are only shown, that take longer than four
 * hours, or in which nobody known is named are none.
 */
export function unplannedCalls(state: State, closed: readonly Request[], now: Temporal.Instant): UnplannedCall[] {
  const since = unplannedSince(state, now);
  const dismissed = new Set(state.calendars.flatMap((calendar) => calendar.dismissed ?? []));
  const requests = [...state.requests, ...closed];
  const found = new Map<string, UnplannedCall>();
  for (const calendar of state.calendars.filter(({ isBusy }) => isBusy))
    for (const event of state.readings[calendar.id]?.busy ?? []) {
      // Most of a calendar is far away; instants of calendars sort as text.
      if (event.startsAt < since.toString() || event.endsAt > now.toString()) continue;
      const call = offerEvent(state, calendar, event);
      if (!call || dismissed.has(call.id) || isPlanned(state, call, event) || isLogged(requests, call)) continue;
      // The same appointment, copied from one calendar into another, is offered once.
      const key = `${call.client.id} ${event.startsAt}`;
      if (!found.has(key)) found.set(key, call);
    }
  return [...found.values()].sort((one, other) => other.startsAt.epochMilliseconds - one.startsAt.epochMilliseconds);
}

function offerEvent(state: State, calendar: Calendar, event: BusyTime): UnplannedCall | undefined {
  const [startsAt, endsAt] = [Temporal.Instant.from(event.startsAt), Temporal.Instant.from(event.endsAt)];
  const minutes = minutesBetween(startsAt, endsAt);
  if (event.isAllDay || event.freeBusy === 'free' || minutes < 1 || minutes > LONGEST_MINUTES) return undefined;
  const [invited] = matchClients(state.clients, event.emails ?? []);
  const who = invited?.person ? invited : (findNamed(state.clients, event.summary) ?? invited);
  return who && { id: idOf(event), calendar, ...who, startsAt, endsAt, minutes, summary: event.summary };
}

/** Whether it is an occurrence of a standing call, in the calendar or here. */
function isPlanned({ calls }: State, { client, startsAt, endsAt }: UnplannedCall, { uid }: BusyTime): boolean {
  const theirs = calls.filter(({ clientId }) => clientId === client.id);
  return calls.some((call) => call.uid === uid) || occurrencesBetween(theirs, startsAt, endsAt).length > 0;
}

/** Whether it was logged from here, or a talk with that client was logged about then. */
function isLogged(requests: readonly Request[], call: UnplannedCall): boolean {
  const about: Stretch = {
    startsAt: call.startsAt.subtract({ minutes: EARLY_MINUTES }),
    endsAt: call.endsAt.add({ minutes: LATE_MINUTES }),
  };
  return requests.some(
    ({ clientId, contacts }) =>
      clientId === call.client.id &&
      contacts.some((contact) => contact.source === sourceOf(call) || isTalkWithin(contact, about)),
  );
}

function isTalkWithin({ channel, at, minutes = 0 }: Contact, about: Stretch): boolean {
  if (channel !== 'call' && channel !== 'in-person') return false;
  const startsAt = Temporal.Instant.from(at);
  return isOverlapping({ startsAt, endsAt: startsAt.add({ minutes: Math.max(minutes, 1) }) }, about);
}

/** What a contact made of it names as its source, so that it is logged once. */
export function sourceOf({ id }: Pick<UnplannedCall, 'id'>): string {
  return `calendar:${id}`;
}

/** The one of that id. Refuses with `not-found` when it is not offered (any more). */
export function findUnplanned(calls: readonly UnplannedCall[], id: string): UnplannedCall {
  return (
    calls.find((call) => call.id === id) ??
    refuse('not-found', `There is no call ${id} to be logged.`, { field: 'call', action: 'List them again.' })
  );
}

/** Offers a call no more. Of what was dismissed before, only what could still be offered is kept. */
export function dismissUnplanned(state: State, { id, calendar }: UnplannedCall, now: Temporal.Instant): State {
  const since = unplannedSince(state, now);
  const kept = (calendar.dismissed ?? []).filter((each) => !isBefore(startOf(each), since));
  return putCalendar(state, { ...calendar, dismissed: [...kept, id].slice(-DISMISSED_AT_MOST) });
}

function idOf({ uid, startsAt }: BusyTime): string {
  return `${startsAt}_${signOf(uid)}`;
}

function startOf(id: string): Temporal.Instant {
  return Temporal.Instant.from(id.slice(0, id.indexOf('_')));
}

/** A short sign of a UID (FNV-1a, 32 bits): it only tells apart what begins at one instant. */
function signOf(uid: string): string {
  let sign = 0x811c9dc5;
  for (let index = 0; index < uid.length; index++) sign = Math.imul(sign ^ uid.charCodeAt(index), 0x01000193);
  return (sign >>> 0).toString(16).padStart(8, '0');
}
