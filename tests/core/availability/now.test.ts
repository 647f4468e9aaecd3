import { describe, expect, test } from 'vitest';
import { type Availability, availabilityAt } from '../../../electron/core/availability/now';
import type { BusyTime } from '../../../electron/core/model/calendar';
import type { Settings } from '../../../electron/core/model/settings';
import type { Diary } from '../../../electron/core/model/state';
import { hours, makeCall, makeClient, vienna } from '../../helpers/build';
import { makeBusy, makeWeek, withCalendar } from '../../helpers/diary';

const shown = ({ now, until, why }: Availability) => ({
  now,
  until: until?.toZonedDateTimeISO('Europe/Vienna').toPlainDateTime().toString({ smallestUnit: 'minute' }),
  why: why && [why.kind, ...(why.name === undefined ? [] : [why.name])].join(': '),
});
const DAYS_OFF: Pick<Settings, 'daysOff'> = {
  daysOff: [{ id: 'off_1', from: '2026-11-26', to: '2026-11-27', name: 'Moving house' }],
};

describe('the state says why', () => {
  test.each<[string, Diary, string, string, string | undefined, string | undefined]>([
    ['free at work', makeWeek(), '2026-11-25T11:00', 'free', '2026-11-25T17:30', undefined],
    [
      'in a call',
      makeWeek({}, { calls: [makeCall()] }),
      '2026-11-27T10:10',
      'call',
      '2026-11-27T10:30',
      'call: Globex',
    ],
    ['after work', makeWeek(), '2026-11-25T18:00', 'off', '2026-11-26T09:00', 'hours'],
    ['before a focus block', makeWeek(), '2026-11-24T11:00', 'free', '2026-11-24T13:00', undefined],
    ['in it', makeWeek(), '2026-11-24T13:00', 'focus', '2026-11-24T15:00', 'focus'],
    ['at its end', makeWeek(), '2026-11-24T15:00', 'free', '2026-11-24T17:30', undefined],
    [
      'a call cuts into focus',
      makeWeek({}, { calls: [makeCall({ rule: 'FREQ=WEEKLY;BYDAY=TU', start: '2026-11-24T14:00' })] }),
      '2026-11-24T13:10',
      'focus',
      '2026-11-24T14:00',
      'focus',
    ],
    [
      'a callback block in focus is for callbacks',
      makeWeek({ callbackBlocks: [{ id: 'b', weekdays: [2], from: '13:30', minutes: 30 }] }),
      '2026-11-24T13:40',
      'free',
      '2026-11-24T14:00',
      undefined,
    ],
    [
      'focus beyond the working hours ends with them',
      makeWeek({ focusBlocks: [{ id: 'f', weekdays: [2], from: '17:00', minutes: 120 }], callbackBlocks: [] }),
      '2026-11-24T17:10',
      'focus',
      '2026-11-24T17:30',
      'focus',
    ],
    ['a day off', makeWeek(DAYS_OFF), '2026-11-26T11:00', 'off', '2026-11-30T09:00', 'day-off: Moving house'],
    ['the evening before it', makeWeek(DAYS_OFF), '2026-11-25T18:00', 'off', '2026-11-30T09:00', 'hours'],
    [
      'a call on a day off',
      makeWeek(DAYS_OFF, { calls: [makeCall()] }),
      '2026-11-26T11:00',
      'off',
      '2026-11-30T09:00',
      'day-off: Moving house',
    ],
    [
      'a holiday of mine',
      makeWeek({ country: 'AT' }),
      '2026-11-26T11:00',
      'off',
      '2026-11-27T09:00',
      'holiday: Feast of Tests',
    ],
    [
      'a holiday of a country that is not mine',
      makeWeek({ country: 'DE' }),
      '2026-11-26T11:00',
      'free',
      '2026-11-26T17:30',
      undefined,
    ],
    [
      'a leave of a month',
      makeWeek({ daysOff: [{ id: 'o', from: '2026-11-23', to: '2026-12-31', name: '' }] }),
      '2026-11-24T11:00',
      'off',
      '2027-01-01T09:00',
      'day-off',
    ],
    ['no working hours at all', makeWeek({ workingHours: hours([]) }), '2026-11-24T11:00', 'off', undefined, 'hours'],
  ])('%s', (_, diary, now, state, until, why) => {
    expect(shown(availabilityAt(diary, vienna(now)))).toEqual({ now: state, until, why });
  });
});

