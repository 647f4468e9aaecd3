import { basename, join } from 'node:path';
import { Refusal } from '../core/model/problem';
import type { State } from '../core/model/state';
import { type KnownBackup, listBackups, listDataFiles, makeBackup } from './backups';
import type { Batch } from './batch';
import type { Desk } from './desk';
import { isCopy, readText } from './durable';
import { examine } from './examine';
import { readDocuments } from './opening';
import { publish } from './publish';
import { commit } from './save';
import { bookFormat, deviceFormat, monthFormat, openFormat, type Steps } from './schemas/versions';
import { explainWriting } from './trouble';

/**
 * Goes back to a backup, the newest if none is named. All of it is checked before anything is touched, and what is
 * there now is kept first. This device's own settings stay.
 */
export async function restoreBackup(desk: Desk, name?: string): Promise<{ restored: string; kept: string }> {
  const chosen = await chooseBackup(desk.home, name);
  const files = await listDataFiles(chosen.folder);
  await verify(chosen, files, desk.reader.steps);
  await desk.lock.assertMine();
  const kept = await makeBackup(desk.home, 'before-restore', desk.options.now(), chosen.backup).catch((error) => {
    throw explainWriting(error, desk.layout.backups);
  });
  const before = await listDataFiles(desk.home);
  const differing = await findDiffering(desk.home, chosen.folder, files, before);
  const isGone = (file: string) => file !== 'device.json' && !files.includes(file);
  await commit(desk, (batch: Batch) => {
    // What was done since can't be undone any more; the way back is the backup just made.
    for (const undoName of desk.trail.names) batch.remove(join(desk.layout.undo, undoName));
    for (const file of before.filter(isGone)) batch.remove(join(desk.home, file));
    return differing.map((file) => batch.putFrom(join(desk.home, file), join(chosen.folder, file)));
  });
  desk.trail.names = [];
  await reload(desk);
  return { restored: chosen.backup, kept: kept?.backup ?? '' };
}

async function chooseBackup(home: string, name?: string): Promise<KnownBackup> {
  const known = await listBackups(home);
  const chosen = name === undefined ? known[0] : known.find((each) => each.backup === name);
  if (chosen) return chosen;
  throw new Refusal({
    code: 'not-found',
    message: name === undefined ? 'There is no backup yet.' : `There is no backup ${name}.`,
    action: 'The command backup makes one.',
    candidates: known.map((each) => each.backup),
  });
}

const FORMATS = { 'book.json': bookFormat, 'open.json': openFormat, 'device.json': deviceFormat };

async function verify(chosen: KnownBackup, files: readonly string[], steps: Steps): Promise<void> {
  const refuse = (fault: string) =>
    new Refusal({
      code: 'backup-unusable',
      message: `The backup ${chosen.backup} can't be used: ${fault}. Nothing was changed.`,
      action: 'Choose another backup.',
    });
  for (const file of ['book.json', 'open.json']) if (!files.includes(file)) throw refuse(`${file} is missing in it`);
  for (const file of files) {
    const format = FORMATS[basename(file) as keyof typeof FORMATS] ?? monthFormat;
    const finding = examine<unknown>((await readText(join(chosen.folder, file))) ?? '', format, steps);
    if (finding.kind === 'newer') throw refuse(`${file} was written by a newer version (${finding.version})`);
    if (finding.kind === 'bad') throw refuse(`${file}: ${finding.fault}`);
    if (finding.kind === 'partly') throw refuse(`${file}: ${finding.faults.join('; ')}`);
  }
}

/** What has to be copied back; this device's own file stays when there is one. */
async function findDiffering(
  home: string,
  folder: string,
  files: readonly string[],
  before: readonly string[],
): Promise<string[]> {
  const differing: string[] = [];
  for (const file of files) {
    const stays = file === 'device.json' ? before.includes(file) : await isCopy(join(home, file), join(folder, file));
    if (!stays) differing.push(file);
  }
  return differing;
}

/** Reads everything again, and publishes it with the months that were loaded. */
async function reload(desk: Desk): Promise<void> {
  const { layout, reader, stage, options } = desk;
  const fresh = await readDocuments(layout, reader, stage, options);
  Object.assign(desk.documents, fresh);
  desk.history.clear();
  const { settings, clients, calls, calendars, offers, strangers } = fresh.book.low.data;
  const { requests } = fresh.open.low.data;
  const loaded = Object.keys(desk.state.history);
  const history: Record<string, State['history'][string]> = {};
  for (const month of loaded) history[month] = (await desk.history.open(month)).low.data.requests;
  const { device } = fresh.device.low.data;
  publish(desk, { ...desk.state, settings, device, clients, calls, calendars, offers, strangers, requests, history });
}
