/** A folder or a stream of bytes in a compound file. */
export interface Entry {
  name: string;
  isFolder: boolean;
  /** Of a folder, by upper-case name. */
  entries: Map<string, Entry>;
  /** The bytes of a stream, at most so many. */
  read(most: number): Uint8Array;
}

const END_OF_CHAIN = 0xfffffffa;
const NONE = 0xffffffff;
const ENTRY_BYTES = 128;
/** A letter has some hundreds: properties, recipients, attachments. */
const MOST_ENTRIES = 20_000;
const DEEPEST = 20;

/**
 * The root folder of a compound file ([MS-CFB], the container of Outlook's messages); nothing where it is none or is
 * damaged beyond use. Chains that lead in circles or out of the file end there.
 */
export function openCompoundFile(bytes: Uint8Array): Entry | undefined {
  if (bytes.length < 512) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectorShift = view.getUint16(30, true);
  const miniShift = view.getUint16(32, true);
  if (view.getUint32(0) !== 0xd0cf11e0 || (sectorShift !== 9 && sectorShift !== 12) || miniShift !== 6)
    return undefined;
  const sectorSize = 1 << sectorShift;
  const sectorAt = (number: number) => (number + 1) * sectorSize;
  const sectors = Math.floor(bytes.length / sectorSize);
  const perSector = sectorSize / 4;
  const read32 = (at: number) => (at + 4 <= bytes.length ? view.getUint32(at, true) : NONE);

  const tables = listTables();
  const next = (number: number) => {
    const table = tables[Math.floor(number / perSector)];
    return table === undefined ? NONE : read32(sectorAt(table) + (number % perSector) * 4);
  };

  /** The sectors that say where all others go on; the first 109 stand in the header. */
  function listTables(): number[] {
    const found: number[] = [];
    for (let at = 0; at < 109; at += 1) found.push(read32(76 + at * 4));
    let more = read32(68);
    while (found.length <= sectors && more < END_OF_CHAIN) {
      for (let at = 0; at < perSector - 1; at += 1) found.push(read32(sectorAt(more) + at * 4));
      more = read32(sectorAt(more) + (perSector - 1) * 4);
    }
    return found.filter((number) => number < END_OF_CHAIN);
  }

  function readChain(start: number, most: number): Uint8Array {
    const parts: Uint8Array[] = [];
    let length = 0;
    let number = start;
    for (let round = 0; round < sectors && number < END_OF_CHAIN && length < most; round += 1) {
      const part = bytes.subarray(
        sectorAt(number),
        Math.min(sectorAt(number) + sectorSize, sectorAt(number) + most - length),
      );
      if (part.length === 0) break;
      parts.push(part);
      length += part.length;
      number = next(number);
    }
    return join(parts, length);
  }

  const directory = readChain(read32(48), MOST_ENTRIES * ENTRY_BYTES);
  const entries = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const miniLimit = read32(56);
  const miniTable = readChain(read32(60), bytes.length);
  const miniNext = new DataView(miniTable.buffer, miniTable.byteOffset, miniTable.byteLength);
  const root = directory.length >= ENTRY_BYTES ? entries.getUint32(116, true) : NONE;
  let miniStream: Uint8Array | undefined;

  function readMini(start: number, most: number): Uint8Array {
    miniStream ??= readChain(root, bytes.length);
    const parts: Uint8Array[] = [];
    let length = 0;
    let number = start;
    for (let round = 0; round <= miniStream.length / 64 && number < END_OF_CHAIN && length < most; round += 1) {
      const part = miniStream.subarray(number * 64, number * 64 + Math.min(64, most - length));
      if (part.length === 0) break;
      parts.push(part);
      length += part.length;
      number = number * 4 + 4 <= miniTable.length ? miniNext.getUint32(number * 4, true) : NONE;
    }
    return join(parts, length);
  }

  const seen = new Set<number>();
  function makeEntry(id: number, depth: number): Entry | undefined {
    const at = id * ENTRY_BYTES;
    if (at + ENTRY_BYTES > directory.length || seen.has(id)) return undefined;
    seen.add(id);
    const nameBytes = Math.max(0, Math.min(64, entries.getUint16(at + 64, true)) - 2);
    const name = new TextDecoder('utf-16le').decode(directory.subarray(at, at + nameBytes));
    const kind = directory[at + 66];
    const start = entries.getUint32(at + 116, true);
    const size = entries.getUint32(at + 120, true);
    const isFolder = kind === 1 || kind === 5;
    return {
      name,
      isFolder,
      entries: isFolder && depth < DEEPEST ? listEntries(entries.getUint32(at + 76, true), depth + 1) : new Map(),
      read: (most) =>
        kind !== 2
          ? new Uint8Array()
          : size < miniLimit
            ? readMini(start, Math.min(size, most))
            : readChain(start, Math.min(size, most)),
    };
  }

  /** The entries of a folder form a tree; who stands left and right in it does not matter here. */
  function listEntries(first: number, depth: number): Map<string, Entry> {
    const found = new Map<string, Entry>();
    const open = [first];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      const at = id * ENTRY_BYTES;
      if (id === NONE || at + ENTRY_BYTES > directory.length || seen.has(id)) continue;
      open.push(entries.getUint32(at + 68, true), entries.getUint32(at + 72, true));
      const entry = makeEntry(id, depth);
      if (entry) found.set(entry.name.toUpperCase(), entry);
    }
    return found;
  }

  return makeEntry(0, 0);
}

function join(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
