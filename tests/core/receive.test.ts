import { describe, expect, it } from 'vitest';
import { findJoined } from '../../electron/core/joining';
import type { State } from '../../electron/core/model/state';
import { circumstancesOf, type Incoming, namesEmergency, receive } from '../../electron/core/receive';
import { countContacts } from '../../electron/core/records';
import {
  makeCall,
  makeClient,
  makeContact,
  makeDiary,
  makePerson,
  makeRequest,
  makeSettings,
  makeState,
  momentAt,
  vienna,
} from '../helpers/build';

const dana = makePerson('Dana');
const lee = makePerson('Lee');
const globex = makeClient('Globex', { people: [dana, lee], emergency: 'production down; data loss' });
const acme = makeClient('Acme');
/** Tuesday 24 November 2026, 11:20 in Vienna: working hours, no call, no callback block. */
const NOON = '2026-11-24T11:20';

function incoming(more: Partial<Incoming> = {}): Incoming {
  return {
    client: globex,
    personId: dana.id,
    channel: 'missed-call',
    direction: 'in',
    count: 1,
    at: vienna(NOON),
    subject: '',
    claimedUrgent: false,
    isEmergency: false,
    ...more,
  };
}

function stateWith(...requests: State['requests'][number][]): State {
  return makeState({ clients: [globex, acme], calls: [makeCall()], requests });
}

function take(state: State, more: Partial<Incoming> = {}) {
  const given = incoming(more);
  return receive(state, given, momentAt(given.at));
}

/** A request of Globex whose last contact was so many minutes before eleven twenty. */
function earlier(
  id: string,
  subject: string,
  minutesAgo: number,
  more: Parameters<typeof makeRequest>[1] = {},
  person = dana.id,
) {
  const at = vienna(NOON).subtract({ minutes: minutesAgo }).toString();
  return makeRequest(id, {
    subject,
    contacts: [makeContact(at, 'missed-call', { personId: person, subject })],
    ...more,
  });
}

