import { Temporal } from 'temporal-polyfill';
import { dayOf } from '../core/days';
import type { Problem } from '../core/model/problem';
import { nameStranger } from '../core/strangers';
import { waitedBefore } from '../core/verdict/learned';
import type { LogAnswer } from '../ipc/contract/answers';
import type { StrangerAnswer } from '../ipc/contract/strangers';
import type { UnplannedCallAnswer } from '../ipc/contract/unplanned';
import { shorten } from './label';
import { isWithinWeek, showDay, showTime } from './show-time';
import type { Words } from './words';

/** What a toast says, as plain text. */
export interface ToastText {
  title: string;
  body: string;
}

const NAME_LIMIT = 60;

/** What was logged, for whom: `Globex · Missed call`. */
export function loggedTitle({ request, contact }: LogAnswer, words: Words): string {
  const what = words.say(`logged.${contact.channel}`, { count: contact.count });
  return words.say('logged.title', { client: shorten(request.client, NAME_LIMIT), what });
}

/** What became of a contact that was logged: joined to what, up when, and where the reply is. */
export function loggedToast(
  answer: LogAnswer,
  isCopied: boolean,
  where: { timeZone: string; now: Temporal.Instant; words: Words },
): ToastText {
  const { words } = where;
  const { request, joinedBy, reply } = answer;
  const what = [shorten(request.subject, NAME_LIMIT), `×${request.count}`].filter(Boolean).join(' ');
  const sentences = [
    joinedBy ? words.say(`logged.joined.${joinedBy}`, { what }) : '',
    sayRoute(answer, where),
    sayWaited(answer, words),
    reply.body ? words.say(isCopied ? 'logged.copied' : 'logged.ready') : '',
    sayMind(reply, words),
  ];
  return { title: loggedTitle(answer, words), body: sentences.filter(Boolean).join(' ') };
}

/** That the words, which nobody has looked at yet, had better be: something contradicts them, or their tone is off. */
function sayMind({ warnings, tone }: LogAnswer['reply'], words: Words): string {
  if (warnings.some(({ action }) => action !== undefined)) return words.say('logged.against');
  return tone.length > 0 ? words.say('logged.mind') : '';
}

/** `Usually waits: 36 of 41.`, where there were enough to go by. */
function sayWaited({ verdict: { route, tally } }: LogAnswer, words: Words): string {
  const waited = waitedBefore(route, tally);
  if (!waited) return '';
  const { waitedFine, deferred, isUsual } = waited;
  return words.say(isUsual ? 'logged.usually' : 'logged.waited', { waitedFine, deferred });
}

function sayRoute(
  { verdict, call }: LogAnswer,
  { timeZone, now, words }: { timeZone: string; now: Temporal.Instant; words: Words },
): string {
  const { route } = verdict;
  const at = route === 'standing-call' ? (call?.startsAt ?? verdict.until) : verdict.until;
  const first = verdict.reasons[0]?.code;
  if (route === 'now' && first === 'call-back-now') return words.say('logged.callBackNow');
  if (route === 'ask-first' && first === 'urgent-unclear') return words.say('logged.askFirstUnclear');
  if (route !== 'standing-call' && route !== 'callback') return words.say(`logged.${route}`);
  if (at === undefined) return words.say('logged.unplaced');
  const instant = Temporal.Instant.from(at);
  const values = {
    day: showDay(instant, now, timeZone, words.locale, 'long'),
    time: showTime(instant, timeZone, words.locale),
  };
  const isDated = route === 'standing-call' && !isWithinWeek(instant, now, timeZone);
  return words.say(isDated ? 'logged.standing-callDated' : `logged.${route}`, values);
}

/** Somebody who is not known was in touch: `+43 1 555 0199 · Missed call`. */
export function waitingToast(stranger: StrangerAnswer, words: Words): ToastText {
  const what = words.say(`logged.${stranger.channel}`, { count: stranger.count });
  const who = shorten(nameStranger(stranger) ?? '', NAME_LIMIT);
  return {
    title: words.say(who ? 'waiting.title' : 'waiting.titleUnnamed', { who, what }),
    body: words.say('waiting.body'),
  };
}

/** How many contacts the inbox brought, where they are too many to be told one by one. */
export function inboxToast(count: number, words: Words): ToastText {
  return { title: words.say('inbox.title'), body: words.say('inbox.logged', { count }) };
}

/** A mail that the inbox brought. */
export function mailToast({ client, subject }: { client: string; subject: string }, words: Words): ToastText {
  const what = words.say('logged.email', { count: 1 });
  const title = words.say('logged.title', { client: shorten(client, NAME_LIMIT), what });
  return { title, body: subject === '' ? words.say('inbox.logged', { count: 1 }) : shorten(subject, 200) };
}

/** How many calls a toast names. */
const CALLS_NAMED = 3;

/** Calls of today that took place without being planned and are not logged; nothing when there are none. */
export function unplannedToast(
  calls: readonly Pick<UnplannedCallAnswer, 'client' | 'startsAt'>[],
  { timeZone, now, words }: { timeZone: string; now: Temporal.Instant; words: Words },
): ToastText | undefined {
  const today = dayOf(now, timeZone);
  const ofToday = calls.filter(({ startsAt }) => dayOf(startsAt, timeZone).equals(today)).toReversed();
  if (ofToday.length === 0) return undefined;
  const named = ofToday.slice(0, CALLS_NAMED).map(({ client, startsAt }) => {
    const time = showTime(Temporal.Instant.from(startsAt), timeZone, words.locale);
    return words.say('unplanned.call', { client: shorten(client, NAME_LIMIT), time });
  });
  const rest = ofToday.length > CALLS_NAMED ? ['…'] : [];
  const body = words.say('unplanned.body', { count: ofToday.length, calls: [...named, ...rest].join(', ') });
  return { title: words.say('unplanned.title'), body };
}

/** How many clients a toast names. */
const CLIENTS_NAMED = 4;

/** Whose message waits to be sent, now that its time has come. */
export function dueToast(due: readonly { client: { name: string } }[], words: Words): ToastText {
  const named = due.slice(0, CLIENTS_NAMED).map(({ client }) => shorten(client.name, NAME_LIMIT));
  const rest = due.length > CLIENTS_NAMED ? ['…'] : [];
  const body = words.say('toSend.body', { count: due.length, clients: [...named, ...rest].join(', ') });
  return { title: words.say('toSend.title'), body };
}

/** What went wrong, and what to do. */
export function problemToast({ message, action }: Problem, title: string): ToastText {
  return { title, body: [message, action].filter(Boolean).join(' ') };
}
