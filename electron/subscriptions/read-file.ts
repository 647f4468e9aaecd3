import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ProblemCode } from '../core/model/problem';
import { decodeCalendar } from '../inputs/calendar/decode';
import { codeOf } from '../store/trouble';
import { CALENDAR_LIMIT, CALENDAR_LIMIT_TEXT, findFaultOfText, type Known, type SourceAnswer } from './source-answer';

/** Reads an `.ics` file that another program keeps; a link is followed, what is no plain file is refused. Never throws. */
export async function readCalendarFile(path: string, { etag }: Known): Promise<SourceAnswer> {
  let handle: FileHandle | undefined;
  try {
    // Without waiting: a pipe would keep the reader until somebody writes.
    handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const found = await handle.stat();
    if (found.isDirectory()) return failed('calendar-unreadable', path, 'it is a folder');
    if (!found.isFile()) return failed('calendar-unreadable', path, 'it is no ordinary file');
    const stamp = `${found.size}-${found.mtimeMs}-${found.ino}`;
    if (stamp === etag) return { kind: 'unchanged' };
    const bytes = await readBytes(handle);
    if (!bytes) return failed('calendar-too-large', path, `it is longer than ${CALENDAR_LIMIT_TEXT}`);
    const text = decodeCalendar(bytes);
    const fault = findFaultOfText(text);
    return fault ? failed('calendar-unreadable', path, fault) : { kind: 'text', text, etag: stamp };
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return failed('calendar-gone', path, 'there is no such file');
    if (code === 'EACCES' || code === 'EPERM') return failed('calendar-refused', path, 'it is not open to you');
    if (code === 'EISDIR') return failed('calendar-unreadable', path, 'it is a folder');
    return failed('calendar-unreachable', path, `the disk does not give it (${code ?? 'unknown'})`);
  } finally {
    await handle?.close().catch(() => undefined);
  }
}

/** Counted while reading: a file may grow, and some have a size of nothing and no end. */
async function readBytes(handle: FileHandle): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for (;;) {
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(256 * 1024), 0, 256 * 1024);
    if (bytesRead === 0) return Buffer.concat(chunks);
    length += bytesRead;
    if (length > CALENDAR_LIMIT) return undefined;
    chunks.push(buffer.subarray(0, bytesRead));
  }
}

const ACTIONS: Partial<Record<ProblemCode, string>> = {
  'calendar-gone': 'Put it back, or remove the calendar.',
  'calendar-refused': 'Make it readable for you.',
};

function failed(code: ProblemCode, path: string, why: string): SourceAnswer {
  const action = ACTIONS[code] ?? 'Check that it is the file you mean.';
  return { kind: 'failed', problem: { code, message: `${basename(path)} can't be read: ${why}.`, action } };
}
