import { Temporal } from 'temporal-polyfill';
import { type Absence, absenceOn, spansOn } from '../../../electron/core/availability/working-time';
import { type Clash, clashOfSkipped } from '../../../electron/core/calls/clashes';
import { isSameOccurrence, type Occurrence } from '../../../electron/core/calls/occurrences';
import { atLocal, dayOf } from '../../../electron/core/days';
import type { OccurrenceRef, StandingCall } from '../../../electron/core/model/call';
import type { Client } from '../../../electron/core/model/client';
import type { Request } from '../../../electron/core/model/request';
import type { State } from '../../../electron/core/model/state';
import { groupByPerson, type PreparedCall, prepareWeek } from '../../../electron/core/prep';
import { type Aside, beyondWeek, hasAgenda, keyOf, type Pressing, pressingOf, quietOf } from './aside';

/** A call as the week shows it. */
export interface WeekCall extends PreparedCall {
  /** Names the occurrence in this view. */
  key: string;
  groups: { person: string; items: Request[] }[];
  /** What stands quietly beneath: shown on the client's first call that is not over. */
  waiting: Request[];
  parked: Request[];
  isMoved: boolean;
  /** The length, where it is another than the call's. */
  ownMinutes?: number;
  /** Of this client: what no call takes by the day it is needed. */
  lateItems: Request[];
  /** What goes to which later call. */
  laterCalls: { occurrence: Occurrence; items: Request[] }[];
}

export interface WeekDay {
  date: Temporal.PlainDate;
  calls: WeekCall[];
  /** Why it is not worked, on a day that is otherwise. */
  absence?: Absence;
  /** With what it would have clashed, where that is why. */
  skipped: { client: Client; ref: OccurrenceRef; clash?: Clash }[];
}

export interface WeekPicture {
  week: Temporal.PlainDate;
  isThisWeek: boolean;
  days: WeekDay[];
  /** The call that runs or comes next, when it is in this week. */
  next?: WeekCall;
  /** What should not wait for its call: emergencies, and what is needed before it. */
  pressing: Pressing[];
  withoutCall: Aside[];
  beyond: Aside[];
}

/** Everything the week view shows, derived from the state at one moment. */
export function pictureWeek(state: State, day: Temporal.PlainDate, now: Temporal.Instant): WeekPicture {
  const { timeZone } = state.settings;
  const prepared = prepareWeek(state, day, now);
  const calls = prepared.calls.map((call) => toWeekCall(state, call, prepared.calls, now));
  const today = dayOf(now, timeZone);
  const all = Array.from({ length: 7 }, (_, index) => prepared.week.add({ days: index }));
  const days = all
    .map((date): WeekDay & { isUsual: boolean } => {
      const isUsual = spansOn(state.settings.workingHours, date).length > 0;
      const absence = isUsual ? absenceOn(state, date) : undefined;
      return {
        date,
        calls: calls.filter((call) => dayOf(call.occurrence.startsAt, timeZone).equals(date)),
        skipped: skippedOn(state, date),
        isUsual,
        ...(absence && { absence }),
      };
    })
    .filter(({ date, calls: own, skipped, isUsual }) => {
      return own.length + skipped.length > 0 || isUsual || date.equals(today);
    })
    .map(({ isUsual: _, ...day }) => day);
  const isThisWeek = all.some((date) => date.equals(today));
  const isPast = Temporal.PlainDate.compare(prepared.week.add({ days: 6 }), today) < 0;
  const next = isThisWeek ? calls.find((call) => !call.isOver) : undefined;
  return {
    week: prepared.week,
    isThisWeek,
    days,
    ...(next && { next }),
    pressing: isThisWeek ? pressingOf(state, now) : [],
    // What is over needs no call any more: a week that has passed shows only its calls.
    withoutCall: (isPast ? [] : prepared.unplaced).flatMap(({ client, requests }) => {
      const own = calls.filter((call) => call.client.id === client.id);
      // What is needed sooner stands with the client's next call.
      const items = requests.filter((request) => !own.some((call) => call.lateItems.includes(request)));
      const hasCall = own.some((call) => !call.isOver);
      const quiet = hasCall || hasAgenda(state, client, now) ? [] : quietOf(state, client.id, now);
      return items.length + quiet.length > 0 ? [{ key: `without ${client.id}`, client, items, quiet }] : [];
    }),
    beyond: isThisWeek ? beyondWeek(state, calls, now) : [],
  };
}

function toWeekCall(state: State, call: PreparedCall, calls: readonly PreparedCall[], now: Temporal.Instant): WeekCall {
  const first = calls.find((each) => each.client.id === call.client.id && !each.isOver);
  const isFirst = first !== undefined && isSameOccurrence(first.occurrence, call.occurrence);
  const quiet = isFirst ? quietOf(state, call.client.id, now) : [];
  const laterCalls: WeekCall['laterCalls'] = [];
  // What is late stands here with what would help, unless it stands on another call of this week.
  const shown = new Set(calls.flatMap(({ items }) => items));
  const lateItems = call.late.map((each) => each.request).filter((request) => !shown.has(request));
  for (const { request, occurrence } of call.later) {
    if (!occurrence || lateItems.includes(request)) continue;
    const known = laterCalls.find((each) => isSameOccurrence(each.occurrence, occurrence));
    if (known) known.items.push(request);
    else laterCalls.push({ occurrence, items: [request] });
  }
  const { movedFrom, startsAt, minutes } = call.occurrence;
  const usual = state.calls.find((each) => each.id === call.occurrence.callId)?.minutes ?? minutes;
  return {
    ...call,
    key: keyOf(call.occurrence),
    lateItems,
    isMoved: movedFrom !== undefined && !movedFrom.equals(startsAt),
    ...(minutes !== usual && { ownMinutes: minutes }),
    groups: groupByPerson(call.client, call.items),
    waiting: quiet.filter((request) => request.status === 'waiting'),
    parked: quiet.filter((request) => request.status === 'parked'),
    laterCalls,
  };
}

function skippedOn(state: State, date: Temporal.PlainDate): WeekDay['skipped'] {
  return state.calls.flatMap((call) => {
    const client = state.clients.find((each) => each.id === call.clientId);
    if (!client) return [];
    return call.exceptions
      .filter((each) => each.movedTo === undefined && isOn(call, each.occurrence, date, state.settings.timeZone))
      .map((each) => {
        const clash = clashOfSkipped(state, call, each.occurrence);
        return { client, ref: { callId: call.id, occurrence: each.occurrence }, ...(clash && { clash }) };
      });
  });
}

function isOn(call: StandingCall, occurrence: string, date: Temporal.PlainDate, timeZone: string): boolean {
  return dayOf(atLocal(occurrence, call.timeZone), timeZone).equals(date);
}

/** UTC months (`YYYY-MM`) that a week touches: what was closed in it lies in their history. */
export function monthsOf(week: Temporal.PlainDate): string[] {
  return [...new Set([week, week.add({ days: 6 })].map((date) => date.toString().slice(0, 7)))];
}

/** The day an address asks for: one written out, else the one given. */
export function readDay(detail: string | undefined, other: Temporal.PlainDate): Temporal.PlainDate {
  if (detail === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(detail)) return other;
  try {
    return Temporal.PlainDate.from(detail, { overflow: 'reject' });
  } catch {
    return other;
  }
}
