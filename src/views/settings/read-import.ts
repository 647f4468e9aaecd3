import type { Input, Output } from '../../../electron/ipc/contract/contract';

/** As much as the command line takes, too. */
const MOST_MEGABYTES = 100;

type Picked = Pick<File, 'name' | 'size' | 'arrayBuffer'>;
type Refused = Output<'import'>['refused'][number];

interface ReadImport {
  files: Input<'import'>['files'];
  /** What could not even be read, for the words to say. */
  refused: Refused[];
}

interface Words {
  tooLong: (megabytes: number) => string;
  unreadable: string;
}

/** The files picked as the contract takes them. */
export async function readImport(picked: readonly Picked[], words: Words): Promise<ReadImport> {
  const read: ReadImport = { files: [], refused: [] };
  for (const file of picked) {
    const { name, size } = file;
    if (size > MOST_MEGABYTES * 1024 * 1024) {
      read.refused.push({ file: name, reason: words.tooLong(MOST_MEGABYTES) });
      continue;
    }
    try {
      read.files.push({ name, text: decode(await file.arrayBuffer()) });
    } catch {
      // Gone or closed to us since it was picked, or not a text at all.
      read.refused.push({ file: name, reason: words.unreadable });
    }
  }
  return read;
}

/** By its mark, else UTF-8: our own files are nothing else. */
function decode(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const encoding = !isWide ? 'utf-8' : first === 0xff ? 'utf-16le' : 'utf-16be';
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}
