import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { impromptuLeft } from '../../electron/core/availability/impromptu';
import { isInterruption, usesAllowance } from '../../electron/core/interruptions';
import { allowanceUsed, loadOf } from '../../electron/core/load';
import type { Channel, Contact, Request } from '../../electron/core/model/request';
import { mergeTallies, tallyOf, workingMinutesBetween } from '../../electron/core/tally';
import {
  day,
  makeClient,
  makeContact,
  makeReply,
  makeRequest,
  makeSettings,
  makeState,
  vienna,
} from '../helpers/build';

const settings = makeSettings();
const during = { callId: 'call_1', occurrence: '2026-11-27T10:00' };

describe('an interruption', () => {
  it.each<[Channel, Partial<Contact>, boolean, boolean]>([
    ['call', {}, true, true],
    ['in-person', {}, true, true],
    ['missed-call', {}, true, false],
    ['voicemail', {}, true, false],
    ['chat', {}, true, false],
    ['email', {}, false, false],
    ['email', { isAfterHours: true }, false, false],
    ['call', { direction: 'out' }, false, false],
    ['missed-call', { direction: 'out' }, false, false],
    ['call', { during }, false, false],
    ['chat', { during }, false, false],
    ['call', { during: 'callback-block' }, false, false],
    ['missed-call', { during: 'callback-block' }, false, false],
    ['missed-call', { isAfterHours: true }, true, false],
    ['call', { isAfterHours: true }, true, true],
  ])('%s %o: %s, of the allowance: %s', (channel, more, isOne, isOfAllowance) => {
    const contact = makeContact('2026-11-24T10:00:00Z', channel, more);
    expect(isInterruption(contact)).toBe(isOne);
    expect(usesAllowance({}, contact)).toBe(isOfAllowance);
    expect(usesAllowance({ emergency: 'confirmed' }, contact)).toBe(false);
    // Agreed words alone only raise the question.
    expect(usesAllowance({ emergency: 'suspected' }, contact)).toBe(isOfAllowance);
  });
});

describe('a week of a client', () => {
  const week = [
    makeContact('2026-11-23T09:00:00Z', 'missed-call', { count: 3 }),
    makeContact('2026-11-24T09:00:00Z', 'call', { minutes: 12 }),
    makeContact('2026-11-24T15:50:00Z', 'call', { minutes: 6, during: 'callback-block' }),
    makeContact('2026-11-25T18:00:00Z', 'voicemail', { count: 2, isAfterHours: true }),
    makeContact('2026-11-26T18:00:00Z', 'email', { isAfterHours: true }),
    makeContact('2026-11-26T19:00:00Z', 'call', { direction: 'out', isAfterHours: true, minutes: 5 }),
    makeContact('2026-11-27T09:10:00Z', 'call', { during, minutes: 30 }),
  ];

  it('adds up', () => {
    const { returnMinutes: _, ...sums } = tallyOf([makeRequest('a', { contacts: week })], settings)['2026-11-23']
      ?.cli_Globex ?? { returnMinutes: [] };
    expect(sums).toEqual({
      ...{ contacts: 7, interruptions: 6, minutes: 53, afterHours: 2, allowanceUsed: 1 },
      allowanceByDay: { '2026-11-24': 1 },
      daysCame: ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'],
    });
  });

  it('names the days of mine on which replies went out, each once', () => {
    const replies = ['2026-11-24T09:00:00Z', '2026-11-24T15:00:00Z', '2026-11-25T23:30:00Z'].map((sentAt, index) =>
      makeReply({ id: `rep_${index}`, sentAt }),
    );
    const sums = tallyOf([makeRequest('a', { contacts: week, replies })], settings)['2026-11-23']?.cli_Globex;
    expect(sums).toMatchObject({
      sent: { 'can-it-wait': 3 },
      daysSent: { 'can-it-wait': ['2026-11-24', '2026-11-26'] },
    });
  });

  it('keeps clients and weeks apart, by the day in my zone', () => {
    const late = makeContact('2026-11-29T23:30:00Z', 'chat');
    const requests = [
      makeRequest('a', { contacts: [makeContact('2026-11-29T22:59:00Z', 'chat'), late] }),
      makeRequest('b', { clientId: 'cli_Acme', contacts: [late] }),
    ];
    const counts = (more: Parameters<typeof makeSettings>[0]) =>
      Object.entries(tallyOf(requests, makeSettings(more))).flatMap(([first, clients]) =>
        Object.entries(clients).map(([client, sums]) => `${first} ${client} ${sums.contacts}`),
      );
    // Half past eleven at night in UTC is Monday, half past midnight, in Vienna.
    expect(counts({}).toSorted()).toEqual([
      '2026-11-23 cli_Globex 1',
      '2026-11-30 cli_Acme 1',
      '2026-11-30 cli_Globex 1',
    ]);
    expect(counts({ weekStartsOn: 7 }).toSorted()).toEqual(['2026-11-29 cli_Acme 1', '2026-11-29 cli_Globex 2']);
    expect(counts({ timeZone: 'America/New_York' }).toSorted()).toEqual([
      '2026-11-23 cli_Acme 1',
      '2026-11-23 cli_Globex 2',
    ]);
    expect(counts({ timeZone: 'Pacific/Kiritimati' }).toSorted()).toEqual([
      '2026-11-30 cli_Acme 1',
      '2026-11-30 cli_Globex 2',
    ]);
  });
});

