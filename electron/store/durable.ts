import { randomBytes } from 'node:crypto';
import { copyFile, link, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { codeOf, isMissing } from './trouble';

const NO_LINKS = new Set(['EPERM', 'EXDEV', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EACCES']);
const TEMPORARY = /^\..+\.\d+-[0-9a-f]+\.tmp$/;
/** A contender for the lock may be at work this very moment, so its temporary file is left alone for so long. */
const LOCK_TEMPORARY_MS = 600_000;

/** A new name beside a file, hidden and never used before. */
export function nameTemporary(target: string): string {
  return join(dirname(target), `.${basename(target)}.${process.pid}-${randomBytes(6).toString('hex')}.tmp`);
}

/** Writes a new file that only its owner can read, down to the disk; leaves nothing behind when it fails. */
export async function writeNewFile(path: string, text: string): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } catch (error) {
    await handle.close();
    await rm(path, { force: true });
    throw error;
  }
  await handle.close();
}

/** Replaces one file: written beside, down to the disk, renamed, its folder too. */
export async function writeDurably(target: string, text: string): Promise<void> {
  const temporary = nameTemporary(target);
  await writeNewFile(temporary, text);
  try {
    await moveFile(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(dirname(target));
}

/** Makes the names in a folder durable. Windows has no such call, and some network disks refuse it. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } catch (error) {
    if (codeOf(error) !== 'EINVAL' && codeOf(error) !== 'ENOTSUP') throw error;
  } finally {
    await handle.close();
  }
}

/** Renames over what is there. On Windows a virus scanner may hold the target for a moment: it is tried again. */
export async function moveFile(from: string, to: string): Promise<void> {
  for (let pauseMs = 10; ; pauseMs *= 2) {
    try {
      return await rename(from, to);
    } catch (error) {
      const isHeld = process.platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error) ?? '');
      if (!isHeld || pauseMs > 1000) throw error;
      await pause(pauseMs);
    }
  }
}

/** A second name for the same content; a copy where hard links are unknown. */
export async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (!NO_LINKS.has(codeOf(error) ?? '')) throw error;
    await copyDurably(from, to);
  }
}

/** Copies a file down to the disk, with the time of its last change, to the millisecond. */
export async function copyDurably(from: string, to: string): Promise<void> {
  await copyFile(from, to);
  const { mtime } = await stat(from);
  const handle = await open(to, 'r+');
  try {
    await handle.chmod(0o600);
    await handle.utimes(mtime, mtime);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Whether two files are a copy and its original, both unchanged since; `false` when one is not there. */
export async function isCopy(one: string, other: string): Promise<boolean> {
  try {
    const [here, there] = await Promise.all([stat(one), stat(other)]);
    return here.size === there.size && Math.abs(here.mtimeMs - there.mtimeMs) < 1;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** The text of a file, without a byte order mark; nothing when there is no such file. */
export async function readText(path: string): Promise<string | undefined> {
  try {
    const text = await readFile(path, 'utf8');
    return text.startsWith('\uFEFF') ? text.slice(1) : text;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** The names in a folder; none when there is no such folder. */
export async function listFolder(path: string): Promise<string[]> {
  try {
    return await readdir(path);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** Makes a folder that only its owner can enter. */
export async function makeFolder(path: string): Promise<string | undefined> {
  return await mkdir(path, { recursive: true, mode: 0o700 });
}

/** The temporary files in a folder that a killed process left. */
export async function findLeftovers(folder: string): Promise<string[]> {
  const paths: string[] = [];
  for (const name of await listFolder(folder)) {
    if (!TEMPORARY.test(name)) continue;
    const path = join(folder, name);
    if (!name.startsWith('.lock') || (await isOlderThan(path, LOCK_TEMPORARY_MS))) paths.push(path);
  }
  return paths;
}

async function isOlderThan(path: string, ms: number): Promise<boolean> {
  try {
    return Date.now() - (await stat(path)).mtimeMs > ms;
  } catch {
    return false;
  }
}
