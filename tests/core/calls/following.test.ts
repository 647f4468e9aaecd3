import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agendasOf, isPromiseBroken } from '../../../electron/core/agenda';
import { setCall } from '../../../electron/core/calls/changes';
import { occurrencesBetween } from '../../../electron/core/calls/occurrences';
import type { StandingCall } from '../../../electron/core/model/call';
import { callSchema } from '../../../electron/core/model/call';
import type { State } from '../../../electron/core/model/state';
import { instant, makeCall, makeReply, makeRequest, makeState, momentAt, vienna } from '../../helpers/build';
import { refusalOf } from '../../helpers/refusal';

const NOW = vienna('2026-11-24T11:20');
const FRIDAY = '2026-11-27T10:00';
const [FROM, TO] = [vienna('2026-08-01T00:00'), vienna('2027-03-01T00:00')];
type Fields = Parameters<typeof setCall>[2];

function change(call: Partial<StandingCall>, fields: Fields, more: Partial<State> = {}) {
  return setCall(makeState({ calls: [makeCall(call)], ...more }), 'call_1', fields, momentAt(NOW));
}

/** Every start in the months around, on Vienna's clock; those of the former call first. */
function starts({ calls }: Pick<State, 'calls'>): string[] {
  return occurrencesBetween(calls, FROM, TO).map(({ startsAt }) =>
    startsAt.toZonedDateTimeISO('Europe/Vienna').toPlainDateTime().toString().slice(0, 16),
  );
}
const inDecember = (all: readonly string[]) => all.filter((each) => each >= '2026-11-13' && each < '2026-12-20');

