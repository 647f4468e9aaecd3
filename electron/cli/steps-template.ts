import { Refusal } from '../core/model/problem';
import { readInput, readStream } from '../given-files';
import type { Reply } from '../ipc/contract/bridge';
import type { Output } from '../ipc/contract/contract';
import type { Input, Tools } from './command';
import { writeOutput } from './files';

/** Reads the text of a template from standard input where none is typed. */
export function readTemplateBody<N extends 'template.set' | 'template.check'>(name: N) {
  return async (input: Input, { ask }: Tools): Promise<Reply<Output<N>>> => {
    if (input.body !== undefined) return ask(name, input);
    const read = await readStream(process.stdin);
    return 'text' in read ? ask(name, { ...input, body: read.text.trimEnd() }) : unread(read.reason);
  };
}

/** Writes the templates to the terminal or, as a whole, to a file. */
export async function exportTemplates(
  { out }: Input,
  { ask, isDryRun }: Tools,
): Promise<Reply<Output<'template.export'>>> {
  const reply = await ask('template.export', {});
  if (!reply.ok || typeof out !== 'string') return reply;
  try {
    if (!isDryRun) await writeOutput(out, reply.value.text);
    return { ok: true, value: { text: `Written to ${out}` } };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.problem };
    throw error;
  }
}

export async function importTemplates({ file }: Input, { ask }: Tools): Promise<Reply<Output<'template.import'>>> {
  const read = await (file === '-' ? readStream(process.stdin) : readInput(String(file), { takesPipes: true }));
  return 'text' in read ? ask('template.import', { text: read.text }) : unread(read.reason);
}

function unread(reason: string): Extract<Reply<never>, { ok: false }> {
  return { ok: false, problem: { code: 'file-unreadable', message: reason } };
}
