import { lstat, rm } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { listFolder, makeFolder, moveFile, writeDurably } from '../store/durable';
import type { Layout } from '../store/layout';
import { isMissing } from '../store/trouble';

/** So long what was taken is kept. */
const KEPT_DAYS = 7;
/** Refused files stay until somebody looks after them, but for the oldest beyond so many. */
const REFUSED_LIMIT = 500;
const DIGEST_LENGTH = 16;
const DONE = /^(\d{8}T\d{6})Z-([0-9a-f]{16})-/;
const REASON = '.reason.txt';

/** The beginnings of the digests of what was taken within the week. */
export async function readTaken({ inboxDone }: Layout): Promise<Set<string>> {
  const digests = (await listFolder(inboxDone)).flatMap((name) => DONE.exec(name)?.[2] ?? []);
  return new Set(digests);
}

/** How a digest is written in the name of a file, and in what the file brought. */
export function shortenDigest(digest: string): string {
  return digest.slice(0, DIGEST_LENGTH);
}

/** Keeps a file that was taken, under a name that says when and what. */
export async function putDone(layout: Layout, path: string, digest: string, now: Temporal.Instant): Promise<void> {
  await makeFolder(layout.inboxDone);
  const stamp = now.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '');
  const name = `${stamp}-${shortenDigest(digest)}-${basename(path)}`;
  await moveFile(path, join(layout.inboxDone, await findFreeName(layout.inboxDone, name)));
}

/** Keeps a file that was refused, under its own name, with the reason beside it. */
export async function putRefused(layout: Layout, path: string, reason: string): Promise<void> {
  await makeFolder(layout.inboxRefused);
  const name = await findFreeName(layout.inboxRefused, basename(path));
  // The reason first: a file without one would say nothing.
  await writeReason(layout, name, reason);
  await moveFile(path, join(layout.inboxRefused, name));
}

/** Writes what is left of a file, the rest of which was logged, with the reason beside it. */
export async function writeRefused(layout: Layout, name: string, text: string, reason: string): Promise<void> {
  await makeFolder(layout.inboxRefused);
  const free = await findFreeName(layout.inboxRefused, name);
  await writeReason(layout, free, reason);
  await writeDurably(join(layout.inboxRefused, free), text);
}

function writeReason({ inboxRefused }: Layout, name: string, reason: string): Promise<void> {
  return writeDurably(
    join(inboxRefused, `${name}${REASON}`),
    `${reason}\n\nPut it right, then move it back into the inbox. Nothing else is done with it.\n`,
  );
}

/** `call.json`, `call-2.json`, and so on. */
async function findFreeName(folder: string, name: string): Promise<string> {
  const taken = new Set((await listFolder(folder)).map((each) => each.toLowerCase()));
  const { stem, extension } = partName(name);
  for (let count = 1; ; count += 1) {
    const free = count === 1 ? `${stem}${extension}` : `${stem}-${count}${extension}`;
    if (!taken.has(free.toLowerCase())) return free;
  }
}

/** Short enough for a number and the name of the reason to go behind it: file systems take 255 bytes. */
function partName(name: string): { stem: string; extension: string } {
  const whole = extname(name);
  const extension = whole.length <= 10 ? whole : '';
  const letters = [...basename(name, extension)];
  while (Buffer.byteLength(letters.join('')) > 200) letters.pop();
  return { stem: letters.join(''), extension };
}

/** Removes what was taken more than a week ago, and the oldest refused beyond what is kept. */
export async function removeOld({ inboxDone, inboxRefused }: Layout, now: Temporal.Instant): Promise<void> {
  const before = now.subtract({ hours: KEPT_DAYS * 24 });
  for (const name of await listFolder(inboxDone)) {
    const taken = DONE.exec(name)?.[1];
    if (taken && Temporal.Instant.compare(`${taken}Z`, before) < 0) await rm(join(inboxDone, name), { force: true });
  }
  const refused = (await listFolder(inboxRefused)).filter((name) => !name.endsWith(REASON));
  if (refused.length <= REFUSED_LIMIT) return;
  const dated = await Promise.all(
    refused.map(async (name) => ({ name, ms: await readTime(join(inboxRefused, name)) })),
  );
  for (const { name } of dated.sort((a, b) => b.ms - a.ms).slice(REFUSED_LIMIT))
    for (const each of [name, `${name}${REASON}`]) await rm(join(inboxRefused, each), { force: true });
}

async function readTime(path: string): Promise<number> {
  try {
    return (await lstat(path)).ctimeMs;
  } catch (error) {
    if (isMissing(error)) return 0;
    throw error;
  }
}
