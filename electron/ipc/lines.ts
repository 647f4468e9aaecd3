import type { Readable } from 'node:stream';

/** Longest line that crosses the socket, in bytes: an import of some hundred thousand contacts. */
export const LINE_LIMIT = 128 * 1024 * 1024;

const NEWLINE = 0x0a;

/**
 * The lines of a stream, one after the other: the next is read once the last was dealt with, so that whoever sends waits.
 * `undefined` stands for a line longer than `limit` bytes, which is thrown away while it comes.
 */
export async function* linesOf(stream: Readable, limit: number): AsyncGenerator<string | undefined> {
  let parts: Buffer[] = [];
  let bytes = 0;
  const take = (part: Buffer) => {
    bytes += part.length;
    if (bytes > limit) parts = [];
    else if (part.length > 0) parts.push(part);
  };
  const finish = () => {
    const line = bytes > limit ? undefined : Buffer.concat(parts).toString('utf8');
    parts = [];
    bytes = 0;
    return line;
  };
  // A last line may lack its end, and whoever sent it still waits for the answer: the stream stays open.
  const chunks: AsyncIterable<Buffer> = stream.iterator({ destroyOnReturn: false });
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      take(chunk.subarray(from, end));
      yield finish();
      from = end + 1;
    }
    take(chunk.subarray(from));
  }
  if (bytes > 0) yield finish();
}
