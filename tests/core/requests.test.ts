import { describe, expect, it } from 'vitest';
import { agendasOf } from '../../electron/core/agenda';
import { callbacksDue } from '../../electron/core/callbacks';
import type { Contact, Request, Status } from '../../electron/core/model/request';
import type { State } from '../../electron/core/model/state';
import { arrange, removeContact, setContact, setRequest, setStatus } from '../../electron/core/requests/changes';
import { lastUnsent, markSent, recordReply, unsentReplies } from '../../electron/core/requests/replies';
import { joinRequests, splitContact } from '../../electron/core/requests/together';
import {
  makeCall,
  makeClient,
  makeContact,
  makeReply,
  makeRequest,
  makeState,
  momentAt,
  vienna,
} from '../helpers/build';
import { refusalOf } from '../helpers/refusal';

const NOW = vienna('2026-11-24T11:20');
const find = (state: State, id: string): Request | undefined =>
  [...state.requests, ...Object.values(state.history).flat()].find((request) => request.id === id);

describe('finishing, waiting, parking, declining, reopening', () => {
  it.each<[Status, boolean, string | undefined]>([
    ['done', true, undefined],
    ['declined', true, undefined],
    ['waiting', false, undefined],
    ['parked', false, '2026-12-08'],
  ])('%s: over %s, parked until %s', (status, isOver, parkedUntil) => {
    const { state, request } = setStatus(makeState({ requests: [makeRequest('a')] }), 'a', status, NOW);
    expect([request.status, request.parkedUntil]).toEqual([status, parkedUntil]);
    expect(request.closedAt).toBe(isOver ? '2026-11-24T10:20:00Z' : undefined);
    expect(state.requests.map(({ id }) => id)).toEqual(isOver ? [] : ['a']);
    expect((state.history['2026-11'] ?? []).map(({ id }) => id)).toEqual(isOver ? ['a'] : []);
    const { state: again, request: open } = setStatus(state, 'a', 'open', NOW);
    expect(open.status).toBe('open');
    expect(open).not.toHaveProperty('closedAt');
    expect(open).not.toHaveProperty('parkedUntil');
    expect(again.requests.map(({ id }) => id)).toEqual(['a']);
    expect(again.history['2026-11'] ?? []).toEqual([]);
  });

  it('closes in the UTC month, and stays there when declined instead', () => {
    const late = vienna('2026-12-01T00:30');
    const { state } = setStatus(makeState({ requests: [makeRequest('a')] }), 'a', 'done', late);
    expect(Object.entries(state.history).map(([month, list]) => `${month} ${list.length}`)).toEqual(['2026-11 1']);
    const { request } = setStatus(state, 'a', 'declined', vienna('2026-12-24T12:00'));
    expect(request.closedAt).toBe('2026-11-30T23:30:00Z');
  });

  it('parks until a later day only, counted in my zone', () => {
    const state = makeState({ requests: [makeRequest('a')] });
    expect(setStatus(state, 'a', 'parked', NOW, '2026-11-25').request.parkedUntil).toBe('2026-11-25');
    expect(refusalOf(() => setStatus(state, 'a', 'parked', NOW, '2026-11-24'))).toMatchObject({
      code: 'invalid',
      field: 'until',
    });
    // Half past midnight in Vienna is still the day before in UTC.
    expect(refusalOf(() => setStatus(state, 'a', 'parked', vienna('2026-11-25T00:30'), '2026-11-25')).code).toBe(
      'invalid',
    );
  });
});