describe('which request a contact joins', () => {
  const cases: [string, State['requests'][number][], Partial<Incoming>, string | undefined][] = [
    ['nothing open: a new one', [], { subject: 'invoice' }, undefined],
    ['the same subject, days later', [earlier('a', 'invoice', 3000)], { subject: 'invoice' }, 'a'],
    ['the same subject in other letters', [earlier('a', 'Grüße', 3000)], { subject: 'GRUSSE' }, 'a'],
    [
      'accents and capitals do not part subjects',
      [earlier('a', 'Rechnung für Zoë', 3000)],
      { subject: 'rechnung FUR zoe' },
      'a',
    ],
    ['a longer wording of it', [earlier('a', 'invoice', 3000)], { subject: 'the invoice for October' }, 'a'],
    ['a shorter wording of it', [earlier('a', 'invoice for October', 3000)], { subject: 'invoice' }, 'a'],
    ['another form of it', [earlier('a', 'invoice', 3000)], { subject: 'invoices of the year' }, 'a'],
    ['a word that only begins alike', [earlier('a', 'report', 3000)], { subject: 'reporter' }, undefined],
    ['only small words in common', [earlier('a', 'about the', 3000)], { subject: 'the new' }, undefined],
    ['another subject', [earlier('a', 'invoice', 3000)], { subject: 'rollout' }, undefined],
    [
      'the subject of another client',
      [earlier('a', 'invoice', 30, { clientId: 'cli_Acme' })],
      { subject: 'invoice' },
      undefined,
    ],
    [
      'no subject: the newest of theirs',
      [earlier('a', 'x1', 3000), earlier('b', 'x2', 2000), earlier('c', 'x3', 2500)],
      {},
      'b',
    ],
    ['no subject, nothing of theirs', [earlier('a', 'x', 30, { clientId: 'cli_Acme' })], {}, undefined],
    [
      'no subject: one made later counts by its last contact',
      [earlier('a', 'x1', 100), earlier('b', 'x2', 200)],
      {},
      'a',
    ],
    ['a subject 20 minutes after an empty one', [earlier('a', '', 20)], { subject: 'rollout' }, 'a'],
    ['a subject 21 minutes after an empty one', [earlier('a', '', 21)], { subject: 'rollout' }, undefined],
    [
      'another subject within 20 minutes is another matter',
      [earlier('a', 'invoice', 5)],
      { subject: 'rollout' },
      undefined,
    ],
    ['another person within 20 minutes', [earlier('a', '', 5, {}, lee.id)], { subject: 'rollout' }, undefined],
    ['a person not known within 20 minutes', [earlier('a', '', 5)], { subject: 'rollout', personId: undefined }, 'a'],
    [
      'a burst goes to its own, not to the newest',
      [earlier('a', 'old', 5, {}, lee.id), earlier('b', 'mine', 15)],
      {},
      'b',
    ],
    ['an entry made afterwards for a time before', [earlier('a', '', -15)], { subject: 'rollout' }, 'a'],
    [
      'the same subject beats a burst',
      [earlier('a', '', 5), earlier('b', 'rollout', 3000)],
      { subject: 'rollout' },
      'b',
    ],
    [
      'what waits for an answer is joined',
      [earlier('a', 'invoice', 3000, { status: 'waiting' })],
      { subject: 'invoice' },
      'a',
    ],
    [
      'what is parked is not',
      [earlier('a', 'invoice', 3000, { status: 'parked', parkedUntil: '2026-12-24' })],
      {},
      undefined,
    ],
  ];
  it.each(cases)('%s', (_, requests, more, expected) => {
    const { request, joinedBy } = take(stateWith(...requests), more);
    expect(joinedBy !== undefined).toBe(expected !== undefined);
    expect(request.id).toBe(expected ?? 'req_new2');
  });

  const whys: [string, State['requests'][number][], Partial<Incoming>, string, string][] = [
    ['its thread', [earlier('a', 'x', 9), earlier('b', 'y', 5)], { joins: 'a', subject: 'z' }, 'a', 'thread'],
    [
      'another language, another channel',
      [earlier('a', 'invoice', 3000)],
      { subject: 're: faktúra', channel: 'email' },
      'a',
      'same-subject',
    ],
    ['minutes later, no subject', [earlier('a', 'invoice', 15)], {}, 'a', 'burst'],
    ['minutes later, "call me back"', [earlier('a', 'invoice', 15)], { subject: 'call me back' }, 'a', 'burst'],
    ['minutes after "call me back"', [earlier('a', 'call me back', 15)], { subject: 'rollout' }, 'a', 'burst'],
    ['hours later, no subject', [earlier('a', 'invoice', 300)], {}, 'a', 'newest'],
    [
      'the closer one of two that fit, though it is older',
      [earlier('a', 'invoice 12', 3000), earlier('b', 'invoice', 40)],
      { subject: 'Rechnung 12' },
      'a',
      'same-subject',
    ],
  ];
  it.each(whys)('says why: %s', (_, requests, more, id, why) => {
    const { request, joinedBy } = take(stateWith(...requests), more);
    expect([request.id, joinedBy]).toEqual([id, why]);
  });

  it.each(['question', 'call me back', 'urgent', 'dringend', 'bitte um Rückruf', 'otázka', 'gọi lại'])(
    'joins nothing of another day by "%s" alone, not even the same words',
    (subject) => {
      expect(take(stateWith(earlier('a', subject, 3000), earlier('b', 'invoice', 300)), { subject }).joinedBy).toBe(
        undefined,
      );
    },
  );

  it('takes the subject that a request lacked, and keeps one given by hand', () => {
    const unsaid = earlier('a', 'call me back', 15);
    expect(take(stateWith(unsaid), { subject: 'rollout' }).request.subject).toBe('rollout');
    const byHand = { ...unsaid, subject: 'a question of Dana' };
    expect(take(stateWith(byHand), {}).request.subject).toBe('a question of Dana');
  });

  it('looks through fifty open requests in less than a millisecond', () => {
    const requests = Array.from({ length: 50 }, (_, index) =>
      earlier(`r${index}`, `${index} Serverausfall in der Niederlassung ${index}`, 3000 + index),
    );
    const state = stateWith(...requests);
    const coming = incoming({ subject: 'neue Lizenzen für die Buchhaltung' });
    const times = Array.from({ length: 41 }, () => {
      const from = process.cpuUsage();
      for (let each = 0; each < 10; each += 1) findJoined(state, coming);
      const { user, system } = process.cpuUsage(from);
      return (user + system) / 10_000;
    }).sort((a, b) => a - b);
    expect(times[20]).toBeLessThan(1);
  });

  it('goes by the joining time of the client', () => {
    const patient = { ...globex, joinWithinMinutes: 60 };
    const state = { ...stateWith(earlier('a', '', 45)), clients: [patient] };
    expect(take(state, { client: patient, subject: 'rollout' }).request.id).toBe('a');
    const never = { ...globex, joinWithinMinutes: 0 };
    expect(take({ ...state, clients: [never] }, { client: never, subject: 'rollout' }).joinedBy).toBeUndefined();
  });

  it('does not join what is over', () => {
    const state = makeState({
      clients: [globex],
      history: { '2026-11': [earlier('a', 'invoice', 10, { status: 'done' })] },
    });
    expect(take(state, { subject: 'invoice' }).joinedBy).toBeUndefined();
  });
});

