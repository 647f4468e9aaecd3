import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { nextOccurrences, occurrencesBetween, regularStarts } from '../../electron/core/calls/occurrences';
import type { Exception, StandingCall } from '../../electron/core/model/call';
import { readCalendar } from '../../electron/inputs/calendar/read-calendar';
import { writeCalls } from '../../electron/outputs/calendar/calls';
import { makeCall, makeState, vienna } from '../helpers/build';

const NOW = vienna('2026-11-24T11:20');
const [FROM, TO] = ['2026-08-01', '2027-12-31'];

const rules = fc.oneof(
  fc
    .record({
      days: fc.uniqueArray(fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'), { minLength: 1, maxLength: 3 }),
      interval: fc.constantFrom('', ';INTERVAL=2', ';INTERVAL=3'),
      weekStart: fc.constantFrom('', ';WKST=SU', ';WKST=MO'),
    })
    .map(({ days, interval, weekStart }) => `FREQ=WEEKLY${interval};BYDAY=${days.join(',')}${weekStart}`),
  fc.constantFrom('FREQ=WEEKLY', 'FREQ=DAILY;INTERVAL=3', 'FREQ=MONTHLY', 'FREQ=MONTHLY;BYMONTHDAY=-1'),
  fc.constantFrom('FREQ=MONTHLY;BYDAY=1MO', 'FREQ=MONTHLY;BYDAY=-1FR', 'FREQ=MONTHLY;BYDAY=TU,TH;BYSETPOS=2'),
);
const ends = fc.constantFrom(
  '',
  '',
  ';COUNT=40',
  ';UNTIL=20270630',
  ';UNTIL=20270630T120000',
  ';UNTIL=20270630T120000Z',
);
const zones = fc.constantFrom(
  'Europe/Vienna',
  'America/New_York',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'Pacific/Niue',
  'America/Santiago',
);
const starts = fc.record({ days: fc.nat(100), minutes: fc.nat(95) }).map(({ days, minutes }) =>
  Temporal.PlainDateTime.from('2026-08-10T00:00')
    .add({ days, minutes: minutes * 15 })
    .toString({ smallestUnit: 'minute' }),
);

const calls: fc.Arbitrary<StandingCall> = fc
  .record({
    rule: rules,
    end: ends,
    start: starts,
    timeZone: zones,
    minutes: fc.constantFrom(15, 30, 60),
    endsOn: fc.option(fc.constantFrom('2027-03-31', '2027-10-01'), { nil: undefined }),
    isFloating: fc.boolean(),
    rdates: fc.uniqueArray(starts, { maxLength: 2 }),
    changes: fc.array(fc.record({ at: fc.nat(30), what: fc.constantFrom('skip', 'move', 'longer') }), { maxLength: 4 }),
  })
  .map(({ end, endsOn, isFloating, rdates, changes, ...fields }) => {
    const call = makeCall({
      ...fields,
      rule: `${fields.rule}${end}`,
      ...(endsOn !== undefined && { endsOn }),
      ...(isFloating && { isFloating, timeZone: 'Europe/Vienna' }),
      ...(rdates.length > 0 && { rdates }),
    });
    const regular = regularStarts(call, call.start, '2027-12-31T00:00');
    const exceptions = new Map<string, Exception>();
    for (const { at, what } of changes) {
      const occurrence = regular[at];
      if (occurrence !== undefined) exceptions.set(occurrence, changeOf(occurrence, what));
    }
    return { ...call, exceptions: [...exceptions.values()] };
  });

function changeOf(occurrence: string, what: string): Exception {
  if (what === 'skip') return { occurrence };
  if (what === 'longer') return { occurrence, movedTo: occurrence, minutes: 75 };
  const movedTo = Temporal.PlainDateTime.from(occurrence).add({ hours: 26 }).toString({ smallestUnit: 'minute' });
  return { occurrence, movedTo };
}

test('what is written is read back as the same calls', () => {
  fc.assert(
    fc.property(calls, (call) => {
      const text = writeCalls(makeState({ calls: [call] }), NOW);
      const read = readCalendar(text, { timeZone: 'Europe/Vienna', from: FROM, to: TO });
      expect(read.refused).toEqual([]);
      const isOver = nextOccurrences([call], NOW, 1).length === 0;
      const [from, to] = [vienna(`${FROM}T00:00`), vienna(`${TO}T00:00`)];
      const own = isOver ? [] : occurrencesBetween([call], from, to);
      expect(read.busy.map(({ startsAt, endsAt }) => `${startsAt} ${endsAt}`).sort()).toEqual(
        own.map(({ startsAt, endsAt }) => `${startsAt} ${endsAt}`).sort(),
      );
    }),
    { numRuns: 150 },
  );
});
