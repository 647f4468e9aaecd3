import { Temporal } from 'temporal-polyfill';
import type { Occurrence } from '../calls/occurrences';
import { clientOf } from '../find';
import type { Request } from '../model/request';
import type { State } from '../model/state';
import { isOver, receivedAt } from '../records';
import { refuse } from '../refuse';
import { verdictOf } from '../verdict';
import { formatMessage, type Values } from './format';
import { describeMoment } from './moments';
import { writeMoment } from './parts';
import { languageOf, replyFacts, type WordsByLanguage, wordsFor } from './suggest';
import { fillValues } from './values';
import { viewOf } from './write';

/** What tells a client that a request is on an agenda; days and times are theirs. */
export interface Receipt {
  /** Of the words, as a BCP 47 tag. */
  language: string;
  subject: string;
  /** Heads the page. */
  title: string;
  /** Which call it is for, and when it came. */
  line: string;
  /** What to do if it can't wait. */
  otherwise: string;
  /** When these words were written, by the client's clock: "Tuesday 24 November, 11:25". */
  writtenOn: string;
  /** The call it is on; `startsAt` is what the line names. */
  call: Occurrence;
}

/**
 * A receipt for a request that waits for a standing call, true at `now`; nothing is kept of it, and it is no reply.
 * @throws Refusal `no-reply` where no call that is still to come takes the request, it is over, or its verdict is to ask
 * first, delegate or decline: then it is on no agenda as settled.
 */
export function writeReceipt(
  state: State,
  request: Request,
  words: WordsByLanguage,
  now: Temporal.Instant,
  wish: { language?: string | undefined } = {},
): Receipt {
  const client = clientOf(state, request);
  const facts = replyFacts(state, request, now);
  const { call } = facts;
  if (isOver(request) || request.status === 'parked' || request.emergency || !call)
    refuse('no-reply', `No coming call with ${client.name} takes it, so there is nothing to confirm.`, {
      field: 'request',
      action: 'Put it on a call first, or send a reply.',
    });
  const { route } = verdictOf(state, request, now);
  if (route === 'ask-first' || route === 'delegate' || route === 'decline')
    refuse('no-reply', 'It is not settled for a call, so there is nothing to confirm.', {
      field: 'request',
      action: route === 'ask-first' ? 'Send the questions first.' : 'Send the reply instead.',
    });
  const used = wordsFor(words, wish.language ?? languageOf(request, words) ?? client.language);
  const view = viewOf(facts, used);
  const receivedMoment = writeMoment(
    { words: used, view, form: client.form },
    Temporal.Instant.from(receivedAt(request)),
  );
  const values: Values = Object.assign(Object.create(null), fillValues(facts, used, view), { receivedMoment });
  const write = (message: string) => formatMessage(message, view.locale, values, used.phrases).trim();
  const { date, time } = describeMoment(now, view);
  return {
    language: used.language,
    subject: write(used.receipt.subject),
    title: write(used.receipt.title),
    line: write(used.receipt.line),
    otherwise: write(used.receipt.otherwise),
    writtenOn: `${date}, ${time}`,
    call,
  };
}
