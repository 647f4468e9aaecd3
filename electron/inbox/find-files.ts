import type { Stats } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { listFolder } from '../store/durable';
import { isMissing } from '../store/trouble';

/** A file that lies in the inbox. */
export interface Lying {
  name: string;
  path: string;
  stats: Stats;
}

/** What a program is still at work on, or what a system keeps for itself. */
const UNFINISHED = /^[.~]|~$|\.(?:tmp|temp|part|partial|crdownload|download|icloud|swp|lock)$/i;
const OF_SYSTEMS = new Set(['desktop.ini', 'thumbs.db']);

/**
 * The files of the inbox in the order they were written, those of one moment by name. Left out are those that are
 * hidden, unfinished or empty, folders and devices; nothing is followed.
 */
export async function findFiles(inbox: string): Promise<Lying[]> {
  const found: Lying[] = [];
  for (const name of await listFolder(inbox)) {
    if (UNFINISHED.test(name) || OF_SYSTEMS.has(name.toLowerCase())) continue;
    const path = join(inbox, name);
    const stats = await look(path);
    if (stats && (stats.isSymbolicLink() || (stats.isFile() && stats.size > 0))) found.push({ name, path, stats });
  }
  return found.sort((a, b) => a.stats.mtimeMs - b.stats.mtimeMs || (a.name < b.name ? -1 : 1));
}

/** What is there itself, not what it leads to; nothing when it has gone. */
async function look(path: string): Promise<Stats | undefined> {
  try {
    return await lstat(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
