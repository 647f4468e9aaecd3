import { randomUUID } from 'node:crypto';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Refusal } from '../core/model/problem';
import { decodeCalendar } from '../inputs/calendar/decode';
import { beginsAsMail, isMailName } from '../mail-files';
import { codeOf, explainWriting } from '../store/trouble';

/** Longest file that is taken in, in bytes. */
const FILE_LIMIT = 100 * 1024 * 1024;
const LIMIT_TEXT = '100 MB';
/** As much tells what a file is. */
const BEGINNING = 4000;

/** Reads a file to take in as text; `-` is what comes in on standard input. Gives the reason when it can't. */
export async function readInput(file: string): Promise<{ text: string } | { reason: string }> {
  try {
    if (file !== '-') {
      const found = await stat(file);
      if (found.isDirectory()) return { reason: 'It is a folder.' };
      if (found.size > FILE_LIMIT) return { reason: `It is longer than ${LIMIT_TEXT}.` };
    }
    const bytes = file === '-' ? await readAll(process.stdin) : await readFile(file);
    return bytes ? { text: decodeCalendar(bytes) } : { reason: `It is longer than ${LIMIT_TEXT}.` };
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') return { reason: 'There is no such file.' };
    return { reason: `It can't be read (${code ?? String(error)}).` };
  }
}

/** Whether a file holds mail, by its name or its first lines. */
export async function isMail(file: string): Promise<boolean> {
  if (file === '-') return false;
  if (isMailName(file)) return true;
  try {
    if (!(await stat(file)).isFile()) return false;
    const handle = await open(file, 'r');
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

async function readAll(stream: NodeJS.ReadStream): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    const part = Buffer.from(chunk);
    bytes += part.length;
    if (bytes > FILE_LIMIT) return undefined;
    chunks.push(part);
  }
  return Buffer.concat(chunks);
}

/**
 * Writes a file for the person alone, whole or not at all: beside it first, then in its place. One that says the same
 * already is left alone, so that what follows it is not woken for nothing.
 */
export async function writeOutput(file: string, text: string): Promise<void> {
  const temporary = join(dirname(file), `.${basename(file)}.${randomUUID()}.tmp`);
  try {
    if (await isFolder(file))
      throw new Refusal({
        code: 'invalid',
        message: `out: ${file} is a folder.`,
        field: 'out',
        action: 'Name a file in it.',
      });
    if ((await readFile(file, 'utf8').catch(() => undefined)) === text) return;
    const handle = await open(temporary, 'wx', 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    if (codeOf(error) === 'ENOENT')
      throw new Refusal({
        code: 'invalid',
        message: `out: There is no folder ${dirname(file)}.`,
        field: 'out',
        action: 'Make it, or name another file.',
      });
    throw explainWriting(error, file);
  }
}

async function isFolder(file: string): Promise<boolean> {
  return await stat(file).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
