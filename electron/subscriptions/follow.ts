import type { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../core/model/calendar';
import type { Store } from '../store/store';
import type { ReadText } from './read-text';
import { dueAt, refreshCalendar } from './refresh';
import { watchFiles } from './watch-files';

export interface Following {
  /** Looks now: the computer slept, or the network is back. What failed for want of it is asked again, too. */
  look(): void;
  /** Ends all; resolves when nothing is being read any more. */
  close(): Promise<void>;
  /** Resolves when nothing is being read and nothing is due. */
  settle(): Promise<void>;
}

export interface FollowOptions {
  store: Pick<Store, 'state' | 'subscribe' | 'keepReading' | 'readCalendarText'>;
  readNow: () => Temporal.Instant;
  readText?: ReadText;
  /** Calls back after so many milliseconds; returns how to call it off. */
  schedule?: (run: () => void, ms: number) => () => void;
  /** How long a file has to be left alone before it is read, in milliseconds. */
  quietMs?: number;
}

/** Timers can't wait longer, and a day is often enough to look. */
const LONGEST_MS = 86_400_000;
/** Between two looks, however soon the next is due; longer where what was read could not be kept. */
const SHORTEST_MS = 1000;
const SHORTEST_AFTER_FAILURE_MS = 900_000;
const QUIET_MS = 500;

/** Reads each calendar when it is due, one at a time, with one timer; none runs when there are no calendars. */
export function followCalendars({
  store,
  readNow,
  readText,
  schedule = scheduleHere,
  quietMs = QUIET_MS,
}: FollowOptions): Following {
  const urgent = new Set<string>();
  let work: Promise<void> = Promise.resolve();
  let isAtWork = false;
  let shortestMs = SHORTEST_MS;
  let isClosed = false;
  let callOff: (() => void) | undefined;
  const files = watchFiles(quietMs, (calendarId) => {
    urgent.add(calendarId);
    begin();
  });

  function findDue(): Calendar | undefined {
    const now = readNow();
    const { calendars } = store.state;
    return calendars.find(({ id }) => urgent.has(id)) ?? calendars.find((each) => isDue(each, now));
  }

  function isDue(calendar: Calendar, now: Temporal.Instant): boolean {
    return Date.parse(dueAt(calendar, store.state, now)) <= now.epochMilliseconds;
  }

  async function readAllDue(): Promise<void> {
    // At most once each, so that one whose reading can't be kept does not go round for ever.
    const done = new Set<string>();
    for (let due = findDue(); due && !done.has(due.id) && !isClosed; due = findDue()) {
      const { id } = due;
      done.add(id);
      urgent.delete(id);
      const readKept = () => store.readCalendarText(id);
      const { reading, text } = await refreshCalendar(due, store.state, { now: readNow(), readKept, readText });
      if (!isClosed) await store.keepReading(reading, text);
    }
  }

  function begin(): void {
    if (isAtWork || isClosed) return;
    isAtWork = true;
    callOff?.();
    work = readAllDue()
      .then(
        () => SHORTEST_MS,
        () => SHORTEST_AFTER_FAILURE_MS,
      )
      .then((ms) => {
        isAtWork = false;
        shortestMs = ms;
        plan();
      });
  }

  function plan(): void {
    callOff?.();
    callOff = undefined;
    const { calendars } = store.state;
    files.watch(calendars);
    // One that was removed meanwhile would be due for ever.
    for (const id of urgent) if (!calendars.some((each) => each.id === id)) urgent.delete(id);
    if (isAtWork || isClosed || calendars.length === 0) return;
    const now = readNow();
    const next = Math.min(...calendars.map((each) => Date.parse(dueAt(each, store.state, now))));
    const ms = urgent.size > 0 ? 0 : next - now.epochMilliseconds;
    callOff = schedule(begin, Math.min(Math.max(ms, shortestMs), LONGEST_MS));
  }

  const stop = store.subscribe((changed) => {
    if (changed.calendars || changed.readings || changed.settings) plan();
  });
  plan();

  return {
    look() {
      for (const { id } of store.state.calendars)
        if (store.state.readings[id]?.problem?.code === 'calendar-unreachable') urgent.add(id);
      begin();
    },
    async close() {
      isClosed = true;
      stop();
      callOff?.();
      files.close();
      await work;
    },
    settle: () => work,
  };
}

function scheduleHere(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms).unref();
  return () => clearTimeout(timer);
}
