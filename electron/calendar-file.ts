import { access, constants, realpath, rm, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import type { Temporal } from 'temporal-polyfill';
import { nextOccurrences } from './core/calls/occurrences';
import { dayOf, isBefore, startOfDay } from './core/days';
import { type Problem, Refusal } from './core/model/problem';
import type { State } from './core/model/state';
import { refuse } from './core/refuse';
import { isOwnDocument } from './outputs/calendar/product';
import { findLeftovers, readText, writeDurably } from './store/durable';
import type { Store } from './store/store';
import { codeOf, isMissing } from './store/trouble';

/** Changes come in bursts: it is written once nothing has changed for so long. */
const QUIET_MS = 2000;
/** What the calendar tells of. */
const CONCERNED = ['calls', 'clients', 'requests', 'settings', 'holidays', 'device'] as const;

export interface CalendarFile {
  /** The clock may have leapt, as it does when the computer wakes up. */
  refresh(): void;
  /** Writes what still waits, then stops. */
  close(): Promise<void>;
}

/**
 * Keeps the file of the standing calls (`device.calendarFile`) as the state is, for calendar programs that follow it.
 * Where it can't be written this is said once, and tried again with the next change.
 */
export function keepCalendarFile({
  store,
  readNow,
  showProblem,
}: {
  store: Store;
  readNow: () => Temporal.Instant;
  showProblem: (problem: Problem) => void;
}): CalendarFile {
  let timer: NodeJS.Timeout | undefined;
  let isDue = false;
  let writing = Promise.resolve();
  let told = '';

  const writeIn = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(write, ms);
  };
  const writeSoon = () => {
    isDue = true;
    writeIn(QUIET_MS);
  };
  const write = () => {
    clearTimeout(timer);
    isDue = false;
    writing = writing.then(writeNow);
  };
  const writeNow = async () => {
    const { state } = store;
    const path = state.device.calendarFile;
    if (path === undefined) return;
    const now = readNow();
    try {
      // Only here, so that nothing is loaded for it where no file is kept.
      const { writeCalls } = await import('./outputs/calendar/calls');
      await writeCalendarFile(path, writeCalls(state, now), store.home);
      told = '';
    } catch (error) {
      const problem = explain(error, path);
      if (told !== problem.message) showProblem(problem);
      told = problem.message;
    }
    // What is on the next call depends on the time, too; until then nothing is done.
    if (!isDue) writeIn(now.until(findNextTurn(state, now)).total('milliseconds'));
  };

  const unsubscribe = store.subscribe((changed) => {
    if (CONCERNED.some((part) => part in changed)) writeSoon();
  });
  writeSoon();
  return {
    refresh: writeSoon,
    async close() {
      unsubscribe();
      if (isDue) write();
      await writing;
      clearTimeout(timer);
    },
  };
}

/** When a call ends its agenda goes to the next; when a day begins, parked requests come back. */
function findNextTurn({ settings, calls }: State, now: Temporal.Instant): Temporal.Instant {
  const midnight = startOfDay(dayOf(now, settings.timeZone).add({ days: 1 }), settings.timeZone);
  const [next] = nextOccurrences(calls, now, 1);
  return next && isBefore(next.endsAt, midnight) ? next.endsAt : midnight;
}

/**
 * Writes the file as a whole or not at all, and only when its text differs, so that a program that follows it reads no
 * half of it and nothing for nothing.
 * @throws Refusal as {@link refuseCalendarFile} does
 */
async function writeCalendarFile(path: string, text: string, home: string): Promise<void> {
  const former = await refuseCalendarFile(path, home);
  if (former === text) return;
  // A link goes on to lead to the file.
  const target = await followLink(path);
  await writeDurably(target, text);
  const mark = `.${basename(target)}.`;
  for (const leftover of await findLeftovers(dirname(target)))
    if (basename(leftover).startsWith(mark)) await rm(leftover, { force: true });
}

/**
 * Refuses a place that the calendar can't or must not be written to: within the data, or over a file that is not ours.
 * Returns the text that is there.
 * @throws Refusal `invalid`, `exists`, or the system's own error
 */
async function refuseCalendarFile(path: string, home: string): Promise<string | undefined> {
  const field = 'calendarFile';
  const within = relative(await followLink(home), await followLink(path));
  if (within === '' || !(within.startsWith('..') || isAbsolute(within)))
    refuse('invalid', `${path} is within the app's own data.`, { field, action: 'Choose another folder.' });
  const former = await readText(path);
  if (former !== undefined && former.trim() !== '' && !isOwnDocument(former))
    refuse('exists', `${path} was not written by Until Friday, so it was left as it is.`, {
      field,
      action: 'Choose another name, or move that file away.',
    });
  return former;
}

/**
 * Refuses a place where the calendar can't be kept before it is chosen: as {@link refuseCalendarFile} does, and where its
 * folder is not there or can't be written to.
 * @throws Refusal `invalid` or `exists`, at the field
 */
export async function refuseUnwritable(path: string, home: string): Promise<void> {
  const field = 'calendarFile';
  const folder = dirname(path);
  try {
    await refuseCalendarFile(path, home);
    const target = dirname(await followLink(path));
    if (!(await stat(target)).isDirectory())
      refuse('invalid', `${folder} is no folder. Nothing was changed.`, { field });
    await access(target, constants.W_OK);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const action = 'Choose another folder.';
    if (isMissing(error)) refuse('invalid', `There is no folder ${folder}. Nothing was changed.`, { field, action });
    refuse('invalid', `Nothing can be written to ${folder} (${codeOf(error) ?? error}). Nothing was changed.`, {
      field,
      action,
    });
  }
}

/** Where a path really leads; what is not there yet is to be in a folder that may be. */
async function followLink(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (!isMissing(error)) throw error;
    return dirname(path) === path ? path : join(await followLink(dirname(path)), basename(path));
  }
}

function explain(error: unknown, path: string): Problem {
  if (error instanceof Refusal) return error.problem;
  const code = codeOf(error);
  if (code === undefined) return { code: 'internal', message: String(error) };
  const isFull = code === 'ENOSPC' || code === 'EDQUOT';
  return {
    code: isFull ? 'disk-full' : 'unavailable',
    message: `Your calls could not be written to ${path} (${code}). What was there before is intact.`,
    action: isFull ? 'Free some space.' : 'See whether its folder is there and yours, or choose another in Settings.',
  };
}