describe('this and following', () => {
  it('keeps the past, and goes on at another time', () => {
    const { state, call } = change({ uid: 'abc' }, { from: FRIDAY, start: '2026-11-27T14:00', minutes: 45 });
    expect(inDecember(starts(state))).toEqual([
      ...['2026-11-13T10:00', '2026-11-20T10:00', '2026-11-27T14:00'],
      ...['2026-12-04T14:00', '2026-12-11T14:00', '2026-12-18T14:00'],
    ]);
    expect(call).toMatchObject({ id: 'call_new1', clientId: 'cli_Globex', minutes: 45 });
    expect(call.uid).toBeUndefined();
    expect(state.calls[0]).toMatchObject({ id: 'call_1', uid: 'abc', minutes: 30, endsOn: '2026-11-26' });
    for (const each of state.calls) expect(callSchema.safeParse(each).success).toBe(true);
  });

  it.each<[string, Partial<StandingCall>, Fields, string[]]>([
    [
      'to another weekday before it',
      {},
      { from: FRIDAY, rule: 'FREQ=WEEKLY;BYDAY=TU', start: '2026-11-24T15:00' },
      [
        '2026-11-13T10:00',
        '2026-11-20T10:00',
        '2026-11-24T15:00',
        '2026-12-01T15:00',
        '2026-12-08T15:00',
        '2026-12-15T15:00',
      ],
    ],
    [
      'with the first start of a form that nobody touched: only its time counts',
      {},
      { from: FRIDAY, start: '2026-09-04T11:00' },
      [
        '2026-11-13T10:00',
        '2026-11-20T10:00',
        '2026-11-27T11:00',
        '2026-12-04T11:00',
        '2026-12-11T11:00',
        '2026-12-18T11:00',
      ],
    ],
    [
      'every other week keeps its weeks',
      { rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR' },
      { from: FRIDAY, start: '2026-11-27T09:00' },
      ['2026-11-13T10:00', '2026-11-27T09:00', '2026-12-11T09:00'],
    ],
    [
      'what is left of a count',
      { rule: 'FREQ=WEEKLY;BYDAY=FR;COUNT=15' },
      { from: FRIDAY, minutes: 60 },
      ['2026-11-13T10:00', '2026-11-20T10:00', '2026-11-27T10:00', '2026-12-04T10:00', '2026-12-11T10:00'],
    ],
    [
      'a count of its own is meant for what is new',
      { rule: 'FREQ=WEEKLY;BYDAY=FR;COUNT=15' },
      { from: FRIDAY, rule: 'FREQ=WEEKLY;BYDAY=FR;COUNT=2' },
      ['2026-11-13T10:00', '2026-11-20T10:00', '2026-11-27T10:00', '2026-12-04T10:00'],
    ],
    [
      'the last one of UNTIL stays though it is later in the day',
      { rule: 'FREQ=WEEKLY;BYDAY=FR;UNTIL=20261211T090000Z' },
      { from: FRIDAY, start: '2026-11-27T16:00' },
      ['2026-11-13T10:00', '2026-11-20T10:00', '2026-11-27T16:00', '2026-12-04T16:00', '2026-12-11T16:00'],
    ],
    [
      'the one that UNTIL just leaves out stays out though it is earlier in the day',
      { rule: 'FREQ=WEEKLY;BYDAY=FR;UNTIL=20261211T085900Z' },
      { from: FRIDAY, start: '2026-11-27T08:00' },
      ['2026-11-13T10:00', '2026-11-20T10:00', '2026-11-27T08:00', '2026-12-04T08:00'],
    ],
    [
      'the last day stays',
      { endsOn: '2026-12-04' },
      { from: FRIDAY, minutes: 60 },
      ['2026-11-13T10:00', '2026-11-20T10:00', '2026-11-27T10:00', '2026-12-04T10:00'],
    ],
    [
      'the second of two on a day',
      { rule: 'FREQ=WEEKLY;BYDAY=FR;BYHOUR=10,15' },
      { from: '2026-12-11T15:00', rule: 'FREQ=WEEKLY;BYDAY=SA', start: '2026-12-12T09:00' },
      [
        ...['2026-11-13T10:00', '2026-11-13T15:00', '2026-11-20T10:00', '2026-11-20T15:00', '2026-11-27T10:00'],
        ...[
          '2026-11-27T15:00',
          '2026-12-04T10:00',
          '2026-12-04T15:00',
          '2026-12-11T10:00',
          '2026-12-12T09:00',
          '2026-12-19T09:00',
        ],
      ],
    ],
  ])('%s', (_, call, fields, expected) => {
    expect(inDecember(starts(change(call, fields).state))).toEqual(expected);
  });

  it('changes the call itself where nothing is left before', () => {
    const { state, call } = change({ uid: 'abc' }, { from: '2026-09-04T10:00', start: '2026-09-04T12:00' });
    expect(state.calls).toHaveLength(1);
    expect(call).toMatchObject({ id: 'call_1', uid: 'abc', start: '2026-09-04T12:00' });
    expect(starts(state)[0]).toBe('2026-09-04T12:00');
  });

  it('takes along what was decided about the later ones, to the same day', () => {
    const { state, call } = change(
      {
        exceptions: [
          { occurrence: '2026-11-13T10:00' },
          { occurrence: '2026-12-04T10:00' },
          { occurrence: '2026-12-11T10:00', movedTo: '2026-12-10T16:00', minutes: 60 },
          { occurrence: '2026-12-18T10:00', movedTo: '2026-12-18T10:00' },
        ],
        rdates: ['2026-11-18T09:00', '2026-12-02T09:00'],
      },
      { from: FRIDAY, start: '2026-11-27T14:00' },
    );
    expect(call.exceptions).toEqual([
      { occurrence: '2026-12-04T14:00' },
      { occurrence: '2026-12-11T14:00', movedTo: '2026-12-10T16:00', minutes: 60 },
      { occurrence: '2026-12-18T14:00', movedTo: '2026-12-18T14:00' },
    ]);
    expect(inDecember(starts(state))).toEqual([
      ...[
        '2026-11-18T09:00',
        '2026-11-20T10:00',
        '2026-11-27T14:00',
        '2026-12-02T09:00',
        '2026-12-10T16:00',
        '2026-12-18T14:00',
      ],
    ]);
    expect(state.calls[0]).toMatchObject({
      exceptions: [{ occurrence: '2026-11-13T10:00' }],
      rdates: ['2026-11-18T09:00'],
    });
  });

  it('leaves moves and extra calls at their instant when the zone becomes another', () => {
    const { call } = change(
      { exceptions: [{ occurrence: '2026-12-11T10:00', movedTo: '2026-12-10T16:00' }], rdates: ['2026-12-02T09:00'] },
      { from: FRIDAY, timeZone: 'America/New_York', start: '2026-11-27T10:00' },
    );
    expect(call).toMatchObject({
      exceptions: [{ occurrence: '2026-12-11T10:00', movedTo: '2026-12-10T10:00' }],
      rdates: ['2026-12-02T03:00'],
    });
  });

  it.each<[string, Fields, string]>([
    ['no occurrence of its', { from: '2026-11-26T10:00', minutes: 60 }, 'not-an-occurrence'],
    ['a rule never met', { from: FRIDAY, rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }, 'rule-never'],
    ['an end before it', { from: FRIDAY, endsOn: '2026-11-01' }, 'invalid'],
  ])('refuses %s', (_, fields, code) => {
    expect(refusalOf(() => change({}, fields)).code).toBe(code);
  });
});

describe('requests follow', () => {
  const names = { callId: 'call_1', occurrence: '2026-12-04T10:00', startsAt: '2026-12-04T09:00:00Z' };
  const requests = [
    makeRequest('req_pinned', { pin: { callId: 'call_1', occurrence: '2026-12-04T10:00' } }),
    makeRequest('req_promised', { replies: [makeReply({ names, sentAt: '2026-11-23T10:00:00Z' })] }),
    makeRequest('req_before', { pin: { callId: 'call_1', occurrence: '2026-11-20T10:00' } }),
  ];
  const where = (state: State) =>
    Object.fromEntries(
      agendasOf(state, 'cli_Globex', NOW).agendas.flatMap(({ occurrence, items }) =>
        items.map((item) => [item.id, occurrence.startsAt.toString()]),
      ),
    );
  const isBroken = (state: State) => {
    const request = state.requests.find((each) => each.id === 'req_promised');
    return request && isPromiseBroken(state, request, NOW);
  };

  it('to the same day at another time, and the broken promise is seen', () => {
    const { state } = change({}, { from: FRIDAY, start: '2026-11-27T14:00' }, { requests });
    expect(where(state)).toMatchObject({ req_pinned: '2026-12-04T13:00:00Z', req_promised: '2026-12-04T13:00:00Z' });
    expect(isBroken(state)).toBe(true);
    expect(state.requests.find((each) => each.id === 'req_before')?.pin?.callId).toBe('call_1');
  });

  it('to the one of the same number where that day has none', () => {
    const { state } = change(
      {},
      { from: FRIDAY, rule: 'FREQ=WEEKLY;BYDAY=MO', start: '2026-11-30T14:00' },
      { requests },
    );
    expect(where(state)).toMatchObject({ req_pinned: '2026-12-07T13:00:00Z', req_promised: '2026-12-07T13:00:00Z' });
    expect(isBroken(state)).toBe(true);
  });

  it('and a promise that still holds is not broken', () => {
    const { state } = change({}, { from: FRIDAY, minutes: 60 }, { requests });
    expect(where(state)).toMatchObject({ req_promised: '2026-12-04T09:00:00Z' });
    expect(isBroken(state)).toBe(false);
  });

  it('on an extra call, which stays', () => {
    const pin = { callId: 'call_1', occurrence: '2026-12-02T09:00' };
    const { state } = change(
      { rdates: ['2026-12-02T09:00'] },
      { from: FRIDAY, start: '2026-11-27T14:00' },
      { requests: [makeRequest('req_extra', { pin })] },
    );
    expect(where(state)).toEqual({ req_extra: '2026-12-02T08:00:00Z' });
  });

  it('and where no call is left for it, it is taken by the next', () => {
    const rule = 'FREQ=WEEKLY;BYDAY=MO;COUNT=1';
    const { state } = change({}, { from: FRIDAY, rule, start: '2026-11-30T14:00' }, { requests });
    expect(where(state)).toMatchObject({ req_pinned: '2026-11-30T13:00:00Z' });
    expect(isBroken(state)).toBe(true);
  });
});

it('never loses or doubles an occurrence when only the length changes', () => {
  const rules = fc.constantFrom(
    ...[
      'FREQ=WEEKLY;BYDAY=TU,FR',
      'FREQ=DAILY',
      'FREQ=MONTHLY;BYDAY=-1FR',
      'FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,FR;WKST=SU',
    ],
    ...['FREQ=WEEKLY;BYDAY=FR;COUNT=20', 'FREQ=DAILY;BYHOUR=9,17', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=2,-2'],
  );
  fc.assert(
    fc.property(rules, fc.nat(400), fc.nat(3), (rule, nth, decided) => {
      const plain = makeCall({ rule });
      const all = occurrencesBetween([plain], FROM, TO);
      const at = (index: number) => all[index % all.length]?.occurrence ?? '';
      const call = {
        ...plain,
        exceptions: [
          { occurrence: at(nth + decided) },
          { occurrence: at(nth + decided + 1), movedTo: '2026-12-31T23:00' },
        ],
        rdates: ['2026-10-10T12:34', '2027-01-10T12:34'],
      };
      const { state } = setCall(
        makeState({ calls: [call] }),
        'call_1',
        { from: at(nth), minutes: 31 },
        momentAt(instant('2026-11-24T10:00:00Z')),
      );
      const list = (calls: readonly StandingCall[]) =>
        occurrencesBetween(calls, FROM, TO)
          .map(({ occurrence, startsAt }) => `${occurrence} ${startsAt}`)
          .sort();
      expect(list(state.calls)).toEqual(list([call]));
    }),
  );
});
