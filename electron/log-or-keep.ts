import type { InboxContact } from './inputs/inbox-file';
import type { Answer } from './ipc/answer';
import type { Door } from './ipc/context';
import type { LogAnswer } from './ipc/contract/answers';
import type { Reply } from './ipc/contract/bridge';
import type { KeptAnswer } from './ipc/contract/strangers';

/**
 * Logs a contact that nobody is asked about; of somebody who is not known, or can be one of several, it waits until it is
 * said whose it is. A new client who is there already is no new one.
 */
export async function logOrKeep(
  answer: Answer,
  contact: InboxContact,
  door: Door,
): Promise<Reply<LogAnswer | KeptAnswer>> {
  const { newClient, ...said } = contact;
  const reply = await answer('log', contact, { door });
  if (reply.ok) return reply;
  const { code, field } = reply.problem;
  if (newClient !== undefined && code === 'exists' && field === 'name')
    return logOrKeep(answer, { ...said, client: newClient }, door);
  return code === 'no-client' || code === 'ambiguous' ? answer('stranger.add', said, { door }) : reply;
}
