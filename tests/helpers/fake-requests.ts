import { Temporal } from 'temporal-polyfill';
import { agendasOf, placeOf } from '../../electron/core/agenda';
import { clientOf, findRequest } from '../../electron/core/find';
import type { OccurrenceRef } from '../../electron/core/model/call';
import { Refusal } from '../../electron/core/model/problem';
import type { Request, Situation, Status } from '../../electron/core/model/request';
import type { State } from '../../electron/core/model/state';
import { countContacts } from '../../electron/core/records';
import { suggestReply } from '../../electron/core/replies/suggest';
import { type ReplyWords, replyWordsSchema } from '../../electron/core/replies/words';
import { arrange, type RequestFields, setRequest, setStatus } from '../../electron/core/requests/changes';
import { markSent, recordReply } from '../../electron/core/requests/replies';
import { checkTone } from '../../electron/core/tone/check';
import { toneWordsSchema } from '../../electron/core/tone/words';
import { verdictOf } from '../../electron/core/verdict';
import { takeIn, understandAnyone } from '../../electron/intake';
import { shapeUnderstanding } from '../../electron/ipc/shapes';
import english from '../../resources/replies/en.json';
import mind from '../../resources/tone/en.json';
import { NOW } from './believable-state';

type Values = Record<string, string | number>;
interface Around {
  read: () => State;
  change: (code: string, values: Values, next: Partial<State>) => { changeId: string };
  newId: (prefix: string) => string;
}
interface Used {
  request: string;
  situation: Situation;
  language: string;
  subject: string;
  body: string;
}

/** What the week, the replies and the palette ask for, answered by the domain itself. */
export function requestHandlers({ read, change, newId }: Around) {
  const now = Temporal.Instant.from(NOW);
  const moment = { now, newId };
  const parsed = replyWordsSchema.safeParse(english);
  if (!parsed.success) console.error('The words for replies are not valid', parsed.error.issues[0]);
  const words: Record<string, ReplyWords> = parsed.success ? { en: parsed.data } : {};

  function publish(code: string, state: State, request: Request) {
    const values = { client: clientOf(state, request).name, subject: request.subject };
    const { requests, history } = state;
    return { ...request, requestId: request.id, ...change(code, values, { requests, history }) };
  }
  const status =
    (to: Status, code: string) =>
    ({ request: name, until }: { request: string; until?: string }) => {
      const { state, request } = setStatus(read(), name, to, now, until);
      return publish(code, state, request);
    };
  const suggest = (request: string, situation?: Situation) =>
    suggestReply(read(), findRequest(read(), request), words, now, situation ? { situation } : {});
  function use({ request: name, ...used }: Used, how: 'copied' | 'mailed' | 'sent') {
    const { names } = suggest(name, used.situation);
    const { state, request } = recordReply(read(), name, { ...used, ...(names && { names }) }, how, moment);
    return publish(how === 'sent' ? 'reply-sent' : 'reply-used', state, request);
  }

  const handlers = {
    tone: ({ text }: { text: string }) => ({ language: 'en', findings: checkTone(text, toneWordsSchema.parse(mind)) }),
    'request.done': status('done', 'request-closed'),
    'request.decline': status('declined', 'request-closed'),
    'request.wait': status('waiting', 'request-changed'),
    'request.park': status('parked', 'request-changed'),
    'request.reopen': status('open', 'request-reopened'),
    'request.set': ({ request: name, ...fields }: RequestFields & { request: string }) => {
      const { state, request } = setRequest(read(), name, fields);
      return publish('request-changed', state, request);
    },
    'request.sent': ({ request: name }: { request: string }) => {
      const { state, request } = markSent(read(), name, now);
      return publish('reply-sent', state, request);
    },
    'agenda.arrange': ({ requests: ids, ...ref }: OccurrenceRef & { requests: string[] }) => {
      const [first] = ids;
      const { clientId } = findRequest(read(), first ?? '');
      const { agendas } = agendasOf(read(), clientId, now);
      const here = agendas.find(
        (each) => each.occurrence.callId === ref.callId && each.occurrence.occurrence === ref.occurrence,
      );
      const { requests } = arrange(read(), ref, ids, here?.items.map((item) => item.id) ?? []);
      return change('arranged', { client: clientOf(read(), { clientId }).name }, { requests });
    },
    reply: ({ request, situation }: { request: string; situation?: Situation }) => ({
      ...suggest(request, situation),
      tone: [],
    }),
    'reply.use': ({ how, ...used }: Used & { how: 'copied' | 'mailed' | 'sent' }) => use(used, how),
    'mail.open': (used: Used) => use(used, 'mailed'),
    'prep.markdown': () => ({ markdown: '# The week' }),
    'history.load': () => ({}),
    load: () => [],
    understand: ({ text }: { text: string }) => shapeUnderstanding(understandAnyone(read(), text, now)),
    log: (input: { text?: string; client?: string; person?: string }) => {
      const { state, request, contact, joinedBy } = takeIn(read(), input, moment);
      const place = placeOf(state, request.id, now);
      const verdict = verdictOf(state, request, now);
      const { changeId } = publish(joinedBy ? 'joined' : 'logged', state, request);
      return {
        changeId,
        request: {
          ...request,
          requestId: request.id,
          client: clientOf(state, request).name,
          count: countContacts(request),
        },
        contact: { ...contact, contactId: contact.id },
        joined: joinedBy !== undefined,
        ...(joinedBy && { joinedBy }),
        verdict: { ...verdict, until: verdict.until?.toString() },
        ...(place && {
          call: { callId: place.callId, occurrence: place.occurrence, startsAt: place.startsAt.toString() },
        }),
        reply: suggest(request.id),
      };
    },
    'palette.close': () => {
      document.documentElement.dataset.closed = 'yes';
      return {};
    },
  };
  // What the domain refuses goes out as the problem it is.
  return Object.fromEntries(
    Object.entries(handlers).map(([name, handle]) => [
      name,
      (input: never) => {
        try {
          return handle(input);
        } catch (error) {
          throw error instanceof Refusal ? error.problem : error;
        }
      },
    ]),
  );
}
