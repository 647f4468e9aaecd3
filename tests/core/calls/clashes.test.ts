import { describe, expect, it } from 'vitest';
import { freeSlots } from '../../../electron/core/availability/free';
import { clashOf, nextOff, takingPlace } from '../../../electron/core/calls/clashes';
import { clashesAhead } from '../../../electron/core/calls/clashes-ahead';
import { occurrencesBetween } from '../../../electron/core/calls/occurrences';
import { isBefore } from '../../../electron/core/days';
import type { StandingCall } from '../../../electron/core/model/call';
import type { State } from '../../../electron/core/model/state';
import { makeCalendar, makeCall, makeClient, makeReading, makeSettings, makeState, vienna } from '../../helpers/build';

const NOW = vienna('2026-11-24T11:20');
const NOV27 = '2026-11-27T10:00';
const HOLIDAYS = {
  AT: [{ date: '2026-11-27', name: 'Day of Invention' }],
  US: [
    { date: '2026-11-26', name: 'Thanksgiving' },
    { date: '2026-11-27', name: 'Day after Thanksgiving' },
  ],
  'DE-BY': [{ date: '2026-11-27', name: 'Bavarian Day' }],
};
const mine = (more: Parameters<typeof makeSettings>[0]) => ({ settings: makeSettings(more) });
const off = (from: string, to = from, name = '') => mine({ daysOff: [{ id: 'off_1', from, to, name }] });
const theirs = (more: Parameters<typeof makeClient>[1]) => ({ clients: [makeClient('Globex', more)] });

/** What the call of Friday 27 November clashes with. */
function clash(state: Partial<State>, call: Partial<StandingCall> = {}) {
  const given = makeState({ holidays: HOLIDAYS, calls: [makeCall(call)], ...state });
  const [found] = occurrencesBetween(given.calls, vienna('2026-11-26T12:00'), vienna('2026-11-28T12:00'));
  const is = found && clashOf(given, found);
  return is && [is.kind, is.name, is.date, ...(is.isShared ? ['shared'] : [])].join(' ').trim();
}

describe('what a call clashes with', () => {
  it.each<[string, Partial<State>, Partial<StandingCall>, string | undefined]>([
    ['nothing on an ordinary day', {}, {}, undefined],
    ['my day off', off('2026-11-27', '2026-11-27', 'dentist'), {}, 'my-day-off dentist 2026-11-27'],
    ['the last of my days off', off('2026-11-20', '2026-11-27'), {}, 'my-day-off  2026-11-27'],
    ['not the day after them', off('2026-11-20', '2026-11-26'), {}, undefined],
    ['my public holiday', mine({ country: 'AT' }), {}, 'my-holiday Day of Invention 2026-11-27'],
    ["the client's", theirs({ country: 'US' }), {}, 'client-holiday Day after Thanksgiving 2026-11-27'],
    ["the client's region's", theirs({ country: 'DE', region: 'BY' }), {}, 'client-holiday Bavarian Day 2026-11-27'],
    ['not that of another region', theirs({ country: 'DE', region: 'BE' }), {}, undefined],
    [
      'a holiday of both',
      { ...mine({ country: 'AT' }), ...theirs({ country: 'US' }) },
      {},
      'my-holiday Day of Invention 2026-11-27 shared',
    ],
    [
      'my day off before any holiday',
      { ...mine({ country: 'AT', daysOff: [{ id: 'o', from: '2026-11-27', to: '2026-11-27', name: 'x' }] }) },
      {},
      'my-day-off x 2026-11-27',
    ],
    // 23:00 on Thursday in New York is Friday morning in Vienna.
    [
      'their Thursday, which is my Friday',
      theirs({ country: 'US', timeZone: 'America/New_York' }),
      { start: '2026-09-03T23:00', rule: 'FREQ=WEEKLY;BYDAY=TH', timeZone: 'America/New_York' },
      'client-holiday Thanksgiving 2026-11-26',
    ],
    [
      'my Friday, which is their Thursday',
      { ...off('2026-11-27'), ...theirs({ timeZone: 'America/New_York' }) },
      { start: '2026-09-03T23:00', rule: 'FREQ=WEEKLY;BYDAY=TH', timeZone: 'America/New_York' },
      'my-day-off  2026-11-27',
    ],
    ['nothing once it is held', off('2026-11-27'), { exceptions: [{ occurrence: NOV27, movedTo: NOV27 }] }, undefined],
    [
      'nothing once it was moved, even to another such day',
      off('2026-11-23', '2026-11-30'),
      { exceptions: [{ occurrence: NOV27, movedTo: '2026-11-27T15:00' }] },
      undefined,
    ],
    [
      'an extra call too',
      off('2026-11-27'),
      { rule: 'FREQ=WEEKLY;BYDAY=TU', start: '2026-09-01T10:00', rdates: [NOV27] },
      'my-day-off  2026-11-27',
    ],
  ])('%s', (_, state, call, expected) => {
    expect(clash(state, call)).toBe(expected);
  });
});

