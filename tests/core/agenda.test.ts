import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agendasOf, isPromiseBroken, pinOf, placeOf } from '../../electron/core/agenda';
import { clashOf } from '../../electron/core/calls/clashes';
import { sayWay } from '../../electron/core/late-words';
import type { Exception } from '../../electron/core/model/call';
import type { Request, UsedReply } from '../../electron/core/model/request';
import type { State } from '../../electron/core/model/state';
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

const NOW = vienna('2026-11-24T11:20');
const ref = (local: string, callId = 'call_1') => ({ callId, occurrence: local });
const [NOV27, DEC4, DEC11] = ['2026-11-27T10:00', '2026-12-04T10:00', '2026-12-11T10:00'];

/** Agendas that hold something, by the day of their call: `27: a b`. */
function layout(state: State, now = NOW): string[] {
  const { agendas, unplaced } = agendasOf(state, 'cli_Globex', now);
  const full = agendas.filter(({ items }) => items.length > 0);
  const rows = full.map(
    ({ occurrence, items }) =>
      `${occurrence.startsAt.toZonedDateTimeISO('Europe/Vienna').day}: ${items.map((item) => item.id).join(' ')}`,
  );
  return unplaced.length > 0 ? [...rows, `none: ${unplaced.map((item) => item.id).join(' ')}`] : rows;
}

function request(id: string, more: Partial<Request> = {}, at = '2026-11-23T09:00:00Z'): Request {
  return makeRequest(id, { contacts: [makeContact(at, 'missed-call', { id: `con_${id}` })], ...more });
}

const sent = (occurrence: string, more: Partial<UsedReply> = {}) =>
  makeReply({
    names: { ...ref(occurrence), startsAt: vienna(occurrence).toString() },
    sentAt: '2026-11-23T15:00:00Z',
    ...more,
  });

describe('filling the calls', () => {
  it('goes by age, and what does not fit goes to the next call', () => {
    const list = ['a', 'b', 'c', 'd'].map((id, index) => request(id, {}, `2026-11-2${index}T09:00:00Z`));
    expect(layout(makeState({ requests: list.toReversed() }))).toEqual(['27: a b c', '4: d']);
  });

  it('puts what fits into the gap that something longer left', () => {
    const requests = [
      request('a', { minutes: 20 }),
      request('long', { minutes: 15 }, '2026-11-23T10:00:00Z'),
      request('b', { minutes: 10 }, '2026-11-23T11:00:00Z'),
    ];
    expect(layout(makeState({ requests }))).toEqual(['27: a b', '4: long']);
  });

  it('gives what is longer than any call one of its own', () => {
    const requests = [
      request('a'),
      request('huge', { minutes: 120 }, '2026-11-23T10:00:00Z'),
      request('b', {}, '2026-11-23T11:00:00Z'),
    ];
    expect(layout(makeState({ requests }))).toEqual(['27: a b', '4: huge']);
  });

  it('fills a call to the minute', () => {
    const requests = [
      request('a', { minutes: 29 }),
      request('b', { minutes: 1 }, '2026-11-23T10:00:00Z'),
      request('c', { minutes: 1 }, '2026-11-23T11:00:00Z'),
    ];
    expect(layout(makeState({ requests }))).toEqual(['27: a b', '4: c']);
  });

  it('leaves without a place what no call takes', () => {
    expect(layout(makeState({ calls: [], requests: [request('a')] }))).toEqual(['none: a']);
    expect(layout(makeState({ calls: [makeCall({ endsOn: '2026-11-20' })], requests: [request('a')] }))).toEqual([
      'none: a',
    ]);
    expect(layout(makeState({ calls: [makeCall({ clientId: 'cli_Acme' })], requests: [request('a')] }))).toEqual([
      'none: a',
    ]);
    const many = Array.from({ length: 40 }, (_, index) => request(`r${index}`));
    expect(agendasOf(makeState({ requests: many }), 'cli_Globex', NOW).unplaced).toHaveLength(40 - 12 * 3);
  });

  it('takes the earliest of several calls', () => {
    const calls = [makeCall(), makeCall({ id: 'call_2', rule: 'FREQ=WEEKLY;BYDAY=WE', start: '2026-09-02T15:00' })];
    expect(layout(makeState({ calls, requests: [request('a')] }))).toEqual(['25: a']);
  });

  it('takes what is open, and what was parked until a day that has come', () => {
    const requests = [
      request('open'),
      request('waiting', { status: 'waiting' }),
      request('parked', { status: 'parked', parkedUntil: '2026-11-25' }),
      request('back', { status: 'parked', parkedUntil: '2026-11-24' }, '2026-11-23T10:00:00Z'),
    ];
    expect(layout(makeState({ requests }))).toEqual(['27: open back']);
  });
});