describe('my own calendar', () => {
  const at = (busy: BusyTime[], now: string, more: Partial<Diary> = {}) =>
    shown(availabilityAt(makeWeek({}, { ...withCalendar(busy), ...more }), vienna(now)));
  const workshop = makeBusy('2026-11-25T10:00', '2026-11-25T12:00');

  test('takes me while an event runs, and says which', () => {
    expect(at([workshop], '2026-11-25T09:30')).toEqual({ now: 'free', until: '2026-11-25T10:00', why: undefined });
    expect(at([workshop], '2026-11-25T10:00')).toEqual({
      now: 'call',
      until: '2026-11-25T12:00',
      why: 'busy: Workshop',
    });
  });

  test('a call during an event is what is said; together they end when the last ends', () => {
    const call = makeCall({ rule: 'FREQ=WEEKLY;BYDAY=WE', start: '2026-11-25T11:45' });
    expect(at([workshop], '2026-11-25T11:50', { calls: [call] })).toEqual({
      now: 'call',
      until: '2026-11-25T12:15',
      why: 'call: Globex',
    });
  });

  test.each<[string, BusyTime['freeBusy']]>([
    ['tentative', 'tentative'],
    ['free', 'free'],
  ])('a %s event changes nothing now', (_, freeBusy) => {
    expect(at([{ ...workshop, freeBusy }], '2026-11-25T11:00')).toMatchObject({
      now: 'free',
      until: '2026-11-25T17:30',
    });
  });

  test('an event of a calendar that is only shown changes nothing', () => {
    const more = withCalendar([workshop], { isBusy: false });
    expect(at([], '2026-11-25T11:00', more)).toMatchObject({ now: 'free' });
  });

  test('dinner is no call: outside working hours I am off', () => {
    const dinner = makeBusy('2026-11-25T17:00', '2026-11-25T22:00', { summary: 'Dinner' });
    expect(at([dinner], '2026-11-25T17:10')).toEqual({ now: 'call', until: '2026-11-25T17:30', why: 'busy: Dinner' });
    expect(at([dinner], '2026-11-25T19:00')).toEqual({ now: 'off', until: '2026-11-26T09:00', why: 'hours' });
  });

  test('an event of whole days is time off', () => {
    const fair = makeBusy('2026-11-25T00:00', '2026-11-27T00:00', { summary: 'Trade fair', isAllDay: true });
    expect(at([fair], '2026-11-25T11:00')).toEqual({ now: 'off', until: '2026-11-27T09:00', why: 'busy: Trade fair' });
  });

  describe('an event that is a standing call', () => {
    const uid = 'weekly@globex';
    const own = (from: string, to: string) => makeBusy(from, to, { uid, summary: 'Globex weekly' });
    const usual = own('2026-11-27T10:00', '2026-11-27T10:30');

    test('stands there once, as the call', () => {
      const why = { why: 'call: Globex' };
      expect(at([usual], '2026-11-27T10:10', { calls: [makeCall({ uid })] })).toMatchObject(why);
      expect(at([usual], '2026-11-27T10:10')).toMatchObject({ why: 'busy: Globex weekly' });
    });

    test.each([
      ['skipped here', '2026-11-27T10:10', { exceptions: [{ occurrence: '2026-11-27T10:00' }] }, undefined],
      [
        'moved here',
        '2026-11-27T10:10',
        { exceptions: [{ occurrence: '2026-11-27T10:00', movedTo: '2026-11-30T11:00' }] },
        undefined,
      ],
      ['ended here', '2026-11-27T10:10', { endsOn: '2026-11-20' }, 'busy: Globex weekly'],
    ])('%s', (_, now, call, why) => {
      expect(at([usual], now, { calls: [makeCall({ uid, ...call })] }).why).toBe(why);
    });

    test.each([
      ['moved', own('2026-11-26T14:00', '2026-11-26T14:30'), '2026-11-26T14:10'],
      ['lengthened', own('2026-11-27T10:00', '2026-11-27T11:00'), '2026-11-27T10:40'],
    ])('%s in the calendar, and not yet here, takes its new time', (_, event, now) => {
      expect(at([event], now, { calls: [makeCall({ uid })] })).toMatchObject({
        now: 'call',
        why: 'busy: Globex weekly',
      });
    });
  });
});

test('the client of a call is named as it is called now', () => {
  const clients = [makeClient('Globex', { name: 'Globex AG' })];
  const diary = makeWeek({}, { clients, calls: [makeCall()] });
  expect(availabilityAt(diary, vienna('2026-11-27T10:10')).why).toEqual({ kind: 'call', name: 'Globex AG' });
});
