import fc from 'fast-check';
import type { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { clientHours, slotsFor } from '../../../electron/core/availability/client-slots';
import { freeSlots, nextCallback } from '../../../electron/core/availability/free';
import { availabilityAt, nameState } from '../../../electron/core/availability/now';
import { contains, isOverlapping, type Stretch } from '../../../electron/core/availability/stretch';
import { takenBetween } from '../../../electron/core/availability/taken';
import { isWorkingTime, workingStretches } from '../../../electron/core/availability/working-time';
import { dayOf } from '../../../electron/core/days';
import type { Client } from '../../../electron/core/model/client';
import type { Settings } from '../../../electron/core/model/settings';
import type { Diary, State } from '../../../electron/core/model/state';
import { offerSlots } from '../../../electron/core/offers';
import { day, hours, instant, makeCall, makeClient, makeState, momentAt, vienna } from '../../helpers/build';
import { HOLIDAYS, makeBusy, makeWeek, withCalendar } from '../../helpers/diary';

const clock = (at: Temporal.Instant, zone = 'Europe/Vienna') =>
  at.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });
const shown = (slots: readonly Stretch[], zone?: string) =>
  slots.map(({ startsAt, endsAt }) => `${clock(startsAt, zone)}-${clock(endsAt, zone)}`);

describe('what is free to be offered', () => {
  const friday = makeCall();
  const noBlocks: Partial<Settings> = { callbackBlocks: [], focusBlocks: [] };
  test.each<[string, Diary, string, string[]]>([
    [
      'leaves callback blocks and focus out',
      makeWeek(),
      '2026-11-24T00:00',
      ['09:00-13:00', '15:00-16:45', '17:15-17:30'],
    ],
    [
      'keeps the room around calls',
      makeWeek({ ...noBlocks, bufferBeforeMinutes: 10, bufferAfterMinutes: 20 }, { calls: [friday] }),
      '2026-11-27T00:00',
      ['09:00-09:50', '10:50-17:30'],
    ],
    [
      'even around a call that begins as work ends',
      makeWeek({ ...noBlocks, bufferBeforeMinutes: 30 }, { calls: [makeCall({ start: '2026-09-04T17:30' })] }),
      '2026-11-27T00:00',
      ['09:00-17:00'],
    ],
    [
      'and around one that is over',
      makeWeek({ ...noBlocks, bufferAfterMinutes: 30 }, { calls: [friday] }),
      '2026-11-27T10:45',
      ['11:00-17:30'],
    ],
    [
      'begins after the notice I want',
      makeWeek({ ...noBlocks, noticeMinutes: 120 }),
      '2026-11-24T11:00',
      ['13:00-17:30'],
    ],
    ['which may be longer than the day', makeWeek({ ...noBlocks, noticeMinutes: 1440 }), '2026-11-24T11:00', []],
    [
      'leaves out what is busy, and what may be',
      makeWeek(
        noBlocks,
        withCalendar([
          makeBusy('2026-11-24T10:00', '2026-11-24T12:00'),
          makeBusy('2026-11-24T14:00', '2026-11-24T15:00', { freeBusy: 'tentative' }),
          makeBusy('2026-11-24T16:00', '2026-11-24T17:00', { freeBusy: 'free' }),
        ]),
      ),
      '2026-11-24T00:00',
      ['09:00-10:00', '12:00-14:00', '15:00-17:30'],
    ],
    ['is none on a holiday', makeWeek({ country: 'AT' }), '2026-11-26T00:00', []],
    [
      'is none on a day off',
      makeWeek({ daysOff: [{ id: 'o', from: '2026-11-24', to: '2026-11-24', name: '' }] }),
      '2026-11-24T00:00',
      [],
    ],
    [
      'a call that clashes with a day off still takes its time until that is decided',
      makeWeek(
        { ...noBlocks, country: 'AT', workingHours: hours([5, 6], { from: '09:00', to: '12:00' }) },
        {
          calls: [friday],
          clients: [makeClient('Globex', { country: 'XX' })],
          holidays: { ...HOLIDAYS, XX: [{ date: '2026-11-27', name: 'Theirs' }] },
        },
      ),
      '2026-11-27T00:00',
      ['09:00-10:00', '10:30-12:00'],
    ],
  ])('%s', (_, diary, now, expected) => {
    expect(shown(freeSlots(diary, vienna(now), 1))).toEqual(expected);
  });
});

