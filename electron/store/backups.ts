import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { instantSchema } from '../core/model/scalars';
import {
  copyDurably,
  isCopy,
  linkOrCopy,
  listFolder,
  makeFolder,
  moveFile,
  nameTemporary,
  readText,
  syncFolder,
  writeNewFile,
} from './durable';
import { examine } from './examine';
import { layOut, monthOfFile } from './layout';
import type { Format, Steps } from './schemas/versions';

/** One backup: its name, when it was made, and what for (`daily`, `asked`, `import`, …). */
export interface Backup {
  backup: string;
  at: string;
  reason: string;
}

/** How many are kept: of the daily ones, and of all others together. */
const KEPT_DAILY = 14;
const KEPT_OTHERS = 20;

/** The sequence keeps the order where the clock went back. */
const manifestSchema = z.object({ at: instantSchema, reason: z.string(), sequence: z.number().int() });
export interface KnownBackup extends Backup {
  folder: string;
  sequence: number;
}

/** Every backup of a home, newest first. */
export async function listBackups(home: string): Promise<KnownBackup[]> {
  const { backups } = layOut(home);
  const names = (await listFolder(backups)).filter((name) => !name.startsWith('.'));
  const found = await Promise.all(
    names.map(async (backup) => {
      const folder = join(backups, backup);
      const manifest = parseManifest(await readText(join(folder, 'backup.json')).catch(() => undefined));
      return manifest ? [{ backup, folder, ...manifest }] : [];
    }),
  );
  return found.flat().sort((a, b) => b.sequence - a.sequence || (a.backup < b.backup ? 1 : -1));
}

function parseManifest(text: string | undefined) {
  try {
    return manifestSchema.safeParse(JSON.parse(text ?? '')).data;
  } catch {
    return undefined;
  }
}

/** The files that a backup of a home or of a backup's folder consists of, as paths within it. */
export async function listDataFiles(folder: string): Promise<string[]> {
  const top = (await listFolder(folder)).filter((name) => ['book.json', 'open.json', 'device.json'].includes(name));
  const months = (await listFolder(join(folder, 'history'))).filter((name) => monthOfFile(name) !== undefined);
  return [...top, ...months.map((name) => join('history', name))];
}

/**
 * Keeps what is on disk now under a new name; seen by others only once it is whole. Nothing when there is nothing.
 * The oldest beyond the cap go, but for the one named `spared`.
 */
export async function makeBackup(
  home: string,
  reason: string,
  now: Temporal.Instant,
  spared?: string,
): Promise<KnownBackup | undefined> {
  const files = await listDataFiles(home);
  if (files.length === 0) return undefined;
  const known = await listBackups(home);
  const at = now.toString({ smallestUnit: 'second' });
  const backup = nameBackup(at, reason, new Set(known.map((each) => each.backup)));
  const manifest = { at, reason, sequence: (known[0]?.sequence ?? 0) + 1 };
  const { backups } = layOut(home);
  const folder = join(backups, backup);
  const temporary = nameTemporary(folder);
  try {
    await makeFolder(join(temporary, 'history'));
    for (const file of files)
      await keepFile(join(home, file), join(temporary, file), known[0] && join(known[0].folder, file));
    await writeNewFile(join(temporary, 'backup.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    await Promise.all([temporary, join(temporary, 'history')].map(syncFolder));
    await moveFile(temporary, folder);
    await syncFolder(backups);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    throw error;
  }
  const made = { backup, folder, ...manifest };
  await prune([made, ...known].filter((each) => each.backup !== spared));
  return made;
}

/**
 * Copies a file; what is unchanged since the last backup becomes a second name of the copy there. Never one of the file
 * in the home: a person may edit that one in place, and would edit the backup with it.
 */
async function keepFile(from: string, to: string, last: string | undefined): Promise<void> {
  if (last && (await isCopy(from, last))) await linkOrCopy(last, to);
  else await copyDurably(from, to);
}

function nameBackup(at: string, reason: string, taken: ReadonlySet<string>): string {
  const slug =
    reason
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 40) || 'backup';
  const name = `${at.replaceAll(':', '-')}-${slug}`;
  for (let count = 2, free = name; ; count++) {
    if (!taken.has(free)) return free;
    free = `${name}-${count}`;
  }
}

async function prune(newestFirst: readonly KnownBackup[]): Promise<void> {
  const daily = newestFirst.filter((each) => each.reason === 'daily').slice(KEPT_DAILY);
  const others = newestFirst.filter((each) => each.reason !== 'daily').slice(KEPT_OTHERS);
  for (const { folder } of [...daily, ...others]) await rm(folder, { recursive: true, force: true });
}

/** Whether this day, in the person's own zone, already has its backup. */
export async function hasDailyBackup(home: string, day: string, timeZone: string): Promise<boolean> {
  const known = await listBackups(home);
  return known.some((each) => each.reason === 'daily' && dayOfInstant(each.at, timeZone) === day);
}

/** The calendar day of an instant, `YYYY-MM-DD`. */
export function dayOfInstant(at: string | Temporal.Instant, timeZone: string): string {
  return Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** The newest backup in which a file is whole, with what it says there. */
export async function findInBackups<T>(
  home: string,
  file: string,
  format: Format<T>,
  steps: Steps,
): Promise<{ at: string; content: T } | undefined> {
  for (const { folder, at } of await listBackups(home)) {
    const text = await readText(join(folder, file)).catch(() => undefined);
    const finding = text === undefined ? undefined : examine(text, format, steps);
    if (finding?.kind === 'good') return { at, content: finding.file };
  }
  return undefined;
}
