import { Temporal } from 'temporal-polyfill';
import { withOffset } from '../../core/days';
import { findClient } from '../../core/find';
import type { State } from '../../core/model/state';
import { countContacts } from '../../core/records';
import {
  findWaiting,
  recordWaiting,
  type WaitingReply,
  waitingReplies,
  waitUntil,
  writeWaiting,
} from '../../core/replies/waiting';
import { theirWords } from '../../core/tone/letter';
import type { Context, Handlers } from '../context';
import type { WaitingAnswer } from '../contract/waiting';
import { toneOfMine } from '../letter-tone';

export const waitingHandlers: Handlers<'replies.waiting' | 'replies.use' | 'replies.later'> = {
  'replies.waiting': (_, context) => {
    const { state } = context.store;
    return waitingReplies(state, context.moment.now).map((waiting) => shapeWaiting(state, waiting, context));
  },
  'replies.use': async ({ client: name, how, ...own }, { store, words, moment, dryRun, door, effects }) => {
    const { changeId, result } = await store.update(
      (state) => {
        const client = findClient(state, name);
        const waiting = findWaiting(state, client, moment.now);
        const { situation, language, subject, body } = writeWaiting(state, waiting, words, moment.now);
        const used = { situation, language, subject: own.subject ?? subject, body: own.body ?? body };
        const code = how === 'sent' ? ('reply-sent' as const) : ('reply-used' as const);
        return {
          state: recordWaiting(state, waiting, used, how, moment),
          note: { code, values: { client: client.name, subject: used.subject } },
          result: used.body,
        };
      },
      { dryRun },
    );
    if (how === 'copied' && !dryRun && door === 'window') effects?.copy(result);
    return { changeId };
  },
  'replies.later': async ({ client: name, at }, { store, moment: { now }, dryRun }) => {
    const { changeId } = await store.update(
      (state) => {
        const client = findClient(state, name);
        const until = at === null ? undefined : Temporal.Instant.from(at);
        return {
          state: waitUntil(state, findWaiting(state, client, now), until, now),
          note: { code: 'reply-later', values: { client: client.name } },
          result: undefined,
        };
      },
      { dryRun },
    );
    return { changeId };
  },
};

function shapeWaiting(state: State, waiting: WaitingReply, { words, moment }: Context): WaitingAnswer {
  const { client, requests, dueAt, isDue, isChosen } = waiting;
  const reply = writeWaiting(state, waiting, words, moment.now);
  const { language, subject, body, situation, warnings } = reply;
  return {
    ...{ clientId: client.id, client: client.name, isDue, isChosen, language, subject, body, situation, warnings },
    tone: toneOfMine(reply, requests.flatMap(theirWords)),
    dueAt: withOffset(dueAt, state.settings.timeZone),
    items: requests.map((request) => ({
      requestId: request.id,
      subject: request.subject,
      count: countContacts(request),
    })),
  };
}
