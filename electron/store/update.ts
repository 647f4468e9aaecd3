import { rm } from 'node:fs/promises';
import type { State } from '../core/model/state';
import { dayOfInstant, hasDailyBackup, makeBackup } from './backups';
import { type Desk, stampingOf } from './desk';
import { diffStates } from './diff';
import { isIdle, NO_EDITS, prepareEdits } from './edits';
import { hasData } from './opening';
import { planEdits, savePlan } from './save';
import type { Changed, UpdateOptions } from './store';
import { explainWriting } from './trouble';
import { dropUnapplied } from './undo-change';

/** Before anybody sees the store: writes what reading had to mend, drops the undo of what never happened. */
export async function settleStart(desk: Desk): Promise<void> {
  // An empty home stays empty until its first change.
  if (desk.reader.notices.length > 0 || (await hasData(desk.layout))) await writeWhatIsDue(desk);
  if (!desk.lock.wasAbandoned) return;
  const unapplied = await dropUnapplied(desk);
  if (unapplied) await rm(unapplied, { force: true });
}

/** Writes the files that are not on disk in the form they have in memory. */
export async function writeWhatIsDue(desk: Desk): Promise<void> {
  if (!Object.values(desk.documents).some((document) => document.isDue)) return;
  await savePlan(desk, await planEdits(desk, NO_EDITS, stampingOf(desk, desk.options.now())), {});
}

/** Runs a change and saves what it did. */
export async function updateDesk<T>(
  desk: Desk,
  change: (state: State) => Changed<T>,
  { dryRun, noUndo, backup }: UpdateOptions,
): Promise<{ changeId: string; result: T; state: State }> {
  const { state: next, note, result } = change(desk.state);
  const now = desk.options.now();
  const stamping = stampingOf(desk, now);
  const changeId = desk.options.newId('chg');
  const edits = prepareEdits(diffStates(desk.state, next), stamping);
  if (isIdle(edits)) return { changeId, result, state: desk.state };
  const plan = await planEdits(desk, edits, stamping);
  if (dryRun) return { changeId, result, state: plan.state };
  if (backup) await backUp(desk, backup);
  else await backUpDaily(desk);
  await savePlan(desk, plan, { change: { changeId, at: now.toString(), note }, hasUndo: !noUndo });
  return { changeId, result, state: desk.state };
}

/** Makes a backup for a reason; there is none of an empty home. */
export async function backUp(desk: Desk, reason: string) {
  const made = await makeBackup(desk.home, reason, desk.options.now()).catch((error) => {
    throw explainWriting(error, desk.layout.backups);
  });
  return made ?? { backup: '' };
}

/** The first change of a day keeps what was there before it. A failure is told, but keeps nobody from working. */
async function backUpDaily(desk: Desk): Promise<void> {
  const { timeZone } = desk.state.settings;
  const now = desk.options.now();
  const day = dayOfInstant(now, timeZone);
  if (desk.backedUpOn === day) return;
  try {
    if (!(await hasDailyBackup(desk.home, day, timeZone)) && !(await makeBackup(desk.home, 'daily', now))) return;
  } catch (error) {
    const message = `Today's backup could not be made: ${String(error)}`;
    desk.reader.notices.push({
      code: 'unavailable',
      message,
      action: 'See whether the disk has space; your entries are saved.',
    });
  }
  desk.backedUpOn = day;
}