describe('the next callback', () => {
  test('leaves out what my calendar takes of the block', () => {
    const diary = makeWeek({}, withCalendar([makeBusy('2026-11-24T16:30', '2026-11-24T17:00')]));
    expect(shown([nextCallback(diary, vienna('2026-11-24T11:00'))].flatMap((each) => each ?? []))).toEqual([
      '17:00-17:15',
    ]);
  });

  test('is not on a day off or a holiday', () => {
    const daysOff = [{ id: 'o', from: '2026-11-24', to: '2026-11-25', name: '' }];
    const next = nextCallback(makeWeek({ country: 'AT', daysOff }), vienna('2026-11-24T11:00'));
    expect(next?.startsAt.toString()).toBe(vienna('2026-11-27T16:45').toString());
  });

  test('comes after a leave of a month', () => {
    const daysOff = [{ id: 'o', from: '2026-11-24', to: '2026-12-24', name: '' }];
    const next = nextCallback(makeWeek({ daysOff }), vienna('2026-11-24T11:00'));
    expect(next?.startsAt.toString()).toBe(vienna('2026-12-25T16:45').toString());
  });
});

describe("a client's hours", () => {
  const of = (client: Partial<Client>, on: string, zone = client.timeZone) =>
    shown(clientHours(makeClient('Globex', client), HOLIDAYS, day(on)), zone);
  test.each<[string, Partial<Client>, string, string[]]>([
    ['nine to five where nothing is said', {}, '2026-11-24', ['09:00-17:00']],
    ['none at the weekend', {}, '2026-11-28', []],
    ['their own', { workingHours: hours([6], { from: '07:30', to: '12:00' }) }, '2026-11-28', ['07:30-12:00']],
    ['on their clock', { timeZone: 'Pacific/Kiritimati' }, '2026-11-24', ['09:00-17:00']],
    ['none on their holiday', { country: 'AT' }, '2026-11-26', []],
    ["somebody else's holiday is a day as any", { country: 'DE' }, '2026-11-26', ['09:00-17:00']],
  ])('%s', (_, client, on, expected) => {
    expect(of(client, on)).toEqual(expected);
  });
});

describe('slots for a client', () => {
  const stateWith = (client: Partial<Client>, more: Partial<State> = {}) =>
    makeState({ clients: [makeClient('Globex', client), makeClient('Acme')], calls: [], ...more });
  const slots = (state: State, wish: Partial<Parameters<typeof slotsFor>[3]> = {}, now = '2026-11-24T08:00') => {
    const [client] = state.clients;
    if (!client) throw new Error('There is no client.');
    return slotsFor(state, client, vienna(now), { days: 7, minutes: 30, count: 3, ...wish });
  };
  const written = (found: readonly Stretch[], zone = 'Europe/Vienna') =>
    found.map(({ startsAt }) =>
      startsAt.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' }),
    );

  test('are on different days', () => {
    expect(written(slots(stateWith({})))).toEqual(['2026-11-24T09:00', '2026-11-25T09:00', '2026-11-26T09:00']);
  });

  test('of one day are some hours apart', () => {
    expect(written(slots(stateWith({}), { days: 1, count: 2 }))).toEqual(['2026-11-24T09:00', '2026-11-24T12:30']);
  });

  test('lie on full and half hours of their clock, not of mine', () => {
    // Kathmandu is 4:45 ahead of Vienna in winter: 9:00 there is 4:15 here, 13:45 there 9:00 here.
    const nepal = slots(stateWith({ timeZone: 'Asia/Kathmandu' }), { days: 1 });
    expect(written(nepal, 'Asia/Kathmandu')).toEqual(['2026-11-24T14:00', '2026-11-24T14:30', '2026-11-24T15:00']);
  });

  test('begin between where only that fits', () => {
    const settings = makeWeek({ workingHours: hours([2], { from: '09:10', to: '09:40' }), focusBlocks: [] }).settings;
    expect(written(slots(stateWith({}, { settings })))).toEqual(['2026-11-24T09:10']);
  });

  test('are none where our hours never meet', () => {
    expect(slots(stateWith({ timeZone: 'Pacific/Auckland' }))).toEqual([]);
  });

  test('leave out holidays of theirs and mine', () => {
    const state = stateWith({ country: 'AT' }, { holidays: HOLIDAYS });
    expect(written(slots(state))).toEqual(['2026-11-24T09:00', '2026-11-25T09:00', '2026-11-27T09:00']);
  });

  test('that somebody else was offered come last, and say to whom', () => {
    const state = stateWith({});
    const [, acme] = state.clients;
    if (!acme) throw new Error('There is no Acme.');
    const offered = [{ startsAt: vienna('2026-11-24T09:00'), endsAt: vienna('2026-11-24T10:00') }];
    const next = offerSlots(state, acme, offered, momentAt(vienna('2026-11-23T10:00'))).state;
    expect(written(slots(next))).toEqual(['2026-11-24T10:00', '2026-11-25T09:00', '2026-11-26T09:00']);
    const all = slots(next, { days: 1, count: 50 });
    expect(all.slice(0, 3).map(({ offeredTo }) => offeredTo)).toEqual([['Acme'], ['Acme'], []]);
  });

  test('what was offered and is over is offered to nobody', () => {
    const state = stateWith({});
    const [globex, acme] = state.clients;
    if (!acme || !globex) throw new Error('Clients are missing.');
    const offered = [{ startsAt: vienna('2026-11-24T09:00'), endsAt: vienna('2026-11-24T09:30') }];
    const { state: next } = offerSlots(state, acme, offered, momentAt(vienna('2026-11-23T10:00')));
    expect(slots(next, {}, '2026-11-24T09:30').every(({ offeredTo }) => offeredTo.length === 0)).toBe(true);
    const later = offerSlots(
      next,
      globex,
      [{ startsAt: vienna('2026-11-25T09:00'), endsAt: vienna('2026-11-25T09:30') }],
      momentAt(vienna('2026-11-24T12:00')),
    );
    expect(later.state.offers.map(({ clientId }) => clientId)).toEqual(['cli_Globex']);
  });
});

