import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { isBefore } from '../../electron/core/days';
import type { State } from '../../electron/core/model/state';
import { type Landing, landAt, landOn, landOnDay, stepDays, stepMinutes } from '../../src/views/calendar/landing';
import { layOut, sumMinutes } from '../../src/views/calendar/lay-out';
import { pictureMonth } from '../../src/views/calendar/picture-month';
import { lastTurn, pictureWeek } from '../../src/views/calendar/picture-week';
import {
  isInSpan,
  isOnPage,
  otherSpan,
  readSpan,
  spanAround,
  stepSpan,
  writeSpan,
} from '../../src/views/calendar/span';
import { believableState, NOW } from '../helpers/believable-state';
import { day, instant, makeCall, makeClient, makeSettings, makeState, vienna } from '../helpers/build';

const now = instant(NOW);
const TUESDAY = day('2026-11-24');
const VIENNA = { mine: 'Europe/Vienna', call: 'Europe/Vienna' };
const NEW_YORK = { mine: 'Europe/Vienna', call: 'America/New_York' };

function week(state: State, first: string) {
  return pictureWeek(state, day(first), now);
}

function dayOfWeek(state: State, date: string) {
  const found = week(state, spanAround('week', day(date), 1).first.toString()).days.find(
    (each) => each.date.toString() === date,
  );
  if (!found) throw new Error(`${date} is not in its own week.`);
  return found;
}

describe('the calendar of a week', () => {
  it('has each call at its time by my clock, with what is on it', () => {
    const pillars = week(believableState, '2026-11-23').days.flatMap(({ date, pillars: own }) =>
      own.map(({ from, to, items, call }) => [date.day, call.client.name, from / 60, to / 60, items]),
    );
    expect(pillars).toEqual([
      [24, 'Globex', 15, 15.5, 2],
      // Ten in London.
      [25, 'Initech', 11, 11.5, 1],
      [27, 'Globex', 10, 10.75, 1],
    ]);
  });

  it('keeps busy, tentative and free times apart, and what takes whole days above them', () => {
    const wednesday = dayOfWeek(believableState, '2026-11-25');
    expect(wednesday.busy.map(({ kind, name }) => [kind, name])).toEqual([['tentative', 'Physiotherapy']]);
    expect(wednesday.notes.map(({ kind, name }) => [kind, name])).toEqual([['free', 'Fair in Linz']]);
    expect(wednesday.bands.map(({ kind, from, to }) => [kind, from / 60, to / 60])).toEqual([
      ['focus', 14, 16],
      ['callback', 16.5, 17.25],
    ]);
  });

  it('leaves no working hours on a day off or a holiday, and says which calls clash', () => {
    const { days } = week(believableState, '2026-12-07');
    expect(days.map(({ hours }) => hours.length)).toEqual([2, 0, 2, 0, 0, 0, 0]);
    expect(days.map(({ notes }) => notes.map(({ kind, name }) => `${kind} ${name}`).join())).toEqual([
      '',
      'holiday Immaculate Conception',
      '',
      'day-off Trieste',
      'day-off Trieste',
      '',
      '',
    ]);
    const clashes = days.flatMap(({ pillars }) => pillars.map(({ call }) => call.clash?.kind));
    expect(clashes).toEqual(['my-holiday', undefined, 'my-day-off']);
  });

  it("names a holiday of clients' once, with all who keep it", () => {
    const clients = believableState.clients.map((client) => ({ ...client, country: 'US' }));
    expect(dayOfWeek({ ...believableState, clients }, '2026-11-26').clientsHolidays).toEqual([
      { name: 'Thanksgiving Day', clients: ['Globex', 'Initech', 'Acme', 'Nordwind'] },
    ]);
  });

  it('shows a skipped call on its day, and not among the calls', () => {
    const calls = [makeCall({ exceptions: [{ occurrence: '2026-11-27T10:00' }] })];
    const friday = dayOfWeek(makeState({ calls }), '2026-11-27');
    expect(friday.pillars).toEqual([]);
    expect(friday.skipped.map(({ ref, client }) => [client.name, ref.occurrence])).toEqual([
      ['Globex', '2026-11-27T10:00'],
    ]);
  });

  it('splits a call that runs past midnight, and shows hours enough for both parts', () => {
    const calls = [makeCall({ start: '2026-09-04T23:30', minutes: 60 })];
    const picture = week(makeState({ calls }), '2026-11-23');
    const parts = picture.days.flatMap(({ date, pillars }) => pillars.map(({ from, to }) => [date.day, from, to]));
    expect(parts).toEqual([
      [27, 23 * 60 + 30, 24 * 60],
      [28, 0, 30],
    ]);
    expect([picture.fromHour, picture.toHour]).toEqual([0, 24]);
    expect(picture.calls).toHaveLength(1);
  });

  it.each([
    ['begins', '2026-03-29', '2026-03-29T05:00', 5],
    ['ends', '2026-10-25', '2026-10-25T05:00', 5],
  ])('goes by the clock on the day that summer time %s', (_, date, start, hour) => {
    const calls = [makeCall({ rule: 'FREQ=WEEKLY;BYDAY=SU', start })];
    expect(dayOfWeek(makeState({ calls }), date).pillars[0]?.from).toBe(hour * 60);
  });

  it('leaves a weekend out that nothing is on, and shows one with a call', () => {
    const isUsual = (state: State) => week(state, '2026-11-23').days.map((each) => each.isUsual);
    expect(isUsual(believableState)).toEqual([true, true, true, true, true, false, false]);
    const calls = [makeCall({ rule: 'FREQ=WEEKLY;BYDAY=SA', start: '2026-09-05T10:00' })];
    expect(isUsual(makeState({ calls })).slice(5)).toEqual([true, false]);
  });

  it('keeps a working day that is off for once', () => {
    const daysOff = [{ id: 'off_1', from: '2026-12-08', to: '2026-12-08', name: '' }];
    const { days } = week(makeState({ settings: makeSettings({ daysOff }) }), '2026-12-07');
    expect(days.map(({ isUsual }) => isUsual)).toEqual([true, true, true, true, true, false, false]);
  });
});