describe('what joining changes', () => {
  it('makes three contacts of a burst one request ×5 that keeps the first subject given', () => {
    let state = stateWith();
    for (const more of [
      { count: 2 },
      { at: vienna('2026-11-24T11:30'), channel: 'voicemail' as const },
      { at: vienna('2026-11-24T11:41'), count: 2, subject: 'invoice' },
      { at: vienna('2026-11-24T16:00'), subject: 'invoice for October' },
    ])
      state = take(state, more).state;
    expect(state.requests).toHaveLength(1);
    const [request] = state.requests;
    expect(request && countContacts(request)).toBe(6);
    expect(request?.subject).toBe('invoice');
    expect(request?.contacts.map((contact) => contact.count)).toEqual([2, 1, 2, 1]);
  });

  it('opens what waited for an answer, unless the contact is mine', () => {
    const state = stateWith(earlier('a', 'invoice', 300, { status: 'waiting' }));
    expect(take(state, { subject: 'invoice' }).request.status).toBe('open');
    expect(take(state, { subject: 'invoice', direction: 'out' }).request.status).toBe('waiting');
  });

  it.each([
    ['2026-11-27', '2026-11-25', '2026-11-25'],
    ['2026-11-25', '2026-11-27', '2026-11-25'],
    [undefined, '2026-11-27', '2026-11-27'],
    ['2026-11-27', undefined, '2026-11-27'],
    [undefined, undefined, undefined],
  ])('needed by %s, then %s: %s holds', (first, second, expected) => {
    const state = stateWith(earlier('a', 'invoice', 300, { neededBy: first }));
    expect(take(state, { subject: 'invoice', neededBy: second }).request.neededBy).toBe(expected);
  });

  it('is urgent no more once they say that there is no hurry, and only then', () => {
    const state = stateWith(earlier('a', 'invoice', 300, { claimedUrgent: true }));
    const isUrgent = (more: Partial<Incoming>) => take(state, { subject: 'invoice', ...more }).request.claimedUrgent;
    expect(isUrgent({ channel: 'email', text: 'No hurry with the invoice.' })).toBe(false);
    expect(isUrgent({ neededWords: 'ohne Eile' })).toBe(false);
    expect(isUrgent({ channel: 'email', direction: 'out', text: 'I hope there is no hurry?' })).toBe(true);
    expect(isUrgent({ text: 'no hurry', at: vienna('2026-11-20T09:00') })).toBe(true);
  });

  it('stays urgent once it was called so', () => {
    const state = stateWith(earlier('a', 'invoice', 300, { claimedUrgent: true }));
    expect(take(state, { subject: 'invoice' }).request.claimedUrgent).toBe(true);
    expect(
      take(stateWith(earlier('a', 'invoice', 300)), { subject: 'invoice', claimedUrgent: true }).request.claimedUrgent,
    ).toBe(true);
  });

  it('leaves hand-made order, pins, minutes and notes alone', () => {
    const pin = { callId: 'call_1', occurrence: '2026-12-04T10:00' };
    const state = stateWith(earlier('a', 'invoice', 300, { pin, position: 3, minutes: 25, notes: 'n', mine: false }));
    expect(take(state, { subject: 'invoice' }).request).toMatchObject({
      pin,
      position: 3,
      minutes: 25,
      notes: 'n',
      mine: false,
    });
  });

  it('takes the minutes that the settings give to how it came, else the usual ones', () => {
    const state = { ...stateWith(), settings: makeSettings({ itemMinutes: { voicemail: 25 } }) };
    expect(take(state, { channel: 'voicemail', subject: 'x' }).request.minutes).toBe(25);
    expect(take(state, { channel: 'email', subject: 'x' }).request.minutes).toBe(5);
  });

  it('makes a sample that an own contact joins an own entry', () => {
    const state = stateWith(earlier('a', 'invoice', 300, { isSample: true }));
    expect(take(state, { subject: 'invoice' }).request.isSample).toBeUndefined();
  });

  it('changes nothing of the state it was given', () => {
    const state = stateWith(earlier('a', 'invoice', 300));
    const before = JSON.stringify(state);
    take(state, { subject: 'invoice' });
    expect(JSON.stringify(state)).toBe(before);
  });
});

