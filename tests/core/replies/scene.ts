import { Temporal } from 'temporal-polyfill';
import type { Occurrence } from '../../../electron/core/calls/occurrences';
import type { Client } from '../../../electron/core/model/client';
import type { Contact, Request, Route, Situation } from '../../../electron/core/model/request';
import { DEFERRALS } from '../../../electron/core/replies/choose';
import { needOf, type ReplyFacts } from '../../../electron/core/replies/facts';
import { replyWordsSchema } from '../../../electron/core/replies/words';
import en from '../../../resources/replies/en.json';

export const words = replyWordsSchema.parse(en);

export const record = { updatedAt: '2026-11-01T08:00:00Z', updatedBy: 'test' };

/** What a client may get more than twice, so that three in a row must not read alike. */
export const OFTEN: ReadonlySet<Situation> = new Set<Situation>([
  ...DEFERRALS,
  ...(['decline', 'done', 'trade-off', 'pattern', 'rate', 'stay-or-part', 'last-minute', 'group-call'] as const),
  ...(['delegate', 'promise', 'promise-early', 'summary', 'already-sent'] as const),
]);

/** Martin in Vienna, Dana in London; Tuesday 24 November 2026, 11:25 in Vienna. */
export const NOW = '2026-11-24T10:25:00Z';

export function instant(text: string): Temporal.Instant {
  return Temporal.Instant.from(text);
}

export function stretch(from: string, minutes = 30): { startsAt: Temporal.Instant; endsAt: Temporal.Instant } {
  return { startsAt: instant(from), endsAt: instant(from).add({ minutes }) };
}

export function makeClient(more: Partial<Client> = {}): Client {
  return {
    id: 'cli_1',
    ...record,
    name: 'Globex',
    people: [],
    timeZone: 'Europe/London',
    language: 'en',
    form: 'formal',
    prefers: 'email',
    emergency: '',
    allowance: 2,
    limit: 'keep',
    joinWithinMinutes: 20,
    notes: '',
    ...more,
  };
}

export function makeContact(channel: Contact['channel'], at: string, more: Partial<Contact> = {}): Contact {
  return { id: `con_${at}`, at, channel, direction: 'in', count: 1, subject: '', isAfterHours: false, ...more };
}

export function makeRequest(contacts: Contact[], more: Partial<Request> = {}): Request {
  return {
    id: 'req_1',
    ...record,
    clientId: 'cli_1',
    subject: contacts.find((contact) => contact.subject !== '')?.subject ?? '',
    status: 'open',
    claimedUrgent: false,
    minutes: 10,
    notes: '',
    contacts,
    replies: [],
    ...more,
  };
}

export function makeCall(startsAt: string, more: Partial<Occurrence> = {}): Occurrence {
  const starts = instant(startsAt);
  return {
    callId: 'call_1',
    clientId: 'cli_1',
    occurrence: starts.toZonedDateTimeISO('Europe/London').toPlainDateTime().toString({ smallestUnit: 'minute' }),
    startsAt: starts,
    endsAt: starts.add({ minutes: 30 }),
    timeZone: 'Europe/London',
    minutes: 30,
    ...more,
  };
}

/** Friday 27 November, 10:00 in London. */
export const FRIDAY = makeCall('2026-11-27T10:00:00Z');
/** Tuesday 24 November, 17:30 to 18:00 in Vienna. */
export const CALLBACK = stretch('2026-11-24T16:30:00Z');

export function makeFacts(request: Request, more: Partial<ReplyFacts> = {}): ReplyFacts {
  const facts = {
    now: instant(NOW),
    myZone: 'Europe/Vienna',
    myName: 'Martin',
    client: makeClient(),
    person: { id: 'per_1', name: 'Dana Whitfield', emails: [], phones: [] },
    request,
    call: FRIDAY,
    isTiedUp: false,
    isWorkingTime: true,
    earlier: 0,
    isFormKnown: Boolean(request.form),
    ...more,
  };
  return { ...facts, route: more.route ?? usualRoute(facts) };
}

/** Where a verdict would send it that knows only this much. */
function usualRoute(facts: Pick<ReplyFacts, 'now' | 'client' | 'request' | 'call' | 'running'>): Route {
  const { request, call, running } = facts;
  if (request.emergency) return 'now';
  if (request.override) return request.override.route;
  if (running) return 'standing-call';
  const need = needOf(facts);
  return call && need !== 'before' && need !== 'past' ? 'standing-call' : 'callback';
}