describe('the calls that take place', () => {
  it('are found behind a leave that takes many of them', () => {
    const state = makeState(off('2026-11-24', '2027-05-30'));
    const next = takingPlace(state, state.calls, NOW, 2).map(({ occurrence }) => occurrence);
    expect(next).toEqual(['2027-06-04T10:00', '2027-06-11T10:00']);
  });

  it.each<[string, Partial<StandingCall>, Partial<State>, string | undefined]>([
    ['an undecided one', {}, off('2026-11-27'), 'my-day-off undecided'],
    ['one skipped for it', { exceptions: [{ occurrence: NOV27 }] }, off('2026-11-27'), 'my-day-off skipped'],
    ['none when it was skipped for no such reason', { exceptions: [{ occurrence: NOV27 }] }, {}, undefined],
    ['none when the clash is a week later', {}, off('2026-12-04'), undefined],
    ['none once it is held', { exceptions: [{ occurrence: NOV27, movedTo: NOV27 }] }, off('2026-11-27'), undefined],
    [
      'none after the call has ended',
      { endsOn: '2026-11-26', exceptions: [{ occurrence: NOV27 }] },
      off('2026-11-27'),
      undefined,
    ],
  ])('the next that does not: %s', (_, call, state, expected) => {
    const found = nextOff(makeState({ calls: [makeCall(call)], ...state }), 'cli_Globex', NOW);
    expect(found && `${found.clash.kind} ${found.isSkipped ? 'skipped' : 'undecided'}`).toBe(expected);
  });
});

describe('what clashes in the next weeks', () => {
  const said = (state: State, weeks = 6, now = NOW) =>
    clashesAhead(state, now, weeks).map(
      ({ occurrence, moveTo }) =>
        `${occurrence.occurrence}: ${moveTo
          .map((at) => at.toZonedDateTimeISO('Europe/Vienna').toPlainDateTime().toString().slice(5, 16))
          .join(' ')}`,
    );

  it('can move within its week, at its time, to the nearest day first', () => {
    expect(said(makeState(off('2026-11-27')))).toEqual([`${NOV27}: 11-26T10:00 11-25T10:00 11-30T10:00`]);
  });

  it('passes over other days off, the weekend, and what is taken', () => {
    const busy = [
      {
        uid: 'u',
        summary: 'Fair',
        startsAt: '2026-11-26T08:00:00Z',
        endsAt: '2026-11-26T16:30:00Z',
        freeBusy: 'busy' as const,
      },
    ];
    const state = makeState({
      ...off('2026-11-25', '2026-11-27'),
      calendars: [makeCalendar()],
      readings: { cal_1: makeReading({ busy }) },
    });
    expect(said(state)).toEqual([`${NOV27}: 11-30T10:00 12-01T10:00 12-02T10:00`]);
  });

  it('takes another time where the same one is taken, as near as can be', () => {
    const other = makeCall({
      id: 'call_2',
      clientId: 'cli_Acme',
      rule: 'FREQ=WEEKLY;BYDAY=TH',
      start: '2026-09-03T10:00',
    });
    const state = makeState({
      ...off('2026-11-27'),
      clients: [makeClient(), makeClient('Acme')],
      calls: [makeCall(), other],
    });
    expect(said(state)).toEqual([`${NOV27}: 11-25T10:00 11-26T09:30 11-30T10:00`]);
  });

  it('leaves alone the days on which the client has another call', () => {
    const other = makeCall({ id: 'call_2', rule: 'FREQ=WEEKLY;BYDAY=TH', start: '2026-09-03T14:00' });
    expect(said(makeState({ ...off('2026-11-27'), calls: [makeCall(), other] }))[0]).not.toContain('11-26');
  });

  it('keeps to their hours', () => {
    const state = makeState({
      ...off('2026-11-27'),
      clients: [
        makeClient('Globex', {
          workingHours: { 1: [{ from: '14:00', to: '16:00' }], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] },
        }),
      ],
    });
    expect(said(state)).toEqual([`${NOV27}: 11-30T14:00`]);
  });

  it('proposes nothing where a leave takes all the days around', () => {
    expect(said(makeState(off('2026-11-19', '2026-12-07')), 1)).toEqual([`${NOV27}: `]);
  });

  it('proposes only times that are free, in the future, and no clash', () => {
    const state = makeState({
      ...mine({ country: 'AT', daysOff: [{ id: 'o', from: '2026-12-11', to: '2026-12-11', name: '' }] }),
      holidays: HOLIDAYS,
    });
    const all = clashesAhead(state, NOW, 6);
    expect(all).toHaveLength(2);
    const free = freeSlots(state, NOW, 60, 5);
    for (const { occurrence, moveTo } of all)
      for (const at of moveTo) {
        expect(isBefore(NOW, at)).toBe(true);
        const end = at.add({ minutes: occurrence.minutes });
        expect(free.some((slot) => !isBefore(at, slot.startsAt) && !isBefore(slot.endsAt, end))).toBe(true);
      }
  });
});