describe('the calendar of a month', () => {
  it('has whole weeks, as weeks begin here', () => {
    const ends = (weekStartsOn: number) => {
      const { weeks } = pictureMonth(makeState({ settings: makeSettings({ weekStartsOn }) }), day('2026-11-01'));
      return [weeks[0]?.[0]?.date.toString(), weeks.at(-1)?.at(-1)?.date.toString()];
    };
    expect(ends(1)).toEqual(['2026-10-26', '2026-12-06']);
    expect(ends(7)).toEqual(['2026-11-01', '2026-12-05']);
  });

  it('has the calls of each day and how full it is', () => {
    const days = pictureMonth(believableState, day('2026-12-01')).weeks.flat();
    const on = (date: string) => days.find((each) => each.date.toString() === date);
    expect(on('2026-12-04')?.calls.map(({ client }) => client.name)).toEqual(['Globex', 'Acme']);
    // 75 of 360 working minutes.
    expect(on('2026-12-04')?.load).toBeCloseTo(75 / 360);
    // An audit all day long.
    expect(on('2026-12-01')?.load).toBe(1);
    expect(on('2026-12-05')?.load).toBe(0);
  });

  it('has a call that runs past midnight on the day it begins, and a moved one where it went', () => {
    const exceptions = [{ occurrence: '2026-11-20T23:30', movedTo: '2026-11-18T09:00' }];
    const calls = [makeCall({ start: '2026-09-04T23:30', minutes: 60, exceptions })];
    const days = pictureMonth(makeState({ calls }), day('2026-11-01')).weeks.flat();
    expect(days.filter((each) => each.calls.length > 0).map(({ date }) => date.day)).toEqual([30, 6, 13, 18, 27, 4]);
  });
});

describe('what overlaps', () => {
  const even = () => 1;
  const lay = (...spans: [number, number][]) =>
    layOut(
      spans.map(([from, to]) => ({ from, to })),
      even,
    ).map(({ left, width }) => [left, width]);

  it.each([
    ['alone', [[60, 120]], [[0, 1]]],
    [
      'one after the other',
      [
        [60, 120],
        [120, 180],
      ],
      [
        [0, 1],
        [0, 1],
      ],
    ],
    [
      'at once',
      [
        [60, 120],
        [90, 150],
      ],
      [
        [0, 0.5],
        [0.5, 0.5],
      ],
    ],
    [
      'through another',
      [
        [60, 180],
        [70, 100],
        [110, 150],
      ],
      [
        [0, 0.5],
        [0.5, 0.5],
        [0.5, 0.5],
      ],
    ],
    [
      'too short to be drawn so short',
      [
        [60, 65],
        [70, 90],
      ],
      [
        [0, 0.5],
        [0.5, 0.5],
      ],
    ],
  ] as [string, [number, number][], [number, number][]][])('stands side by side: %s', (_, spans, expected) => {
    expect(lay(...spans)).toEqual(expected);
  });

  it('gives a call more room than what stands beside it', () => {
    const [call, busy] = layOut(
      [
        { from: 0, to: 60, weight: 3 },
        { from: 0, to: 60, weight: 1 },
      ],
      ({ weight }) => weight,
    );
    expect([call?.width, busy?.left]).toEqual([0.75, 0.75]);
  });

  it('is counted once', () => {
    expect(
      sumMinutes([
        { from: 60, to: 120 },
        { from: 90, to: 100 },
        { from: 110, to: 150 },
        { from: 200, to: 210 },
      ]),
    ).toBe(100);
  });
});

