import { dayOf } from '../days';
import type { OccurrenceRef } from '../model/call';
import type { Stage } from '../model/client';
import type { Situation } from '../model/request';
import type { Reason } from '../verdict';
import { chooseSituation, DEFERRALS, type Ground } from './choose';
import { callbackOf, needOf, type ReplyFacts } from './facts';
import { formatMessage, type Values } from './format';
import { describeDay, describeMoment, localeFor, nameLanguage, type Viewpoint } from './moments';
import { findTemplate, writeOwnOrOriginal } from './own-template';
import { writeLetter } from './parts';
import { fillValues } from './values';
import type { ReplyWords } from './words';

export interface WrittenReply {
  language: string;
  subject: string;
  body: string;
  /** How far the talk about availability has gone. */
  stage: Stage;
  situation: Situation;
  reasons: Reason[];
  /** What to mind before sending; `action` where something can be done about it. */
  warnings: (Reason & { action?: string })[];
  /** In my own words. */
  isOwnTemplate?: boolean;
  /** The occurrence whose day and time stand in the words; `startsAt` is in UTC. */
  names?: OccurrenceRef & { startsAt: string };
  /** The day, in the client's zone, by which the words promise the thing itself or an answer: `YYYY-MM-DD`. */
  dueOn?: string;
  /** When the words promise that I call, in UTC. */
  callsBack?: { startsAt: string; endsAt: string };
}

/**
 * Words for a request, ready to send, true at `facts.now`; days and times are the client's.
 * Without a situation the fitting one is chosen. One that asks whether it can wait gives way to `needed-before-call`
 * where that would be untrue. Reasons and warnings are for me, not for the client: they are in the words of `own`.
 * @throws Refusal `no-reply` when the words need a fact that is missing, such as a call to name.
 */
export function writeReply(
  facts: ReplyFacts,
  words: ReplyWords,
  situation?: Situation,
  own: ReplyWords = words,
): WrittenReply {
  const choice = chooseSituation(facts);
  const wanted = situation ?? choice.situation;
  const actual = isUntrue(wanted, facts) ? 'needed-before-call' : wanted;
  const view = viewOf(facts, words);
  const values = fillValues(facts, words, view);
  const used = new Set<string>();
  const ownView = { ...view, locale: own === words ? view.locale : localeFor(own.language, own) };
  const shown = own === words ? values : fillValues(facts, own, ownView);

  const variants = words.situations[actual];
  const variant = variants[facts.earlier % variants.length];
  const write = (message = '') => tidy(formatMessage(message, view.locale, values, words.phrases, used));
  const template = findTemplate(facts.templates ?? [], actual, words.language, facts.client.form);
  const { text, subject, own: ownTemplate } = writeOwnOrOriginal(template, variant, write);

  const writer = { words, view, form: facts.client.form };
  const body = writeLetter(writer, text, facts.myName, facts.person);

  const explain = (grounds: Ground[]) => grounds.map((ground) => explainGround(ground, own, ownView.locale));
  const { call } = facts;
  const isNamed = call && typeof values.callMoment === 'string' && text.includes(values.callMoment);
  return {
    language: words.language,
    subject,
    body,
    stage: facts.stage ?? 'none',
    situation: actual,
    reasons: explain(groundsFor({ chosen: choice, actual, wanted, values, shown, text, subject, facts })),
    warnings: explain([
      ...warnOfTemplate(ownTemplate, facts.earlier),
      ...warningsFor({ facts, words, values, shown, used, text, view: ownView }),
    ]),
    ...(ownTemplate === 'used' && { isOwnTemplate: true }),
    ...(isNamed && {
      names: { callId: call.callId, occurrence: call.occurrence, startsAt: call.startsAt.toString() },
    }),
    ...promisesIn(facts, values, used, text),
  };
}

/** The day and the callback that the words promise, if they do. */
function promisesIn(
  facts: ReplyFacts,
  values: Values,
  used: ReadonlySet<string>,
  text: string,
): Pick<WrittenReply, 'dueOn' | 'callsBack'> {
  const { told, request } = facts;
  const isPromise = used.has('promiseDue') && values.promiseDue !== undefined;
  const dueOn = isPromise ? (told?.by ?? request.neededBy) : isAnswerPromised(values, used) && request.neededBy;
  const callback = isCallbackPromised(values, text) && callbackOf(facts);
  return {
    ...(dueOn && { dueOn }),
    ...(callback && { callsBack: { startsAt: callback.startsAt.toString(), endsAt: callback.endsAt.toString() } }),
  };
}

function isAnswerPromised(values: Values, used: ReadonlySet<string>): boolean {
  return used.has('how') && values.how === 'written' && values.due !== undefined;
}

function isCallbackPromised({ callbackWhen }: Values, text: string): boolean {
  return callbackWhen !== undefined && text.includes(String(callbackWhen));
}

