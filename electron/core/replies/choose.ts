import type { Situation } from '../model/request';
import { isSoon } from '../verdict/calls';
import { saysTime } from '../verdict/time';
import { burstCount, type Came, whatCame } from './came';
import { callbackOf, needOf, type ReplyFacts } from './facts';

/** A reason before it has words: they come from the words file, see `writeReply`. */
export interface Ground {
  code: string;
  values: Record<string, string | number>;
}

export interface Choice {
  situation: Situation;
  grounds: Ground[];
}

/** The situations whose words ask whether something can wait: none is true of what is needed before the call. */
export const DEFERRALS: ReadonlySet<Situation> = new Set([
  'can-it-wait',
  'empty-voicemail',
  'burst',
  'message-received',
  'out-of-hours',
  'holiday',
  'time-given',
]);

/**
 * What a reply to this request answers to. What is settled comes first; then the route of the verdict, chosen by hand or
 * not, decides the family of words:
 *
 * | route | words |
 * |---|---|
 * | `now` | an emergency; what happens before the day it is needed; when I call, where there is a moment to |
 * | `callback` | the same; that I am in the middle of something, where I am; a standing call, where there is none |
 * | `standing-call` | can it wait, by what came and when; that its day lies before the call; once, what is not known |
 * | `ask-first` | what is not known; that there is no answer yet, where all of it is known or was asked |
 * | `delegate` | who takes it |
 * | `decline` | no |
 *
 * Where there is no block and no moment to call in, no call is promised. A broken promise is put right, a running call
 * is named and my own last word is followed up, unless another way than the call was chosen by hand.
 */
export function chooseSituation(facts: ReplyFacts): Choice {
  const { request, route } = facts;
  const { override } = request;
  const came = whatCame(request);
  if (request.status === 'done') return choose('done', 'is-done');
  if (request.status === 'declined' || route === 'decline') return choose('decline', 'is-declined');
  if (request.emergency && route === 'now') return choose('emergency', `emergency-${request.emergency}`);
  if (route === 'delegate') return choose('delegate', 'delegated', { to: override?.to ?? '' });

  if (!isTurnedFromCall(facts)) {
    if (facts.isPromiseBroken) return choose('correction', 'promise-broken');
    if (isMine(came) && !namesWrongWay(facts)) return choose('after-we-spoke', `after-${came.kind}`);
    if (facts.running) return choose('during-call', 'in-call');
  }
  if (route === 'ask-first') return chooseQuestions(facts);
  return route === 'standing-call' ? chooseWaiting(facts, came) : chooseCalling(facts, came);
}

/** Whether this very route was chosen by hand: an emergency that came later is for now whatever was chosen. */
function isByHand({ request, route }: ReplyFacts): boolean {
  return request.override?.route === route;
}

/** Whether it was decided that it comes up otherwise than in the call. */
function isTurnedFromCall(facts: ReplyFacts): boolean {
  return isByHand(facts) && facts.route !== 'standing-call';
}

/** Whether the last word was mine. */
function isMine({ kind }: Came): boolean {
  return kind === 'spoken' || kind === 'wrote' || kind === 'tried';
}

/** Whether words that follow up would name the call, where I am to call before it. */
function namesWrongWay(facts: ReplyFacts): boolean {
  const need = needOf(facts);
  return facts.route === 'callback' && facts.call !== undefined && need !== 'before' && need !== 'past';
}

/** When I call, or what else happens before the day it is needed. */
function chooseCalling(facts: ReplyFacts, came: Came): Choice {
  const { request, call, route } = facts;
  const need = needOf(facts);
  const isProposing = route === 'callback' && !call && !isByHand(facts);
  if (isProposing) return choose('propose-standing-call', 'no-standing-call');
  if (need === 'before' || need === 'past')
    return choose('needed-before-call', `needed-${need}`, { neededBy: request.neededBy ?? '' });
  if (callbackOf(facts)) {
    const isPhone = came.kind === 'calls' || came.kind === 'voicemail' || came.kind === 'mixed';
    const isInterrupted = route === 'callback' && isPhone && facts.isEngaged;
    return choose(isInterrupted ? 'back-by' : 'call-back-today', `route-${route}`);
  }
  return call ? choose('no-answer-yet', 'no-moment') : choose('propose-standing-call', 'no-standing-call');
}

/** The questions whose answers are missing, unless they were asked. */
function chooseQuestions(facts: ReplyFacts): Choice {
  const { request } = facts;
  if (isAnswered(facts)) return choose('no-answer-yet', 'nothing-to-ask');
  if (wasAsked(facts) && !isByHand(facts)) return choose('no-answer-yet', 'asked-already');
  return choose('clarify-urgent', request.claimedUrgent ? 'urgent-unclear' : 'questions-open');
}

/** Whether there is nothing left to ask: by when, for whom, what for and in what form. */
export function isAnswered({ request, isFormKnown }: Pick<ReplyFacts, 'request' | 'isFormKnown'>): boolean {
  const { neededBy, neededWords, askedBy, purpose } = request;
  return Boolean((neededBy ?? neededWords) && askedBy && purpose && isFormKnown);
}

function wasAsked({ request }: ReplyFacts): boolean {
  return request.replies.some(({ situation, sentAt }) => situation === 'clarify-urgent' && sentAt !== undefined);
}

/** That it waits for the call, or that its day lies before it. */
function chooseWaiting(facts: ReplyFacts, came: Came): Choice {
  const { request, call } = facts;
  // What waits for an answer or is parked is on no agenda that could be named.
  if (!call && request.status !== 'open') return choose('no-answer-yet', 'not-placed');
  if (!call) return choose('propose-standing-call', 'no-standing-call');
  const need = needOf(facts);
  if (need === 'before' || need === 'past')
    return choose('needed-before-call', 'needed-decided', { neededBy: request.neededBy ?? '' });
  if (need === 'same') return choose('needed-before-call', 'needed-same', { neededBy: request.neededBy ?? '' });
  const isUnclear = request.claimedUrgent && need === 'none' && !request.purpose;
  const isAsking = isUnclear && !isByHand(facts) && !wasAsked(facts) && !isSoon(call, facts.myZone, facts.now);
  return isAsking ? choose('clarify-urgent', 'urgent-unclear') : chooseDeferral(facts, came);
}

/** Which words ask whether it can wait, by what came and when. */
function chooseDeferral(facts: ReplyFacts, came: Came): Choice {
  const hasSubject = facts.request.subject !== '' || came.contacts.some((contact) => contact.subject !== '');
  const count = burstCount(came);
  if (facts.off) return choose('holiday', facts.off.isSkipped ? 'call-off-skipped' : 'call-off');
  if (saysTime(facts.request)) return choose('time-given', 'time-given');
  if (!hasSubject && count >= 2) return choose('burst', 'burst', { count });
  if (!hasSubject && came.kind === 'voicemail') return choose('empty-voicemail', 'empty-voicemail');
  const latest = came.contacts.at(-1)?.channel;
  if (latest === 'email' || latest === 'chat') return choose('message-received', 'message');
  if (!facts.isWorkingTime) return choose('out-of-hours', 'out-of-hours');
  return choose('can-it-wait', 'can-wait');
}

function choose(situation: Situation, code: string, values: Ground['values'] = {}): Choice {
  return { situation, grounds: [{ code, values }] };
}
