import { open, readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { decodeCalendar } from './inputs/calendar/decode';
import type { GivenFile } from './ipc/import';
import { beginsAsMail, isMailName } from './mail-files';
import { codeOf } from './store/trouble';

/** Longest file that is taken in as text, in bytes. */
const FILE_LIMIT = 100 * 1024 * 1024;
const TOO_LONG = 'It is longer than 100 MB.';
/** As much tells what a file is. */
const BEGINNING = 4000;

interface Gathered {
  files: GivenFile[];
  refused: { file: string; reason: string }[];
}

interface Way {
  /** How a file is called where it is told of: as it was given, or by its last part. */
  isNamedInFull?: boolean;
  /** Whether what is no ordinary file is read too, such as what a shell pipes in. */
  takesPipes?: boolean;
}

/**
 * What an import can be given of the files at these paths. Mail is read where it lies, in pieces: a mailbox may be larger
 * than what fits into memory. Pages and programs are named for what they are, and nothing of them is read.
 */
export async function gatherFiles(paths: readonly string[], way: Way = {}): Promise<Gathered> {
  const gathered: Gathered = { files: [], refused: [] };
  for (const path of paths) {
    const name = way.isNamedInFull ? path : basename(path);
    const foreign = FOREIGN.find(({ ending }) => ending.test(path));
    if (foreign) gathered.refused.push({ file: name, reason: foreign.reason });
    else if (await isMail(path)) gathered.files.push({ name, path: resolve(path) });
    else {
      const read = await readInput(path, way);
      if ('text' in read) gathered.files.push({ name, text: read.text });
      else gathered.refused.push({ file: name, reason: read.reason });
    }
  }
  return gathered;
}

/** Reads a text that is piped in; the reason when there is too much of it. */
export async function readStream(
  stream: AsyncIterable<Buffer | string>,
): Promise<{ text: string } | { reason: string }> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    const part = Buffer.from(chunk);
    bytes += part.length;
    if (bytes > FILE_LIMIT) return { reason: TOO_LONG };
    chunks.push(part);
  }
  return { text: decodeCalendar(Buffer.concat(chunks)) };
}

const FOREIGN = [
  { ending: /\.x?html?$/i, reason: 'It is a web page, which is never opened here: save the mail as .eml.' },
  {
    ending: /\.(?:desktop|exe|bat|cmd|com|scr|ps1|js|vbs|lnk|url|app|jar|sh)$/i,
    reason: 'It is a program or a link to one.',
  },
] as const;

/** The text of a file; the reason when it can't be had. */
export async function readInput(path: string, { takesPipes }: Way): Promise<{ text: string } | { reason: string }> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return { reason: 'It is a folder.' };
    if (!found.isFile() && !takesPipes) return { reason: 'It is no ordinary file.' };
    if (found.size > FILE_LIMIT) return { reason: TOO_LONG };
    return { text: decodeCalendar(await readFile(path)) };
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') return { reason: 'There is no such file.' };
    return { reason: `It can't be read (${code ?? String(error)}).` };
  }
}

/** Whether a file holds mail, by its name or its first lines. */
async function isMail(path: string): Promise<boolean> {
  if (isMailName(path)) return true;
  try {
    if (!(await stat(path)).isFile()) return false;
    const handle = await open(path, 'r');
    try {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(BEGINNING), 0, BEGINNING);
      return beginsAsMail(buffer.toString('latin1', 0, bytesRead));
    } finally {
      await handle.close();
    }
  } catch {
    // Whoever reads it says what is wrong with it.
    return false;
  }
}
