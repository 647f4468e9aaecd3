import { join } from 'node:path';
import type { Change } from '../core/model/change';
import { Refusal } from '../core/model/problem';
import type { Request } from '../core/model/request';
import type { State } from '../core/model/state';
import { editsIn, listEditsOfBook, monthsOf, patchBook, patchList, patchMonth, patchState } from './apply';
import { type Batch, beginBatch, HalfDone } from './batch';
import type { Desk } from './desk';
import { type Document, stageDocument } from './document';
import type { Edits, Stamping } from './edits';
import { publish } from './publish';
import type { Month } from './schemas/v1';
import { CURRENT_VERSION, isNewerMinor } from './schemas/versions';
import { writeText } from './text';
import { explainWriting } from './trouble';
import { nameNext, traceEdits } from './undo';

/** A change worked out, not yet saved. */
export interface Plan {
  edits: Edits;
  stamping: Stamping;
  months: { month: string; document: Document<Month>; former: readonly Request[]; next: Month }[];
  state: State;
}

/** Works out what edits mean for the files and for the state. */
export async function planEdits(desk: Desk, edits: Edits, stamping: Stamping): Promise<Plan> {
  const months: Plan['months'] = [];
  for (const month of monthsOf(edits.requests)) {
    const document = await desk.history.open(month);
    const former = document.low.data;
    months.push({
      month,
      document,
      former: former.requests,
      next: patchMonth(month, former, edits.requests, stamping),
    });
  }
  const lists = new Map(months.map(({ month, next }) => [month, next.requests]));
  return { edits, stamping, months, state: patchState(desk.state, edits, lists) };
}

export interface SaveOptions {
  /** Told to the subscribers, and kept for undo unless that is not wanted. */
  change?: Change;
  hasUndo?: boolean;
  /** Files that go with this change. */
  removals?: readonly string[];
}

/** Saves what was planned, all of it or nothing, and then publishes it. */
export async function savePlan(desk: Desk, plan: Plan, { change, hasUndo, removals = [] }: SaveOptions): Promise<void> {
  await desk.lock.assertMine();
  const undoName = change && hasUndo ? nameNext(desk.trail, change.changeId) : undefined;
  await commit(desk, (batch) => {
    const writes: Promise<void>[] = [];
    if (change && undoName) {
      writes.push(batch.putNote(join(desk.layout.undo, undoName), writeText(traceEdits(change, plan.edits))));
    }
    writes.push(...stagePlan(desk, plan, batch));
    for (const path of removals) batch.remove(path);
    return writes;
  });
  if (undoName) desk.trail.names.push(undoName);
  for (const { month, former, next } of plan.months) {
    if (former !== next.requests) desk.history.noteChange(month);
    desk.tally.amend(month, former, next.requests, plan.state.settings);
  }
  publish(desk, { ...plan.state, tally: desk.tally.tally }, change);
}

/** History goes first and the open requests last, so that at no moment a request is nowhere. */
function stagePlan({ documents: { book, open, device } }: Desk, plan: Plan, batch: Batch): Promise<void>[] {
  const { edits, stamping, months } = plan;
  const writes = months
    .filter(({ document, next }) => document.low.data !== next)
    .map(({ document, next }) => stageDocument(document, versioned(next), batch));
  const nextBook = patchBook(book.low.data, edits, stamping);
  if (book.isDue || edits.settings.length + listEditsOfBook(edits).length > 0)
    writes.push(stageDocument(book, versioned(nextBook), batch));
  const [deviceEdit] = edits.device;
  if (device.isDue || deviceEdit)
    writes.push(
      stageDocument(
        device,
        versioned({ ...device.low.data, device: deviceEdit?.after ?? device.low.data.device }),
        batch,
      ),
    );
  const here = editsIn('open', edits.requests);
  if (open.isDue || here.length > 0)
    writes.push(
      stageDocument(open, versioned({ ...open.low.data, requests: patchList(open.low.data.requests, here) }), batch),
    );
  return writes;
}

function versioned<T extends { version: string }>(file: T): T {
  return isNewerMinor(file.version) ? file : { ...file, version: CURRENT_VERSION };
}

/** Runs a batch; what fails leaves files and memory as they were. */
export async function commit(desk: Desk, stageAll: (batch: Batch) => readonly Promise<void>[]): Promise<void> {
  if (desk.broken) throw desk.broken;
  const batch = beginBatch(desk.home);
  desk.stage.batch = batch;
  try {
    await Promise.all(stageAll(batch));
    await batch.commit();
  } catch (error) {
    if (error instanceof HalfDone) throw breakOff(desk, error);
    await batch.abandon();
    throw explainWriting(error, desk.home);
  } finally {
    desk.stage.batch = undefined;
  }
}

/** Writes one file as it is in memory. When that fails it stays to be done with the next change that concerns it. */
export async function mendDocument<T extends { version: string }>(desk: Desk, document: Document<T>): Promise<void> {
  await commit(desk, (batch) => [stageDocument(document, versioned(document.low.data), batch)]).catch(() => undefined);
}

function breakOff(desk: Desk, { cause }: HalfDone): Refusal {
  desk.broken = new Refusal({
    code: 'unavailable',
    message: `The disk failed in the middle of saving (${String(cause)}). Nothing more is saved until the next start, which brings that change to its end.`,
    action: 'See whether the disk is healthy, then start the app again.',
  });
  return desk.broken;
}
