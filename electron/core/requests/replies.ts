import type { Temporal } from 'temporal-polyfill';
import { defined } from '../defined';
import { findRequest } from '../find';
import type { Request, UsedReply } from '../model/request';
import type { State } from '../model/state';
import type { Moment } from '../moment';
import { putRequest } from '../records';
import { refuse } from '../refuse';

/** Records that a reply was copied, given to the mail program, or sent; the same words used again are one reply. */
export function recordReply(
  state: State,
  name: string,
  used: Omit<UsedReply, 'id' | 'copiedAt' | 'mailedAt' | 'sentAt'>,
  how: 'copied' | 'mailed' | 'sent',
  moment: Moment,
): { state: State; request: Request } {
  const former = findRequest(state, name);
  const same = former.replies.find((reply) => reply.body === used.body && reply.sentAt === undefined);
  const reply: UsedReply = {
    ...(same ?? { ...pickKept(used), id: moment.newId('rep') }),
    [`${how}At`]: moment.now.toString(),
  };
  const replies = same
    ? former.replies.map((each) => (each.id === same.id ? reply : each))
    : [...former.replies, reply];
  const request = { ...former, replies };
  return { state: putRequest(state, request), request };
}

/** What is kept of a reply; what is said to me beside it is not. */
function pickKept(used: Omit<UsedReply, 'id'>): Omit<UsedReply, 'id'> {
  const { situation, language, subject, body, names, dueOn, callsBack, isOwnTemplate, withRequestId } = used;
  const optional = { names, dueOn, callsBack, isOwnTemplate, withRequestId };
  return { situation, language, subject, body, ...defined(optional) };
}

/** Replies that were copied or mailed and not yet said to be sent, oldest first. */
export function unsentReplies(requests: readonly Request[]): { request: Request; reply: UsedReply }[] {
  return requests
    .flatMap((request) => {
      const reply = lastUnsent(request);
      return reply ? [{ request, reply }] : [];
    })
    .toSorted((a, b) => usedAt(a.reply).localeCompare(usedAt(b.reply)));
}

/** The reply used last, unless one was sent since. */
export function lastUnsent(request: Request): UsedReply | undefined {
  const last = request.replies.toSorted((a, b) => usedAt(a).localeCompare(usedAt(b))).at(-1);
  return last && last.sentAt === undefined ? last : undefined;
}

/** The call that the newest sent reply naming one has promised, and when it was to start. */
export function promisedCall(request: Pick<Request, 'replies'>): UsedReply['names'] {
  return request.replies
    .filter((reply) => reply.sentAt !== undefined && reply.names !== undefined)
    .toSorted((a, b) => (b.sentAt ?? '').localeCompare(a.sentAt ?? ''))[0]?.names;
}

/** When a reply was last copied, mailed or sent, as an ISO instant. */
export function usedAt(reply: UsedReply): string {
  return (
    [reply.copiedAt, reply.mailedAt, reply.sentAt]
      .filter((at) => at !== undefined)
      .sort()
      .at(-1) ?? ''
  );
}

/** Says that the reply used last was sent. */
export function markSent(state: State, name: string, now: Temporal.Instant): { state: State; request: Request } {
  const former = findRequest(state, name);
  const unsent = lastUnsent(former);
  if (!unsent)
    refuse('nothing-sent', `No reply to "${former.subject || 'this'}" was copied or mailed yet.`, {
      field: 'request',
      action: 'Copy the reply first.',
    });
  const replies = former.replies.map((reply) =>
    reply.id === unsent.id ? { ...reply, sentAt: now.toString() } : reply,
  );
  const request = { ...former, replies };
  return { state: putRequest(state, request), request };
}
