import i18next from 'i18next';
import type { Temporal } from 'temporal-polyfill';
import { type Channel, outcomeSchema, type Request, type Situation } from '../../../electron/core/model/request';
import { receivedAt } from '../../../electron/core/records';
import type { Reason, Route, Verdict } from '../../../electron/core/verdict';
import type { Cases } from '../../../electron/core/verdict/cases';
import { countDeferred } from '../../../electron/core/verdict/learned';
import { showDate, showNearDay, showTime } from '../show-time';

/** What a request is called; one that came without a word still needs a name. */
export function nameRequest(request: Pick<Request, 'subject'>): string {
  return request.subject || i18next.t('request.noSubject');
}

/** `2 missed calls, 1 voicemail`: what came in, by channel, in the order of first coming. */
export function wordContacts(request: Pick<Request, 'contacts'>): string {
  const counts = new Map<Channel, number>();
  for (const { channel, direction, count } of request.contacts)
    if (direction === 'in') counts.set(channel, (counts.get(channel) ?? 0) + count);
  if (counts.size === 0) return i18next.t('request.ownContacts');
  return [...counts].map(([channel, count]) => i18next.t(`request.channels.${channel}`, { count })).join(', ');
}

/** `Today 10:58`, `Yesterday`: when it first came. */
export function wordReceived(request: Request, now: Temporal.Instant, timeZone: string): string {
  return wordMoment(receivedAt(request), now, timeZone);
}

/** A day as one speaks of it, and the time. */
export function wordMoment(at: Temporal.Instant | string, now: Temporal.Instant, timeZone: string): string {
  return `${showNearDay(at, now, timeZone)} ${showTime(at, timeZone)}`;
}

/** The same inside a sentence: `today, 16:30`. */
export function wordMomentInside(at: Temporal.Instant | string, now: Temporal.Instant, timeZone: string): string {
  return `${wordDayInside(at, now, timeZone)}, ${showTime(at, timeZone)}`;
}

/** A day inside a sentence: `today`, `Monday`. */
export function wordDayInside(at: Temporal.Instant | string, now: Temporal.Instant, timeZone: string): string {
  const near = (['today', 'tomorrow', 'yesterday'] as const).find(
    (each) => i18next.t(`time.${each}`) === showNearDay(at, now, timeZone),
  );
  return near ? i18next.t(`request.inside.${near}`) : showNearDay(at, now, timeZone);
}

/** What is for now without being pressing, or to be told rather than done. */
const SPECIAL: Record<string, string> = { 'call-back-now': 'service', 'promise-at-risk': 'tell' };

/** Where a request goes, as one would say it. */
export function wordVerdict({ route, until, to, reasons }: Verdict, now: Temporal.Instant, timeZone: string): string {
  const when = until ? wordMomentInside(until, now, timeZone) : '';
  const special = reasons[0] && SPECIAL[reasons[0].code];
  const context =
    special && route === 'now'
      ? special
      : to
        ? 'to'
        : !until && (route === 'callback' || route === 'standing-call')
          ? 'never'
          : undefined;
  return i18next.t(`request.routes.${route satisfies Route}`, { when, to, context });
}

/** `Of 41 deferred, 36 waited fine, 3 solved themselves, 2 should have been a call.` */
export function wordCases(cases: Cases): string {
  const parts = outcomeSchema.options.flatMap((outcome) => {
    const count = cases[outcome] ?? 0;
    return count > 0 ? [i18next.t(`request.cases.${outcome}`, { count })] : [];
  });
  return i18next.t('request.deferred', { count: countDeferred(cases), parts });
}

const WAYS = ['sooner', 'later', 'elsewhere'] as const;

/** `Of its like, you moved 2 sooner, 1 later.`; empty where no other way was chosen. */
export function wordMoved(cases: Cases, of: 'kind' | 'client'): string {
  const parts = WAYS.flatMap((way) => {
    const count = cases[way] ?? 0;
    return count > 0 ? [i18next.t(`request.ways.${way}`, { count })] : [];
  });
  return parts.length === 0 ? '' : i18next.t(of === 'kind' ? 'request.moved' : 'request.movedOf', { parts });
}

/** A reason in the words of the interface; one without words here speaks for itself. */
export function wordReason(reason: Reason, now: Temporal.Instant, timeZone: string): string {
  const { startsAt, askedAt, freeUntil, neededBy, parkedUntil, to } = reason.values;
  const at = startsAt ?? askedAt;
  const when = typeof at === 'string' ? wordMomentInside(at, now, timeZone) : '';
  const until = typeof freeUntil === 'string' ? showTime(freeUntil, timeZone) : '';
  const date = neededBy ?? parkedUntil;
  const day = typeof date === 'string' ? showDate(date, 'long') : '';
  const isMinute = reason.code === 'burst' && reason.values.minutes === 1;
  const context = isMinute ? 'minute' : to ? 'to' : until ? 'until' : day ? 'day' : undefined;
  const key = `request.reasons.${reason.code}`;
  // Codes grow in the domain; those without words yet come with their own.
  return i18next.exists(key)
    ? String(i18next.t(key, { ...reason.values, when, until, day, context, defaultValue: reason.text }))
    : reason.text;
}

/** The situations a person may choose words for, in the order they are thought of. */
export const chosenSituations = [
  'can-it-wait',
  'burst',
  'empty-voicemail',
  'message-received',
  'time-given',
  'clarify-urgent',
  'needed-before-call',
  'call-back-today',
  'late-return',
  'out-of-hours',
  'no-answer-yet',
  'after-we-spoke',
  'during-call',
  'propose-standing-call',
  'call-moved',
  'call-skipped',
  'holiday',
  'correction',
  'emergency',
  'decline',
  'done',
  'weekly-word',
  'last-minute',
  'group-call',
  'delegate',
  'promise',
  'promise-early',
  'summary',
  'already-sent',
  'back-by',
  'trade-off',
  'pattern',
  'rate',
  'stay-or-part',
] as const satisfies readonly Situation[];

/** The words of a situation, by what they say. */
export function nameSituation(situation: Situation): string {
  return i18next.t(`request.situations.${situation}`);
}
