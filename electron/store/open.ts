import type { Settings } from '../core/model/settings';
import type { State } from '../core/model/state';
import { listBackups } from './backups';
import { checkHome } from './check';
import type { Desk } from './desk';
import { forgetClient } from './forget';
import { holds } from './history';
import { openDesk } from './opening';
import { publish } from './publish';
import { openQueue } from './queue';
import { dropStrayReadings, keepReading, readCalendarText } from './readings';
import { restoreBackup } from './restore';
import type { Changed, OpenOptions, Store, UpdateOptions } from './store';
import { flushTally, recountTally } from './tally';
import { countsAlike } from './tally-cache';
import { expireUndo } from './undo';
import { listChanges, undoChange } from './undo-change';
import { backUp, settleStart, updateDesk, writeWhatIsDue } from './update';

/** How long after a change the weekly sums are written; they are only a cache. */
const TALLY_MS = 3000;

/**
 * Opens a home: takes its lock, ends what a killed process began, reads, validates and migrates. Refuses with
 * `home-in-use`, `home-read-only`, `disk-full`, `newer-data` or `file-unreadable`; then nothing was changed.
 */
export async function openStore(options: OpenOptions): Promise<Store> {
  const desk = await openDesk(options);
  try {
    await settleStart(desk);
  } catch (error) {
    await desk.lock.release();
    throw error;
  }
  const queue = openQueue();
  let tallyTimer: NodeJS.Timeout | undefined;

  function scheduleTally(former: Settings): void {
    if (!countsAlike(former, desk.state.settings)) recountTally(desk, queue).catch(() => undefined);
    tallyTimer ??= setTimeout(() => {
      tallyTimer = undefined;
      queue.run(() => flushTally(desk)).catch(() => undefined);
    }, TALLY_MS).unref();
  }

  queue.run(() => dropStrayReadings(desk.layout, desk.documents.book.low.data, options.now())).catch(() => undefined);
  queue.run(() => expireUndo(desk.home, desk.trail, options.now())).catch(() => undefined);

  return {
    home: desk.home,
    get state() {
      return desk.state;
    },
    get notices() {
      return [...desk.reader.notices];
    },
    update: <T>(change: (state: State) => Changed<T>, updateOptions: UpdateOptions = {}) =>
      queue.run(async () => {
        const { settings } = desk.state;
        const updated = await updateDesk(desk, change, updateOptions);
        if (!updateOptions.dryRun) scheduleTally(settings);
        return updated;
      }),
    undo: (changeId) =>
      queue.run(async () => {
        const { settings } = desk.state;
        const undone = await undoChange(desk, changeId);
        scheduleTally(settings);
        return undone;
      }),
    changes: (limit) => queue.run(() => listChanges(desk, limit)),
    subscribe(listener) {
      // A listener may be given twice; each has its own place.
      const own: typeof listener = (changed, change) => listener(changed, change);
      desk.listeners.add(own);
      return () => void desk.listeners.delete(own);
    },
    loadMonth: (month) => queue.run(() => showMonth(desk, month)),
    loadHolding(id) {
      const isHeld = () =>
        [desk.state.requests, ...Object.values(desk.state.history)].flat().some((request) => holds(request, id));
      if (isHeld()) return Promise.resolve(true);
      return queue.run(async () => {
        if (isHeld()) return true;
        const month = await desk.history.find(id);
        if (month) await showMonth(desk, month);
        return month !== undefined;
      });
    },
    months: () => desk.history.list(),
    readMonth: (month) => queue.run(async () => (await desk.history.open(month)).low.data.requests),
    revisionOf: (month) => desk.history.revisionOf(month),
    refreshTally: () => recountTally(desk, queue),
    backup: (reason) =>
      queue.run(async () => {
        await writeWhatIsDue(desk);
        const made = await backUp(desk, reason);
        return made.backup;
      }),
    backups: async () => (await listBackups(desk.home)).map(({ backup, at, reason }) => ({ backup, at, reason })),
    restore: async (backup) => {
      const restored = await queue.run(() => restoreBackup(desk, backup));
      await recountTally(desk, queue);
      return restored;
    },
    forgetClient: (clientId) => queue.run(() => forgetClient(desk, clientId)),
    keepReading: (reading, text) => queue.run(() => keepReading(desk, reading, text)),
    readCalendarText: (calendarId) => queue.run(() => readCalendarText(desk, calendarId)),
    publishHolidays: (holidays) => queue.run(async () => publish(desk, { ...desk.state, holidays })),
    check: async () => {
      await recountTally(desk, queue);
      return await queue.run(() => checkHome(desk));
    },
    close: () =>
      queue.close(async () => {
        clearTimeout(tallyTimer);
        await flushTally(desk).catch(() => undefined);
        await desk.lock.release();
      }),
  };
}

async function showMonth(desk: Desk, month: string): Promise<void> {
  const { requests } = (await desk.history.open(month)).low.data;
  if (desk.state.history[month] === requests) return;
  publish(desk, { ...desk.state, history: { ...desk.state.history, [month]: requests } });
}
