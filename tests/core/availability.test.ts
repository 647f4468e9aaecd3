import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callbackBlocksOn } from '../../electron/core/availability/blocks';
import { freeSlots, nextCallback } from '../../electron/core/availability/free';
import { availabilityAt } from '../../electron/core/availability/now';
import { overlap, type Stretch } from '../../electron/core/availability/stretch';
import { isWorkingDay, isWorkingTime, workingStretches } from '../../electron/core/availability/working-time';
import { occurrencesBetween } from '../../electron/core/calls/occurrences';
import type { StandingCall } from '../../electron/core/model/call';
import type { Settings } from '../../electron/core/model/settings';
import { day, hours, instant, makeCall, makeDiary, makeSettings, vienna } from '../helpers/build';

const WEEK = [1, 2, 3, 4, 5];
const nineToFive = makeSettings();
const withLunch = makeSettings({
  workingHours: hours(WEEK, { from: '09:00', to: '12:30' }, { from: '13:30', to: '17:30' }),
});
const lateShift = makeSettings({
  workingHours: hours([1, 2, 3, 4, 5, 6, 7], { from: '00:00', to: '02:00' }, { from: '22:00', to: '24:00' }),
});
const never = makeSettings({ workingHours: hours([]) });
const kiritimati = makeSettings({ timeZone: 'Pacific/Kiritimati' });
const pagoPago = makeSettings({ timeZone: 'Pacific/Pago_Pago' });
const friday = makeCall();
const next = makeCall({ id: 'call_2', start: '2026-09-04T10:30', minutes: 15 });
const gap = makeCall({ id: 'call_3', start: '2026-09-04T10:46', minutes: 15 });
const sunday = makeCall({ id: 'call_4', rule: 'FREQ=WEEKLY;BYDAY=SU', start: '2026-09-06T11:00' });

describe('whether and until when', () => {
  it.each<[string, Settings, StandingCall[], string, string, string | undefined]>([
    ['at work, no call', nineToFive, [], '2026-11-24T11:20', 'free', '2026-11-24T17:30'],
    ['at work, a call today', nineToFive, [friday], '2026-11-27T09:10', 'free', '2026-11-27T10:00'],
    ['in a call', nineToFive, [friday], '2026-11-27T10:00', 'call', '2026-11-27T10:30'],
    ['the last minute of a call', nineToFive, [friday], '2026-11-27T10:29', 'call', '2026-11-27T10:30'],
    ['after a call', nineToFive, [friday], '2026-11-27T10:30', 'free', '2026-11-27T17:30'],
    ['two calls back to back', nineToFive, [friday, next], '2026-11-27T10:10', 'call', '2026-11-27T10:45'],
    [
      'two calls that overlap',
      nineToFive,
      [friday, makeCall({ id: 'call_5', start: '2026-09-04T10:15', minutes: 60 })],
      '2026-11-27T10:05',
      'call',
      '2026-11-27T11:15',
    ],
    ['a minute between two calls', nineToFive, [friday, next, gap], '2026-11-27T10:10', 'call', '2026-11-27T10:45'],
    ['in that minute', nineToFive, [friday, next, gap], '2026-11-27T10:45', 'free', '2026-11-27T10:46'],
    ['before work', nineToFive, [], '2026-11-24T07:00', 'off', '2026-11-24T09:00'],
    ['after work', nineToFive, [], '2026-11-24T17:30', 'off', '2026-11-25T09:00'],
    ['Friday evening', nineToFive, [], '2026-11-27T18:00', 'off', '2026-11-30T09:00'],
    ['a weekend with a call', nineToFive, [sunday], '2026-11-28T12:00', 'off', '2026-11-29T11:00'],
    ['a call on Sunday', nineToFive, [sunday], '2026-11-29T11:10', 'call', '2026-11-29T11:30'],
    ['lunch', withLunch, [], '2026-11-24T12:45', 'off', '2026-11-24T13:30'],
    ['before lunch', withLunch, [], '2026-11-24T12:29', 'free', '2026-11-24T12:30'],
    ['a late shift, before midnight', lateShift, [], '2026-11-24T23:10', 'free', '2026-11-25T02:00'],
    ['a late shift, after midnight', lateShift, [], '2026-11-25T00:30', 'free', '2026-11-25T02:00'],
    ['between late shifts', lateShift, [], '2026-11-25T12:00', 'off', '2026-11-25T22:00'],
    ['no working hours at all', never, [], '2026-11-24T11:00', 'off', undefined],
    ['no working hours, but a call', never, [friday], '2026-11-24T11:00', 'off', '2026-11-27T10:00'],
    [
      'a skipped call',
      nineToFive,
      [makeCall({ exceptions: [{ occurrence: '2026-11-27T10:00' }] })],
      '2026-11-27T10:10',
      'free',
      '2026-11-27T17:30',
    ],
    [
      'a call moved into the night',
      nineToFive,
      [makeCall({ exceptions: [{ occurrence: '2026-11-27T10:00', movedTo: '2026-11-24T22:00' }] })],
      '2026-11-24T22:10',
      'call',
      '2026-11-24T22:30',
    ],
    ['the day summer time ends', nineToFive, [], '2026-10-24T12:00', 'off', '2026-10-26T09:00'],
    // Midnight in Vienna on Tuesday is 13:00 on Kiritimati (UTC+14) and noon of the day before in Pago Pago (UTC-11).
    ['UTC+14', kiritimati, [], '2026-11-24T00:00', 'free', '2026-11-24T04:30'],
    ['UTC-11', pagoPago, [], '2026-11-24T00:00', 'free', '2026-11-24T05:30'],
    ['UTC+14, already Saturday', kiritimati, [], '2026-11-27T12:00', 'off', '2026-11-29T20:00'],
  ])('%s', (_, settings, calls, now, state, until) => {
    const availability = availabilityAt(makeDiary(settings, calls), vienna(now));
    expect(availability.now).toBe(state);
    expect(availability.until?.toString()).toBe(until && vienna(until).toString());
  });
});

