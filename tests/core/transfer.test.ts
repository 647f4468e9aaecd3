import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contactsAsCsv } from '../../electron/core/contacts-csv';
import { clientOf } from '../../electron/core/find';
import { firstState } from '../../electron/core/first-state';
import type { State } from '../../electron/core/model/state';
import { knownRequests } from '../../electron/core/records';
import { type Book, mergeBook } from '../../electron/core/transfer';
import { OWN_FORMAT, OWN_VERSION, readOwnJson } from '../../electron/inputs/own-json';
import {
  makeCalendar,
  makeCall,
  makeClient,
  makeContact,
  makeOffer,
  makePerson,
  makeRequest,
  makeState,
  makeStranger,
} from '../helpers/build';

/** The export, as the handler writes it. */
function exported(state: State): string {
  const { settings, clients, calls, calendars, offers, strangers } = state;
  return JSON.stringify({
    format: OWN_FORMAT,
    version: OWN_VERSION,
    settings,
    clients,
    calls,
    calendars,
    offers,
    strangers,
    requests: knownRequests(state),
  });
}

const full = makeState({
  clients: [makeClient('Globex', { people: [makePerson('Dana')], rate: 120, currency: 'EUR' }), makeClient('Acme')],
  calls: [
    makeCall({ exceptions: [{ occurrence: '2026-11-27T10:00', movedTo: '2026-11-28T10:00' }], endsOn: '2027-06-30' }),
  ],
  requests: [
    makeRequest('a', { pin: { callId: 'call_1', occurrence: '2026-12-04T10:00' } }),
    makeRequest('b', { status: 'parked', parkedUntil: '2026-12-01' }),
  ],
  calendars: [
    makeCalendar({ source: { kind: 'address', url: 'https://calendars.example/private-7f3a.ics' }, declined: ['x@y'] }),
    makeCalendar({ id: 'cal_2', name: 'Lab', source: { kind: 'file', path: '/home/dana/lab.ics' }, isBusy: false }),
  ],
  offers: [makeOffer()],
  strangers: [makeStranger()],
  history: {
    '2026-10': [makeRequest('c', { status: 'done', closedAt: '2026-10-31T23:30:00Z' })],
    '2026-11': [makeRequest('d', { status: 'declined', closedAt: '2026-11-02T09:00:00Z', clientId: 'cli_Acme' })],
  },
});
const nothing: Book = { clients: [], calls: [], calendars: [], offers: [], strangers: [], requests: [] };
const empty = { ...firstState('America/New_York') };
const sorted = ({ requests, clients, calls, calendars, offers, strangers, history, settings }: State) => ({
  settings,
  clients,
  calls,
  calendars,
  offers,
  strangers,
  requests,
  history,
});

describe('taking back what was exported', () => {
  it('gives the same in an empty home', () => {
    const { book, refused } = readOwnJson('book.json', exported(full));
    expect(refused).toEqual([]);
    const merged = mergeBook(empty, book);
    expect(sorted(merged.state)).toEqual(sorted(full));
    expect(merged).toMatchObject({ created: 11, updated: 0, skipped: 0, orphans: [] });
  });

  it('changes nothing where it came from', () => {
    const { book } = readOwnJson('book.json', exported(full));
    const merged = mergeBook(full, book);
    expect(merged).toMatchObject({ created: 0, updated: 0, skipped: 11, orphans: [] });
    expect(sorted(merged.state)).toEqual(sorted(full));
  });

  it('leaves the settings of a home alone that has clients', () => {
    const mine = makeState({ settings: { ...full.settings, myName: 'Vera' } });
    expect(
      mergeBook(mine, { ...bookOf(full), settings: { ...full.settings, myName: 'Martin' } }).state.settings.myName,
    ).toBe('Vera');
    expect(
      mergeBook(empty, { ...bookOf(full), settings: { ...full.settings, myName: 'Martin' } }).state.settings.myName,
    ).toBe('Martin');
  });
});

function bookOf(state: State): Book {
  const { clients, calls, calendars, offers, strangers } = state;
  return {
    clients: [...clients],
    calls: [...calls],
    calendars: [...calendars],
    offers: [...offers],
    strangers: [...strangers],
    requests: knownRequests(state),
  };
}

