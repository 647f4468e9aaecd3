import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { atLocal } from '../../electron/core/days';
import { dayNumberOf, readWallClock, writeWallClock } from '../../electron/core/wall-clock';

const local = fc
  .integer({ min: Date.UTC(2009, 0), max: Date.UTC(2060, 0) })
  .map((ms) => new Date(ms - (ms % 60_000)).toISOString().slice(0, 16));
const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));

it('a wall-clock time stands where Temporal puts it, in every zone', () => {
  fc.assert(
    fc.property(zone, local, (timeZone, at) => {
      const slow = Temporal.PlainDateTime.from(at).toZonedDateTime(timeZone, { disambiguation: 'compatible' });
      expect(atLocal(at, timeZone).toString()).toBe(slow.toInstant().toString());
    }),
    { numRuns: 3000 },
  );
});

it.each([
  ['Asia/Gaza', '2040-10-18', '2040-10-29'],
  ['America/Recife', '2000-10-06', '2000-10-18'],
])('each hour of the shortest summer times, %s from %s to %s', (timeZone, from, to) => {
  const last = Temporal.PlainDateTime.from(to);
  for (let at = Temporal.PlainDateTime.from(from); Temporal.PlainDateTime.compare(at, last) < 0; ) {
    const slow = at.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).toInstant();
    expect(atLocal(at.toString({ smallestUnit: 'minute' }), timeZone).toString()).toBe(slow.toString());
    at = at.add({ hours: 1 });
  }
});

it.each(['Europe/Vienna', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Pacific/Apia', 'Antarctica/Troll', 'Asia/Gaza'])(
  'every quarter of an hour around each change of %s',
  (timeZone) => {
    let at = Temporal.Instant.from('2009-01-01T00:00Z').toZonedDateTimeISO(timeZone);
    for (let changes = 0; changes < 30; changes++) {
      const change = at.getTimeZoneTransition('next');
      if (!change) break;
      for (let quarter = -120; quarter <= 120; quarter++) {
        const wallClock = change.toPlainDateTime().add({ minutes: quarter * 15 });
        const slow = wallClock.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).toInstant();
        expect(atLocal(wallClock.toString({ smallestUnit: 'minute' }), timeZone).toString()).toBe(slow.toString());
      }
      at = change.add({ hours: 1 });
    }
  },
);

it('refuses what is no time and no zone', () => {
  for (const text of ['2026-02-30T10:00', '2026-11-27T24:00', '2026-11-27T10:60', 'noon', ''])
    expect(() => atLocal(text, 'Europe/Vienna')).toThrow(RangeError);
  expect(() => atLocal('2026-11-27T10:00', 'Mars/Olympus')).toThrow(RangeError);
});

it('numbers of days are those of the calendar, and are read and written alike', () => {
  fc.assert(
    fc.property(fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 }), (ms) => {
      const text = new Date(ms).toISOString().slice(0, 16);
      expect(writeWallClock(ms)).toBe(text);
      expect(readWallClock(text)).toBe(Math.floor(ms / 60_000) * 60_000);
      expect(dayNumberOf(text)).toBe(Math.floor(ms / 86_400_000));
    }),
    { numRuns: 2000 },
  );
  for (const text of [
    '2026-02-29T10:00',
    '2100-02-29T10:00',
    '2026-13-01T10:00',
    '2026-00-10T10:00',
    '2026-04-31T00:00',
  ])
    expect(readWallClock(text)).toBeUndefined();
});