describe('saying things about a request', () => {
  const state = makeState({
    clients: [makeClient(), makeClient('Acme')],
    calls: [makeCall(), makeCall({ id: 'call_acme', clientId: 'cli_Acme' })],
    requests: [makeRequest('a', { neededBy: '2026-11-27', emergency: 'suspected', claimedUrgent: true })],
  });
  it('sets what is given, takes away what is null, leaves the rest', () => {
    const { request } = setRequest(state, 'a', { neededBy: null, mine: false, subject: undefined, minutes: 25 });
    expect(request).toMatchObject({
      mine: false,
      subject: 'a',
      minutes: 25,
      emergency: 'suspected',
      claimedUrgent: true,
    });
    expect(request).not.toHaveProperty('neededBy');
    const calm = setRequest(state, 'a', { emergency: null }).request;
    expect(calm).not.toHaveProperty('emergency');
    expect(calm.neededBy).toBe('2026-11-27');
  });

  it("pins it to a call of its own client's only", () => {
    const pin = { callId: 'call_1', occurrence: '2026-12-04T10:00' };
    const pinned = setRequest(state, 'a', { pin });
    expect(pinned.request.pin).toEqual(pin);
    expect(setRequest(pinned.state, 'a', { pin: null }).request).not.toHaveProperty('pin');
    for (const stranger of [
      { ...pin, occurrence: '2026-12-03T10:00' },
      { ...pin, callId: 'call_acme' },
    ])
      expect(refusalOf(() => setRequest(state, 'a', { pin: stranger }))).toMatchObject({
        code: 'not-an-occurrence',
        field: 'pin',
      });
  });
});

describe('what a request said before', () => {
  it('is kept with every edit of a text, the newest last', () => {
    let state = makeState({ requests: [makeRequest('a', { subject: 'invoce', notes: 'ask Lee' })] });
    for (const fields of [
      { subject: 'invoice' },
      { subject: 'invoice 12', notes: '' },
      { minutes: 5 },
      { askedBy: 'x' },
    ])
      state = setRequest(state, 'a', fields).state;
    expect(find(state, 'a')?.former).toEqual([
      { field: 'subject', text: 'invoce' },
      { field: 'subject', text: 'invoice' },
      { field: 'notes', text: 'ask Lee' },
    ]);
  });

  it('is nothing while nothing was replaced', () => {
    const state = makeState({ requests: [makeRequest('a', { subject: '' })] });
    expect(setRequest(state, 'a', { subject: 'invoice', minutes: 5 }).request).not.toHaveProperty('former');
  });
});

describe('arranging an agenda by hand', () => {
  const ref = { callId: 'call_1', occurrence: '2026-11-27T10:00' };
  const state = makeState({
    clients: [makeClient(), makeClient('Acme')],
    requests: [...['a', 'b', 'c', 'd'].map((id) => makeRequest(id)), makeRequest('theirs', { clientId: 'cli_Acme' })],
  });
  const items = (given: State) =>
    agendasOf(given, 'cli_Globex', NOW)
      .agendas.filter((agenda) => agenda.items.length > 0)
      .map((agenda) => agenda.items.map(({ id }) => id).join(' '));

  it('keeps the order given, and brings over what stood on another call', () => {
    expect(items(state)).toEqual(['a b c', 'd']);
    expect(items(arrange(state, ref, ['c', 'a', 'b'], ['a', 'b', 'c']))).toEqual(['c a b', 'd']);
    const brought = arrange(state, ref, ['d', 'a', 'b', 'c'], ['a', 'b', 'c']);
    expect(find(brought, 'd')?.pin).toEqual(ref);
    expect(find(brought, 'a')).not.toHaveProperty('pin');
    // Three tens fit into thirty minutes: what was brought stays, the last of the others goes on.
    expect(items(brought)).toEqual(['d a b', 'c']);
  });

  it('refuses what is no occurrence, no request, or of another client', () => {
    expect(refusalOf(() => arrange(state, { ...ref, occurrence: '2026-11-26T10:00' }, ['a'], [])).code).toBe(
      'not-an-occurrence',
    );
    expect(refusalOf(() => arrange(state, ref, ['req_none'], [])).code).toBe('not-found');
    expect(refusalOf(() => arrange(state, ref, ['theirs'], [])).code).toBe('invalid');
  });
});

