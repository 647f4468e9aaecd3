import type { Temporal } from 'temporal-polyfill';
import type { BusyTime, Calendar, Reading } from '../core/model/calendar';
import { type Problem, Refusal } from '../core/model/problem';
import type { State } from '../core/model/state';
import { fetchCalendar } from './fetch-calendar';
import { readCalendarFile } from './read-file';
import { type ReadText, readTextHere } from './read-text';
import type { Known, SourceAnswer } from './source-answer';
import { isOutdated, outdatedAt, type Window, windowAt } from './window';

/** What reading a calendar needs of the world around. */
export interface Reach {
  now: Temporal.Instant;
  /** The text that was kept of it when it was read last. */
  readKept: () => Promise<string | undefined>;
  /** Reads a text; in this thread unless told otherwise. */
  readText?: ReadText | undefined;
  /** Patience with a server, in milliseconds. */
  idleMs?: number;
  wholeMs?: number;
}

/** A reading, and the text it comes from when that is new. */
export interface Refreshed {
  reading: Reading;
  text?: string;
  /** The name that the calendar gives itself. */
  name?: string;
}

/** Files are watched, too; this is for where that fails. */
const CHECK_MINUTES = { address: 60, file: 5 };
const BACK_OFF_MINUTES = 15;
const BACK_OFF_MINUTES_AT_MOST = 24 * 60;

/**
 * Asks the source of a calendar once. What fails leaves what was read before, with the problem, and is asked again after a
 * pause that doubles from a quarter of an hour to a day. Never throws.
 */
export async function refreshCalendar(
  calendar: Calendar,
  { settings, readings }: Pick<State, 'settings' | 'readings'>,
  reach: Reach,
): Promise<Refreshed> {
  const wanted = windowAt(reach.now, settings);
  const former = readings[calendar.id];
  const hasOldDays = former !== undefined && isOutdated(former, wanted);
  const known = former?.readAt ? { etag: former.etag, lastModified: former.lastModified } : {};
  const answer = await askSource(calendar, known, reach);
  if (answer.kind === 'failed') return { reading: afterFailure(calendar, former, answer, wanted, reach.now) };
  if (answer.kind === 'unchanged' && former && !hasOldDays)
    return { reading: { ...clear(former), checkedAt: reach.now.toString(), ...nextCheck(calendar, reach.now) } };
  // The source has nothing new, but the days have moved on.
  const again = answer.kind === 'text' ? answer : await recallText(calendar, known, reach);
  if (again.kind !== 'text') return { reading: afterFailure(calendar, former, asFailure(again), wanted, reach.now) };
  const { text, etag, lastModified } = again;
  try {
    const { name, busy, recurring, refused } = await (reach.readText ?? readTextHere)(text, wanted);
    const checkedAt = reach.now.toString();
    const readAt = answer.kind === 'text' ? checkedAt : (former?.readAt ?? checkedAt);
    const reading: Reading = {
      calendarId: calendar.id,
      ...{ checkedAt, readAt, failures: 0 },
      ...nextCheck(calendar, reach.now),
      ...(etag && { etag }),
      ...(lastModified && { lastModified }),
      ...wanted,
      ...{ busy: keepPeopleNear(busy, reach.now), recurring, refused },
    };
    return { reading, ...(name && { name }), ...(answer.kind === 'text' && { text }) };
  } catch (error) {
    const problem = error instanceof Refusal ? error.problem : unreadable(calendar);
    return { reading: afterFailure(calendar, former, { problem }, wanted, reach.now) };
  }
}

/** Days before and after now for which it is kept who takes part: until everything is read anew, and a few days back. */
const PEOPLE_DAYS = { back: 7, ahead: 10 };

/** Takes out who takes part in what is far away: only of calls that have just taken place is it ever asked. */
function keepPeopleNear(busy: readonly BusyTime[], now: Temporal.Instant): BusyTime[] {
  const from = now.subtract({ hours: PEOPLE_DAYS.back * 24 }).toString();
  const to = now.add({ hours: PEOPLE_DAYS.ahead * 24 }).toString();
  return busy.map((time) => {
    if (!time.emails || (time.endsAt > from && time.startsAt < to)) return time;
    const { emails: _, ...rest } = time;
    return rest;
  });
}

/** When a calendar is to be asked next; one that was never read, or for other days or another zone, is due now. */
export function dueAt(
  calendar: Calendar,
  { settings, readings }: Pick<State, 'settings' | 'readings'>,
  now: Temporal.Instant,
): string {
  const reading = readings[calendar.id];
  const isPaused = reading && reading.failures > 0;
  if (!reading?.nextCheckAt || (!isPaused && isOutdated(reading, windowAt(now, settings)))) return now.toString();
  return reading.nextCheckAt;
}

async function askSource({ source }: Calendar, known: Known, reach: Reach): Promise<SourceAnswer> {
  if (source.kind === 'address') return await fetchCalendar(source.url, { ...reach, ...known });
  if (source.kind === 'file') return await readCalendarFile(source.path, known);
  return { kind: 'unchanged' };
}

/** The text that was kept; else the source is asked as if for the first time. */
async function recallText(calendar: Calendar, known: Known, reach: Reach): Promise<SourceAnswer> {
  const kept = await reach.readKept();
  if (kept === undefined) return await askSource(calendar, {}, reach);
  const { etag, lastModified } = known;
  return { kind: 'text', text: kept, ...(etag && { etag }), ...(lastModified && { lastModified }) };
}

function asFailure(answer: Exclude<SourceAnswer, { kind: 'text' }>): Failure {
  if (answer.kind === 'failed') return answer;
  return {
    problem: {
      code: 'calendar-gone',
      message: 'What was read of this calendar is not there any more.',
      action: 'Import the file again.',
    },
  };
}

interface Failure {
  problem: Problem;
  retryAt?: Temporal.Instant;
}

function afterFailure(
  calendar: Calendar,
  former: Reading | undefined,
  { problem, retryAt }: Failure,
  wanted: Window,
  now: Temporal.Instant,
): Reading {
  const nothing = { calendarId: calendar.id, ...wanted, busy: [], recurring: [], refused: [] };
  const failures = (former?.failures ?? 0) + 1;
  const minutes = Math.min(BACK_OFF_MINUTES * 2 ** Math.min(failures - 1, 10), BACK_OFF_MINUTES_AT_MOST);
  const pauseEnd = now.add({ minutes });
  const isLater = retryAt !== undefined && retryAt.epochMilliseconds > pauseEnd.epochMilliseconds;
  return {
    ...(former ?? nothing),
    ...{ checkedAt: now.toString(), failures, problem },
    nextCheckAt: (isLater ? retryAt : pauseEnd).toString(),
  };
}

function clear({ problem: _, ...reading }: Reading): Reading {
  return { ...reading, failures: 0 };
}

function nextCheck({ source }: Calendar, now: Temporal.Instant): { nextCheckAt: string } {
  const at = source.kind === 'import' ? outdatedAt(now) : now.add({ minutes: CHECK_MINUTES[source.kind] });
  return { nextCheckAt: at.toString() };
}

function unreadable({ name }: Calendar): Problem {
  return {
    code: 'calendar-unreadable',
    message: `${name} could not be understood.`,
    action: 'Open it in your calendar program, and see whether it is whole.',
  };
}
