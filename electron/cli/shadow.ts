import { constants } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isMissing } from '../store/trouble';

/** Backups are not copied: what a dry run needs to know of one stands in here. */
const MANIFEST = 'backup.json';

/** A copy of a home for a dry run. The lock stays behind: the copy is nobody else's. */
export async function copyHome(home: string): Promise<{ home: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'until-friday-dry-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    for (const file of await listFiles(home)) await copy(join(home, file), join(folder, file));
    return { home: folder, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function listFiles(home: string): Promise<string[]> {
  const read = (folder: string) =>
    readdir(join(home, folder)).catch((error) => {
      if (isMissing(error)) return [];
      throw error;
    });
  const within = async (folder: string) => (await read(folder)).map((name) => join(folder, name));
  const manifests = (await within('backups')).map((folder) => join(folder, MANIFEST));
  const top = (await read('.')).filter((name) => name.endsWith('.json'));
  return [
    ...top,
    ...(await within('history')),
    ...(await within('undo')),
    ...(await within('calendars')),
    ...manifests,
  ];
}

async function copy(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  try {
    await copyFile(from, to, constants.COPYFILE_FICLONE);
  } catch (error) {
    // A temporary file that is done by now, or a folder that is no backup.
    if (!isMissing(error)) throw error;
  }
}