describe('the order inside a call', () => {
  const older = '2026-11-20T09:00:00Z';
  const newer = '2026-11-23T09:00:00Z';
  it.each<[string, Request, Request]>([
    ['older first', request('a', {}, older), request('b', {}, newer)],
    ['need-by before age', request('a', { neededBy: '2026-12-24' }, newer), request('b', {}, older)],
    [
      'the earlier need-by',
      request('a', { neededBy: '2026-11-26' }, newer),
      request('b', { neededBy: '2026-11-27' }, older),
    ],
    ['by hand before need-by', request('a', { position: 2 }, newer), request('b', { neededBy: '2026-11-26' }, older)],
    [
      'by hand in its order',
      request('a', { position: 1 }, newer),
      request('b', { position: 2, neededBy: '2026-11-25' }, older),
    ],
    ['by hand before pins', request('a', { position: 1 }), request('b', { pin: ref(NOV27) }, older)],
    ['pins before need-by', request('a', { pin: ref(NOV27) }, newer), request('b', { neededBy: '2026-11-25' }, older)],
    [
      'emergencies before everything',
      request('a', { emergency: 'suspected' }, newer),
      request('b', { position: 1, neededBy: '2026-11-25', pin: ref(NOV27) }, older),
    ],
  ])('%s', (_, first, second) => {
    expect(layout(makeState({ requests: [second, first] }))).toEqual(['27: a b']);
    expect(layout(makeState({ requests: [first, second] }))).toEqual(['27: a b']);
  });

  it('decides who fits in the same order', () => {
    const fill = request('fill', { minutes: 20, position: 1 });
    const old = request('old', {}, older);
    const urgent = request('due', { neededBy: '2026-11-27' }, newer);
    expect(layout(makeState({ requests: [fill, old, urgent] }))).toEqual(['27: fill due', '4: old']);
  });
});

