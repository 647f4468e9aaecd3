import { describe, expect, test } from 'vitest';
import { takenBetween } from '../../../electron/core/availability/taken';
import { makeCall, vienna } from '../../helpers/build';
import { makeBusy, makeWeek, withCalendar } from '../../helpers/diary';

const line = (at: string) => vienna(at);
const shown = (taken: ReturnType<typeof takenBetween>) =>
  taken.map(({ kind, name, startsAt, endsAt, isAllDay, clash }) => {
    const clock = [startsAt, endsAt].map((at) =>
      at.toZonedDateTimeISO('Europe/Vienna').toPlainDateTime().toString({ smallestUnit: 'minute' }).slice(5),
    );
    const marks = [...(isAllDay ? ['all day'] : []), ...(clash ? [clash.kind] : [])];
    return [kind, ...(name === undefined ? [] : [name]), ...clock, ...marks].join(' ');
  });

describe('the picture of some days', () => {
  test('holds calls, events, blocks, days off and holidays, by their start', () => {
    const diary = makeWeek(
      { country: 'AT', daysOff: [{ id: 'o', from: '2026-11-27', to: '2026-11-27', name: 'Moving house' }] },
      {
        calls: [makeCall()],
        ...withCalendar([
          makeBusy('2026-11-24T10:00', '2026-11-24T12:00'),
          makeBusy('2026-11-25T10:00', '2026-11-25T11:00', { freeBusy: 'tentative', summary: 'Perhaps' }),
          makeBusy('2026-11-25T00:00', '2026-11-26T00:00', { freeBusy: 'free', summary: 'Name day', isAllDay: true }),
        ]),
      },
    );
    expect(shown(takenBetween(diary, line('2026-11-24T00:00'), line('2026-11-28T00:00')))).toEqual([
      'busy Workshop 11-24T10:00 11-24T12:00',
      'focus 11-24T13:00 11-24T15:00',
      'callback 11-24T16:45 11-24T17:15',
      'free Name day 11-25T00:00 11-26T00:00 all day',
      'tentative Perhaps 11-25T10:00 11-25T11:00',
      'callback 11-25T16:45 11-25T17:15',
      'holiday Feast of Tests 11-26T00:00 11-27T00:00 all day',
      'day-off Moving house 11-27T00:00 11-28T00:00 all day',
      'call Globex 11-27T10:00 11-27T10:30 my-day-off',
    ]);
  });

  test('says which occurrence a call is', () => {
    const calls = [makeCall({ exceptions: [{ occurrence: '2026-11-27T10:00', movedTo: '2026-11-24T08:00' }] })];
    const [call] = takenBetween(makeWeek({}, { calls }), line('2026-11-24T00:00'), line('2026-11-24T09:00'));
    expect(call).toMatchObject({ clientId: 'cli_Globex', ref: { callId: 'call_1', occurrence: '2026-11-27T10:00' } });
  });

  test('takes in what runs over its edges, and no more', () => {
    const diary = makeWeek(
      { focusBlocks: [], callbackBlocks: [{ id: 'b', weekdays: [1], from: '23:30', minutes: 60 }] },
      withCalendar([
        makeBusy('2026-11-24T08:00', '2026-11-24T09:00'),
        makeBusy('2026-11-24T11:00', '2026-11-24T13:00', { summary: 'Lunch' }),
        makeBusy('2026-11-24T12:00', '2026-11-24T13:00', { summary: 'Later' }),
      ]),
    );
    expect(shown(takenBetween(diary, line('2026-11-24T00:10'), line('2026-11-24T00:20')))).toEqual([
      'callback 11-23T23:30 11-24T00:30',
    ]);
    expect(shown(takenBetween(diary, line('2026-11-24T09:00'), line('2026-11-24T12:00')))).toEqual([
      'busy Lunch 11-24T11:00 11-24T13:00',
    ]);
  });

  test('counts events of several calendars, and none of one that is gone', () => {
    const one = withCalendar([makeBusy('2026-11-24T08:00', '2026-11-24T09:00')]);
    const diary = makeWeek({ focusBlocks: [], callbackBlocks: [] }, { ...one, calendars: [] });
    expect(takenBetween(diary, line('2026-11-24T00:00'), line('2026-11-25T00:00'))).toEqual([]);
  });
});
