import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { decodeUtf8, decodeUtf16, decodeWindows } from '../inputs/charsets';

/** Largest file, in bytes; mails carry attachments. */
const FILE_LIMIT = 1024 * 1024;
const MAIL_LIMIT = 25 * 1024 * 1024;

export interface ReadFile {
  text: string;
  /** SHA-256 of the bytes, in hex. */
  digest: string;
}

/**
 * Reads a file of the inbox whole. Never through a link, and never what is no file; nothing when it was changed or
 * went while it was read.
 */
export async function readInboxFile(path: string, isMail: boolean): Promise<ReadFile | { reason: string } | undefined> {
  const limit = isMail ? MAIL_LIMIT : FILE_LIMIT;
  // The last two are not known on Windows, where links can't be made without rights.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const handle = await open(path, flags);
  try {
    const before = await handle.stat();
    if (!before.isFile()) return { reason: 'It is not a file.' };
    if (before.size > limit) return { reason: `It is larger than ${limit / 1024 / 1024} MB.` };
    const bytes = Buffer.alloc(before.size);
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
    const after = await handle.stat();
    if (bytesRead !== after.size || after.mtimeMs !== before.mtimeMs) return undefined;
    return { text: decode(bytes), digest: createHash('sha256').update(bytes).digest('hex') };
  } finally {
    await handle.close();
  }
}

/** UTF-8; UTF-16 where a mark says so, as programs of Windows write it; else what old programs write. */
function decode(bytes: Uint8Array): string {
  return decodeUtf16(bytes) ?? decodeUtf8(bytes) ?? decodeWindows(bytes);
}