describe('pins and promises', () => {
  it('keeps what was pinned by hand, beyond the length of the call', () => {
    const pinned = ['a', 'b', 'c', 'd'].map((id) => request(id, { pin: ref(NOV27) }));
    expect(layout(makeState({ requests: [...pinned, request('e')] }))).toEqual(['27: a b c d', '4: e']);
  });

  it('keeps what was promised to be on a later call', () => {
    expect(layout(makeState({ requests: [request('a', { replies: [sent(DEC11)] })] }))).toEqual(['11: a']);
  });

  it.each<[string, Partial<Request>, string | undefined]>([
    ['nothing', {}, undefined],
    [
      'copied is no promise',
      { replies: [sent(DEC4, { sentAt: undefined, copiedAt: '2026-11-23T15:00:00Z' })] },
      undefined,
    ],
    ['mailed is none', { replies: [sent(DEC4, { sentAt: undefined, mailedAt: '2026-11-23T15:00:00Z' })] }, undefined],
    ['sent is one', { replies: [sent(DEC4)] }, DEC4],
    ['sent, but it names no call', { replies: [makeReply({ sentAt: '2026-11-23T15:00:00Z' })] }, undefined],
    ['the newest sent holds', { replies: [sent(DEC11, { sentAt: '2026-11-23T16:00:00Z' }), sent(DEC4)] }, DEC11],
    [
      'a later one that names none leaves it',
      { replies: [sent(DEC4), makeReply({ id: 'r2', sentAt: '2026-11-24T09:00:00Z' })] },
      DEC4,
    ],
    ['the hand has the last word', { pin: ref(DEC11), replies: [sent(DEC4)] }, DEC11],
  ])('%s', (_, more, expected) => {
    expect(pinOf(request('a', more))?.occurrence).toBe(expected);
  });

  it('finds a pin further ahead than the calls that are filled', () => {
    const far = request('a', { pin: ref('2027-06-18T10:00') });
    expect(placeOf(makeState({ requests: [far] }), 'a', NOW)?.occurrence).toBe('2027-06-18T10:00');
  });

  it.each([
    ['its call is over', ref('2026-11-20T10:00')],
    ['its call never was', ref('2026-11-26T10:00')],
    ['its call is gone', ref(NOV27, 'call_gone')],
  ])('lets a pin go when %s', (_, pin) => {
    expect(layout(makeState({ requests: [request('a', { pin })] }))).toEqual(['27: a']);
  });

  it('goes with a moved call, and to the next when it is skipped', () => {
    const requests = [request('a', { replies: [sent(NOV27)] })];
    const moved = makeCall({ exceptions: [{ occurrence: NOV27, movedTo: '2026-12-08T09:00' }] });
    expect(layout(makeState({ calls: [moved], requests }))).toEqual(['8: a']);
    const skipped = makeCall({ exceptions: [{ occurrence: NOV27 }] });
    expect(layout(makeState({ calls: [skipped], requests }))).toEqual(['4: a']);
  });

  it.each<[string, Partial<Request>, Parameters<typeof makeCall>[0], string, boolean]>([
    ['nothing was sent', {}, {}, NOV27, false],
    ['it takes place as promised', { replies: [sent(NOV27)] }, {}, NOV27, false],
    ['the call was skipped', { replies: [sent(NOV27)] }, { exceptions: [{ occurrence: NOV27 }] }, NOV27, true],
    [
      'the call was moved',
      { replies: [sent(NOV27)] },
      { exceptions: [{ occurrence: NOV27, movedTo: '2026-11-27T11:00' }] },
      NOV27,
      true,
    ],
    ['the call ended before', { replies: [sent(NOV27)] }, { endsOn: '2026-11-20' }, NOV27, true],
    ['the whole series is at another time', { replies: [sent(NOV27)] }, { start: '2026-09-04T11:00' }, NOV27, true],
    [
      'only copied',
      { replies: [sent(NOV27, { sentAt: undefined })] },
      { exceptions: [{ occurrence: NOV27 }] },
      NOV27,
      false,
    ],
    [
      'a newer reply named the new time',
      { replies: [sent(NOV27), sent(DEC4, { sentAt: '2026-11-24T09:00:00Z' })] },
      { exceptions: [{ occurrence: NOV27 }] },
      NOV27,
      false,
    ],
  ])('is a promise broken when %s?', (_, more, call, __, expected) => {
    expect(isPromiseBroken(makeState({ calls: [makeCall(call)] }), request('a', more), NOW)).toBe(expected);
  });

  it('is a broken promise when the call is gone, and none once its time is over', () => {
    const promised = request('a', { replies: [sent(NOV27)] });
    expect(isPromiseBroken(makeState({ calls: [] }), promised, NOW)).toBe(true);
    expect(isPromiseBroken(makeState({ calls: [] }), promised, vienna('2026-11-27T10:01'))).toBe(false);
  });
});

