import type { Situation } from '../model/request';
import { burstCount, type Came, whatCame } from './came';
import { needOf, type ReplyFacts } from './facts';

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
]);

/** What a reply to this request answers to; the first that fits. */
export function chooseSituation(facts: ReplyFacts): Choice {
  const { request } = facts;
  const came = whatCame(request);
  if (request.status === 'done') return choose('done', 'is-done');
  if (request.status === 'declined' || request.override?.route === 'decline') return choose('decline', 'is-declined');
  if (request.emergency) return choose('emergency', `emergency-${request.emergency}`);
  const { override } = request;
  if (override?.route === 'delegate' && override.to) return choose('delegate', 'delegated', { to: override.to });
  if (facts.isPromiseBroken) return choose('correction', 'promise-broken');
  if (came.kind === 'spoken' || came.kind === 'wrote' || came.kind === 'tried')
    return choose('after-we-spoke', `after-${came.kind}`);
  if (facts.running) return choose('during-call', 'in-call');

  const need = needOf(facts);
  if (request.claimedUrgent && need === 'none' && !request.purpose) return choose('clarify-urgent', 'urgent-unclear');
  if (!facts.call) return choose('propose-standing-call', 'no-standing-call');
  if (need === 'before' || need === 'same' || need === 'past')
    return choose('needed-before-call', `needed-${need}`, { neededBy: request.neededBy ?? '' });
  return chooseDeferral(facts, came);
}

/** Which words ask whether it can wait, by what came and when. */
function chooseDeferral(facts: ReplyFacts, came: Came): Choice {
  const hasSubject = facts.request.subject !== '' || came.contacts.some((contact) => contact.subject !== '');
  const count = burstCount(came);
  if (facts.off) return choose('holiday', facts.off.isSkipped ? 'call-off-skipped' : 'call-off');
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
