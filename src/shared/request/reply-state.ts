import type { Request, UsedReply } from '../../../electron/core/model/request';
import { lastUnsent, usedAt } from '../../../electron/core/requests/replies';

export type ReplyState = { kind: 'none' } | { kind: 'copied' | 'mailed' | 'sent'; at: string; reply: UsedReply };

/** How far the reply to a request has come: copied is not sent. */
export function readReplyState(request: Request): ReplyState {
  const unsent = lastUnsent(request);
  if (unsent) return { kind: unsent.mailedAt ? 'mailed' : 'copied', at: usedAt(unsent), reply: unsent };
  const sent = request.replies.toSorted((one, other) => usedAt(one).localeCompare(usedAt(other))).at(-1);
  return sent?.sentAt ? { kind: 'sent', at: sent.sentAt, reply: sent } : { kind: 'none' };
}