describe('splitting and joining by hand', () => {
  const contacts = [
    makeContact('2026-11-23T09:00:00Z', 'missed-call', { id: 'c1', subject: 'invoice' }),
    makeContact('2026-11-23T09:10:00Z', 'voicemail', { id: 'c2', subject: 'rollout', count: 2 }),
  ];
  const state = makeState({
    clients: [makeClient(), makeClient('Acme')],
    requests: [
      makeRequest('a', {
        subject: 'invoice',
        contacts,
        neededBy: '2026-11-25',
        emergency: 'suspected',
        notes: 'n',
        replies: [makeReply()],
      }),
      makeRequest('b', {
        neededBy: '2026-11-26',
        emergency: 'confirmed',
        notes: 'm',
        claimedUrgent: true,
        replies: [makeReply({ id: 'rep_2' })],
      }),
      makeRequest('theirs', { clientId: 'cli_Acme' }),
    ],
  });

  it('splits a contact off with its own subject, and nothing of what was said about the other', () => {
    const { state: next, request } = splitContact(state, 'c2', momentAt(NOW));
    expect(request).toMatchObject({ id: 'req_new1', subject: 'rollout', notes: '', replies: [], status: 'open' });
    expect(request.contacts.map(({ id }) => id)).toEqual(['c2']);
    for (const field of ['neededBy', 'emergency', 'pin', 'position']) expect(request).not.toHaveProperty(field);
    expect(find(next, 'a')).toMatchObject({ neededBy: '2026-11-25', notes: 'n' });
    expect(find(next, 'a')?.contacts.map(({ id }) => id)).toEqual(['c1']);
    expect(refusalOf(() => splitContact(next, 'c1', momentAt(NOW)))).toMatchObject({
      code: 'invalid',
      field: 'contact',
    });
    expect(refusalOf(() => splitContact(next, 'con_none', momentAt(NOW))).code).toBe('not-found');
  });

  it('joins everything of one into the other', () => {
    const { state: next, request } = joinRequests(state, 'a', 'b');
    expect(request).toMatchObject({
      id: 'b',
      subject: 'b',
      neededBy: '2026-11-25',
      emergency: 'confirmed',
      claimedUrgent: true,
      notes: 'm\nn',
    });
    expect(request.contacts.map(({ at }) => at)).toEqual([
      '2026-11-23T09:00:00Z',
      '2026-11-23T09:00:00Z',
      '2026-11-23T09:10:00Z',
    ]);
    expect(request.replies.map(({ id }) => id)).toEqual(['rep_2', 'rep_1']);
    expect(find(next, 'a')).toBeUndefined();
  });

  it('moves a contact into another request, in the order they came', () => {
    const { state: next, request } = splitContact(state, 'c2', momentAt(NOW), 'b');
    expect(request).toMatchObject({ id: 'b', subject: 'b' });
    expect(request.contacts.map(({ id }) => id)).toEqual(['con_b', 'c2']);
    expect(find(next, 'a')?.contacts.map(({ id }) => id)).toEqual(['c1']);
    const last = splitContact(next, 'c1', momentAt(NOW), 'b');
    expect(find(last.state, 'a'), 'with its last contact the whole request goes').toBeUndefined();
    expect(last.request.notes).toBe('m\nn');
    expect(refusalOf(() => splitContact(state, 'c2', momentAt(NOW), 'a'))).toMatchObject({ field: 'into' });
    expect(refusalOf(() => splitContact(state, 'c2', momentAt(NOW), 'theirs'))).toMatchObject({ field: 'into' });
  });

  it('takes the subject along that only the split contact had', () => {
    const named = { ...state, requests: state.requests.map((each) => ({ ...each, subject: 'rollout' })) };
    expect(find(splitContact(named, 'c2', momentAt(NOW)).state, 'a')?.subject).toBe('invoice');
    expect(find(splitContact(named, 'c1', momentAt(NOW)).state, 'a')?.subject).toBe('rollout');
  });

  it('keeps what was said of the one where nothing was said of the other, and what it was called', () => {
    const requests = [
      makeRequest('a', { subject: 'by hand', askedBy: 'the CFO', purpose: 'audit', form: 'a PDF' }),
      makeRequest('b', { subject: 'invoice', purpose: 'board meeting' }),
    ];
    expect(joinRequests(makeState({ requests }), 'a', 'b').request).toMatchObject({
      subject: 'invoice',
      askedBy: 'the CFO',
      purpose: 'board meeting',
      form: 'a PDF',
      former: [{ field: 'subject', text: 'by hand' }],
    });
  });

  it('undoes a split by a join', () => {
    const split = splitContact(state, 'c2', momentAt(NOW));
    expect(joinRequests(split.state, split.request.id, 'a').request).toEqual(find(state, 'a'));
  });

  it('refuses to join to itself, or to another client', () => {
    expect(refusalOf(() => joinRequests(state, 'a', 'a'))).toMatchObject({ code: 'invalid', field: 'into' });
    expect(refusalOf(() => joinRequests(state, 'a', 'theirs'))).toMatchObject({ code: 'invalid', field: 'into' });
  });

  it('takes the subject away that only the deleted contact had, and the request with its last one', () => {
    const one = removeContact(state, 'c1');
    expect(find(one, 'a')).toMatchObject({ subject: 'rollout', contacts: [{ id: 'c2' }] });
    expect(find(removeContact(one, 'c2'), 'a')).toBeUndefined();
  });
});