/** Whether the words would ask to leave something until a call that comes too late for it. */
function isUntrue(situation: Situation, facts: ReplyFacts): boolean {
  const need = needOf(facts);
  return (DEFERRALS.has(situation) || situation === 'together') && need !== 'none' && need !== 'after';
}

/** The client's place, with the clock and the words that hold there. */
export function viewOf(facts: ReplyFacts, words: ReplyWords): Viewpoint {
  return {
    now: facts.now,
    myZone: facts.myZone,
    zone: facts.client.timeZone,
    locale: localeFor(facts.client.language, words),
  };
}

interface Written {
  chosen: { situation: Situation; grounds: Ground[] };
  actual: Situation;
  wanted: Situation;
  values: Values;
  /** The same in my own language. */
  shown: Values;
  text: string;
  subject: string;
  facts: ReplyFacts;
}

function groundsFor({ chosen, actual, wanted, values, shown, text, subject, facts }: Written): Ground[] {
  const grounds: Ground[] = [];
  if (actual !== wanted) grounds.push({ code: 'cannot-wait', values: { neededBy: shown.needDate ?? '' } });
  else if (actual === chosen.situation) grounds.push(...chosen.grounds.map((ground) => withDay(ground, shown)));
  else grounds.push({ code: 'by-hand', values: {} });
  if (values.callMoment !== undefined && text.includes(String(values.callMoment)))
    grounds.push({ code: 'names-call', values: { call: shown.callMoment ?? values.callMoment } });
  const topic = values.topic ?? values.topicStart;
  if (topic !== undefined && `${subject} ${text}`.toLowerCase().includes(String(topic).toLowerCase()))
    grounds.push({ code: 'quotes-subject', values: { topic } });
  if (facts.blockOffHours) grounds.push({ code: 'callback-off-hours', values: {} });
  if (facts.callback && !callbackOf(facts)) grounds.push({ code: 'callback-at-night', values: {} });
  return grounds;
}

/** A need-by day as people write it. */
function withDay(ground: Ground, values: Values): Ground {
  if (!('neededBy' in ground.values) || values.needDate === undefined) return ground;
  return { ...ground, values: { ...ground.values, neededBy: values.needDate } };
}

interface Checked {
  facts: ReplyFacts;
  words: ReplyWords;
  values: Values;
  /** The same in my own language, as `view` writes it. */
  shown: Values;
  used: ReadonlySet<string>;
  text: string;
  view: Viewpoint;
}

/** What to mind before sending: who is greeted, what is claimed, what day it is for whom. */
function warningsFor({ facts, words, values, shown, used, text, view }: Checked): Ground[] {
  const warnings: Ground[] = [];
  const warn = (code: string, given: Ground['values'] = {}) => warnings.push({ code, values: given });
  const { call, client, now } = facts;
  const isNoCallClaimed = used.has('offDay') && facts.off?.isSkipped === false;
  const isOtherLanguage = client.language.split('-')[0]?.toLowerCase() !== words.language.split('-')[0]?.toLowerCase();
  if (isOtherLanguage) {
    const name = (tag: string) => nameLanguage(tag, view.locale);
    warn('other-language', { wanted: name(client.language), used: name(words.language) });
  }
  if (!facts.person) warn('no-person');
  if (facts.myName === '') warn('no-name');
  if (used.has('tied') && values.tied === 'yes') warn('claims-tied-up');
  if (isCallbackPromised(values, text))
    warn('claims-callback', { when: shown.callbackWhen ?? values.callbackWhen ?? '' });
  if (isAnswerPromised(values, used)) warn('claims-answer', { due: shown.due ?? values.due ?? '' });
  if (used.has('delegate') && values.delegate !== undefined) warn('claims-delegated', { to: String(values.delegate) });
  if (isNoCallClaimed) warn('claims-no-call', { day: shown.offDay ?? '' });
  if (call && values.callNear === 'today') warn('call-today', { time: describeMoment(call.startsAt, view).time });
  if (call && !dayOf(call.startsAt, client.timeZone).equals(dayOf(call.startsAt, facts.myZone)))
    warn('other-day', {
      theirs: String(shown.callDate),
      mine: describeDay(dayOf(call.startsAt, facts.myZone), { ...view, now }).date,
    });
  return warnings;
}

/** Own words that could not be used; and own words again, which have no other wording for the next time. */
function warnOfTemplate(own: 'used' | 'broken' | undefined, earlier: number): Ground[] {
  if (own === 'broken') return [{ code: 'own-template-broken', values: {} }];
  return own === 'used' && earlier > 0 ? [{ code: 'own-template-again', values: { count: earlier } }] : [];
}

function explainGround({ code, values }: Ground, words: ReplyWords, locale: string): Reason {
  const given: Values = Object.assign(Object.create(null), values);
  const message = words.reasons?.[code] ?? words.reasons?.other ?? '';
  return { code, values, text: message === '' ? code : formatMessage(message, locale, given) };
}

/** Phrases that came out empty leave no gaps. */
function tidy(text: string): string {
  return text
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
