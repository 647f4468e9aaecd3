import { describe, expect, it } from 'vitest';
import type { Contact, Request } from '../../electron/core/model/request';
import type { State } from '../../electron/core/model/state';
import { verdictOf } from '../../electron/core/verdict';
import {
  makeCall,
  makeClient,
  makeContact,
  makeReply,
  makeRequest,
  makeSettings,
  makeState,
  vienna,
} from '../helpers/build';

/** Tuesday 24 November 2026, 11:20; Globex's call is on Friday 27 at 10:00, the callback block at 16:45 every day. */
const NOW = vienna('2026-11-24T11:20');
const FRIDAY = vienna('2026-11-27T10:00');
const BLOCK = vienna('2026-11-24T16:45');

interface Situation {
  request?: Partial<Request>;
  contact?: Partial<Contact>;
  others?: Request[];
  state?: Partial<State>;
  now?: string;
}

function judge({ request, contact, others = [], state, now }: Situation) {
  const own = makeRequest('own', {
    contacts: [makeContact('2026-11-24T09:00:00Z', 'missed-call', { during: 'callback-block', ...contact })],
    ...request,
  });
  const open = own.status === 'done' || own.status === 'declined' ? others : [...others, own];
  const verdict = verdictOf(makeState({ ...state, requests: open }), own, now ? vienna(now) : NOW);
  return {
    route: verdict.route,
    ...(verdict.until && { until: verdict.until.toString() }),
    codes: verdict.reasons.map((reason) => reason.code),
    reasons: verdict.reasons,
  };
}

const call = (codes: string[], until = FRIDAY) => ({ route: 'standing-call', until: until.toString(), codes });
const block = (codes: string[], until = BLOCK) => ({ route: 'callback', until: until.toString(), codes });
const noCalls: Partial<State> = { calls: [] };
const noBlocks: Partial<State> = { settings: makeSettings({ callbackBlocks: [] }) };
const full = [1, 2, 3].map((number) => makeRequest(`f${number}`, { neededBy: '2026-11-25' }));