describe('time to return a missed call', () => {
  const returned = (contacts: Contact[], replies: Request['replies'] = []) =>
    Object.values(tallyOf([makeRequest('a', { contacts, replies })], settings)).flatMap(
      (clients) => clients.cli_Globex?.returnMinutes ?? [],
    );
  const missed = (local: string, more: Partial<Contact> = {}) =>
    makeContact(vienna(local).toString(), 'missed-call', more);
  const spoke = (local: string, channel: Channel = 'call', more: Partial<Contact> = {}) =>
    makeContact(vienna(local).toString(), channel, more);
  const sentAt = (local: string) => makeReply({ sentAt: vienna(local).toString() });

  it.each<[string, Contact[], Request['replies'], number[]]>([
    [
      'called back the same day',
      [missed('2026-11-24T11:00'), spoke('2026-11-24T16:50', 'call', { direction: 'out' })],
      [],
      [350],
    ],
    ['overnight, working hours only', [missed('2026-11-24T17:00'), spoke('2026-11-25T09:20')], [], [50]],
    ['over the weekend', [missed('2026-11-27T17:00'), spoke('2026-11-30T09:05')], [], [35]],
    ['missed after work', [missed('2026-11-24T20:00'), spoke('2026-11-25T10:00')], [], [60]],
    ['answered by a reply that was sent', [missed('2026-11-24T11:00')], [sentAt('2026-11-24T11:12')], [12]],
    [
      'a copied reply is no answer',
      [missed('2026-11-24T11:00')],
      [makeReply({ copiedAt: vienna('2026-11-24T11:12').toString() })],
      [],
    ],
    [
      'the first of several answers',
      [missed('2026-11-24T11:00'), spoke('2026-11-24T12:00')],
      [sentAt('2026-11-24T11:30')],
      [30],
    ],
    [
      'each missed one by itself',
      [missed('2026-11-24T11:00'), missed('2026-11-24T11:40', { count: 4 }), spoke('2026-11-24T12:00')],
      [],
      [60, 20],
    ],
    [
      'a vain attempt of mine is an answer',
      [missed('2026-11-24T11:00'), spoke('2026-11-24T12:00', 'missed-call', { direction: 'out' })],
      [],
      [60],
    ],
    ['in person', [missed('2026-11-24T11:00'), spoke('2026-11-24T12:00', 'in-person')], [], [60]],
    ['their mail is no answer', [missed('2026-11-24T11:00'), spoke('2026-11-24T12:00', 'email')], [], []],
    ['never', [missed('2026-11-24T11:00')], [], []],
    ['an answer from before', [spoke('2026-11-24T10:00'), missed('2026-11-24T11:00')], [], []],
    ['a mail has none', [spoke('2026-11-24T11:00', 'email'), spoke('2026-11-24T12:00')], [], []],
  ])('%s', (_, contacts, replies, expected) => {
    expect(returned(contacts, replies)).toEqual(expected);
  });

  it('counts working minutes, over clock changes too', () => {
    const minutes = (from: string, to: string, own = settings) => workingMinutesBetween(own, vienna(from), vienna(to));
    expect(minutes('2026-11-24T09:00', '2026-11-25T09:00')).toBe(510);
    expect(minutes('2026-10-23T09:00', '2026-10-26T09:00')).toBe(510);
    expect(minutes('2026-11-28T09:00', '2026-11-29T20:00')).toBe(0);
    expect(minutes('2026-11-25T09:00', '2026-11-24T09:00')).toBe(0);
    // Days off are nobody's waiting time.
    const daysOff = [{ id: 'o', from: '2026-11-24', to: '2026-11-24', name: '' }];
    expect(minutes('2026-11-23T09:00', '2026-11-25T09:00', { ...settings, daysOff })).toBe(510);
    // A month at most: 23 working days from Tuesday 24 November on.
    expect(minutes('2026-11-24T00:00', '2027-11-24T00:00')).toBe(23 * 510);
  });

  it.each([
    [[], undefined],
    [[5], 5],
    [[9, 5, 7], 7],
    [[1, 2, 4, 100], 3],
    [[1, 2], 2],
  ])('the median of %j is %s', (list, expected) => {
    const contacts = list.flatMap((minutes, index) => [
      missed(`2026-11-2${index + 3}T10:00`),
      spoke(`2026-11-2${index + 3}T${minutes === 100 ? '11:40' : `10:0${minutes}`}`),
    ]);
    const [load] = loadOf(
      makeState({
        requests: [makeRequest('a', { contacts: contacts.length > 0 ? contacts : [spoke('2026-11-24T10:00')] })],
      }),
      day('2026-11-24'),
      1,
    );
    expect(load?.medianReturnMinutes).toBe(expected);
  });
});

