import { Refusal } from '../core/model/problem';
import type { Reply } from '../ipc/contract/bridge';
import type { Output } from '../ipc/contract/contract';
import type { Input, Tools } from './command';
import { writeOutput } from './files';

export type Receipted = Output<'receipt'> & { files: string[] };

/** The receipt, written to the files that were named. */
export async function writeReceipt(
  { html, ics, ...input }: Input,
  { ask, isDryRun }: Tools,
): Promise<Reply<Receipted>> {
  const reply = await ask('receipt', input);
  if (!reply.ok) return reply;
  const files: string[] = [];
  try {
    for (const [file, text] of [
      [html, reply.value.html],
      [ics, reply.value.ics],
    ] as const) {
      if (typeof file !== 'string') continue;
      if (!isDryRun) await writeOutput(file, text);
      files.push(file);
    }
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.problem };
    throw error;
  }
  return { ok: true, value: { ...reply.value, files } };
}
