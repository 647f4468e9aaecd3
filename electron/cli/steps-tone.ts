import { readStream } from '../given-files';
import type { Reply } from '../ipc/contract/bridge';
import type { Output } from '../ipc/contract/contract';
import type { Input, Tools } from './command';

/** Reads the letter from standard input where none is typed. */
export async function readTone({ text, ...input }: Input, { ask }: Tools): Promise<Reply<Output<'tone'>>> {
  if (text !== undefined) return ask('tone', { text, ...input });
  const read = await readStream(process.stdin);
  if ('text' in read) return ask('tone', { text: read.text, ...input });
  return { ok: false, problem: { code: 'invalid', message: read.reason, field: 'text' } };
}
