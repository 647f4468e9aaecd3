import { describe, expect, it } from 'vitest';
import { agendasOf } from '../../../electron/core/agenda';
import {
  addCall,
  addExtraCall,
  endCall,
  holdOccurrence,
  keepOccurrence,
  lengthenOccurrence,
  moveOccurrence,
  rezoneFloating,
  setCall,
  skipOccurrence,
} from '../../../electron/core/calls/changes';
import { warnOfCall, warnOfMove } from '../../../electron/core/calls/move-warnings';
import { nextOccurrences } from '../../../electron/core/calls/occurrences';
import type { StandingCall } from '../../../electron/core/model/call';
import type { State } from '../../../electron/core/model/state';
import { makeCall, makeClient, makeRequest, makeState, momentAt, vienna } from '../../helpers/build';
import { makeBusy, withCalendar } from '../../helpers/diary';
import { refusalOf } from '../../helpers/refusal';

const NOW = vienna('2026-11-24T11:20');
const FRIDAY = '2026-11-27T10:00';
const fields = { rule: 'freq=weekly;byday=tu', start: '2026-09-01T15:00', timeZone: 'Europe/Vienna', minutes: 45 };

function next(state: State, count = 2): string[] {
  return nextOccurrences(state.calls, NOW, count).map(({ startsAt }) => startsAt.toString());
}

describe('adding a standing call', () => {
  it('finds the client by name and keeps the rule in its plain form', () => {
    const { state, call } = addCall(makeState({ calls: [] }), 'globex', fields, momentAt(NOW));
    expect(call).toMatchObject({ clientId: 'cli_Globex', rule: 'FREQ=WEEKLY;BYDAY=TU', exceptions: [], minutes: 45 });
    expect(next(state, 1)).toEqual(['2026-11-24T14:00:00Z']);
  });

  it.each([
    ['no-client', 'Umbrella', fields],
    ['rule-never', 'Globex', { ...fields, rule: 'FREQ=WEEKLY;UNTIL=20260101' }],
    ['rule-too-often', 'Globex', { ...fields, rule: 'FREQ=HOURLY' }],
    ['rule-unreadable', 'Globex', { ...fields, rule: 'fridays' }],
    // 08:30 UTC is before half past ten in Vienna, where the rule would be met at nine UTC.
    ['rule-never', 'Globex', { ...fields, rule: 'FREQ=DAILY;UNTIL=20260901T085900Z', start: '2026-09-01T11:00' }],
  ])('refuses with %s', (code, client, given) => {
    expect(refusalOf(() => addCall(makeState(), client, given, momentAt(NOW))).code).toBe(code);
  });
});