describe('where a dragged call lands', () => {
  const said = ({ to, startsAt }: Landing) => [to, startsAt.toString()];

  it.each([
    [600, '10:00'],
    [607, '10:00'],
    [608, '10:15'],
    [-30, '00:00'],
    [1439, '23:45'],
    [5000, '23:45'],
  ])('%i minutes after midnight is %s', (minutes, time) => {
    expect(landOn(TUESDAY, minutes, VIENNA).to).toBe(`2026-11-24T${time}`);
  });

  it('is named in the zone of the call, on the day it is there', () => {
    expect(said(landOn(TUESDAY, 15 * 60, NEW_YORK))).toEqual(['2026-11-24T09:00', '2026-11-24T14:00:00Z']);
    expect(landOn(TUESDAY, 60, NEW_YORK).to).toBe('2026-11-23T19:00');
    expect(landOn(TUESDAY, 0, { mine: 'Pacific/Pago_Pago', call: 'Pacific/Kiritimati' }).to).toBe('2026-11-25T01:00');
  });

  it('moves out of the hour that a clock change leaves out', () => {
    const landing = landOn(day('2026-03-29'), 150, VIENNA);
    expect(said(landing)).toEqual(['2026-03-29T03:30', '2026-03-29T01:30:00Z']);
  });

  it('is the first of two hours of one name', () => {
    const landing = landAt(instant('2026-10-25T01:30:00Z'), VIENNA);
    expect(said(landing)).toEqual(['2026-10-25T02:30', '2026-10-25T00:30:00Z']);
    // A call of another zone can stand in the second one.
    const elsewhere = landAt(instant('2026-10-25T01:30:00Z'), NEW_YORK);
    expect(elsewhere.startsAt.toString()).toBe('2026-10-25T01:30:00Z');
  });

  it('keeps my time of day on another day, over a clock change of mine or theirs', () => {
    // On 8 March only New York has changed its clocks.
    expect(landOnDay(day('2026-03-10'), vienna('2026-03-03T15:00'), NEW_YORK).to).toBe('2026-03-10T10:00');
    expect(landOnDay(day('2026-03-31'), vienna('2026-03-24T15:00'), VIENNA).to).toBe('2026-03-31T15:00');
  });
});

describe('a call moved by keys', () => {
  it.each([
    ['2026-11-24T10:00', 1, '2026-11-24T10:15'],
    ['2026-11-24T10:00', -1, '2026-11-24T09:45'],
    ['2026-11-24T10:05', 1, '2026-11-24T10:15'],
    ['2026-11-24T10:05', -1, '2026-11-24T10:00'],
    ['2026-11-24T23:45', 1, '2026-11-25T00:00'],
    // Over the hour that is left out, and back.
    ['2026-03-29T01:45', 1, '2026-03-29T03:00'],
    ['2026-03-29T03:00', -1, '2026-03-29T01:45'],
    // Over the hour that comes twice: its second telling has no name.
    ['2026-10-25T02:45', 1, '2026-10-25T03:00'],
    ['2026-10-25T03:00', -1, '2026-10-25T02:45'],
  ] as const)('from %s by %i goes to %s', (from, direction, to) => {
    expect(stepMinutes(vienna(from), direction, VIENNA).to).toBe(to);
  });

  it('never stands still, and comes back by as many steps, all through the days that clocks change on', () => {
    for (const date of ['2026-03-29', '2026-10-25']) {
      let at = vienna(`${date}T00:00`);
      const passed: string[] = [at.toString()];
      while (isBefore(at, vienna(`${date}T06:00`))) {
        const next = stepMinutes(at, 1, VIENNA).startsAt;
        expect(isBefore(at, next), `${at} to ${next}`).toBe(true);
        passed.push(next.toString());
        at = next;
      }
      for (const expected of passed.toReversed().slice(1)) {
        at = stepMinutes(at, -1, VIENNA).startsAt;
        expect(at.toString()).toBe(expected);
      }
    }
  });

  it('goes by days at my time of day', () => {
    expect(stepDays(vienna('2026-03-28T15:00'), 1, VIENNA).to).toBe('2026-03-29T15:00');
    expect(stepDays(vienna('2026-03-27T15:00'), 7, NEW_YORK).to).toBe('2026-04-03T09:00');
  });
});