describe('working hours', () => {
  it.each([
    ['2026-11-24T09:00', true],
    ['2026-11-24T08:59', false],
    ['2026-11-24T17:29', true],
    ['2026-11-24T17:30', false],
    ['2026-11-28T11:00', false],
  ])('%s: %s', (local, expected) => {
    expect(isWorkingTime(makeDiary(nineToFive), vienna(local))).toBe(expected);
  });

  it('knows days without them', () => {
    expect(WEEK.map((weekday) => isWorkingDay(makeDiary(nineToFive), day(`2026-11-${22 + weekday}`)))).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(isWorkingDay(makeDiary(nineToFive), day('2026-11-28'))).toBe(false);
  });

  it('are an hour shorter or longer in the night of a clock change', () => {
    const nights = makeSettings({ workingHours: hours([7], { from: '01:00', to: '04:00' }) });
    const length = (on: string) => {
      const [stretch] = workingStretches(makeDiary(nights), day(on), 1);
      return stretch && (stretch.endsAt.epochMilliseconds - stretch.startsAt.epochMilliseconds) / 3_600_000;
    };
    expect([length('2027-03-28'), length('2026-10-25'), length('2026-11-01')]).toEqual([2, 4, 3]);
  });

  it('are none where the clock leaves them out', () => {
    const inGap = makeSettings({ workingHours: hours([7], { from: '02:30', to: '03:00' }) });
    expect(workingStretches(makeDiary(inGap), day('2027-03-28'), 1)).toEqual([]);
    expect(workingStretches(makeDiary(inGap), day('2027-03-21'), 1)).toHaveLength(1);
  });

  it('are one stretch where spans touch or overlap, given in any order', () => {
    const odd = makeSettings({
      workingHours: hours(
        [2],
        { from: '13:00', to: '15:00' },
        { from: '09:00', to: '12:00' },
        { from: '12:00', to: '14:00' },
      ),
    });
    const stretches = workingStretches(makeDiary(odd), day('2026-11-24'), 1).map(({ startsAt, endsAt }) => [
      startsAt.toString(),
      endsAt.toString(),
    ]);
    expect(stretches).toEqual([['2026-11-24T08:00:00Z', '2026-11-24T14:00:00Z']]);
  });
});