describe('correcting an entry', () => {
  const entry = makeContact('2026-11-24T10:00:00Z', 'missed-call', {
    id: 'c1',
    subject: 'invoce',
    personId: 'per_1',
    minutes: 5,
  });
  const stateWith = (contact: Contact, subject = contact.subject) =>
    makeState({ requests: [makeRequest('a', { subject, contacts: [contact] })] });
  const corrected = (state: State, fields: Parameters<typeof setContact>[2]) =>
    find(setContact(state, 'c1', fields), 'a');

  it('keeps the former wording, and renames the request that was named by it', () => {
    const request = corrected(stateWith(entry), { subject: 'invoice' });
    expect(request?.subject).toBe('invoice');
    expect(request?.contacts[0]).toMatchObject({ subject: 'invoice', former: ['invoce'] });
    expect(corrected(stateWith(entry, 'October'), { subject: 'invoice' })?.subject).toBe('October');
    expect(corrected(stateWith(entry), { count: 2 })?.contacts[0]).not.toHaveProperty('former');
  });

  it('takes person and minutes away by null, and leaves them otherwise', () => {
    const [bare] = corrected(stateWith(entry), { personId: null, minutes: null })?.contacts ?? [];
    expect(bare).not.toHaveProperty('personId');
    expect(bare).not.toHaveProperty('minutes');
    expect(corrected(stateWith(entry), { count: 3 })?.contacts[0]).toMatchObject({
      personId: 'per_1',
      minutes: 5,
      count: 3,
    });
  });

  it('works out anew what held, for another time only', () => {
    const held = { ...entry, during: 'callback-block' as const, isAfterHours: true };
    expect(corrected(stateWith(held), { subject: 'x' })?.contacts[0]).toMatchObject({
      during: 'callback-block',
      isAfterHours: true,
    });
    const [moved] = corrected(stateWith(held), { at: '2026-11-24T11:00:00Z' })?.contacts ?? [];
    expect(moved?.isAfterHours).toBe(false);
    expect(moved).not.toHaveProperty('during');
    expect(corrected(stateWith(entry), { at: '2026-11-27T09:10:00Z' })?.contacts[0]?.during).toEqual({
      callId: 'call_1',
      occurrence: '2026-11-27T10:00',
    });
  });
});

