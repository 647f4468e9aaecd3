import type { Reply } from '../ipc/contract/bridge';
import type { Output } from '../ipc/contract/contract';
import type { Input, Tools } from './command';

export type LoggedOrKept = Output<'log'> | Output<'stranger.add'>;

/** Logs a contact or, where it is said that nobody knows whose it is, lets it wait. */
export async function logContact({ isUnknown, ...input }: Input, { ask }: Tools): Promise<Reply<LoggedOrKept>> {
  if (!isUnknown) {
    const reply = await ask('log', input);
    const isUnmatched = !reply.ok && reply.problem.code === 'no-client' && reply.problem.field === 'text';
    if (!isUnmatched || String(input.text ?? '').trim() === '') return reply;
    const action = 'Name the client, add them with --new-client NAME, or let it wait with --unknown.';
    return { ok: false, problem: { ...reply.problem, action } };
  }
  if (input.newClient === undefined) return await ask('stranger.add', input);
  const message = 'It is either of a new client or of somebody unknown.';
  return { ok: false, problem: { code: 'usage', message, action: 'Leave out --new-client or --unknown.' } };
}