describe('the address of the calendar', () => {
  it.each([
    [undefined, 'week', '2026-11-23'],
    ['2026-12-04', 'week', '2026-11-30'],
    ['2027-02', 'month', '2027-02-01'],
    ['2026-13', 'month', '2026-11-01'],
    ['2026-02-30', 'week', '2026-11-23'],
    ['nonsense', 'week', '2026-11-23'],
  ])('%s is the %s from %s', (detail, kind, first) => {
    const span = readSpan(detail, TUESDAY, 1);
    expect([span.kind, span.first.toString()]).toEqual([kind, first]);
    expect(writeSpan(readSpan(writeSpan(span), TUESDAY, 1))).toBe(writeSpan(span));
  });

  it('goes on by weeks and months, and from one to the other and back', () => {
    const november = readSpan('2026-11', TUESDAY, 1);
    expect(writeSpan(stepSpan(november, 2))).toBe('2027-01');
    expect(writeSpan(stepSpan(readSpan(undefined, TUESDAY, 1), -1))).toBe('2026-11-16');
    expect(writeSpan(otherSpan(november, TUESDAY, 1))).toBe('2026-11-23');
    expect(writeSpan(otherSpan(stepSpan(november, 1), TUESDAY, 1))).toBe('2026-11-30');
    // Most of the week is in December.
    expect(writeSpan(otherSpan(readSpan('2026-12-02', TUESDAY, 1), TUESDAY, 1))).toBe('2026-12');
  });

  it('shows the rest of the first and the last week with a month', () => {
    const november = readSpan('2026-11', TUESDAY, 1);
    expect(isInSpan(november, day('2026-10-26'))).toBe(false);
    expect(isOnPage(november, day('2026-10-26'), 1)).toBe(true);
    expect(isOnPage(november, day('2026-12-06'), 1)).toBe(true);
    expect(isOnPage(november, day('2026-12-07'), 1)).toBe(false);
  });
});

describe('two hundred clients', () => {
  it('stand in one week, each at its place', () => {
    const clients = Array.from({ length: 200 }, (_, index) => makeClient(`Client ${index}`));
    const calls = clients.map((client, index) => {
      const start = Temporal.PlainDateTime.from('2026-09-07T09:00').add({
        days: index % 5,
        minutes: (index % 32) * 15,
      });
      return makeCall({
        id: `call_${index}`,
        clientId: client.id,
        rule: 'FREQ=WEEKLY',
        start: start.toString({ smallestUnit: 'minute' }),
      });
    });
    const picture = week(makeState({ clients, calls }), '2026-11-23');
    expect(picture.calls).toHaveLength(200);
    for (const { pillars } of picture.days)
      for (const one of pillars)
        for (const other of pillars) {
          const isApart = one.to <= other.from || other.to <= one.from;
          const isBeside = one.left + one.width <= other.left + 1e-9 || other.left + other.width <= one.left + 1e-9;
          expect(one === other || isApart || isBeside).toBe(true);
        }
  });
});

describe('when agendas change by time alone', () => {
  const state = makeState({ calls: [makeCall({ rule: 'FREQ=DAILY' })] });

  it.each([
    ['2026-11-24T09:59', '2026-11-24T00:00'],
    ['2026-11-24T10:29', '2026-11-24T00:00'],
    ['2026-11-24T10:30', '2026-11-24T10:30'],
    ['2026-11-24T23:59', '2026-11-24T10:30'],
    ['2026-11-25T00:00', '2026-11-25T00:00'],
  ])('at %s it was last at %s', (at, last) => {
    expect(lastTurn(state, vienna(at)).toString()).toBe(vienna(last).toString());
  });
});
