import { Temporal } from 'temporal-polyfill';
import { isNamedCallOff } from '../agenda';
import { timeToCall } from '../availability/free';
import { isOverlapping, type Stretch } from '../availability/stretch';
import { takenBetween } from '../availability/taken';
import { absenceOn, isWorkingDay, type WorkingTime } from '../availability/working-time';
import { takingPlace } from '../calls/clashes';
import { dayOf, isBefore, sayDay, sayTime } from '../days';
import { clientOf } from '../find';
import { isTalk } from '../interruptions';
import type { Contact, Request, Situation, UsedReply } from '../model/request';
import type { State } from '../model/state';
import { promisedCall } from '../requests/replies';
import { because, type Reason } from '../verdict/shape';
import { DEFERRALS } from './choose';

/** What a letter commits me to: the call it names, the day it promises, the time at which I call. */
export type Commitment = Pick<UsedReply, 'situation' | 'names' | 'dueOn' | 'callsBack'>;

/** Something that a letter says against what was said before, or against my days. */
export interface Contradiction extends Reason {
  /** What to do about it. */
  action: string;
}

/** Words that leave the matter to the call they name. */
const LEAVING: ReadonlySet<Situation> = new Set<Situation>([
  ...DEFERRALS,
  ...(['clarify-urgent', 'together', 'call-moved', 'call-skipped', 'correction'] as const),
]);

/** Words that say themselves that the call is at another time than was named. */
const ABOUT_ANOTHER_TIME: ReadonlySet<Situation> = new Set(['call-moved', 'call-skipped', 'correction']);

/** Words about availability: what they name the call for is the talk, not the request. */
const ABOUT_AVAILABILITY: ReadonlySet<Situation> = new Set(['trade-off', 'pattern', 'rate', 'stay-or-part']);

/** Words that ask for a week's patience where they name no call. */
const PATIENT: ReadonlySet<Situation> = new Set(['no-answer-yet', 'weekly-word']);
const PATIENCE_DAYS = 7;

/** Words with which what was promised is there. */
const KEEPING: ReadonlySet<Situation> = new Set(['done', 'summary', 'promise-early']);

interface Ground {
  state: State;
  request: Request;
  letter: Commitment;
  now: Temporal.Instant;
  /** Of the client, in which promised days are. */
  zone: string;
}

/**
 * What a letter about a request contradicts: the replies to it that were sent and still stand, and my own days. A
 * promised day had better be a working day of mine, no later than the call that was named, and the day promised before;
 * a call the one named before, not after a day or a callback that was promised; and what was copied earlier still true:
 * its call takes place then, its time for a callback is not taken; and nobody is asked for a week's patience with what they
 * need before. Promised days are the client's; instants are said in my zone.
 */
export function contradictionsOf(
  state: State,
  request: Request,
  letter: Commitment,
  now: Temporal.Instant,
): Contradiction[] {
  const ground = { state, request, letter, now, zone: clientOf(state, request).timeZone };
  return [...ofPromisedDay(ground), ...ofNamedCall(ground), ...ofCallback(ground), ...ofPatience(ground)];
}

function ofPromisedDay({ state, request, letter, now, zone }: Ground): Contradiction[] {
  const { dueOn: day, situation } = letter;
  if (day === undefined) return [];
  const found: Contradiction[] = [];
  // What is needed by a Sunday and answered in writing may well come before.
  if (situation !== 'needed-before-call') found.push(...offDay(state, day, dayOf(now, zone)));
  const named = namedBefore(request, now);
  const callDay = named && dayOf(named, zone).toString();
  if (named && callDay !== undefined && callDay < day) {
    const text = `You told them that it comes up in the call of ${sayTime(named, state.settings.timeZone)}; ${sayDay(day)} is after it.`;
    const action = `Promise it by ${sayDay(callDay)}, or say in the letter why it takes longer.`;
    found.push(warn('promise-after-call', text, action, { day, startsAt: named.toString() }));
  }
  const before = promisedDay(request);
  if (before !== undefined && before !== day) {
    const text = `You promised it by ${sayDay(before)} already; this letter says ${sayDay(day)}.`;
    const action =
      day < before ? 'Say that it comes earlier, or keep that day.' : 'Keep that day, or say why it is later.';
    found.push(warn('promise-other-day', text, action, { day, promised: before }));
  }
  return found;
}