describe('a call on a holiday or a day off', () => {
  const off = (more: Partial<State> = {}) =>
    makeState({
      settings: makeSettings({ daysOff: [{ id: 'o', from: '2026-11-27', to: '2026-11-27', name: '' }] }),
      ...more,
    });

  it('takes nothing: its items go to the next', () => {
    expect(layout(off({ requests: [request('a')] }))).toEqual(['4: a']);
  });
  it('lets go of what was pinned to it or promised for it', () => {
    const requests = [request('a', { pin: ref(NOV27) }), request('b', { replies: [sent(NOV27)] })];
    expect(layout(off({ requests }))).toEqual(['4: a b']);
  });
  it('takes them back once it is held or moved', () => {
    const requests = [request('a', { pin: ref(NOV27) })];
    const held = makeCall({ exceptions: [{ occurrence: NOV27, movedTo: NOV27 }] });
    const moved = makeCall({ exceptions: [{ occurrence: NOV27, movedTo: '2026-11-26T10:00' }] });
    expect(layout(off({ requests, calls: [held] }))).toEqual(['27: a']);
    expect(layout(off({ requests, calls: [moved] }))).toEqual(['26: a']);
  });
  it('breaks a promise that named it, until it is held', () => {
    const promised = request('a', { replies: [sent(NOV27)] });
    const held = makeCall({ exceptions: [{ occurrence: NOV27, movedTo: NOV27 }] });
    expect(isPromiseBroken(off(), promised, NOW)).toBe(true);
    expect(isPromiseBroken(off({ calls: [held] }), promised, NOW)).toBe(false);
  });
  it('holds more when it was made longer', () => {
    const longer = makeCall({ exceptions: [{ occurrence: NOV27, movedTo: NOV27, minutes: 40 }] });
    const requests = ['a', 'b', 'c', 'd'].map((id) => request(id));
    expect(layout(makeState({ calls: [longer], requests }))).toEqual(['27: a b c d']);
  });
});

describe('what no call takes in time', () => {
  const ways = (state: State, now = NOW) =>
    agendasOf(state, 'cli_Globex', now).late.map(
      (item) => `${item.request.id}: ${item.ways.map((way) => sayWay(way, 'Europe/Vienna')).join('; ')}`,
    );
  const full = ['a', 'b', 'c'].map((id) => request(id, { position: 1 }));

  it('can have a longer call, an extra one, a callback or an answer in writing', () => {
    const requests = [...full, request('due', { neededBy: '2026-11-27', minutes: 15 })];
    const state = makeState({ requests });
    expect(layout(state)).toEqual(['27: a b c', '4: due']);
    expect(agendasOf(state, 'cli_Globex', NOW).late[0]?.placedOn?.occurrence).toBe(DEC4);
    expect(ways(state)).toMatchInlineSnapshot(`
      [
        "due: make the call 45 minutes long on Friday 27 November, 10:00; have an extra call on Tuesday 24 November, 12:30; have an extra call on Wednesday 25 November, 09:00; call back on Tuesday 24 November, 16:45; answer in writing",
      ]
    `);
  });
  it('can have no longer call where something follows it, or where it would take more than an hour', () => {
    const next = makeCall({ id: 'call_2', clientId: 'cli_Acme', start: '2026-09-04T10:30' });
    const clients = [makeClient(), makeClient('Acme')];
    const due = request('due', { neededBy: '2026-11-27', minutes: 15 });
    expect(ways(makeState({ clients, calls: [makeCall(), next], requests: [...full, due] }))[0]).not.toContain(
      'minutes long',
    );
    const huge = request('due', { neededBy: '2026-11-27', minutes: 61 });
    expect(ways(makeState({ requests: [...full, huge] }))[0]).not.toContain('minutes long');
  });
  it('counts the day in the zone of the client', () => {
    // Half past eight in the evening of Friday in Vienna is Saturday morning in Auckland.
    const calls = [makeCall({ start: '2026-09-04T20:30' })];
    const requests = [request('a', { neededBy: '2026-11-27' })];
    const far = makeState({ clients: [makeClient('Globex', { timeZone: 'Pacific/Auckland' })], calls, requests });
    expect(ways(far)).toHaveLength(1);
    expect(ways(makeState({ calls, requests }))).toEqual([]);
  });
  it('is told of those that no call takes at all, and only in writing when the day is over', () => {
    expect(ways(makeState({ calls: [], requests: [request('a', { neededBy: '2026-11-25' })] }))[0]).toMatch(
      /^a: call back on .*; answer in writing$/,
    );
    expect(ways(makeState({ requests: [request('a', { neededBy: '2026-11-20' })] }))).toEqual(['a: answer in writing']);
  });
  it('is nothing that was needed by a day a call meets, whatever came before without a day', () => {
    const older = ['a', 'b', 'c'].map((id) => request(id, {}, '2026-11-20T09:00:00Z'));
    const requests = [...older, request('due', { neededBy: '2026-11-27' })];
    expect(layout(makeState({ requests }))).toEqual(['27: due a b', '4: c']);
    expect(ways(makeState({ requests }))).toEqual([]);
  });
});