describe('where a request goes', () => {
  it.each<[string, Situation, { route: string; until?: string; codes: string[] }]>([
    ['an ordinary one: the next call', {}, call(['no-day', 'next-call'])],
    ['a mail: the next call, no day asked for', { contact: { channel: 'email' } }, call(['next-call'])],
    ['three calls about it', { contact: { count: 3 } }, call(['count', 'no-day', 'next-call'])],
    [
      'called urgent without a day, and nothing else known',
      { request: { claimedUrgent: true } },
      { route: 'ask-first', until: FRIDAY.toString(), codes: ['urgent-unclear'] },
    ],
    [
      'called urgent without a day, for somebody',
      { request: { claimedUrgent: true, askedBy: 'her VP' } },
      call(['urgent-without-day', 'next-call']),
    ],
    [
      'called urgent with a day that the call keeps',
      { request: { claimedUrgent: true, neededBy: '2026-11-27' } },
      call(['next-call']),
    ],
    ['needed by the day of the call', { request: { neededBy: '2026-11-27' } }, call(['next-call'])],
    ['needed by a day after the call', { request: { neededBy: '2026-12-24' } }, call(['you-have-time', 'next-call'])],
    [
      'needed by the day before: a callback block',
      { request: { neededBy: '2026-11-26' } },
      block(['needed-before-call', 'callback-block']),
    ],
    [
      'needed today, before the block',
      { request: { neededBy: '2026-11-24' } },
      block(['needed-before-call', 'callback-block']),
    ],
    [
      'needed today, in the block',
      { request: { neededBy: '2026-11-24' }, now: '2026-11-24T17:00' },
      block(['needed-before-call', 'callback-block']),
    ],
    [
      'needed today, after the block: now',
      { request: { neededBy: '2026-11-24' }, now: '2026-11-24T17:20' },
      { route: 'now', codes: ['needed-before-call', 'no-other-way'] },
    ],
    [
      'needed tomorrow, after the block',
      { request: { neededBy: '2026-11-25' }, now: '2026-11-24T17:20' },
      block(['needed-before-call', 'callback-block'], vienna('2026-11-25T16:45')),
    ],
    [
      'needed by a day that is over: now',
      { request: { neededBy: '2026-11-23' } },
      { route: 'now', codes: ['needed-before-call', 'no-other-way'] },
    ],
    [
      'needed before the call, no blocks at all: now',
      { request: { neededBy: '2026-11-26' }, state: noBlocks },
      { route: 'now', codes: ['needed-before-call', 'no-other-way'] },
    ],
    [
      'no standing call: the callback block',
      { state: noCalls },
      block(['no-day', 'no-standing-call', 'callback-block']),
    ],
    [
      'no standing call, no block: now',
      { state: { ...noCalls, ...noBlocks } },
      { route: 'now', codes: ['no-day', 'no-standing-call', 'no-other-way'] },
    ],
    [
      'no standing call, needed next week',
      { state: noCalls, request: { neededBy: '2026-12-01' } },
      block(['no-standing-call', 'callback-block']),
    ],
    [
      'the call is full: the one after',
      { others: full },
      call(['no-day', 'call-full', 'next-call'], vienna('2026-12-04T10:00')),
    ],
    [
      'the call is full and it is needed by then: first by need',
      { others: full, request: { neededBy: '2026-11-24' } },
      block(['needed-before-call', 'callback-block']),
    ],
    [
      'needed on the day of a call that others filled first',
      { others: full, request: { neededBy: '2026-11-27' } },
      block(['needed-before-call', 'callback-block']),
    ],
    [
      'the call was moved to Thursday',
      {
        state: { calls: [makeCall({ exceptions: [{ occurrence: '2026-11-27T10:00', movedTo: '2026-11-26T15:00' }] })] },
        request: { neededBy: '2026-11-26' },
      },
      call(['next-call'], vienna('2026-11-26T15:00')),
    ],
    [
      'the call is skipped',
      { state: { calls: [makeCall({ exceptions: [{ occurrence: '2026-11-27T10:00' }] })] } },
      call(['no-day', 'next-call'], vienna('2026-12-04T10:00')),
    ],
    ['the call runs: this call', { now: '2026-11-27T10:10' }, call(['no-day', 'next-call'])],
    [
      'the call is over: the next',
      { now: '2026-11-27T10:30' },
      call(['no-day', 'next-call'], vienna('2026-12-04T10:00')),
    ],
    [
      'an emergency: now, whatever else',
      { request: { emergency: 'confirmed', mine: false, neededBy: '2026-12-24' } },
      { route: 'now', codes: ['emergency'] },
    ],
    ['in the agreed words: now', { request: { emergency: 'suspected' } }, { route: 'now', codes: ['emergency-words'] }],
    [
      'not mine to decide: ask first',
      { request: { mine: false, neededBy: '2026-11-24' } },
      { route: 'ask-first', codes: ['not-mine'] },
    ],
    ['mine to decide', { request: { mine: true } }, call(['no-day', 'next-call'])],
    [
      'pinned to a later call',
      { request: { pin: { callId: 'call_1', occurrence: '2026-12-11T10:00' } } },
      call(['no-day', 'next-call'], vienna('2026-12-11T10:00')),
    ],
    [
      'promised for a later call, needed before',
      {
        request: {
          neededBy: '2026-12-01',
          replies: [
            makeReply({
              sentAt: '2026-11-24T09:30:00Z',
              names: { callId: 'call_1', occurrence: '2026-12-04T10:00', startsAt: '2026-12-04T09:00:00Z' },
            }),
          ],
        },
      },
      block(['needed-before-call', 'callback-block']),
    ],
    [
      'settled already',
      { request: { status: 'done', closedAt: '2026-11-24T10:00:00Z' } },
      { route: 'now', codes: ['settled'] },
    ],
    [
      'declined already',
      { request: { status: 'declined', closedAt: '2026-11-24T10:00:00Z' } },
      { route: 'now', codes: ['settled'] },
    ],
    [
      'on a Friday evening, no call, weekend ahead',
      { state: noCalls, now: '2026-11-27T18:00' },
      block(['no-day', 'no-standing-call', 'callback-block'], vienna('2026-11-30T16:45')),
    ],
  ])('%s', (_, situation, expected) => {
    const { reasons, ...verdict } = judge(situation);
    expect(verdict).toEqual(expected);
    for (const { text } of reasons) expect(text).toMatch(/^[A-Z\d].*[.;]$/);
  });
});