/** Weeks as odd as people make them. */
const clockTime = fc
  .tuple(fc.nat(23), fc.constantFrom('00', '10', '45'))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
const span = fc
  .tuple(clockTime, clockTime)
  .filter(([from, to]) => from < to)
  .map(([from, to]) => ({ from, to }));
const block = fc.record({
  id: fc.constant('b'),
  weekdays: fc.constant<number[]>([1, 2, 3, 4, 5, 6, 7]),
  from: clockTime,
  minutes: fc.constantFrom(15, 90),
});
const zone = fc.constantFrom(
  'Europe/Vienna',
  'America/New_York',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
);
// Around days on which clocks change, and one on which none does.
const NOWS = [
  '2026-10-24T05:17:00Z',
  '2027-03-27T22:40:00Z',
  '2026-11-01T03:00:00Z',
  '2026-11-24T10:20:00Z',
  '2026-10-03T12:00:00Z',
];
const event = fc.record({
  afterMinutes: fc.nat(4000),
  minutes: fc.constantFrom(20, 300),
  freeBusy: fc.constantFrom('busy', 'tentative', 'free'),
  isAllDay: fc.constant(false),
});
const week = fc
  .record({
    now: fc.constantFrom(...NOWS),
    myZone: zone,
    theirZone: zone,
    spans: fc.array(span, { maxLength: 2 }),
    theirSpans: fc.array(span, { maxLength: 2 }),
    focusBlocks: fc.array(block, { maxLength: 1 }),
    callbackBlocks: fc.array(block, { maxLength: 1 }),
    events: fc.array(event, { maxLength: 3 }),
    callAt: clockTime,
    buffer: fc.constantFrom(0, 15),
    notice: fc.constantFrom(0, 90, 1500),
    isDayOff: fc.boolean(),
  })
  .map((given) => {
    const now = instant(given.now);
    const tomorrow = dayOf(now, given.myZone).add({ days: 1 }).toString();
    const every = [1, 2, 3, 4, 5, 6, 7];
    const calls = [makeCall({ rule: 'FREQ=DAILY', start: `2026-09-06T${given.callAt}`, timeZone: given.theirZone })];
    const events = given.events.map(({ afterMinutes, minutes, ...more }, index) => {
      const startsAt = now.add({ minutes: afterMinutes });
      return {
        uid: `e${index}`,
        summary: 'e',
        startsAt: startsAt.toString(),
        endsAt: startsAt.add({ minutes }).toString(),
        ...more,
      };
    });
    const base = makeState({
      calls,
      clients: [
        makeClient('Globex', {
          timeZone: given.theirZone,
          workingHours: hours(every, ...given.theirSpans),
          country: 'AT',
        }),
      ],
      ...withCalendar(events),
      holidays: { AT: [{ date: '2026-11-25', name: 'Theirs' }] },
    });
    const settings: Settings = {
      ...base.settings,
      timeZone: given.myZone,
      workingHours: hours(every, ...given.spans),
      focusBlocks: given.focusBlocks,
      callbackBlocks: given.callbackBlocks,
      bufferBeforeMinutes: given.buffer,
      bufferAfterMinutes: given.buffer,
      noticeMinutes: given.notice,
      daysOff: given.isDayOff ? [{ id: 'o', from: tomorrow, to: tomorrow, name: '' }] : [],
    };
    return { now, state: { ...base, settings }, notice: given.notice, buffer: given.buffer };
  });