describe('callback blocks', () => {
  const settings = makeSettings({
    callbackBlocks: [
      { id: 'late', weekdays: [1, 2, 3, 4], from: '16:30', minutes: 45 },
      { id: 'noon', weekdays: [3], from: '12:00', minutes: 15 },
    ],
  });
  it.each([
    ['2026-11-24T11:20', '2026-11-24T16:30'],
    ['2026-11-24T16:30', '2026-11-24T16:30'],
    ['2026-11-24T17:00', '2026-11-24T17:00'],
    // Too little of it is left to call anybody.
    ['2026-11-24T17:06', '2026-11-25T12:00'],
    ['2026-11-24T17:15', '2026-11-25T12:00'],
    ['2026-11-25T12:15', '2026-11-25T16:30'],
    ['2026-11-26T18:00', '2026-11-30T16:30'],
  ])('after %s comes %s', (now, expected) => {
    expect(nextCallback(makeDiary(settings), vienna(now))?.startsAt.toString()).toBe(vienna(expected).toString());
  });

  it('comes in order of the day, and keeps its clock over a clock change', () => {
    expect(callbackBlocksOn(settings, day('2026-11-25')).map(({ startsAt }) => startsAt.toString())).toEqual([
      '2026-11-25T11:00:00Z',
      '2026-11-25T15:30:00Z',
    ]);
    expect(nextCallback(makeDiary(settings), vienna('2026-10-22T18:00'))?.startsAt.toString()).toBe(
      '2026-10-26T15:30:00Z',
    );
  });

  it('is none where there are none', () => {
    expect(nextCallback(makeDiary(makeSettings({ callbackBlocks: [] })), vienna('2026-11-24T11:20'))).toBeUndefined();
  });

  it('leaves out what a standing call takes of it', () => {
    const call = makeCall({ rule: 'FREQ=WEEKLY;BYDAY=TU', start: '2026-11-24T16:15', minutes: 45 });
    const found = nextCallback(makeDiary(settings, [call]), vienna('2026-11-24T11:20'));
    expect(found?.startsAt.toString()).toBe(vienna('2026-11-24T17:00').toString());
    expect(found?.endsAt.toString()).toBe(vienna('2026-11-24T17:15').toString());
  });

  it('may run past midnight', () => {
    const late = makeSettings({ callbackBlocks: [{ id: 'b', weekdays: [4], from: '23:30', minutes: 60 }] });
    const found = nextCallback(makeDiary(late), vienna('2026-11-27T00:10'));
    expect([found?.startsAt, found?.endsAt, found?.blockStartedAt].map(String)).toEqual([
      vienna('2026-11-27T00:10').toString(),
      vienna('2026-11-27T00:30').toString(),
      vienna('2026-11-26T23:30').toString(),
    ]);
  });
});