describe('meeting what is there', () => {
  const at = (updatedAt: string, subject: string) => makeRequest('a', { updatedAt, subject });
  it.each([
    ['older is skipped', '2026-11-20T10:00:00Z', 'mine', { updated: 0, skipped: 1 }],
    ['the same age is skipped', '2026-11-21T10:00:00Z', 'mine', { updated: 0, skipped: 1 }],
    ['newer replaces', '2026-11-22T10:00:00Z', 'theirs', { updated: 1, skipped: 0 }],
  ])('%s', (_, updatedAt, subject, counts) => {
    const state = makeState({ requests: [at('2026-11-21T10:00:00Z', 'mine')] });
    const merged = mergeBook(state, { ...nothing, requests: [at(updatedAt, 'theirs')] });
    expect(merged.state.requests.map((request) => request.subject)).toEqual([subject]);
    expect(merged).toMatchObject({ created: 0, ...counts });
  });

  it('skips what differs only in who changed it when', () => {
    const state = makeState({ requests: [at('2026-11-21T10:00:00Z', 'same')] });
    const stamped = { ...at('2026-11-22T10:00:00Z', 'same'), updatedBy: 'phone' };
    const merged = mergeBook(state, { ...nothing, requests: [stamped] });
    expect(merged).toMatchObject({ created: 0, updated: 0, skipped: 1 });
    expect(merged.state).toEqual(state);
  });

  it('moves a request into the history when it was finished elsewhere, and back', () => {
    const open = makeState({ requests: [at('2026-11-21T10:00:00Z', 'x')] });
    const done = { ...at('2026-11-22T10:00:00Z', 'x'), status: 'done' as const, closedAt: '2026-11-22T10:00:00Z' };
    const merged = mergeBook(open, { ...nothing, requests: [done] }).state;
    expect(merged.requests).toEqual([]);
    expect(merged.history['2026-11']?.map(({ id }) => id)).toEqual(['a']);
    const again = mergeBook(merged, { ...nothing, requests: [at('2026-11-23T10:00:00Z', 'x')] }).state;
    expect(again.requests.map(({ id }) => id)).toEqual(['a']);
    expect(again.history['2026-11']).toEqual([]);
  });

  it('names what hangs on nothing, and takes the rest', () => {
    const book = {
      ...nothing,
      clients: [makeClient('Acme')],
      calls: [makeCall({ clientId: 'cli_gone' })],
      offers: [makeOffer({ clientId: 'cli_gone' })],
      requests: [
        makeRequest('a', { clientId: 'cli_gone' }),
        makeRequest('b', { clientId: 'cli_Acme' }),
        makeRequest('c'),
      ],
    };
    const merged = mergeBook(makeState(), book);
    expect(merged.orphans).toEqual(['call_1', 'off_1', 'a']);
    expect(merged).toMatchObject({ created: 3, updated: 0, skipped: 0 });
  });

  it('counts a record that is in a file twice once, and keeps the newer', () => {
    const book = {
      ...nothing,
      requests: [at('2026-11-22T10:00:00Z', 'newer'), at('2026-11-21T10:00:00Z', 'older')],
    };
    const merged = mergeBook(makeState(), book);
    expect(merged).toMatchObject({ created: 1, updated: 0, skipped: 1 });
    expect(merged.state.requests.map(({ subject }) => subject)).toEqual(['newer']);
  });
});

describe('reading our own JSON', () => {
  const file = (more: object) => JSON.stringify({ format: OWN_FORMAT, version: 1, ...more }, null, 2);
  const reasons = (text: string) => readOwnJson('book.json', text).refused;
  it.each([
    ['{\n  "format": "until-friday",\n  "version": 1,\n  oops\n}', 4],
    ['', 1],
    ['{\n"format": "until-friday"', 2],
    ['{"a": 1}\n\nrubbish', 3],
    ['\uFEFF{\n"a": nope}', 2],
    ['dear diary', 1],
    ['{\n\n"a": "never closed\n}', 3],
  ])('names the line where it is no JSON: %j', (text, line) => {
    const [refused] = reasons(text);
    expect(refused).toMatchObject({ file: 'book.json', line });
    expect(refused?.reason).toMatch(/^It is not JSON: .*\.$/);
    expect(refused?.reason).not.toContain('SyntaxError');
  });

  it.each([
    ['[]', 'not an export of Until Friday'],
    ['null', 'not an export of Until Friday'],
    ['{"format": "something-else", "version": 1}', 'not an export of Until Friday'],
    [file({ version: 2 }), 'version 2'],
    [file({ clients: {} }), '"clients" is not a list'],
    [file({ settings: { timeZone: 'Mars/Olympus' } }), 'settings.'],
    [file({ clients: [{ ...makeClient(), timeZone: 'Mars/Olympus' }] }), 'clients.0.timeZone: is not a time zone'],
    [file({ clients: [makeClient(), { ...makeClient('B'), allowance: -1 }] }), 'clients.1.allowance: '],
    [file({ calls: [makeCall({ rule: 'FREQ=SECONDLY' })] }), 'calls.0.rule: is no rule'],
    [file({ calls: [{ ...makeCall(), start: '2026-02-30T10:00' }] }), 'calls.0.start: is not a time of the calendar'],
    [file({ requests: [makeRequest('a', { contacts: [] })] }), 'requests.0.contacts: '],
    [
      file({ requests: [{ ...makeRequest('a'), contacts: [makeContact('yesterday')] }] }),
      'requests.0.contacts.0.at: is not an instant',
    ],
    [file({ requests: [{ ...makeRequest('a'), neededBy: '2026-13-01' }] }), 'requests.0.neededBy: is not a day'],
  ])('refuses %s with the file and the place', (text, reason) => {
    const [refused] = reasons(text);
    expect(refused?.file).toBe('book.json');
    expect(refused?.reason).toContain(reason);
  });

  it('takes the good records beside a bad one', () => {
    const { book, refused } = readOwnJson(
      'book.json',
      file({ clients: [makeClient(), 7, { ...makeClient('Acme'), limit: 'whatever' }, makeClient('Initech')] }),
    );
    expect(book.clients.map(({ name }) => name)).toEqual(['Globex', 'Initech']);
    expect(refused.map(({ reason }) => reason.split(':')[0])).toEqual(['clients.1', 'clients.2.limit']);
  });

  it('turns instants with an offset into UTC, or they would not sort', () => {
    const request = makeRequest('a', {
      contacts: [makeContact('2026-11-24T11:20:00+01:00'), makeContact('2026-11-24T10:30Z')],
    });
    const { book } = readOwnJson('book.json', file({ requests: [request] }));
    expect(book.requests[0]?.contacts.map(({ at }) => at)).toEqual(['2026-11-24T10:20:00Z', '2026-11-24T10:30:00Z']);
  });

  it('cleans what it takes: no control characters, one line where one belongs', () => {
    const { book } = readOwnJson(
      'book.json',
      file({ clients: [makeClient('Glo\u0000bex\nInc', { notes: 'a\r\nb\u202e' })] }),
    );
    expect(book.clients[0]).toMatchObject({ name: 'Glo bex Inc', notes: 'a\nb' });
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => void readOwnJson('x', text)),
      { numRuns: 200 },
    );
    const anyRecord = fc.record({
      format: fc.constant(OWN_FORMAT),
      version: fc.constantFrom(0, 1, -1),
      clients: fc.jsonValue(),
      calls: fc.array(fc.jsonValue()),
      requests: fc.array(fc.jsonValue()),
      settings: fc.jsonValue(),
    });
    fc.assert(
      fc.property(anyRecord, (value) => {
        const { book } = readOwnJson('x', JSON.stringify(value));
        expect(book).toMatchObject({ ...nothing, requests: [] });
      }),
      { numRuns: 200 },
    );
  });
});