describe('skipping and moving', () => {
  it('skips one, and takes it back', () => {
    const skipped = skipOccurrence(makeState(), 'Globex', FRIDAY).state;
    expect(next(skipped, 1)).toEqual(['2026-12-04T09:00:00Z']);
    expect(next(keepOccurrence(skipped, 'Globex', FRIDAY).state, 1)).toEqual(['2026-11-27T09:00:00Z']);
  });

  it('moves one, moves it again, and back', () => {
    const once = moveOccurrence(makeState(), 'call_1', FRIDAY, '2026-11-26T16:00').state;
    expect(next(once)).toEqual(['2026-11-26T15:00:00Z', '2026-12-04T09:00:00Z']);
    const twice = moveOccurrence(once, 'call_1', FRIDAY, '2026-11-30T09:00').state;
    expect(next(twice)).toEqual(['2026-11-30T08:00:00Z', '2026-12-04T09:00:00Z']);
    expect(twice.calls[0]?.exceptions).toHaveLength(1);
    const back = moveOccurrence(twice, 'call_1', FRIDAY, FRIDAY);
    expect(back.call.exceptions).toEqual([]);
    expect(next(back.state, 1)).toEqual(['2026-11-27T09:00:00Z']);
  });

  it('keeps what was on the agenda when the call moves, and moves it on when it is skipped', () => {
    const state = makeState({
      requests: [makeRequest('req_1'), makeRequest('req_2', { pin: { callId: 'call_1', occurrence: FRIDAY } })],
    });
    const where = (given: State) =>
      agendasOf(given, 'cli_Globex', NOW)
        .agendas.filter(({ items }) => items.length > 0)
        .map(({ occurrence, items }) => [occurrence.startsAt.toString(), items.map((item) => item.id).sort()]);
    expect(where(state)).toEqual([['2026-11-27T09:00:00Z', ['req_1', 'req_2']]]);
    const moved = moveOccurrence(state, 'call_1', FRIDAY, '2026-11-30T09:00').state;
    expect(where(moved)).toEqual([['2026-11-30T08:00:00Z', ['req_1', 'req_2']]]);
    const skipped = skipOccurrence(state, 'call_1', FRIDAY).state;
    expect(where(skipped)).toEqual([['2026-12-04T09:00:00Z', ['req_1', 'req_2']]]);
  });

  it.each([
    ['a day without the call', '2026-11-26T10:00'],
    ['another time of the day', '2026-11-27T11:00'],
    ['before it began', '2026-08-28T10:00'],
  ])('refuses %s', (_, occurrence) => {
    for (const change of [
      () => skipOccurrence(makeState(), 'call_1', occurrence),
      () => moveOccurrence(makeState(), 'call_1', occurrence, FRIDAY),
      () => keepOccurrence(makeState(), 'call_1', occurrence),
    ])
      expect(refusalOf(change)).toMatchObject({ code: 'not-an-occurrence', field: 'occurrence' });
  });

  it('names the candidates where a client has two calls', () => {
    const two = addCall(makeState(), 'Globex', fields, momentAt(NOW)).state;
    const problem = refusalOf(() => skipOccurrence(two, 'Globex', FRIDAY));
    expect(problem.code).toBe('ambiguous');
    expect(problem.candidates).toHaveLength(2);
    expect(refusalOf(() => skipOccurrence(makeState({ clients: [makeClient('Acme')] }), 'Acme', FRIDAY)).code).toBe(
      'not-found',
    );
    expect(refusalOf(() => skipOccurrence(makeState(), 'call_9', FRIDAY)).code).toBe('not-found');
  });
});

