import { Temporal } from 'temporal-polyfill';
import { dayOf, weekOf } from '../days';
import { fold } from '../find';
import { isAnswer, isInterruption, isTalk } from '../interruptions';
import type { Channel, Contact, Outcome, Request, Route } from '../model/request';
import type { State, Sums, Tally } from '../model/state';
import { saysSettled } from '../subjects/settled';

/** What a case is: an outcome of something deferred, or a route chosen by hand: sooner than said, later, or elsewhere. */
export type Case = Outcome | 'sooner' | 'later' | 'elsewhere';

/** How many cases there were of each; what is not named had none. */
export type Cases = Partial<Record<Case, number>>;

/** Spoken with within this time, a request was not deferred. */
const DEFERRED_AFTER_MINUTES = 60;

/** Weeks that are looked back on, this one included. */
const WEEKS_BACK = 52;

const WAYS: Record<Channel, 'phone' | 'written' | 'in-person'> = {
  call: 'phone',
  'missed-call': 'phone',
  voicemail: 'phone',
  email: 'written',
  chat: 'written',
  'in-person': 'in-person',
};

/**
 * The kind of a request: the way it first came (by phone, in writing, in person) and whether it was called urgent, such
 * as `phone` or `written-urgent`. Subjects play no part: one client has too few requests of one subject to learn from.
 */
export function kindOf(request: Pick<Request, 'contacts' | 'claimedUrgent'>): string {
  const way = WAYS[firstContact(request).channel];
  return request.claimedUrgent ? `${way}-urgent` : way;
}

/** The cases of one request, each with the instant it is counted at; days are those of the zone. */
export function casesIn(request: Request, timeZone: string): { what: Case; at: string }[] {
  const { override, closedAt } = request;
  const outcome = outcomeOf(request, timeZone);
  return [
    ...(override ? [{ what: compareRoutes(override.route, override.said), at: override.at }] : []),
    ...(outcome && closedAt !== undefined ? [{ what: outcome, at: closedAt }] : []),
  ];
}

const ORDER: readonly Route[] = ['now', 'callback', 'standing-call'];

function compareRoutes(route: Route, said: Route): 'sooner' | 'later' | 'elsewhere' {
  const [chosen, given] = [ORDER.indexOf(route), ORDER.indexOf(said)];
  if (chosen < 0 || given < 0 || chosen === given) return 'elsewhere';
  return chosen < given ? 'sooner' : 'later';
}

/**
 * Whether it was deferred, and is done: it came in otherwise than by speaking, and nobody spoke within the hour. What was
 * chosen to come sooner is no deferral.
 */
export function wasDeferred(request: Request): request is Request & { closedAt: string } {
  if (request.status !== 'done' || request.closedAt === undefined || request.contacts.length === 0) return false;
  const first = firstContact(request);
  if (first.direction === 'out' || isTalk(first)) return false;
  if (request.override && compareRoutes(request.override.route, request.override.said) === 'sooner') return false;
  const spokenAt = firstTalk(request)?.at;
  const endedAt = spokenAt !== undefined && spokenAt < request.closedAt ? spokenAt : request.closedAt;
  return minutesFrom(first.at, endedAt) >= DEFERRED_AFTER_MINUTES;
}

/** What became of something deferred: as said by hand, else as the log shows it. Nothing for what was not deferred. */
export function outcomeOf(request: Request, timeZone: string): Outcome | undefined {
  return wasDeferred(request) ? (request.outcome ?? seenOutcome(request, timeZone)) : undefined;
}

/** Words of theirs, without accents, that say nothing is left to do. */
const NEEDLESS = /\b(never ?mind|no longer (needed|necessary)|all good now|uz netreba)\b/;
const SOLVED =
  /\b((solved|fixed|resolved|sorted)|(hat sich )?erledigt|gelost|regle|resolu|resuelto|solucionado|vyriesene|da xong)\b/;

/**
 * As the log shows it: it became an emergency, or was answered after the day it was needed: it should have been a call.
 * Somebody else of theirs came in while it waited: it escalated. (That the same person went on calling is no sign:
 * pestering must not work.) Their last words say that it is settled: it solved itself. Else it waited fine.
 */