describe('the load', () => {
  const spoke = (at: string) => makeContact(at, 'call');
  const state = makeState({
    requests: [makeRequest('open', { contacts: [spoke('2026-11-24T10:00:00Z')] })],
    history: {
      '2026-11': [
        makeRequest('done', {
          status: 'done',
          closedAt: '2026-11-20T10:00:00Z',
          contacts: [spoke('2026-11-23T10:00:00Z'), spoke('2026-11-18T10:00:00Z')],
        }),
      ],
    },
  });

  it('adds what is open and what is over, week by week, oldest first', () => {
    expect(loadOf(state, day('2026-11-24'), 3).map(({ week, sums }) => [week, sums.contacts])).toEqual([
      ['2026-11-09', 0],
      ['2026-11-16', 1],
      ['2026-11-23', 2],
    ]);
  });

  it('counts the allowance of the week that holds the instant', () => {
    expect(allowanceUsed(state, 'cli_Globex', vienna('2026-11-29T23:59'))).toBe(2);
    expect(allowanceUsed(state, 'cli_Globex', vienna('2026-11-30T00:00'))).toBe(0);
    expect(allowanceUsed(state, 'cli_Globex', vienna('2026-11-22T23:59'))).toBe(1);
    expect(allowanceUsed(state, 'cli_Acme', vienna('2026-11-24T12:00'))).toBe(0);
  });
});

