import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';

/**
 * @typedef {object} Entry
 * @property {string} name
 * @property {number} method 0 stored, 8 deflated
 * @property {number} mode
 * @property {number} size packed
 * @property {number} offset of its local header
 */

/**
 * Unpacks part of a zip archive whose content is trusted (its hash was checked). Written here because a bare
 * machine has no `unzip`, and of Electron's own extractor all 25,000 files would have to be taken.
 * @param {string} archive
 * @param {(name: string) => string | undefined} place where an entry goes; undefined leaves it out
 */
export async function unzip(archive, place) {
  const file = await open(archive);
  try {
    for (const entry of await readEntries(file)) {
      const target = entry.name.endsWith('/') ? undefined : place(entry.name);
      if (target) await unpackEntry(file, archive, entry, target);
    }
  } finally {
    await file.close();
  }
}

/** @param {import('node:fs/promises').FileHandle} file @returns {Promise<Entry[]>} */
async function readEntries(file) {
  const { size } = await file.stat();
  const tail = await readBytes(file, Math.max(0, size - 65_557), Math.min(size, 65_557));
  const end = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0) throw new Error('This is no zip archive.');
  const directory = await readBytes(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  const entries = [];
  for (let at = 0; at < directory.length; ) {
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      mode: (directory.readUInt32LE(at + 38) >>> 16) & 0o777,
      size: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @param {string} archive
 * @param {Entry} entry
 * @param {string} target
 */
async function unpackEntry(file, archive, { method, mode, size, offset }, target) {
  const header = await readBytes(file, offset, 30);
  const start = offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  await mkdir(path.dirname(target), { recursive: true });
  const packed = createReadStream(archive, { start, end: start + size - 1 });
  const written = createWriteStream(target, { mode: mode || 0o644 });
  await (method === 0 ? pipeline(packed, written) : pipeline(packed, createInflateRaw(), written));
}

/** @param {import('node:fs/promises').FileHandle} file @param {number} position @param {number} length */
async function readBytes(file, position, length) {
  const { buffer } = await file.read({ buffer: Buffer.alloc(length), position });
  return buffer;
}