describe('time going by', () => {
  const state = makeState({ requests: [request('a')] });
  it.each([
    ['before the call', '2026-11-27T09:59', ['27: a']],
    ['during the call', '2026-11-27T10:29', ['27: a']],
    ['after the call, still open: it rolls on', '2026-11-27T10:30', ['4: a']],
  ])('%s', (_, now, expected) => {
    expect(layout(state, vienna(now))).toEqual(expected);
  });
});

describe('any state', () => {
  const aRequest = fc.record({
    minutes: fc.constantFrom(0, 5, 10, 30, 31, 300),
    status: fc.constantFrom('open' as const, 'waiting' as const, 'parked' as const),
    neededBy: fc.option(fc.constantFrom('2026-11-24', '2026-12-01'), { nil: undefined }),
    position: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    emergency: fc.option(fc.constant('confirmed' as const), { nil: undefined }),
    pin: fc.option(
      fc.constantFrom(
        ref(NOV27),
        ref(DEC11),
        ref('2026-11-13T10:00'),
        ref('2027-03-05T10:00'),
        ref(NOV27, 'call_gone'),
      ),
      { nil: undefined },
    ),
    isPromised: fc.boolean(),
    clientId: fc.constantFrom('cli_Globex', 'cli_Acme'),
  });
  const aState = fc
    .record({
      requests: fc.array(aRequest, { maxLength: 25 }),
      rules: fc.uniqueArray(
        fc.constantFrom('FREQ=WEEKLY;BYDAY=FR', 'FREQ=WEEKLY;BYDAY=TU,WE', 'FREQ=MONTHLY;BYDAY=1MO'),
        { maxLength: 3 },
      ),
      exception: fc.constantFrom<Exception[][]>(
        [],
        [{ occurrence: NOV27 }],
        [{ occurrence: NOV27, movedTo: '2026-12-04T10:00' }],
        [{ occurrence: DEC11, movedTo: '2026-11-25T08:00' }],
        [{ occurrence: NOV27, movedTo: NOV27 }],
        [{ occurrence: NOV27, movedTo: NOV27, minutes: 90 }],
      ),
      extra: fc.option(fc.constantFrom('2026-11-26T15:00', '2026-12-02T09:00'), { nil: undefined }),
      daysOff: fc.constantFrom(undefined, ['2026-11-27', '2026-11-27'], ['2026-11-24', '2027-01-10']),
      holiday: fc.option(fc.constantFrom('2026-11-27', '2026-12-01'), { nil: undefined }),
      endsOn: fc.option(fc.constant('2026-12-06'), { nil: undefined }),
    })
    .map(({ requests, rules, exception, endsOn, extra, daysOff, holiday }) =>
      makeState({
        clients: [makeClient('Globex', { country: 'XX' }), makeClient('Acme')],
        holidays: { XX: holiday ? [{ date: holiday, name: 'Holiday' }] : [] },
        settings: makeSettings({
          daysOff: daysOff ? [{ id: 'off', from: daysOff[0] ?? '', to: daysOff[1] ?? '', name: '' }] : [],
        }),
        calls: rules.map((rule, index) =>
          makeCall({
            id: `call_${index + 1}`,
            rule,
            exceptions: rule.endsWith('FR') ? exception : [],
            ...(endsOn && { endsOn }),
            ...(extra && { rdates: [extra] }),
          }),
        ),
        requests: requests.map(({ isPromised, ...more }, index) =>
          request(
            `r${index}`,
            { ...more, parkedUntil: '2026-11-24', replies: isPromised ? [sent(DEC4)] : [] },
            `2026-11-2${index % 4}T09:00:00Z`,
          ),
        ),
      }),
    );

  it('has every open request on exactly one agenda, or without a place', () => {
    fc.assert(
      fc.property(aState, (state) => {
        const { agendas, unplaced } = agendasOf(state, 'cli_Globex', NOW);
        const placed = [...agendas.flatMap(({ items }) => items), ...unplaced].map(({ id }) => id);
        const expected = state.requests
          .filter(({ clientId, status }) => clientId === 'cli_Globex' && status !== 'waiting')
          .map(({ id }) => id);
        expect(placed.toSorted()).toEqual(expected.toSorted());
        expect(new Set(agendas.map(({ occurrence }) => `${occurrence.callId} ${occurrence.occurrence}`)).size).toBe(
          agendas.length,
        );
      }),
      { numRuns: 100 },
    );
  });

  it('has nothing on a call that clashes', () => {
    fc.assert(
      fc.property(aState, (state) => {
        for (const { occurrence } of agendasOf(state, 'cli_Globex', NOW).agendas)
          expect(clashOf(state, occurrence)).toBeUndefined();
      }),
      { numRuns: 100 },
    );
  });

  it('tells exactly those as late whose call comes after their day, or that have none', () => {
    fc.assert(
      fc.property(aState, (state) => {
        const { agendas, unplaced, late } = agendasOf(state, 'cli_Globex', NOW);
        const expected = [
          ...agendas.flatMap(({ occurrence, items }) => {
            const day = occurrence.startsAt.toZonedDateTimeISO('Europe/Vienna').toPlainDate().toString();
            return items.filter(({ neededBy }) => neededBy !== undefined && neededBy < day);
          }),
          ...unplaced.filter(({ neededBy }) => neededBy !== undefined),
        ];
        expect(late.map(({ request: { id } }) => id).toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
        for (const item of late) expect(item.ways.at(-1)).toEqual({ kind: 'written' });
      }),
      { numRuns: 100 },
    );
  });

  it('leaves room on no earlier call for what is late', () => {
    fc.assert(
      fc.property(aState, (state) => {
        const { agendas, late } = agendasOf(state, 'cli_Globex', NOW);
        for (const { request: item } of late) {
          if (pinOf(item)) continue;
          const inTime = agendas.filter(
            ({ occurrence }) =>
              occurrence.startsAt.toZonedDateTimeISO('Europe/Vienna').toPlainDate().toString() <= (item.neededBy ?? ''),
          );
          // Only what comes before it in the order may stand in its way.
          for (const { occurrence, items } of inTime) {
            const before = items.filter(
              (other) =>
                pinOf(other) !== undefined ||
                other.emergency !== undefined ||
                other.position !== undefined ||
                (other.neededBy ?? '9') <= (item.neededBy ?? '9'),
            );
            const taken = before.reduce((sum, other) => sum + other.minutes, 0);
            expect(taken + item.minutes > occurrence.minutes || item.minutes === 0).toBe(true);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('fills no call beyond its length but by pins, emergencies and what is too long for any', () => {
    fc.assert(
      fc.property(aState, (state) => {
        for (const { items, minutesPlanned, occurrence } of agendasOf(state, 'cli_Globex', NOW).agendas) {
          expect(minutesPlanned).toBe(items.reduce((sum, item) => sum + item.minutes, 0));
          const loose = items.filter(
            (item) => pinOf(item) === undefined || pinOf(item)?.occurrence !== occurrence.occurrence,
          );
          if (minutesPlanned > occurrence.minutes && loose.length > 0)
            // Pins alone overfill it, or the only loose one is longer than the call.
            expect(loose.filter((item) => item.minutes > 0 && item.minutes <= occurrence.minutes)).toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('comes out the same when it was asked for before, at other times', () => {
    const minutes = fc.array(fc.integer({ min: 0, max: 60 * 24 * 20 }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(aState, minutes, fc.nat(59), (state, later, seconds) => {
        for (const each of later) {
          const now = NOW.add({ minutes: each, seconds });
          expect(layout(state, now)).toEqual(layout({ ...state }, now));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('comes out the same whatever the order of the records', () => {
    fc.assert(
      fc.property(aState, (state) => {
        const turned = { ...state, requests: state.requests.toReversed(), calls: state.calls.toReversed() };
        expect(layout(turned)).toEqual(layout(state));
      }),
      { numRuns: 60 },
    );
  });
});