describe('emergencies', () => {
  it.each([
    ['marked by hand', { isEmergency: true, subject: 'anything' }, 'confirmed'],
    ['in the agreed words', { subject: 'production down since nine' }, 'suspected'],
    ['in the agreed words, in capitals', { subject: 'PRODUCTION DOWN!' }, 'suspected'],
    ['in the second of the phrases', { subject: 'fear of data loss' }, 'suspected'],
    ['in the line, not the subject', { subject: '', text: 'Dana: production down' }, 'suspected'],
    ['only in some of the words', { subject: 'production is slow' }, undefined],
    ['in parts of longer words', { subject: 'reproduction downtown' }, undefined],
    ['called urgent', { subject: 'invoice', claimedUrgent: true }, undefined],
  ])('%s', (_, more, expected) => {
    expect(take(stateWith(), more).request.emergency).toBe(expected);
  });

  it('stays confirmed, and is confirmed by a mark on a later contact', () => {
    const suspected = take(stateWith(), { subject: 'production down' }).state;
    expect(take(suspected, { subject: 'production down' }).request.emergency).toBe('suspected');
    const confirmed = take(suspected, { subject: 'production down', isEmergency: true });
    expect(confirmed.request.emergency).toBe('confirmed');
    expect(take(confirmed.state, { subject: 'production down' }).request.emergency).toBe('confirmed');
  });

  it.each([
    ['', 'production down', false],
    ['  ;, \n', 'production down', false],
    ['site down, payments failing', 'the payments are failing', false],
    ['site down, payments failing', 'payments failing in EU', true],
    ['Störung', 'STORUNG im Werk', true],
    ['a; the', 'the a', false],
  ])('agreed %j, said %j: %s', (emergency, text, expected) => {
    expect(namesEmergency({ emergency }, text)).toBe(expected);
  });
});

describe('when we spoke', () => {
  const cases: [string, Partial<Incoming>, string][] = [
    ['without a subject', { channel: 'call' }, 'done'],
    ['in person without a subject', { channel: 'in-person' }, 'done'],
    ['and it is fixed', { channel: 'call', subject: 'login fixed' }, 'done'],
    ['and it is, in German', { channel: 'call', subject: 'Rechnung hat sich erledigt' }, 'done'],
    ['and it is, in Slovak', { channel: 'call', subject: 'faktúra vyriešená' }, 'done'],
    ['and it is, in Vietnamese', { channel: 'call', subject: 'hóa đơn đã giải quyết' }, 'done'],
    ['and it is, in French', { channel: 'call', subject: "facture, c'est réglé" }, 'done'],
    ['and it is, in Spanish', { channel: 'call', subject: 'factura resuelta' }, 'done'],
    ['and it is not settled yet', { channel: 'call', subject: 'login not fixed yet' }, 'open'],
    ['noch nicht', { channel: 'call', subject: 'Login noch nicht gelöst' }, 'open'],
    ['ešte nie', { channel: 'call', subject: 'faktúra ešte nie je vyriešená' }, 'open'],
    ['chưa', { channel: 'call', subject: 'hóa đơn chưa xong' }, 'open'],
    ['pas encore', { channel: 'call', subject: 'facture pas encore réglée' }, 'open'],
    ['sin', { channel: 'call', subject: 'factura sin resolver' }, 'open'],
    ['and it is not', { channel: 'call', subject: 'login broken' }, 'open'],
    [
      'and something is needed by a day',
      { channel: 'call', subject: 'settled the plan', neededBy: '2026-11-27' },
      'open',
    ],
    ['and it is urgent', { channel: 'call', claimedUrgent: true }, 'open'],
    ['I called out, no subject', { channel: 'call', direction: 'out' }, 'done'],
    ['no: a voicemail', { channel: 'voicemail' }, 'open'],
    ['no: a mail that says fixed', { channel: 'email', subject: 'login fixed' }, 'open'],
  ];
  it.each(cases)('%s: %s', (_, more, status) => {
    const { request, state } = take(stateWith(), more);
    expect(request.status).toBe(status);
    expect(request.closedAt).toBe(status === 'done' ? '2026-11-24T10:20:00Z' : undefined);
    expect(state.requests).toHaveLength(status === 'done' ? 0 : 1);
    expect(state.history['2026-11'] ?? []).toHaveLength(status === 'done' ? 1 : 0);
  });

  it('finishes an open request that it is about, when it is settled', () => {
    const open = stateWith(earlier('a', 'login', 300));
    const { request, state } = take(open, { channel: 'call', subject: 'login fixed' });
    expect(request).toMatchObject({ id: 'a', status: 'done', closedAt: '2026-11-24T10:20:00Z' });
    expect(state.requests).toHaveLength(0);
    expect(take(open, { channel: 'call', subject: 'login not fixed yet' }).request.status).toBe('open');
    expect(take(open, { channel: 'voicemail', subject: 'login fixed' }).request.status).toBe('open');
  });

  it('does not finish an open request that it joins', () => {
    expect(take(stateWith(earlier('a', 'invoice', 300)), { channel: 'call' }).request).toMatchObject({
      id: 'a',
      status: 'open',
    });
  });
});

