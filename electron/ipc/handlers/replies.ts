import type { Temporal } from 'temporal-polyfill';
import { monthOf } from '../../core/days';
import { defined } from '../../core/defined';
import { clientOf, findRequest, personOf } from '../../core/find';
import { stageSchema } from '../../core/model/client';
import { Refusal } from '../../core/model/problem';
import type { Situation } from '../../core/model/request';
import type { State } from '../../core/model/state';
import { lastContact } from '../../core/records';
import { refuse } from '../../core/refuse';
import type { Told } from '../../core/replies/facts';
import { LATELY_DAYS } from '../../core/replies/lately';
import { suggestReply, TELLING } from '../../core/replies/suggest';
import type { WrittenReply } from '../../core/replies/write';
import { markSent, recordReply } from '../../core/requests/replies';
import { wordsOfStage } from '../../core/stages';
import { theirWords } from '../../core/tone/letter';
import type { Context, Handlers } from '../context';
import type { ReplyAnswer } from '../contract/answers';
import type { ToneFinding } from '../contract/tone';
import { toneOf } from '../letter-tone';
import { shapeSaved } from '../shapes';

export const replyHandlers: Handlers<'reply' | 'reply.use' | 'request.sent' | 'mail.open'> = {
  reply: async ({ request: name, language, situation, stage, to, by, result }, { store, words, moment }) => {
    await store.loadHolding(name);
    const request = findRequest(store.state, name);
    const wanted = situation ?? (stage === undefined ? undefined : situationOf(stage));
    if (wanted && TELLING.has(wanted)) await loadLately(store, moment.now);
    const told = { to, by, result };
    const wish = { ...(language && { language }), ...(wanted && { situation: wanted }), told };
    const reply = suggestReply(store.state, request, words, moment.now, wish);
    return shapeReply(reply, toneOf(reply, theirWords(request)));
  },
  'reply.use': ({ how, ...used }, context) => useReply(used, how, context),
  'request.sent': async ({ request: name, situation, language, ...told }, { store, words, moment, dryRun }) => {
    const isNamed = [situation, language, ...Object.values(told)].some((given) => given !== undefined);
    const wish = { ...(language && { language }), ...(situation && { situation }), told };
    await store.loadHolding(name);
    if (situation && TELLING.has(situation)) await loadLately(store, moment.now);
    const { changeId, result, state } = await store.update(
      (former) => {
        const open = findRequest(former, name);
        // The words that were read on a terminal and sent from there were never copied by the app.
        const { state: next, request } =
          isNamed || open.replies.length === 0
            ? recordReply(former, name, suggestReply(former, open, words, moment.now, wish), 'sent', moment)
            : markSent(former, name, moment.now);
        const values = { client: clientOf(next, request).name, subject: request.subject };
        return { state: next, note: { code: 'reply-sent', values }, result: request };
      },
      { dryRun },
    );
    return { changeId, ...shapeSaved(state, result) };
  },
  'mail.open': async (used, context) => {
    const { store, effects } = context;
    if (!effects) refuse('unavailable', 'No mail program can be opened from here.');
    const request = findRequest(store.state, used.request);
    const client = clientOf(store.state, request);
    const address = (personOf(client, lastContact(request)) ?? client.people[0])?.emails[0];
    if (!address)
      refuse('no-mail-address', `${client.name} has no mail address.`, {
        field: 'client',
        action: 'Add one to the person, or copy the reply.',
      });
    const text = `subject=${encodeURIComponent(used.subject)}&body=${encodeURIComponent(used.body.replace(/\n/g, '\r\n'))}`;
    await effects.openMail(`mailto:${encodeURIComponent(address).replace('%40', '@')}?${text}`);
    return useReply(used, 'mailed', context);
  },
};

interface Used {
  request: string;
  situation: Situation;
  language: string;
  subject: string;
  body: string;
  to?: string | undefined;
  by?: string | undefined;
  result?: string | undefined;
}

async function useReply(
  { request: name, to, by, result, ...used }: Used,
  how: 'copied' | 'mailed' | 'sent',
  context: Context,
) {
  const { store, moment, dryRun, effects } = context;
  await store.loadHolding(name);
  const { changeId } = await store.update(
    (state) => {
      const suggested = suggestionOf(state, name, { ...used, told: { to, by, result } }, context);
      const { state: next, request } = recordReply(state, name, { ...used, ...suggested }, how, moment);
      const values = { client: clientOf(next, request).name, subject: request.subject };
      return { state: next, note: { code: how === 'sent' ? 'reply-sent' : 'reply-used', values }, result: undefined };
    },
    { dryRun },
  );
  if (how === 'copied' && !dryRun && context.door === 'window') effects?.copy(used.body);
  return { changeId };
}

/**
 * What the words commit me to, and whose words they are; those that were edited are held to be of the same kind. Words
 * that can't be written any more commit me to nothing that is known.
 */
function suggestionOf(
  state: State,
  name: string,
  { situation, language, told }: { situation: Situation; language: string; told: Told },
  { words, moment }: Context,
) {
  try {
    const wish = { situation, language, told };
    const { names, dueOn, callsBack, isOwnTemplate } = suggestReply(
      state,
      findRequest(state, name),
      words,
      moment.now,
      wish,
    );
    return defined({ names, dueOn, callsBack, isOwnTemplate });
  } catch (error) {
    if (error instanceof Refusal && error.problem.code === 'no-reply') return undefined;
    throw error;
  }
}

/** The words of a stage by its name; `none` leaves the choice to the app. */
function situationOf(stage: string): Situation | undefined {
  const known = stageSchema.safeParse(stage);
  if (!known.success)
    refuse('invalid', `There is no stage "${stage}".`, {
      field: 'stage',
      action: `Use one of: ${stageSchema.options.join(', ')}.`,
    });
  return wordsOfStage(known.data);
}

/** Loads the months that the last four weeks touch, so that what is over is counted, too. */
async function loadLately(store: Context['store'], now: Temporal.Instant): Promise<void> {
  const from = monthOf(now.subtract({ hours: 24 * LATELY_DAYS }).toString());
  for (const month of await store.months()) if (month >= from) await store.loadMonth(month);
}

export function shapeReply(reply: WrittenReply, tone: ToneFinding[]): ReplyAnswer {
  const { language, subject, body, stage, situation, reasons, warnings } = reply;
  return { language, subject, body, stage, situation, reasons, warnings, tone };
}