/** A day on which I don't work, with the nearest one on which I do. */
function offDay(when: WorkingTime, date: string, today: Temporal.PlainDate): Contradiction[] {
  const day = Temporal.PlainDate.from(date);
  if (isWorkingDay(when, day)) return [];
  const absence = absenceOn(when, day);
  const kind = absence?.kind === 'holiday' ? 'a public holiday of yours' : absence ? 'a day off of yours' : undefined;
  const name = absence?.name ? ` (${absence.name})` : '';
  const better = nearestWorkingDay(when, day, today);
  return [
    warn(
      'promise-on-day-off',
      kind ? `${sayDay(date)} is ${kind}${name}.` : `You don't work on ${sayDay(date)}.`,
      better ? `Promise it by ${sayDay(better)} instead, unless you mean to work then.` : 'Promise another day.',
      { day: date, ...(better && { better: better.toString() }), why: absence?.kind ?? 'not-worked' },
    ),
  ];
}

/** So far a working day is looked for, in days. */
const DAYS_AROUND = 60;

/** The last working day before a day, not before today; else the first one after it. */
function nearestWorkingDay(when: WorkingTime, day: Temporal.PlainDate, today: Temporal.PlainDate) {
  const around = Array.from({ length: DAYS_AROUND }, (_, index) => index + 1);
  const before = around.map((days) => day.subtract({ days })).filter((each) => each.toString() >= today.toString());
  const after = around.map((days) => day.add({ days }));
  return [...before, ...after].find((each) => isWorkingDay(when, each));
}

function ofNamedCall(ground: Ground): Contradiction[] {
  const { state, request, letter, now, zone } = ground;
  const { names, situation } = letter;
  if (!names) return [];
  const { timeZone } = state.settings;
  const startsAt = Temporal.Instant.from(names.startsAt);
  const says = `this letter names the call of ${sayTime(startsAt, timeZone)}`;
  if (isBefore(startsAt, now) || isNamedCallOff(state, names, now)) {
    const what = isBefore(startsAt, now) ? 'has begun already' : 'does not take place then';
    const text = `The call of ${sayTime(startsAt, timeZone)}, which this letter names, ${what}.`;
    return [warn('names-call-off', text, 'Take the words that are suggested now.', { startsAt: names.startsAt })];
  }
  const found: Contradiction[] = [];
  const named = namedBefore(request, now);
  const isAboutIt = !ABOUT_ANOTHER_TIME.has(situation) && !ABOUT_AVAILABILITY.has(situation);
  if (named && !named.equals(startsAt) && isAboutIt) {
    const text = `You named the call of ${sayTime(named, timeZone)} for it; ${says}.`;
    const action = 'Put it back on that call, or say in the letter that it is another one.';
    found.push(warn('names-other-call', text, action, { startsAt: names.startsAt, named: named.toString() }));
  }
  if (!LEAVING.has(situation)) return found;
  if (!named && !request.pin && isAboutIt) found.push(...longWait(ground, startsAt));
  const day = promisedDay(request);
  if (day !== undefined && day < dayOf(startsAt, zone).toString()) {
    const text = `You promised it by ${sayDay(day)}; ${says}.`;
    const action = 'Have it ready by that day, or say in the letter that it comes later.';
    found.push(warn('call-after-promise', text, action, { startsAt: names.startsAt, promised: day }));
  }
  const callback = promisedCallback(request, now);
  if (callback && isBefore(callback.endsAt, startsAt)) {
    const text = `You promised to call them ${sayTime(callback.startsAt, timeZone)}; ${says}.`;
    const action = 'Call them then, or say in the letter why you do not.';
    found.push(
      warn('call-after-callback', text, action, {
        startsAt: names.startsAt,
        promised: callback.startsAt.toString(),
      }),
    );
  }
  return found;
}

/** From so many days on, asking them to wait while other calls take place before is to be thought over. */
const LONG_DAYS = 14;

/** That they would wait for weeks, past calls that have no room for it. */
function longWait({ state, request, now }: Ground, startsAt: Temporal.Instant): Contradiction[] {
  const { timeZone } = state.settings;
  const days = dayOf(now, timeZone).until(dayOf(startsAt, timeZone)).days;
  const calls = state.calls.filter((each) => each.clientId === request.clientId);
  const next = takingPlace(state, calls, now, 2).find((call) => isBefore(now, call.startsAt));
  if (days < LONG_DAYS || !next || !isBefore(next.startsAt, startsAt)) return [];
  const text = `They would wait ${days} days: it names the call of ${sayTime(startsAt, timeZone)}, and the next one is ${sayTime(next.startsAt, timeZone)}.`;
  const action = 'Make room on an earlier call, or call them back.';
  return [warn('long-wait', text, action, { days, startsAt: startsAt.toString(), next: next.startsAt.toString() })];
}

