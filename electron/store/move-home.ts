import { copyFile, open, readdir, readFile, rm, rmdir } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { Refusal } from '../core/model/problem';
import { listFolder, makeFolder, syncFolder, writeDurably } from './durable';
import { layOut } from './layout';
import { acquireLock } from './lock';
import type { Store } from './store';
import { explainWriting } from './trouble';

/**
 * Moves everything to an empty or new folder: closes the store, copies, compares, writes down where it is now, and only
 * then removes it from the old place. The caller opens the home again, at the path returned; after a refusal at the old one.
 */
export async function moveHome(store: Store, to: string, pointer: string): Promise<string> {
  const from = store.home;
  const target = resolve(to);
  refuseNested(from, target);
  if ((await listFolder(target)).length > 0)
    throw new Refusal({
      code: 'exists',
      message: `${target} is not empty.`,
      field: 'to',
      action: 'Choose a new or an empty folder.',
    });
  await store.close();
  // Nobody else may begin to write while it is on its way.
  const lock = await acquireLock(from);
  try {
    const files = (await listFiles(from)).filter((file) => join(from, file) !== layOut(from).lock);
    await copyAll(from, target, files);
    await makeFolder(resolve(pointer, '..'));
    await writeDurably(pointer, `${JSON.stringify({ home: target }, null, 2)}\n`);
    await removeAll(from, files);
    return target;
  } catch (error) {
    throw explainWriting(error, target, 'The home was not moved');
  } finally {
    await lock.release();
    await rmdir(from).catch(() => undefined);
  }
}

function refuseNested(from: string, to: string): void {
  const isWithin = (inner: string, outer: string) => inner === outer || inner.startsWith(outer + sep);
  if (!isWithin(to, from) && !isWithin(from, to)) return;
  throw new Refusal({
    code: 'invalid',
    message: `${to} and ${from} lie within each other.`,
    field: 'to',
    action: 'Choose a folder apart from the old one.',
  });
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

async function copyAll(from: string, to: string, files: readonly string[]): Promise<void> {
  const folders = new Set([to]);
  try {
    for (const file of files) {
      const target = join(to, file);
      const folder = resolve(target, '..');
      if (folders.size === 1 || !folders.has(folder)) await makeFolder(folder);
      folders.add(folder);
      await copyFile(join(from, file), target);
      const handle = await open(target, 'r+');
      await handle.sync().finally(() => handle.close());
      if (!(await readFile(target)).equals(await readFile(join(from, file))))
        throw new Error(`${target} is not the same after copying.`);
    }
    for (const folder of folders) await syncFolder(folder);
  } catch (error) {
    await removeAll(to, files);
    throw error;
  }
}

/** Removes our files and the folders that are empty then; what else lies there stays. */
async function removeAll(folder: string, files: readonly string[]): Promise<void> {
  for (const file of files) await rm(join(folder, file), { force: true });
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
  for (const path of [...folders.sort().reverse(), folder]) await rmdir(path).catch(() => undefined);
}