describe('minutes that a request takes in a call', () => {
  it.each([
    ['missed-call' as const, 10],
    ['voicemail' as const, 10],
    ['email' as const, 5],
    ['chat' as const, 5],
  ])('%s: %i', (channel, minutes) => {
    expect(take(stateWith(), { channel, subject: 'x' }).request.minutes).toBe(minutes);
  });
});

describe('what held when it came', () => {
  const { settings } = makeState();
  const calls = [makeCall(), makeCall({ id: 'call_acme', clientId: 'cli_Acme', start: '2026-09-04T14:00' })];
  const FRIDAY = { callId: 'call_1', occurrence: '2026-11-27T10:00' };
  it.each([
    ['an hour of work', '2026-11-27T09:30', { isAfterHours: false }],
    ['the first second of the call', '2026-11-27T10:00', { during: FRIDAY, isAfterHours: false }],
    ['the last minute of the call', '2026-11-27T10:29', { during: FRIDAY, isAfterHours: false }],
    ['the end of the call', '2026-11-27T10:30', { isAfterHours: false }],
    ["another client's call", '2026-11-27T14:10', { isAfterHours: false }],
    ['the callback block', '2026-11-27T16:45', { during: 'callback-block', isAfterHours: false }],
    ['the end of the callback block', '2026-11-27T17:15', { isAfterHours: false }],
    ['before work', '2026-11-27T08:59', { isAfterHours: true }],
    ['the first minute of work', '2026-11-27T09:00', { isAfterHours: false }],
    ['the end of work', '2026-11-27T17:30', { isAfterHours: true }],
    ['Sunday', '2026-11-29T11:00', { isAfterHours: true }],
  ])('%s', (_, local, expected) => {
    expect(circumstancesOf(makeDiary(settings, calls), 'cli_Globex', vienna(local))).toEqual(expected);
  });

  it('goes by the call as it was moved, under the name it had', () => {
    const moved = [makeCall({ exceptions: [{ occurrence: '2026-11-27T10:00', movedTo: '2026-11-28T08:00' }] })];
    expect(circumstancesOf(makeDiary(settings, moved), 'cli_Globex', vienna('2026-11-28T08:10'))).toEqual({
      during: FRIDAY,
      isAfterHours: true,
    });
    expect(circumstancesOf(makeDiary(settings, moved), 'cli_Globex', vienna('2026-11-27T10:10'))).toEqual({
      isAfterHours: false,
    });
  });

  it('sees a callback block that runs past midnight', () => {
    const late = { ...settings, callbackBlocks: [{ id: 'b', weekdays: [4], from: '23:30', minutes: 60 }] };
    expect(circumstancesOf(makeDiary(late), 'cli_Globex', vienna('2026-11-27T00:20'))).toEqual({
      during: 'callback-block',
      isAfterHours: true,
    });
    expect(circumstancesOf(makeDiary(late), 'cli_Globex', vienna('2026-11-27T00:30'))).toEqual({ isAfterHours: true });
  });
});
