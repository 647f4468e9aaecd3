import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Request } from '../core/model/request';
import { listEditsOfBook } from './apply';
import { listBackups, listDataFiles } from './backups';
import { type Desk, stampingOf } from './desk';
import { linkOrCopy, listFolder, moveFile, nameTemporary, readText, syncFolder, writeDurably } from './durable';
import { type Edits, NO_EDITS, type RequestEdit } from './edits';
import { purgeInbox } from './forget-inbox';
import { purgeReadings } from './forget-readings';
import { monthPath } from './layout';
import { planEdits, savePlan } from './save';
import { flushTally } from './tally';
import { writeText } from './text';
import { readUndo, type UndoFile } from './undo';
import { isPlain } from './unknown';

/**
 * Removes every trace of a client: from backups, undo, the inbox, what was read of calendars and files set aside first, from
 * the home itself last, so that after a kill the client is still there to be forgotten again. Returns how many records it
 * were.
 */
export async function forgetClient(desk: Desk, clientId: string): Promise<number> {
  await desk.lock.assertMine();
  const edits = await findRecords(desk, clientId);
  const gone = new Set([...listEditsOfBook(edits), ...edits.requests].map(({ id }) => id));
  for (const { before } of edits.requests) noteStrangers(before, gone);
  await purgeBackups(desk.home, clientId, gone);
  await purgeUndo(desk, clientId, gone);
  await purgeSetAside(desk, clientId, gone);
  await purgeInbox(desk.layout, edits);
  await purgeReadings(
    desk,
    edits.clients.flatMap(({ before }) => before ?? []),
  );
  await savePlan(desk, await planEdits(desk, edits, stampingOf(desk, desk.options.now())), {});
  await flushTally(desk);
  return gone.size;
}

/** As what its contacts waited before it was known that they are this client's. */
function noteStrangers(request: Request | null | undefined, gone: Set<string>): void {
  for (const { strangerId } of request?.contacts ?? []) if (strangerId !== undefined) gone.add(strangerId);
}

async function findRecords({ state, history, home }: Desk, clientId: string): Promise<Edits> {
  const isTheirs = (record: { clientId: string }) => record.clientId === clientId;
  const requests: RequestEdit[] = state.requests
    .filter(isTheirs)
    .map((before) => ({ id: before.id, before, from: 'open', to: 'open' }));
  for (const month of await history.list()) {
    if (!(await readText(monthPath(home, month)))?.includes(clientId)) continue;
    const file = (await history.open(month)).low.data;
    for (const before of file.requests.filter(isTheirs))
      requests.push({ id: before.id, before, from: month, to: month });
  }
  return {
    ...NO_EDITS,
    clients: state.clients.filter((client) => client.id === clientId).map((before) => ({ id: before.id, before })),
    calls: state.calls.filter(isTheirs).map((before) => ({ id: before.id, before })),
    offers: state.offers.filter(isTheirs).map((before) => ({ id: before.id, before })),
    requests,
  };
}

/** Backups share their unchanged files by hard links; each content is looked into once and stays shared. */
async function purgeBackups(home: string, clientId: string, gone: Set<string>): Promise<void> {
  const outcomes = new Map<string, { path: string; outcome: Outcome }>();
  for (const { folder } of await listBackups(home)) {
    for (const file of await listDataFiles(folder)) {
      const path = join(folder, file);
      const { dev, ino } = await stat(path);
      const twin = outcomes.get(`${dev}:${ino}`);
      if (!twin) outcomes.set(`${dev}:${ino}`, { path, outcome: await purgeFile(path, clientId, gone) });
      else if (twin.outcome === 'removed') await rm(path);
      else if (twin.outcome === 'purged') await replaceByLink(twin.path, path);
    }
  }
}

async function replaceByLink(twin: string, path: string): Promise<void> {
  const temporary = nameTemporary(path);
  await linkOrCopy(twin, temporary);
  await moveFile(temporary, path);
}

type Outcome = 'clean' | 'purged' | 'removed';

/** Takes a client's records out of a file. One that can't be understood and names the client goes as a whole. */
async function purgeFile(path: string, clientId: string, gone: Set<string>): Promise<Outcome> {
  const text = await readText(path);
  if (text === undefined || ![clientId, ...gone].some((id) => text.includes(id))) return 'clean';
  const file = parse(text);
  if (!isPlain(file)) {
    await rm(path);
    return 'removed';
  }
  for (const [key, list] of Object.entries(file)) {
    if (!Array.isArray(list) || key === 'tombstones') continue;
    file[key] = list.filter((record: unknown) => {
      const isTheirs =
        isPlain(record) && (record.id === clientId || record.clientId === clientId || gone.has(String(record.id)));
      if (isTheirs && typeof record.id === 'string') gone.add(record.id);
      return !isTheirs;
    });
  }
  await writeDurably(path, writeText(file));
  return 'purged';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * A change that was about this client only goes; of others their part goes, and the words that may name them. What
 * was new in a change is there by its id alone, so the ids are gathered first.
 */
async function purgeUndo({ home, layout, trail }: Desk, clientId: string, gone: Set<string>): Promise<void> {
  const changes = new Map<string, UndoFile | undefined>();
  for (const name of trail.names) changes.set(name, await readUndo(home, name));
  for (const undo of changes.values())
    for (const { id, before } of undo
      ? [...undo.touched.calls, ...undo.touched.offers, ...undo.touched.requests]
      : []) {
      if (before?.clientId !== clientId) continue;
      gone.add(id);
      if ('contacts' in before) noteStrangers(before, gone);
    }
  for (const [name, undo] of changes) {
    const left = undo && withoutRecords(undo, gone);
    if (left === undo && undo) continue;
    const path = join(layout.undo, name);
    if (left) await writeDurably(path, writeText(left));
    else {
      await rm(path);
      trail.names = trail.names.filter((each) => each !== name);
    }
  }
  await syncFolder(layout.undo);
}

/** The same object when there is nothing to take out, nothing when nothing is left. */
function withoutRecords(undo: UndoFile, gone: ReadonlySet<string>): UndoFile | undefined {
  const keep = ({ id }: { id: string }) => !gone.has(id);
  const { clients, calls, offers, strangers, requests } = undo.touched;
  if ([...clients, ...calls, ...offers, ...strangers, ...requests].every(keep)) return undo;
  const touched = {
    ...undo.touched,
    clients: clients.filter(keep),
    calls: calls.filter(keep),
    offers: offers.filter(keep),
    strangers: strangers.filter(keep),
    requests: requests.filter(keep),
  };
  const isEmpty = Object.values(touched).every((list) => list.length === 0);
  return isEmpty ? undefined : { ...undo, note: { ...undo.note, values: {} }, touched };
}

/** Files that could not be read are kept for the person to mend; those that name the client are purged too. */
async function purgeSetAside({ home, layout, reader }: Desk, clientId: string, gone: Set<string>): Promise<void> {
  for (const folder of [home, layout.history])
    for (const name of await listFolder(folder)) {
      if (!name.includes('.unreadable-')) continue;
      const outcome = await purgeFile(join(folder, name), clientId, gone);
      if (outcome === 'removed')
        reader.notices.push({
          code: 'file-unreadable',
          message: `${name} was deleted: it named the client that was forgotten, and nothing but the whole of it could be.`,
        });
    }
}