describe('what it rests on', () => {
  it('says how much of the allowance is used, interruptions only', () => {
    const talk = (at: string, more: Partial<Contact> = {}) => makeContact(at, 'call', more);
    const others = [
      makeRequest('t1', { contacts: [talk('2026-11-23T09:00:00Z'), talk('2026-11-23T10:00:00Z', { count: 2 })] }),
      makeRequest('t2', { contacts: [talk('2026-11-20T09:00:00Z')] }),
      makeRequest('t3', { contacts: [talk('2026-11-23T09:30:00Z')], emergency: 'confirmed' }),
      makeRequest('t4', { contacts: [talk('2026-11-23T09:40:00Z', { during: 'callback-block' })] }),
      makeRequest('t5', { contacts: [talk('2026-11-23T09:50:00Z')], clientId: 'cli_Acme' }),
    ];
    const state = { clients: [makeClient('Globex', { allowance: 2 }), makeClient('Acme')] };
    const { reasons } = judge({ contact: { during: undefined }, others, state });
    const allowance = reasons.find(({ code }) => code === 'allowance');
    expect(allowance?.values).toEqual({ used: 3, allowance: 2 });
    expect(allowance?.text).toContain('3 of 2');
    expect(judge({ contact: { during: undefined, channel: 'email' }, others, state }).codes).not.toContain('allowance');
  });

  it('adds what is over and lies in the history', () => {
    const done = makeRequest('d', {
      status: 'done',
      closedAt: '2026-11-23T10:00:00Z',
      contacts: [makeContact('2026-11-23T09:00:00Z', 'call')],
    });
    const { reasons } = judge({ contact: { during: undefined }, state: { history: { '2026-11': [done] } } });
    expect(reasons.find(({ code }) => code === 'allowance')?.values).toEqual({ used: 1, allowance: 2 });
  });

  it('says why the call that would come first does not', () => {
    const settings = makeSettings({ country: 'AT' });
    const holidays = { AT: [{ date: '2026-11-27', name: 'Day of Invention' }] };
    const { route, until, reasons } = judge({ state: { settings, holidays } });
    expect({ route, until }).toEqual({ route: 'standing-call', until: vienna('2026-12-04T10:00').toString() });
    expect(reasons.slice(-2).map(({ text }) => text)).toEqual([
      "Friday's call falls on a public holiday (Day of Invention).",
      'Next call Friday 4 December, 10:00.',
    ]);
    const skipped = makeCall({ exceptions: [{ occurrence: '2026-11-27T10:00' }] });
    expect(judge({ state: { settings, holidays, calls: [skipped] } }).codes).toContain('call-clash');
    expect(judge({ state: { calls: [skipped] } }).codes).not.toContain('call-clash');
  });

  it('says what is left today where the day has an allowance of its own', () => {
    const state = { clients: [makeClient('Globex', { allowance: 5, allowanceADay: 1 })] };
    const talked = makeRequest('t1', { contacts: [makeContact('2026-11-24T08:00:00Z', 'call')] });
    const said = (others: Request[]) =>
      judge({ contact: { during: undefined }, others, state }).reasons.find(({ code }) => code === 'allowance-today')
        ?.text;
    expect(said([])).toBe('1 of 1 left today.');
    expect(said([talked])).toBe('No more impromptu calls today.');
  });

  it('names the calls and the block in my own zone', () => {
    const { reasons } = judge({
      state: { calls: [makeCall({ timeZone: 'America/New_York', start: '2026-09-04T10:00' })] },
    });
    expect(reasons.at(-1)?.text).toBe('Next call Friday 27 November, 16:00.');
  });
});
