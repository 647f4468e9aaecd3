import { chmod, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { listBackups, makeBackup } from './backups';
import { replayJournal } from './batch';
import type { Desk, Documents } from './desk';
import { holdDocument, type Stage } from './document';
import { findLeftovers, listFolder, makeFolder, syncFolder } from './durable';
import { keepHistory } from './history';
import { type Layout, layOut } from './layout';
import { acquireLock, type Lock } from './lock';
import { type Examined, examineFile, type Reader, settleFile } from './read-file';
import { readReadings } from './readings';
import { mendDocument } from './save';
import type { Book, DeviceFile, OpenFile } from './schemas/v1';
import { bookFormat, CURRENT_VERSION, deviceFormat, openFormat, STEPS } from './schemas/versions';
import type { OpenOptions } from './store';
import { openTallyCache } from './tally-cache';
import { explainWriting } from './trouble';
import { openTrail } from './undo';

/** Takes a home and reads what is always in memory; lets go of it again when that fails. */
export async function openDesk(options: OpenOptions): Promise<Desk> {
  const home = resolve(options.home);
  const layout = layOut(home);
  const lock = await prepareHome(layout, options).catch((error) => {
    throw explainWriting(error, home, 'The home was not opened');
  });
  try {
    return await readHome(home, layout, lock, options);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function prepareHome(layout: Layout, options: OpenOptions): Promise<Lock> {
  const wasMade = (await makeFolder(layout.home)) !== undefined;
  // A folder that holds other things is not ours to close to others; `check` tells.
  if (wasMade || (await listFolder(layout.home)).length === 0) await chmod(layout.home, 0o700);
  const lock = await acquireLock(layout.home, options.socket, options.patienceMs);
  try {
    const folders = [layout.history, layout.undo, layout.backups, layout.calendars];
    if ((await Promise.all(folders.map(makeFolder))).some((made) => made !== undefined)) await syncFolder(layout.home);
    await replayJournal(layout.home);
    const inBackups = lock.wasAbandoned ? await listBackups(layout.home) : [];
    const littered = inBackups.flatMap(({ folder }) => [folder, join(folder, 'history')]);
    const leftovers = (await Promise.all([layout.home, ...folders, ...littered].map(findLeftovers))).flat();
    await Promise.all(leftovers.map((path) => rm(path, { recursive: true, force: true })));
    return lock;
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function readHome(home: string, layout: Layout, lock: Lock, options: OpenOptions): Promise<Desk> {
  const reader: Reader = { home, now: options.now, steps: options.steps ?? STEPS, notices: [] };
  const stage: Stage = { batch: undefined };
  const documents = await readDocuments(layout, reader, stage, options);
  const { settings, clients, calls, calendars, offers, strangers } = documents.book.low.data;
  const { device } = documents.device.low.data;
  const { requests } = documents.open.low.data;
  const [tally, readings] = await Promise.all([
    openTallyCache(home, settings),
    readReadings(layout, documents.book.low.data),
  ]);
  const desk: Desk = {
    home,
    layout,
    options,
    reader,
    stage,
    documents,
    history: keepHistory(reader, stage, {
      openIds: () => new Set(documents.open.low.data.requests.map((request) => request.id)),
      mend: (document) => mendDocument(desk, document),
    }),
    trail: await openTrail(home),
    tally,
    lock,
    listeners: new Set(),
    state: {
      ...{ settings, device, clients, calls, calendars, offers, strangers, requests, readings },
      ...{ history: {}, tally: tally.tally, holidays: {} },
    },
  };
  return desk;
}

/** Reads book, open requests and device. All are looked at before anything is touched. */
export async function readDocuments(
  layout: Layout,
  reader: Reader,
  stage: Stage,
  { first }: Pick<OpenOptions, 'first'>,
): Promise<Documents> {
  const { steps } = reader;
  const [bookFound, openFound, deviceFound] = await Promise.all([
    examineFile(layout.book, bookFormat, steps),
    examineFile(layout.open, openFormat, steps),
    examineFile(layout.device, deviceFormat, steps),
  ]);
  if ([bookFound, openFound, deviceFound].some(isOlder)) await makeBackup(layout.home, 'migration', reader.now());

  const version = CURRENT_VERSION;
  const { settings, device } = first;
  const firstBook: Book = {
    ...{ version, settings, tombstones: [] },
    clients: [...first.clients],
    calls: [...first.calls],
    calendars: [...first.calendars],
    offers: [...first.offers],
    strangers: [...first.strangers],
  };
  const firstOpen: OpenFile = { version, requests: [...first.requests] };
  const firstDevice: DeviceFile = { version, device };
  const book = holdDocument(layout.book, firstBook, stage, () =>
    settleFile(bookFound, firstBook, reader, openFound.text !== undefined),
  );
  const open = holdDocument(layout.open, firstOpen, stage, () =>
    settleFile(openFound, firstOpen, reader, bookFound.text !== undefined),
  );
  const deviceFile = holdDocument(layout.device, firstDevice, stage, () =>
    settleFile(deviceFound, firstDevice, reader),
  );
  for (const document of [book, open, deviceFile]) await document.low.read();
  return { book, open, device: deviceFile };
}

function isOlder({ finding }: Examined<unknown>): boolean {
  return (finding?.kind === 'good' || finding?.kind === 'partly') && finding.isMigrated;
}

/** Whether anything was on disk before; a home that was never written stays so until its first change. */
export async function hasData(layout: Layout): Promise<boolean> {
  return (await listFolder(layout.home)).some((name) => join(layout.home, name) === layout.book);
}
