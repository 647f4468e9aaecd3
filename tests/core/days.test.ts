import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { atTimeOfDay, dayOf } from '../../electron/core/days';
import { day } from '../helpers/build';

const ZONES = [
  ...['Europe/Vienna', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Kiritimati'],
  // Left out 30 December 2011; has changed at midnight; went half an hour back and forth; changes for Ramadan.
  ...['Pacific/Apia', 'America/Asuncion', 'Asia/Pyongyang', 'Africa/Casablanca', 'America/Santiago', 'UTC'],
];
const minute = fc.integer({ min: Date.UTC(2009, 0) / 60_000, max: Date.UTC(2040, 0) / 60_000 });

test('a day is that of the clock in the zone, whenever', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), minute, (timeZone, minutes) => {
      const at = Temporal.Instant.fromEpochMilliseconds(minutes * 60_000);
      expect(dayOf(at, timeZone).toString()).toBe(at.toZonedDateTimeISO(timeZone).toPlainDate().toString());
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['2011-12-29T23:59:00-10:00', '2011-12-29'],
  ['2011-12-31T00:00:00+14:00', '2011-12-31'],
])('around the day that Samoa left out: %s', (at, expected) => {
  expect(dayOf(at, 'Pacific/Apia').toString()).toBe(expected);
});

test.each([
  ['in the hour that is left out', 'Europe/Vienna', '2027-03-28', '02:30', '2027-03-28T01:30:00Z'],
  ['in the hour that comes twice', 'Europe/Vienna', '2026-10-25', '02:30', '2026-10-25T00:30:00Z'],
  ['at the end of a day', 'Europe/Vienna', '2026-10-25', '24:00', '2026-10-25T23:00:00Z'],
  ['on a day that begins at one', 'America/Santiago', '2026-09-06', '00:00', '2026-09-06T04:00:00Z'],
])('a time of day %s', (_, timeZone, date, time, expected) => {
  expect(atTimeOfDay(day(date), time, timeZone).toString()).toBe(expected);
});