function ofCallback({ state, request, letter, now }: Ground): Contradiction[] {
  const { timeZone } = state.settings;
  const promised = promisedCallback(request, now);
  const mine = letter.callsBack && stretchOf(letter.callsBack);
  const found: Contradiction[] = [];
  if (promised && mine && !isOverlapping(promised, mine)) {
    const text = `You promised to call them ${sayTime(promised.startsAt, timeZone)}; this letter says ${sayTime(mine.startsAt, timeZone)}.`;
    const action = 'Keep to that time, or say in the letter that it is another one.';
    found.push(
      warn('callback-other-time', text, action, {
        startsAt: mine.startsAt.toString(),
        promised: promised.startsAt.toString(),
      }),
    );
  }
  const said = mine ?? promised;
  if (!said) return found;
  const start = sayTime(said.startsAt, timeZone);
  if (!isBefore(now, said.endsAt)) {
    const text = `The time at which this letter promises a call, ${start}, is over.`;
    found.push(
      warn('callback-over', text, 'Take the words that are suggested now.', { startsAt: said.startsAt.toString() }),
    );
    return found;
  }
  const left = isBefore(said.startsAt, now) ? { ...said, startsAt: now } : said;
  if (timeToCall(state, left)) return found;
  const taker = takenBetween(state, left.startsAt, left.endsAt).find(({ kind }) => kind === 'call' || kind === 'busy');
  // Too little is left of it by now, but nothing takes that; or it is a call with them.
  if (!taker || taker.clientId === request.clientId) return found;
  const who = mine ? 'This letter promises' : 'You promised';
  const text = `${who} to call them ${start}, and ${taker.name || 'something else'} takes that time now.`;
  const action = mine ? 'Take the words that are suggested now.' : 'Call them before, or name them another time.';
  found.push(
    warn('callback-taken', text, action, {
      startsAt: said.startsAt.toString(),
      ...(taker.name && { by: taker.name }),
    }),
  );
  return found;
}

function ofPatience({ request, letter, now, zone }: Ground): Contradiction[] {
  const { neededBy } = request;
  if (!PATIENT.has(letter.situation) || letter.names || neededBy === undefined) return [];
  if (neededBy >= dayOf(now, zone).add({ days: PATIENCE_DAYS }).toString()) return [];
  const text = `They need it by ${sayDay(neededBy)}; this letter asks for a week’s patience.`;
  const action = 'Promise a day, or call them back.';
  return [warn('patience-past-need', text, action, { neededBy })];
}

/** When the call was to start that a sent reply named last, if that is still to come. */
function namedBefore(request: Request, now: Temporal.Instant): Temporal.Instant | undefined {
  const names = promisedCall(request);
  const named = names && Temporal.Instant.from(names.startsAt);
  return named && isBefore(now, named) ? named : undefined;
}

/** The day a sent reply promised last, unless one sent since says that it is there. */
function promisedDay(request: Request): string | undefined {
  const sent = sentReplies(request);
  const kept = sent.findLastIndex(({ situation }) => KEEPING.has(situation));
  return sent.slice(kept + 1).findLast(({ dueOn }) => dueOn !== undefined)?.dueOn;
}

/** The callback a sent reply promised last, unless it is over, or I have spoken with them or tried to since. */
function promisedCallback(request: Request, now: Temporal.Instant): Stretch | undefined {
  const reply = sentReplies(request).findLast(({ callsBack }) => callsBack !== undefined);
  const { callsBack, sentAt } = reply ?? {};
  if (!callsBack || sentAt === undefined) return undefined;
  if (request.contacts.some((contact) => isCallback(contact) && contact.at > sentAt)) return undefined;
  const stretch = stretchOf(callsBack);
  return isBefore(now, stretch.endsAt) ? stretch : undefined;
}

/** Whether we spoke, or I tried to call. */
function isCallback(contact: Contact): boolean {
  return isTalk(contact) || (contact.direction === 'out' && contact.channel !== 'email' && contact.channel !== 'chat');
}

/** Oldest first. */
function sentReplies({ replies }: Pick<Request, 'replies'>) {
  return replies
    .filter(({ sentAt }) => sentAt !== undefined)
    .toSorted((one, other) => (one.sentAt ?? '').localeCompare(other.sentAt ?? ''));
}

function stretchOf({ startsAt, endsAt }: NonNullable<UsedReply['callsBack']>): Stretch {
  return { startsAt: Temporal.Instant.from(startsAt), endsAt: Temporal.Instant.from(endsAt) };
}

function warn(code: string, text: string, action: string, values: Reason['values']): Contradiction {
  return { ...because(code, text, values), action };
}