describe('what is left of an allowance', () => {
  const spoke = (at: string, more: Partial<Contact> = {}) => makeContact(at, 'call', { minutes: 5, ...more });
  const left = (allowance: number, allowanceADay: number | undefined, now: string, contacts: Contact[]) => {
    const client = makeClient('Globex', { allowance, ...(allowanceADay !== undefined && { allowanceADay }) });
    // One half is over and counted by the week's sums, the other is open.
    const history = { '2026-11': [makeRequest('done', { status: 'done', contacts: contacts.slice(0, 1) })] };
    const requests = contacts.length > 1 ? [makeRequest('open', { contacts: contacts.slice(1) })] : [];
    const { tally, ...state } = makeState({ clients: [client], history, requests });
    // The history itself need not be loaded.
    return impromptuLeft({ ...state, tally, history: {} }, client, vienna(now));
  };
  const [monday, tuesday, late] = [
    spoke('2026-11-23T10:00:00Z'),
    spoke('2026-11-24T10:00:00Z'),
    spoke('2026-11-24T23:30:00Z'),
  ];

  it.each<[string, number, number | undefined, string, Contact[], { today: number; week: number }]>([
    ['no day has a limit of its own', 3, undefined, '2026-11-24T18:00', [monday, tuesday], { today: 1, week: 1 }],
    ['one a day, taken', 5, 1, '2026-11-24T18:00', [monday, tuesday], { today: 0, week: 3 }],
    ['one a day, the next day', 5, 1, '2026-11-25T09:00', [monday, tuesday], { today: 1, week: 3 }],
    [
      'the day is mine: half past midnight is the next',
      5,
      1,
      '2026-11-25T09:00',
      [monday, late],
      { today: 0, week: 3 },
    ],
    ['never more than the week has left', 2, 2, '2026-11-25T09:00', [monday, tuesday], { today: 0, week: 0 }],
    ['nor less than nothing', 1, 1, '2026-11-24T18:00', [monday, tuesday], { today: 0, week: 0 }],
    ['a new week begins anew', 2, 1, '2026-11-30T09:00', [monday, tuesday], { today: 1, week: 2 }],
    ['no day of the week is for calls', 0, 1, '2026-11-25T09:00', [], { today: 0, week: 0 }],
  ])('%s', (_, allowance, aDay, now, contacts, expected) => {
    expect(left(allowance, aDay, now, contacts)).toEqual(expected);
  });
});

describe('any records', () => {
  const aContact = fc.record({
    at: fc
      .integer({ min: 0, max: 60 * 24 * 40 })
      .map((minutes) => vienna('2026-10-15T00:00').add({ minutes }).toString()),
    channel: fc.constantFrom<Channel[]>('call', 'missed-call', 'voicemail', 'email', 'chat', 'in-person'),
    direction: fc.constantFrom('in' as const, 'out' as const),
    count: fc.integer({ min: 1, max: 5 }),
    minutes: fc.option(fc.integer({ min: 0, max: 90 }), { nil: undefined }),
    isAfterHours: fc.boolean(),
    during: fc.option(fc.constantFrom('callback-block' as const, during), { nil: undefined }),
  });
  const requests = fc
    .array(
      fc.record({
        clientId: fc.constantFrom('cli_Globex', 'cli_Acme'),
        contacts: fc.array(aContact, { minLength: 1, maxLength: 6 }),
        emergency: fc.option(fc.constant('confirmed' as const), { nil: undefined }),
      }),
      { maxLength: 12 },
    )
    .map((list) =>
      list.map(({ contacts, ...more }, index) =>
        makeRequest(`r${index}`, {
          ...more,
          contacts: contacts.map(({ at, channel, ...rest }, place) =>
            makeContact(at, channel, { ...rest, id: `c${index}_${place}` }),
          ),
        }),
      ),
    );
  const sorted = (tally: ReturnType<typeof tallyOf>) =>
    Object.fromEntries(
      Object.entries(tally).map(([week, clients]) => [
        week,
        Object.fromEntries(
          Object.entries(clients).map(([client, sums]) => [
            client,
            { ...sums, returnMinutes: sums.returnMinutes.toSorted((a, b) => a - b) },
          ]),
        ),
      ]),
    );

  it('come to the same sums counted in parts and at once', () => {
    fc.assert(
      fc.property(requests, fc.array(fc.nat(3), { minLength: 12, maxLength: 12 }), (list, parts) => {
        const split = [0, 1, 2, 3].map((part) =>
          tallyOf(
            list.filter((_, index) => parts[index] === part),
            settings,
          ),
        );
        expect(sorted(mergeTallies(split))).toEqual(sorted(tallyOf(list, settings)));
      }),
      { numRuns: 40 },
    );
  });

  it('lose no contact, and never count more allowance than interruptions', () => {
    fc.assert(
      fc.property(requests, (list) => {
        const all = Object.values(tallyOf(list, settings)).flatMap((clients) => Object.values(clients));
        const total = list.flatMap((request) => request.contacts).length;
        expect(all.reduce((sum, sums) => sum + sums.contacts, 0)).toBe(total);
        for (const sums of all) {
          expect(sums.allowanceUsed).toBeLessThanOrEqual(sums.interruptions);
          expect(sums.afterHours).toBeLessThanOrEqual(sums.contacts);
        }
      }),
      { numRuns: 40 },
    );
  });
});