describe('free slots', () => {
  const shown = (slots: Stretch[]) =>
    slots.map(({ startsAt, endsAt }) =>
      [startsAt, endsAt]
        .map((at) => at.toZonedDateTimeISO('Europe/Vienna').toPlainTime().toString({ smallestUnit: 'minute' }))
        .join('-'),
    );

  it.each<[string, Settings, StandingCall[], string, string[]]>([
    ['a day with a call', nineToFive, [friday], '2026-11-27T00:00', ['09:00-10:00', '10:30-17:30']],
    ['from now on', nineToFive, [friday], '2026-11-27T09:50', ['10:30-17:30']],
    ['in a call', nineToFive, [friday], '2026-11-27T10:10', ['10:30-17:30']],
    ['lunch and a call', withLunch, [friday], '2026-11-27T00:00', ['09:00-10:00', '10:30-12:30', '13:30-17:30']],
    [
      'less than a quarter of an hour is none',
      nineToFive,
      [friday, gap],
      '2026-11-27T10:30',
      ['10:30-10:46', '11:01-17:30'],
    ],
    ['too little left of the day', nineToFive, [], '2026-11-27T17:20', []],
    ['Saturday', nineToFive, [], '2026-11-28T09:00', []],
    ['no hours', never, [friday], '2026-11-27T00:00', []],
    [
      'a call over the edge of the day',
      nineToFive,
      [makeCall({ start: '2026-09-04T08:30', minutes: 60 })],
      '2026-11-27T00:00',
      ['09:30-17:30'],
    ],
  ])('%s', (_, hoursOfMine, calls, now, expected) => {
    const settings = { ...hoursOfMine, callbackBlocks: [] };
    expect(shown(freeSlots(makeDiary(settings, calls), vienna(now), 1))).toEqual(expected);
  });

  const span = fc
    .tuple(fc.nat(23), fc.constantFrom(0, 15, 30, 45), fc.integer({ min: 30, max: 600 }))
    .map(([hour, minute, length]) => {
      const clock = (total: number) =>
        `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
      return { from: clock(hour * 60 + minute), to: clock(Math.min(hour * 60 + minute + length, 1440)) };
    });
  const aCall = fc.record({
    start: fc.tuple(fc.nat(23), fc.constantFrom('00', '20', '50')),
    minutes: fc.constantFrom(5, 30, 480),
    rule: fc.constantFrom('FREQ=DAILY', 'FREQ=WEEKLY;BYDAY=SU,MO'),
  });

  it('lie in working hours, overlap no call and each other, and leave nothing out', () => {
    fc.assert(
      fc.property(
        fc.array(span, { maxLength: 3 }),
        fc.array(aCall, { maxLength: 3 }),
        fc.constantFrom('Europe/Vienna', 'America/New_York', 'Pacific/Kiritimati', 'Australia/Lord_Howe'),
        // Around the days on which clocks change.
        fc.constantFrom(
          '2026-10-24T05:17:00Z',
          '2027-03-27T22:40:00Z',
          '2026-11-01T03:00:00Z',
          '2026-11-24T10:20:00Z',
          '2026-10-03T12:00:00Z',
        ),
        (spans, given, timeZone, at) => {
          const settings = makeSettings({
            timeZone,
            workingHours: hours([1, 2, 3, 4, 5, 6, 7], ...spans),
            callbackBlocks: [],
          });
          const calls = given.map(({ start: [hour, minute], ...more }, index) =>
            makeCall({
              id: `call_${index}`,
              start: `2026-09-06T${String(hour).padStart(2, '0')}:${minute}`,
              timeZone,
              ...more,
            }),
          );
          const now = instant(at);
          // Two days of a clock change may reach into a fourth calendar day.
          const slots = freeSlots(makeDiary(settings, calls), now, 4, 1);
          const all = occurrencesBetween(calls, now, now.add({ hours: 100 }));
          for (const [index, slot] of slots.entries()) {
            const following = slots[index + 1];
            if (following)
              expect(slot.endsAt.epochMilliseconds).toBeLessThanOrEqual(following.startsAt.epochMilliseconds);
            for (const busy of all)
              expect(
                busy.endsAt.epochMilliseconds <= slot.startsAt.epochMilliseconds ||
                  busy.startsAt.epochMilliseconds >= slot.endsAt.epochMilliseconds,
              ).toBe(true);
          }
          // Minute by minute, from the words alone: working, and in no call.
          for (let minute = 0; minute < 48 * 60; minute += 13) {
            const then = now.add({ minutes: minute });
            const isFree = availabilityAt(makeDiary(settings, calls), then).now === 'free';
            const isInSlot = slots.some(
              ({ startsAt, endsAt }) =>
                startsAt.epochMilliseconds <= then.epochMilliseconds &&
                then.epochMilliseconds < endsAt.epochMilliseconds,
            );
            if (isFree !== isInSlot)
              expect({ at: then.toString(), isFree }).toEqual({ at: then.toString(), isFree: isInSlot });
          }
        },
      ),
      { numRuns: 12 },
    );
  });

  it('are met with hours of others', () => {
    const at = (from: string, to: string): Stretch => ({
      startsAt: vienna(`2026-11-24T${from}`),
      endsAt: vienna(`2026-11-24T${to}`),
    });
    expect(
      shown(
        overlap(
          [at('09:00', '12:00'), at('13:00', '17:00')],
          [at('08:00', '09:30'), at('11:00', '14:00'), at('17:00', '18:00')],
        ),
      ),
    ).toEqual(['09:00-09:30', '11:00-12:00', '13:00-14:00']);
  });
});
