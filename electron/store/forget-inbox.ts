import { lstat, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fold } from '../core/find';
import { listFolder, syncFolder } from './durable';
import type { Edits } from './edits';
import type { Layout } from './layout';
import { codeOf } from './trouble';

const REASON = '.reason.txt';
/** Shorter words stand in half of all texts. */
const SHORTEST_NAME = 3;

/**
 * Removes the files that the inbox keeps and that a client's contacts came from, and those that name the client or their
 * people in what is left of them, with the reasons beside them.
 */
export async function purgeInbox({ inboxDone, inboxRefused }: Layout, edits: Edits): Promise<void> {
  const names = edits.clients
    .flatMap(({ id, before }) => [
      id,
      before?.name,
      ...(before?.people ?? []).flatMap((each) => [each.name, ...each.emails]),
    ])
    .flatMap((name) => (name === undefined || fold(name).length < SHORTEST_NAME ? [] : fold(name)));
  const digests = edits.requests
    .flatMap(({ before }) => before?.contacts ?? [])
    .flatMap(({ source }) => /^inbox ([0-9a-f]{16}) /.exec(source ?? '')?.[1] ?? []);
  const isTheirs = async (folder: string, file: string) => {
    if (digests.some((digest) => file.includes(digest))) return true;
    const text = fold(`${file}\n${await readKept(join(folder, file))}`);
    return names.some((name) => text.includes(name));
  };
  for (const folder of [inboxDone, inboxRefused]) {
    const files = await listFolder(folder);
    if (files.length === 0) continue;
    for (const file of files) {
      if (!(await isTheirs(folder, file))) continue;
      const kept = file.endsWith(REASON) ? file.slice(0, -REASON.length) : file;
      for (const each of [kept, `${kept}${REASON}`]) await rm(join(folder, each), { force: true });
    }
    await syncFolder(folder);
  }
}

/** What a kept file says; nothing where it is a link, or can't be read. */
async function readKept(path: string): Promise<string> {
  try {
    return (await lstat(path)).isFile() ? await readFile(path, 'utf8') : '';
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return '';
  }
}