describe('whatever the week', () => {
  test('a slot overlaps nothing that is taken, lies in both working hours and keeps the notice', () => {
    fc.assert(
      fc.property(week, fc.constantFrom(15, 30, 50), ({ now, state, notice, buffer }, minutes) => {
        const [client] = state.clients;
        if (!client) throw new Error('There is no client.');
        const found = slotsFor(state, client, now, { days: 4, minutes, count: 100 });
        const taken = takenBetween(state, now.subtract({ hours: 24 }), now.add({ hours: 24 * 8 }))
          .filter(({ kind }) => kind !== 'free')
          .map((each) =>
            each.kind === 'call'
              ? {
                  ...each,
                  startsAt: each.startsAt.subtract({ minutes: buffer }),
                  endsAt: each.endsAt.add({ minutes: buffer }),
                }
              : each,
          );
        for (const [index, slot] of found.entries()) {
          expect(slot.endsAt.since(slot.startsAt).total('minutes')).toBe(minutes);
          expect(slot.startsAt.epochMilliseconds).toBeGreaterThanOrEqual(
            now.add({ minutes: notice }).epochMilliseconds,
          );
          expect(taken.filter((each) => isOverlapping(each, slot))).toEqual([]);
          expect(found.slice(index + 1).filter((each) => isOverlapping(each, slot))).toEqual([]);
          const last = slot.endsAt.subtract({ nanoseconds: 1 });
          for (const at of [slot.startsAt, last]) {
            expect(isWorkingTime(state, at)).toBe(true);
            const theirs = clientHours(client, state.holidays, dayOf(at, client.timeZone));
            expect(theirs.some((each) => contains(each, at))).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('the state now is what the picture of the week says, minute by minute, and holds until it says', () => {
    fc.assert(
      fc.property(week, fc.integer({ min: 7, max: 61 }), ({ now, state }, step) => {
        const taken = takenBetween(state, now.subtract({ hours: 30 }), now.add({ hours: 24 * 3 }));
        const stateAt = (at: Temporal.Instant) => {
          const here = taken.filter((each) => contains(each, at) && !each.clash).map(({ kind }) => kind);
          if (here.includes('call')) return 'call';
          const isWorked = workingStretches(state, dayOf(at, state.settings.timeZone), 1).some((each) =>
            contains(each, at),
          );
          if (!isWorked) return 'off';
          if (here.includes('busy')) return 'busy';
          return here.includes('focus') && !here.includes('callback') ? 'focus' : 'free';
        };
        for (let minute = 0; minute < 36 * 60; minute += step) {
          const at = now.add({ minutes: minute });
          const { until, ...found } = availabilityAt(state, at);
          const said = nameState(found) === 'busy' ? 'busy' : found.now;
          expect({ at: at.toString(), said }).toEqual({ at: at.toString(), said: stateAt(at) });
          if (!until || until.since(at).total('hours') > 40) continue;
          expect(until.epochMilliseconds).toBeGreaterThan(at.epochMilliseconds);
          // It holds to the last moment, and no longer.
          expect({ at: at.toString(), last: stateAt(until.subtract({ seconds: 1 })) }).toEqual({
            at: at.toString(),
            last: said,
          });
          expect({ at: at.toString(), next: stateAt(until) === said }).toEqual({ at: at.toString(), next: false });
        }
      }),
      { numRuns: 25 },
    );
  }, 20_000);
});
