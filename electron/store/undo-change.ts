import { join } from 'node:path';
import type { Change } from '../core/model/change';
import { Refusal } from '../core/model/problem';
import { type Desk, stampingOf } from './desk';
import type { Document } from './document';
import { digestOf, prepareEdits, type Stamped } from './edits';
import { planEdits, savePlan } from './save';
import type { Month } from './schemas/v1';
import { findName, invert, isExpired, type Present, readUndo, type UndoFile } from './undo';

/** Takes back the last change, or the one named. */
export async function undoChange(desk: Desk, changeId?: string): Promise<Change> {
  const name = findName(desk.trail, changeId);
  const undo = await readUndo(desk.home, name);
  const now = desk.options.now();
  if (!undo || isExpired(undo.at, now)) {
    const message = undo
      ? `The change of ${undo.at} is too old to be undone.`
      : `What ${name} was can't be read any more.`;
    throw new Refusal({
      code: 'nothing-to-undo',
      message,
      action: 'Changes can be undone for 7 days; older ones are in the backups.',
    });
  }
  const stamping = stampingOf(desk, now);
  const edits = prepareEdits(invert(undo, await findPresent(desk, undo)), stamping);
  const { at, note } = undo;
  await savePlan(desk, await planEdits(desk, edits, stamping), {
    change: { changeId: undo.changeId, at: now.toString(), note: { code: 'undone', values: note.values } },
    removals: [join(desk.layout.undo, name)],
  });
  desk.trail.names = desk.trail.names.filter((each) => each !== name);
  desk.trail.read.delete(name);
  return { changeId: undo.changeId, at, note };
}

/** What can be undone, newest first. */
export async function listChanges(desk: Desk, limit: number): Promise<Change[]> {
  const now = desk.options.now();
  const changes: Change[] = [];
  for (const name of desk.trail.names.toReversed()) {
    if (changes.length >= limit) break;
    const change = await readChange(desk, name);
    if (change && !isExpired(change.at, now)) changes.push(change);
  }
  return changes;
}

async function readChange({ home, trail }: Desk, name: string): Promise<Change | undefined> {
  const known = trail.read.get(name);
  if (known) return known;
  const undo = await readUndo(home, name);
  if (!undo) return undefined;
  const { changeId, at, note } = undo;
  const change = { changeId, at, note };
  trail.read.set(name, change);
  return change;
}

/**
 * After a kill the newest change may have its undo and no effect, because undo is written first. Then its undo goes.
 */
export async function dropUnapplied(desk: Desk): Promise<string | undefined> {
  const name = desk.trail.names.at(-1);
  const undo = name === undefined ? undefined : await readUndo(desk.home, name);
  if (!name || !undo || wasApplied(undo, await findPresent(desk, undo))) return undefined;
  desk.trail.names = desk.trail.names.slice(0, -1);
  return join(desk.layout.undo, name);
}

function wasApplied({ touched }: UndoFile, { current }: Present): boolean {
  const fits = (after: string | null, now: Stamped | undefined) => (now ? digestOf(now) : null) === after;
  return (
    touched.settings.every(({ id, after }) => fits(after, current.settings(id, 'book'))) &&
    touched.device.every(({ id, after }) => fits(after, current.device(id, 'book'))) &&
    touched.clients.every(({ id, after }) => fits(after, current.clients(id, 'book'))) &&
    touched.calls.every(({ id, after }) => fits(after, current.calls(id, 'book'))) &&
    touched.calendars.every(({ id, after }) => fits(after, current.calendars(id, 'book'))) &&
    touched.offers.every(({ id, after }) => fits(after, current.offers(id, 'book'))) &&
    touched.strangers.every(({ id, after }) => fits(after, current.strangers(id, 'book'))) &&
    touched.requests.every(({ id, after, to }) => fits(after, current.requests(id, to)))
  );
}

/** Reads the months that a change put requests into, so that its records can be compared with what is there. */
async function findPresent({ state, documents, history }: Desk, { touched }: UndoFile): Promise<Present> {
  const months = new Map<string, Document<Month>>();
  for (const { to } of touched.requests) if (to !== 'open' && !months.has(to)) months.set(to, await history.open(to));
  const inMonth = (place: string) => months.get(place)?.low.data;
  const byId = <R extends Stamped>(list: readonly R[]) => {
    const map = new Map(list.map((record) => [record.id, record]));
    return (id: string) => map.get(id);
  };
  const openRequests = byId(state.requests);
  const { tombstones } = documents.book.low.data;
  return {
    current: {
      settings: () => state.settings,
      device: () => state.device,
      clients: byId(state.clients),
      calls: byId(state.calls),
      calendars: byId(state.calendars),
      offers: byId(state.offers),
      strangers: byId(state.strangers),
      requests: (id, place) => openRequests(id) ?? inMonth(place)?.requests.find((request) => request.id === id),
    },
    floor: (id, place) =>
      (inMonth(place)?.tombstones ?? tombstones).find((tombstone) => tombstone.id === id)?.updatedAt,
  };
}
