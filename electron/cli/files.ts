import { randomUUID } from 'node:crypto';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Refusal } from '../core/model/problem';
import { codeOf, explainWriting } from '../store/trouble';

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