describe('changing and ending', () => {
  it('lets go the exceptions that the new rule has no occurrence for', () => {
    const skipped = skipOccurrence(
      skipOccurrence(makeState(), 'call_1', FRIDAY).state,
      'call_1',
      '2026-12-04T10:00',
    ).state;
    expect(setCall(skipped, 'call_1', { minutes: 60 }, momentAt(NOW)).call.exceptions).toHaveLength(2);
    const fortnightly = setCall(skipped, 'call_1', { rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR' }, momentAt(NOW)).call;
    expect(fortnightly.exceptions).toEqual([{ occurrence: FRIDAY }]);
    expect(setCall(skipped, 'call_1', { start: '2026-09-04T11:00' }, momentAt(NOW)).call.exceptions).toEqual([]);
  });

  it('refuses a change to a rule that is never met, and keeps the former', () => {
    expect(
      refusalOf(() => setCall(makeState(), 'call_1', { rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }, momentAt(NOW)))
        .code,
    ).toBe('rule-never');
  });

  it('ends after the day given', () => {
    const ended = endCall(makeState(), 'call_1', '2026-11-27').state;
    expect(next(ended)).toEqual(['2026-11-27T09:00:00Z']);
    expect(next(endCall(makeState(), 'call_1', '2026-11-26').state)).toEqual([]);
    expect(refusalOf(() => endCall(makeState(), 'call_1', '2026-09-03'))).toMatchObject({
      code: 'invalid',
      field: 'on',
    });
    expect(endCall(makeState(), 'call_1', '2026-09-04').call.endsOn).toBe('2026-09-04');
  });
});

describe('extra, lengthened and held', () => {
  const twice = ['2026-11-25T13:00:00Z', '2026-11-27T09:00:00Z'];
  it('adds a call beside those of the rule, which can be moved, skipped and lengthened as any', () => {
    const extra = addExtraCall(makeState(), 'Globex', '2026-11-25T14:00').state;
    expect(next(extra)).toEqual(twice);
    expect(nextOccurrences(extra.calls, NOW, 2).map(({ isExtra }) => isExtra)).toEqual([true, undefined]);
    expect(next(skipOccurrence(extra, 'call_1', '2026-11-25T14:00').state, 1)).toEqual(['2026-11-27T09:00:00Z']);
    const moved = moveOccurrence(extra, 'call_1', '2026-11-25T14:00', '2026-11-26T14:00').state;
    expect(nextOccurrences(moved.calls, NOW, 1)[0]).toMatchObject({ occurrence: '2026-11-25T14:00', isExtra: true });
    expect(next(moved, 1)).toEqual(['2026-11-26T13:00:00Z']);
    const longer = lengthenOccurrence(moved, 'call_1', '2026-11-25T14:00', 60).state;
    expect(nextOccurrences(longer.calls, NOW, 1)[0]?.endsAt.toString()).toBe('2026-11-26T14:00:00Z');
  });

  it.each<[string, Partial<StandingCall>, string]>([
    ['where the rule has one', {}, FRIDAY],
    ['where a skipped one was', { exceptions: [{ occurrence: FRIDAY }] }, FRIDAY],
    ['where there is an extra one', { rdates: ['2026-11-25T14:00'] }, '2026-11-25T14:00'],
    ['after its end', { endsOn: '2026-11-24' }, '2026-11-25T14:00'],
  ])('refuses an extra call %s', (_, call, at) => {
    expect(refusalOf(() => addExtraCall(makeState({ calls: [makeCall(call)] }), 'call_1', at)).field).toBe('at');
  });

  it('lengthens one, and moves it with its length', () => {
    const longer = lengthenOccurrence(makeState(), 'call_1', FRIDAY, 60).state;
    const [first, second] = nextOccurrences(longer.calls, NOW, 2);
    expect(first).toMatchObject({ minutes: 60, isHeld: true });
    expect(first?.movedFrom).toBeUndefined();
    expect(second?.minutes).toBe(30);
    const moved = moveOccurrence(longer, 'call_1', FRIDAY, '2026-11-26T16:00').state;
    expect(nextOccurrences(moved.calls, NOW, 1)[0]).toMatchObject({ minutes: 60 });
    expect(nextOccurrences(moveOccurrence(moved, 'call_1', FRIDAY, FRIDAY).state.calls, NOW, 1)[0]?.minutes).toBe(60);
    expect(keepOccurrence(moved, 'call_1', FRIDAY).call.exceptions).toEqual([]);
  });

  it('holds one, with the length it was given', () => {
    const held = holdOccurrence(lengthenOccurrence(makeState(), 'call_1', FRIDAY, 60).state, 'call_1', FRIDAY).state;
    expect(nextOccurrences(held.calls, NOW, 1)[0]).toMatchObject({ isHeld: true, minutes: 60 });
    expect(refusalOf(() => holdOccurrence(makeState(), 'call_1', '2026-11-26T10:00')).code).toBe('not-an-occurrence');
  });
});

describe('floating', () => {
  const floating = { ...fields, timeZone: undefined, isFloating: true };
  it('is in my zone and goes along into another, at the same time of my day', () => {
    const { state, call } = addCall(makeState({ calls: [makeCall()] }), 'Globex', floating, momentAt(NOW));
    expect(call).toMatchObject({ isFloating: true, timeZone: 'Europe/Vienna' });
    const away = rezoneFloating(state, 'America/New_York');
    expect(next(away)).toEqual(['2026-11-24T20:00:00Z', '2026-11-27T09:00:00Z']);
    expect(rezoneFloating(makeState(), 'America/New_York').calls[0]?.timeZone).toBe('Europe/Vienna');
  });

  it('can be anchored, and let go again', () => {
    const { state, call } = addCall(makeState({ calls: [] }), 'Globex', floating, momentAt(NOW));
    const anchored = setCall(state, call.id, { timeZone: 'Europe/London' }, momentAt(NOW));
    expect(anchored.call).toMatchObject({ timeZone: 'Europe/London' });
    expect(anchored.call.isFloating).toBeUndefined();
    const again = setCall(anchored.state, call.id, { isFloating: true }, momentAt(NOW)).call;
    expect(again).toMatchObject({ isFloating: true, timeZone: 'Europe/Vienna' });
  });

  it('else needs a zone', () => {
    expect(
      refusalOf(() => addCall(makeState(), 'Globex', { ...floating, isFloating: false }, momentAt(NOW))).field,
    ).toBe('timeZone');
  });
});

it('keeps of an imported call what means something to it', () => {
  const { call } = addCall(
    makeState({ calls: [] }),
    'Globex',
    {
      ...fields,
      uid: 'abc',
      rdates: ['2026-11-26T09:00', '2026-11-24T15:00', '2026-11-26T09:00'],
      exceptions: [
        { occurrence: '2026-12-01T15:00' },
        { occurrence: '2026-12-02T15:00' },
        { occurrence: '2026-11-26T09:00' },
      ],
    },
    momentAt(NOW),
  );
  expect(call).toMatchObject({
    uid: 'abc',
    rdates: ['2026-11-26T09:00'],
    exceptions: [{ occurrence: '2026-12-01T15:00' }, { occurrence: '2026-11-26T09:00' }],
  });
});

describe('a move is done, and said where it may not be meant', () => {
  const other = makeCall({
    id: 'call_2',
    clientId: 'cli_Acme',
    start: '2026-09-01T15:00',
    rule: 'FREQ=WEEKLY;BYDAY=TU',
  });
  const week = makeState({ clients: [makeClient(), makeClient('Acme')], calls: [makeCall(), other] });
  const state: State = {
    ...week,
    ...withCalendar([
      makeBusy('2026-11-26T09:00', '2026-11-26T10:00'),
      makeBusy('2026-11-26T13:00', '2026-11-26T14:00', { freeBusy: 'tentative' }),
    ]),
    settings: {
      ...week.settings,
      focusBlocks: [{ id: 'blk_focus', weekdays: [3], from: '14:00', minutes: 120 }],
      daysOff: [{ id: 'off_1', from: '2026-11-30', to: '2026-11-30', name: 'Moving house' }],
    },
  };
  it.each([
    ['to where nothing is', '2026-11-26T16:00', []],
    ['into the past', '2026-11-23T10:00', ['moved-into-past']],
    ['past the one before', '2026-11-19T10:00', ['moved-into-past', 'moved-past-neighbour']],
    ['past the next', '2026-12-07T10:00', ['moved-past-neighbour']],
    ['onto the next', '2026-12-04T10:15', ['moved-past-neighbour', 'moved-onto-call']],
    ['onto a call with another client', '2026-12-01T14:45', ['moved-onto-call']],
    ['to right before a call', '2026-12-01T14:30', []],
    ['onto an event of my calendar', '2026-11-26T09:30', ['moved-onto-busy']],
    ['onto what may be', '2026-11-26T13:30', []],
    ['onto focus time', '2026-11-25T14:30', ['moved-onto-focus']],
    ['onto my day off', '2026-11-30T11:00', ['moved-onto-day-off']],
    ['before they are at work', '2026-11-26T06:30', ['outside-their-hours']],
    ['to a Sunday', '2026-11-29T11:00', ['outside-their-hours']],
  ])('%s', (_, to, codes) => {
    const moved = moveOccurrence(state, 'call_1', FRIDAY, to).state;
    const warnings = warnOfMove(moved, { callId: 'call_1', occurrence: FRIDAY }, NOW);
    expect(warnings.map(({ code }) => code)).toEqual(codes);
    for (const { text } of warnings) expect(text).toMatch(/^[A-Z].*\.$/);
  });
});

describe('a new call is added, and said where it may not be meant', () => {
  const other = makeCall({ id: 'call_2', clientId: 'cli_Acme' });
  const state = makeState({ clients: [makeClient(), makeClient('Acme')], calls: [other] });
  it.each([
    ['where nothing is', '2026-11-26T11:00', []],
    ['on another call, said once', '2026-11-27T10:15', ['moved-onto-call']],
    ['before they are at work, said once', '2026-11-26T06:30', ['outside-their-hours']],
  ])('%s', (_, start, codes) => {
    const added = addCall(state, 'Globex', { ...fields, rule: 'FREQ=WEEKLY', start }, momentAt(NOW));
    expect(warnOfCall(added.state, added.call, NOW).map(({ code }) => code)).toEqual(codes);
  });
});

it('gives no other length to a call that is skipped', () => {
  const skipped = skipOccurrence(makeState(), 'Globex', FRIDAY).state;
  expect(refusalOf(() => lengthenOccurrence(skipped, 'Globex', FRIDAY, 60)).code).toBe('wrong-status');
});
