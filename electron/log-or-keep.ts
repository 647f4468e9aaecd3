import type { Answer } from './ipc/answer';
import type { Door } from './ipc/context';
import type { LogAnswer } from './ipc/contract/answers';
import type { Reply } from './ipc/contract/bridge';
import type { KeptAnswer } from './ipc/contract/strangers';

/** Logs a contact that nobody is asked about; of somebody who is not known it waits until it is said whose it is. */
export async function logOrKeep(answer: Answer, contact: object, door: Door): Promise<Reply<LogAnswer | KeptAnswer>> {
  const reply = await answer('log', contact, { door });
  if (reply.ok || reply.problem.code !== 'no-client') return reply;
  return answer('stranger.add', contact, { door });
}