describe('copied is not sent', () => {
  const words = { situation: 'can-it-wait' as const, language: 'en', subject: 's', body: 'Friday?' };
  const names = { callId: 'call_1', occurrence: '2026-12-04T10:00', startsAt: '2026-12-04T09:00:00Z' };
  const start = makeState({ requests: [makeRequest('a')] });
  const day = (state: State) =>
    agendasOf(state, 'cli_Globex', NOW).agendas.find(({ items }) => items.length > 0)?.occurrence.occurrence;

  it('pins nothing until it is said to be sent', () => {
    const copied = recordReply(start, 'a', { ...words, names }, 'copied', momentAt(NOW)).state;
    expect(day(copied)).toBe('2026-11-27T10:00');
    expect(unsentReplies(copied.requests).map(({ reply }) => reply.body)).toEqual(['Friday?']);
    const sent = markSent(copied, 'a', NOW.add({ minutes: 5 })).state;
    expect(day(sent)).toBe('2026-12-04T10:00');
    expect(unsentReplies(sent.requests)).toEqual([]);
    expect(find(sent, 'a')?.replies[0]).toMatchObject({
      copiedAt: '2026-11-24T10:20:00Z',
      sentAt: '2026-11-24T10:25:00Z',
    });
  });

  it('is one reply when the same words are copied and mailed, another when they were sent before', () => {
    const copied = recordReply(start, 'a', words, 'copied', momentAt(NOW)).state;
    const mailed = recordReply(copied, 'a', words, 'mailed', momentAt(NOW)).state;
    expect(find(mailed, 'a')?.replies).toHaveLength(1);
    const sent = recordReply(mailed, 'a', words, 'sent', momentAt(NOW)).state;
    expect(find(sent, 'a')?.replies).toHaveLength(1);
    expect(find(recordReply(sent, 'a', words, 'copied', momentAt(NOW)).state, 'a')?.replies).toHaveLength(2);
  });

  it('asks for the one used last only, and for none that was sent since', () => {
    const later = (body: string, minutes: number, how: 'copied' | 'sent') => (state: State) =>
      recordReply(state, 'a', { ...words, body }, how, momentAt(NOW.add({ minutes }))).state;
    const two = later('second', 5, 'copied')(later('first', 0, 'copied')(start));
    expect(find(two, 'a') && lastUnsent(find(two, 'a') ?? makeRequest('x'))?.body).toBe('second');
    expect(unsentReplies(later('third', 9, 'sent')(two).requests)).toEqual([]);
  });

  it('refuses to call sent what was never used', () => {
    expect(refusalOf(() => markSent(start, 'a', NOW)).code).toBe('nothing-sent');
  });
});

describe('callbacks due', () => {
  const at = (local: string) => vienna(local).toString();
  const missed = (local: string) => makeContact(at(local), 'missed-call');
  it.each<[string, Partial<Request>, boolean]>([
    ['a missed call', { contacts: [missed('2026-11-24T09:00')] }, true],
    ['a voicemail', { contacts: [makeContact(at('2026-11-24T09:00'), 'voicemail')] }, true],
    ['a mail', { contacts: [makeContact(at('2026-11-24T09:00'), 'email')] }, false],
    ['we spoke since', { contacts: [missed('2026-11-24T09:00'), makeContact(at('2026-11-24T10:00'), 'call')] }, false],
    [
      'I tried since',
      {
        contacts: [
          missed('2026-11-24T09:00'),
          makeContact(at('2026-11-24T10:00'), 'missed-call', { direction: 'out' }),
        ],
      },
      false,
    ],
    [
      'they wrote since',
      { contacts: [missed('2026-11-24T09:00'), makeContact(at('2026-11-24T10:00'), 'email')] },
      true,
    ],
    [
      'they called again since',
      { contacts: [makeContact(at('2026-11-24T08:00'), 'call'), missed('2026-11-24T09:00')] },
      true,
    ],
    [
      'a reply was sent',
      { contacts: [missed('2026-11-24T09:00')], replies: [makeReply({ sentAt: at('2026-11-24T09:30') })] },
      false,
    ],
    [
      'a reply was copied',
      { contacts: [missed('2026-11-24T09:00')], replies: [makeReply({ copiedAt: at('2026-11-24T09:30') })] },
      true,
    ],
    [
      'a reply was sent before',
      { contacts: [missed('2026-11-24T09:00')], replies: [makeReply({ sentAt: at('2026-11-24T08:30') })] },
      true,
    ],
    ['it is parked', { status: 'parked', contacts: [missed('2026-11-24T09:00')] }, false],
    [
      'a missed call of mine',
      { contacts: [makeContact(at('2026-11-24T09:00'), 'missed-call', { direction: 'out' })] },
      false,
    ],
  ])('%s', (_, more, isDue) => {
    expect(callbacksDue([makeRequest('a', more)])).toHaveLength(isDue ? 1 : 0);
  });

  it('come with the longest wait first', () => {
    const list = [
      makeRequest('new', { contacts: [missed('2026-11-24T10:00')] }),
      makeRequest('old', { contacts: [missed('2026-11-24T08:00'), missed('2026-11-24T11:00')] }),
    ];
    expect(callbacksDue(list).map(({ id }) => id)).toEqual(['old', 'new']);
  });
});
