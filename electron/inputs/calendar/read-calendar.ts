import { Temporal } from 'temporal-polyfill';
import { startOfDay } from '../../core/days';
import type { BusyTime, Reading, RecurringEvent } from '../../core/model/calendar';
import { refuse } from '../../core/refuse';
import { type Component, type Components, splitComponents } from './components';
import { decodeCalendar } from './decode';
import { type CalendarEvent, type EventReader, readEvent, shortLine } from './event';
import { expandEvent, placeOnce, type Window } from './expand';
import { readFreeBusy } from './free-busy';
import { MOST_BUSY_TIMES, MOST_EVENTS, MOST_OFFERED, MOST_REFUSALS } from './limits';
import { offerEvent } from './recurring';
import { makeBudget } from './rules';
import { gatherSeries, type Series } from './series';
import { makeZoneReader } from './zones';

export interface CalendarOptions {
  /** Mine: days and floating times are meant in it. */
  timeZone: string;
  /** Events are expanded within these days of mine (`YYYY-MM-DD`), the second not included. */
  from: string;
  to: string;
  /** My own addresses: what I declined does not make me busy, and I am not offered as a client. */
  myEmails?: readonly string[];
}

export interface CalendarContent {
  name?: string;
  /** In order of their start. */
  busy: BusyTime[];
  recurring: RecurringEvent[];
  /** In order of their lines. */
  refused: Reading['refused'];
  /** How many of the file's events were read; the others are refused. */
  events: number;
}

/**
 * Reads a calendar (RFC 5545) as programs really write it. One bad event never loses the file: it is refused with its
 * line and the reason, and the rest goes on. Give it the bytes rather than text where you have them: then it finds the
 * right encoding and mends folds within a character.
 *
 * This module brings ical.js along: import it when a calendar is there to be read, with `await import(…)`.
 * @throws Refusal `calendar-unreadable` for what is no calendar, `calendar-too-large` for more than can be read
 */
export function readCalendar(content: string | Uint8Array, options: CalendarOptions): CalendarContent {
  const text = typeof content === 'string' ? content : decodeCalendar(content);
  const myEmails = new Set((options.myEmails ?? []).map((email) => email.trim().toLowerCase()).filter(Boolean));
  const components = splitComponents(text, myEmails);
  if (components.heads.length === 0) refuseStranger(text);
  const years = { from: Number(options.from.slice(0, 4)), to: Number(options.to.slice(0, 4)) };
  const reader: EventReader = {
    myZone: options.timeZone,
    myEmails,
    readZone: makeZoneReader(options.timeZone, years, components.heads),
  };
  const found = expandAll(components, reader, options);
  const name = components.heads.find((head) => head.name !== undefined)?.name;
  return {
    ...(name !== undefined && shortLine(name) !== '' && { name: shortLine(name) }),
    busy: found.busy.sort(compareTimes),
    recurring: found.recurring,
    refused: limitRefusals(found.refused, components.left),
    events: components.events.length - found.refusedEvents,
  };
}

/** Recurring events of a calendar that could become standing calls: for a file that is read once. */
export function readStandingCalls(content: string | Uint8Array, options: CalendarOptions): RecurringEvent[] {
  return readCalendar(content, options).recurring;
}

interface Found {
  busy: BusyTime[];
  recurring: RecurringEvent[];
  refused: Reading['refused'];
  refusedEvents: number;
}

function expandAll(components: Components, reader: EventReader, options: CalendarOptions): Found {
  const found: Found = { busy: [], recurring: [], refused: [], refusedEvents: 0 };
  const startOf = (day: string) => startOfDay(Temporal.PlainDate.from(day), options.timeZone).epochMilliseconds;
  const window: Window = { from: startOf(options.from), to: startOf(options.to) };
  const budget = makeBudget();
  const attempt = <T>(line: number, isEvent: boolean, work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      found.refused.push({ line, reason: reasonOf(error) });
      if (isEvent) found.refusedEvents += 1;
      return undefined;
    }
  };
  const add = (times: readonly (BusyTime | undefined)[]) => {
    if (found.busy.length + times.length > MOST_BUSY_TIMES)
      throw new Error(`The calendar has more than ${MOST_BUSY_TIMES} times in these days.`);
    for (const time of times) if (time) found.busy.push(time);
  };
  const addSeries = ({ master, changes }: Series) => {
    const readMaster = (event: CalendarEvent) => {
      const times = expandEvent(event, changes, window, budget);
      const offered = budget.spend(() => offerEvent(event, changes, options.from));
      add(times);
      if (offered && found.recurring.length < MOST_OFFERED) found.recurring.push(offered);
      return true;
    };
    if (master && attempt(master.line, true, () => readMaster(master))) return;
    // What belongs to nothing that can be read still takes place.
    for (const change of changes)
      if (!change.isCancelled) attempt(change.line, true, () => add([placeOnce(change, window)]));
  };

  const read = (component: Component): CalendarEvent[] => {
    const event = attempt(component.line, true, () => readEvent(component, reader));
    // Its lines are not needed any more, and a large calendar has many.
    component.lines = [];
    return event ? [event] : [];
  };
  for (const series of gatherSeries(components.events.flatMap(read))) addSeries(series);
  for (const component of components.freeBusy)
    attempt(component.line, false, () => add(readFreeBusy(component, reader, window)));
  return found;
}

/** Reasons are ours or the core's; what a library says of a strange value is no help to a person. */
function reasonOf(error: unknown): string {
  if (error instanceof RangeError || error instanceof TypeError || !(error instanceof Error))
    return 'It has a date or another value that can not be read.';
  return shortLine(error.message);
}

function limitRefusals(refused: Reading['refused'], left: number): Reading['refused'] {
  const sorted = refused.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0));
  const told = sorted.slice(0, MOST_REFUSALS);
  if (sorted.length > told.length) told.push({ reason: `${sorted.length - told.length} more could not be read.` });
  if (left > 0) told.push({ reason: `${left} more events were left out: at most ${MOST_EVENTS} are read.` });
  return told;
}

function refuseStranger(text: string): never {
  const action = 'Choose a calendar file (.ics), or the address of one.';
  if (text.trim() === '') refuse('calendar-unreadable', 'The calendar is empty.', { action });
  if (/^\s*<(!doctype|html|head|body|script)/i.test(text.slice(0, 1000)))
    refuse('calendar-unreadable', 'This is a web page, not a calendar.', {
      action: 'Copy the address of the calendar itself; it often ends in .ics.',
    });
  refuse('calendar-unreadable', 'This is not a calendar: it has no BEGIN:VCALENDAR.', { action });
}

function compareTimes(one: BusyTime, other: BusyTime): number {
  if (one.startsAt !== other.startsAt) return one.startsAt < other.startsAt ? -1 : 1;
  return one.uid < other.uid ? -1 : one.uid > other.uid ? 1 : 0;
}