describe('the contacts as CSV', () => {
  const csv = (state: State, timeZone = 'Europe/Vienna') =>
    contactsAsCsv(knownRequests(state), (request) => clientOf(state, request), timeZone);
  const globex = makeClient('Globex', { people: [makePerson('Dana')] });

  it('is one line a contact, oldest first, in my zone', () => {
    const state = makeState({
      clients: [globex],
      requests: [
        makeRequest('a', {
          subject: 'invoice',
          contacts: [
            makeContact('2026-11-24T10:00:00Z', 'call', { minutes: 12, personId: 'per_Dana' }),
            makeContact('2026-11-23T10:00:00Z', 'missed-call', { count: 3, subject: 'first', isAfterHours: true }),
          ],
        }),
      ],
      history: {
        '2026-11': [
          makeRequest('b', {
            status: 'done',
            closedAt: '2026-11-24T10:00:00Z',
            contacts: [makeContact('2026-11-23T11:00:00Z', 'email', { direction: 'out' })],
          }),
        ],
      },
    });
    expect(csv(state).split('\r\n')).toEqual([
      'at,client,person,channel,direction,count,minutes,subject,status,afterHours',
      '2026-11-23T11:00:00+01:00,Globex,,missed-call,in,3,,first,open,true',
      '2026-11-23T12:00:00+01:00,Globex,,email,out,1,,b,done,false',
      '2026-11-24T11:00:00+01:00,Globex,Dana,call,in,1,12,invoice,open,false',
      '',
    ]);
  });

  it('goes by the instant in the hour that comes twice', () => {
    const contacts = ['2026-10-25T01:15:00Z', '2026-10-25T00:30:00Z'].map((at) => makeContact(at, 'chat'));
    const lines = csv(makeState({ clients: [globex], requests: [makeRequest('a', { contacts })] })).split('\r\n');
    expect(lines.slice(1, 3).map((line) => line.slice(0, 25))).toEqual([
      '2026-10-25T02:30:00+02:00',
      '2026-10-25T02:15:00+01:00',
    ]);
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['=cmd|"/c calc"!A1', `"'=cmd|""/c calc""!A1"`],
    ['+49 30', "'+49 30"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1', "'＝1"],
    ['a, b', '"a, b"'],
    ['say "x"', '"say ""x"""'],
    ['plain = text', 'plain = text'],
    ["'quoted", "'quoted"],
  ])('keeps %s as text', (subject, written) => {
    const line = csv(makeState({ clients: [globex], requests: [makeRequest('a', { subject })] })).split('\r\n')[1];
    expect(line).toBe(`2026-11-23T10:00:00+01:00,Globex,,missed-call,in,1,,${written},open,false`);
    const named = csv(makeState({ clients: [{ ...globex, name: subject }], requests: [makeRequest('a')] })).split(
      '\r\n',
    )[1];
    expect(named).toBe(`2026-11-23T10:00:00+01:00,${written},,missed-call,in,1,,a,open,false`);
  });
});
