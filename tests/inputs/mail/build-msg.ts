/** A folder of a compound file: streams by their names, and folders. */
export interface Folder {
  [name: string]: Uint8Array | Folder;
}

const SECTOR = 512;
const MINI = 64;
const MINI_LIMIT = 4096;
const END = 0xfffffffe;
const FREE = 0xffffffff;

interface Row {
  name: string;
  kind: number;
  right: number;
  child: number;
  start: number;
  size: number;
  bytes?: Uint8Array;
}

/** Writes a compound file ([MS-CFB], version 3) as simply as the format allows. */
export function buildCompoundFile(root: Folder): Uint8Array {
  const rows: Row[] = [{ name: 'Root Entry', kind: 5, right: FREE, child: FREE, start: END, size: 0 }];
  const addAll = (folder: Folder): number => {
    let first = FREE;
    let before: Row | undefined;
    for (const [name, content] of Object.entries(folder)) {
      const isStream = content instanceof Uint8Array;
      const row: Row = { name, kind: isStream ? 2 : 1, right: FREE, child: FREE, start: END, size: 0 };
      const id = rows.push(row) - 1;
      if (content instanceof Uint8Array) Object.assign(row, { bytes: content, size: content.length });
      else row.child = addAll(content);
      if (before) before.right = id;
      else first = id;
      before = row;
    }
    return first;
  };
  const [top] = rows;
  if (top) top.child = addAll(root);

  const table: number[] = [];
  const sectors: Uint8Array[] = [];
  const put = (bytes: Uint8Array): number => {
    const count = Math.ceil(bytes.length / SECTOR);
    const start = sectors.length;
    for (let at = 0; at < count; at += 1) {
      const sector = new Uint8Array(SECTOR);
      sector.set(bytes.subarray(at * SECTOR, (at + 1) * SECTOR));
      sectors.push(sector);
      table.push(at === count - 1 ? END : start + at + 1);
    }
    return count === 0 ? END : start;
  };

  const miniTable: number[] = [];
  const miniParts: Uint8Array[] = [];
  for (const row of rows) {
    if (!row.bytes || row.bytes.length === 0) continue;
    if (row.bytes.length >= MINI_LIMIT) row.start = put(row.bytes);
    else {
      row.start = miniTable.length;
      const count = Math.ceil(row.bytes.length / MINI);
      for (let at = 0; at < count; at += 1) {
        const part = new Uint8Array(MINI);
        part.set(row.bytes.subarray(at * MINI, (at + 1) * MINI));
        miniParts.push(part);
        miniTable.push(at === count - 1 ? END : miniTable.length + 1);
      }
    }
  }
  if (top) {
    top.size = miniParts.length * MINI;
    top.start = put(Uint8Array.from(Buffer.concat(miniParts)));
  }
  const miniStart = put(numbers(miniTable, SECTOR / 4));
  const directoryStart = put(Uint8Array.from(Buffer.concat(rows.map(writeRow))));
  const tableCount = Math.ceil((sectors.length + 2) / (SECTOR / 4 - 1));
  const tableStart = sectors.length;
  for (let at = 0; at < tableCount; at += 1) table.push(0xfffffffd);
  const tables = numbers(table, (SECTOR / 4) * tableCount);

  const head = new DataView(new ArrayBuffer(SECTOR));
  head.setUint32(0, 0xd0cf11e0);
  head.setUint32(4, 0xa1b11ae1);
  head.setUint16(24, 0x3e, true);
  head.setUint16(26, 3, true);
  head.setUint16(28, 0xfffe, true);
  head.setUint16(30, 9, true);
  head.setUint16(32, 6, true);
  head.setUint32(44, tableCount, true);
  head.setUint32(48, directoryStart, true);
  head.setUint32(56, MINI_LIMIT, true);
  head.setUint32(60, miniTable.length > 0 ? miniStart : END, true);
  head.setUint32(64, Math.ceil(miniTable.length / (SECTOR / 4)), true);
  head.setUint32(68, END, true);
  for (let at = 0; at < 109; at += 1) head.setUint32(76 + at * 4, at < tableCount ? tableStart + at : FREE, true);
  return Uint8Array.from(Buffer.concat([new Uint8Array(head.buffer), ...sectors, tables]));
}

function numbers(list: readonly number[], multiple: number): Uint8Array {
  const length = Math.ceil(Math.max(1, list.length) / multiple) * multiple;
  const view = new DataView(new ArrayBuffer(length * 4));
  for (let at = 0; at < length; at += 1) view.setUint32(at * 4, list[at] ?? FREE, true);
  return new Uint8Array(view.buffer);
}

function writeRow({ name, kind, right, child, start, size }: Row): Uint8Array {
  const bytes = new Uint8Array(128);
  const view = new DataView(bytes.buffer);
  bytes.set(Buffer.from(name, 'utf16le').subarray(0, 62));
  view.setUint16(64, (name.length + 1) * 2, true);
  view.setUint8(66, kind);
  view.setUint8(67, 1);
  view.setUint32(68, FREE, true);
  view.setUint32(72, right, true);
  view.setUint32(76, child, true);
  view.setUint32(116, start, true);
  view.setUint32(120, size, true);
  return bytes;
}

export const wide = (text: string) => Uint8Array.from(Buffer.from(text, 'utf16le'));

/** Times and numbers of a message, behind a head of its own length. */
export function writeProperties(
  head: number,
  times: Record<number, string>,
  counts: Record<number, number>,
): Uint8Array {
  const rows: Buffer[] = [Buffer.alloc(head)];
  for (const [id, at] of Object.entries(times)) {
    const row = Buffer.alloc(16);
    row.writeUInt16LE(0x0040, 0);
    row.writeUInt16LE(Number(id), 2);
    row.writeBigUInt64LE(BigInt(Date.parse(at)) * 10_000n + 116_444_736_000_000_000n, 8);
    rows.push(row);
  }
  for (const [id, count] of Object.entries(counts)) {
    const row = Buffer.alloc(16);
    row.writeUInt16LE(0x0003, 0);
    row.writeUInt16LE(Number(id), 2);
    row.writeUInt32LE(count, 8);
    rows.push(row);
  }
  return Uint8Array.from(Buffer.concat(rows));
}