function seenOutcome(request: Request & { closedAt: string }, timeZone: string): Outcome {
  const { contacts, neededBy, closedAt } = request;
  const ordered = contacts.toSorted(byTime);
  const answeredAt = ordered.find(isAnswer)?.at ?? closedAt;
  if (request.emergency === 'confirmed') return 'should-have-called';
  if (neededBy !== undefined && dayOf(answeredAt, timeZone).toString() > neededBy) return 'should-have-called';
  const came = ordered.filter((contact) => contact.direction === 'in' && contact.at < answeredAt);
  const [first, ...rest] = came.filter((contact) => contact.personId !== undefined);
  if (first && rest.some((contact) => contact.personId !== first.personId && isInterruption(contact)))
    return 'escalated';
  const last = ordered.findLast((contact) => contact.direction === 'in');
  return last && !isTalk(last) && isNeedless(`${last.subject}. ${last.text ?? ''}`) ? 'solved-itself' : 'waited-fine';
}

/** "Never mind", "we solved it"; not "it is still not solved". */
function isNeedless(words: string): boolean {
  const folded = fold(words);
  return NEEDLESS.test(folded) || (SOLVED.test(folded) && saysSettled(words));
}

/** The cases of a client and kind in the last 52 weeks. */
export function casesOf(state: State, clientId: string, kind: string, now: Temporal.Instant): Cases {
  return casesByKind(state, clientId, now)[kind] ?? {};
}

/**
 * The cases of a client in the last 52 weeks, by kind: those of what is over from the weekly sums, and the routes chosen
 * for what is open.
 */
export function casesByKind(state: State, clientId: string, now: Temporal.Instant): NonNullable<Sums['cases']> {
  const { timeZone, weekStartsOn } = state.settings;
  const from = weekOf(dayOf(now, timeZone), weekStartsOn)
    .subtract({ weeks: WEEKS_BACK - 1 })
    .toString();
  let sums = closedCases(state.tally, clientId, from);
  for (const request of state.requests)
    if (request.clientId === clientId && request.override)
      for (const { what } of casesIn(request, timeZone))
        sums = addCases(sums, { [kindOf(request)]: { [what]: 1 } }) ?? sums;
  return sums;
}

/** Sums that were added up already; a tally is never changed in place. */
const added = new WeakMap<Tally, Map<string, NonNullable<Sums['cases']>>>();

function closedCases(tally: Tally, clientId: string, from: string): NonNullable<Sums['cases']> {
  const known = added.get(tally) ?? new Map<string, NonNullable<Sums['cases']>>();
  added.set(tally, known);
  const key = `${from} ${clientId}`;
  let cases = known.get(key);
  if (!cases) {
    cases = {};
    for (const [week, clients] of Object.entries(tally))
      if (week >= from) cases = addCases(cases, clients[clientId]?.cases) ?? cases;
    known.set(key, cases);
  }
  return cases;
}

/** Adds up cases by kind. */
export function addCases(one: Sums['cases'], other: Sums['cases']): Sums['cases'] {
  if (!one || !other) return one ?? other;
  const sums = { ...one };
  for (const [kind, counts] of Object.entries(other)) sums[kind] = addCounts(sums[kind] ?? {}, counts);
  return sums;
}

/** Adds up cases of one kind. */
export function addCounts(one: Record<string, number>, other: Record<string, number>): Record<string, number> {
  const sums = { ...one };
  for (const [what, count] of Object.entries(other)) sums[what] = (sums[what] ?? 0) + count;
  return sums;
}

function firstContact({ contacts }: Pick<Request, 'contacts'>): Contact {
  return contacts.reduce((first, contact) => (contact.at < first.at ? contact : first));
}

function firstTalk({ contacts }: Pick<Request, 'contacts'>): Contact | undefined {
  return contacts.filter(isTalk).sort(byTime)[0];
}

function byTime(one: Contact, other: Contact): number {
  return one.at.localeCompare(other.at);
}

function minutesFrom(from: string, to: string): number {
  return (Temporal.Instant.from(to).epochMilliseconds - Temporal.Instant.from(from).epochMilliseconds) / 60_000;
}
