import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { writeDocument } from '../../electron/outputs/calendar/document';
import { writeTimeZone } from '../../electron/outputs/calendar/time-zone';
import { linesOf } from './read-back';

/** Those that are ordinary, and each odd in its own way. */
const ZONES = [
  'UTC',
  'Europe/Vienna',
  'Europe/London',
  'Europe/Dublin',
  'America/New_York',
  'America/St_Johns',
  'America/Nuuk',
  'America/Santiago',
  'America/Mexico_City',
  'America/Sao_Paulo',
  'America/Havana',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Gaza',
  'Asia/Jerusalem',
  'Asia/Beirut',
  'Asia/Tehran',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Almaty',
  'Asia/Amman',
  'Asia/Ho_Chi_Minh',
  'Australia/Lord_Howe',
  'Australia/Sydney',
  'Antarctica/Troll',
  'Atlantic/Azores',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Pacific/Easter',
  'Pacific/Kiritimati',
  'Pacific/Niue',
];

function writeZone(timeZone: string, first: number, last: number): string {
  return writeDocument([], [writeTimeZone(timeZone, first, last)]);
}

/** A noon now and then, and the hours before and after each change. */
function* momentsOf(timeZone: string, from: number, to: number): Generator<Temporal.ZonedDateTime> {
  const start = Temporal.ZonedDateTime.from({ year: from, month: 1, day: 1, hour: 12, timeZone });
  for (let at = start; at.year <= to; at = at.add({ days: 9 })) yield at;
  let change = start.getTimeZoneTransition('next');
  while (change && change.year <= to) {
    // Not within the hours that the clock shows twice, which a local time alone can't tell.
    for (const hours of [-4, -3, 3, 4]) yield change.add({ hours });
    change = change.getTimeZoneTransition('next');
  }
}

test.each(ZONES)('%s is what the clocks there show', (timeZone) => {
  const [first, last] = [2008, 2034];
  const component = new ICAL.Component(ICAL.parse(writeZone(timeZone, first, last))).getFirstSubcomponent('vtimezone');
  const zone = new ICAL.Timezone({ component, tzid: timeZone });
  const wrong: string[] = [];
  for (const at of momentsOf(timeZone, first, last)) {
    const local = ICAL.Time.fromDateTimeString(at.toPlainDateTime().toString({ smallestUnit: 'second' }));
    if (zone.utcOffset(local) * 1e9 !== at.offsetNanoseconds) wrong.push(at.toString());
  }
  expect(wrong).toEqual([]);
});

describe('written so that Outlook can follow it', () => {
  test('a zone with a yearly rule has two parts, however long ago it began to be used', () => {
    const text = writeZone('Europe/Vienna', 2026, 2036);
    expect(linesOf(text, 'BEGIN')).toEqual(['BEGIN:VCALENDAR', 'BEGIN:VTIMEZONE', 'BEGIN:DAYLIGHT', 'BEGIN:STANDARD']);
    expect(linesOf(text, 'RRULE')).toEqual([
      'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
      'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
    ]);
    expect(linesOf(text, 'TZOFFSETFROM')).toEqual(['TZOFFSETFROM:+0100', 'TZOFFSETFROM:+0200']);
    // The change before the first year, so that January of it is covered.
    expect(linesOf(text, 'DTSTART')).toEqual(['DTSTART:20250330T020000', 'DTSTART:20251026T030000']);
  });

  test.each([
    ['the second Sunday', 'America/New_York', 'BYMONTH=3;BYDAY=2SU'],
    ['the Saturday before the last Sunday', 'America/Nuuk', 'BYMONTH=3;BYMONTHDAY=24,25,26,27,28,29,30;BYDAY=SA'],
    ['the Friday before the last Sunday', 'Asia/Jerusalem', 'BYMONTH=3;BYMONTHDAY=23,24,25,26,27,28,29;BYDAY=FR'],
    ['the first Sunday from the 2nd on', 'America/Santiago', 'BYMONTH=9;BYMONTHDAY=2,3,4,5,6,7,8;BYDAY=SU'],
  ])('%s', (_, timeZone, rule) => {
    expect(linesOf(writeZone(timeZone, 2026, 2036), 'RRULE')).toContain(`RRULE:FREQ=YEARLY;${rule}`);
  });

  test.each(['Africa/Casablanca', 'Africa/Cairo', 'America/Mexico_City'])('%s uses no RDATE', (timeZone) => {
    expect(linesOf(writeZone(timeZone, 2020, 2036), 'RDATE')).toEqual([]);
  });

  test('a zone without summer time is one standard part from the beginning', () => {
    const text = writeZone('Asia/Kolkata', 2026, 2036);
    expect(linesOf(text, 'DTSTART')).toEqual(['DTSTART:19700101T000000']);
    expect(linesOf(text, 'TZOFFSETTO')).toEqual(['TZOFFSETTO:+0530']);
    expect(text).not.toContain('DAYLIGHT');
  });

  test('an offset with seconds is written with them', () => {
    expect(linesOf(writeZone('Africa/Monrovia', 1971, 1980), 'TZOFFSETFROM')).toContain('TZOFFSETFROM:-004430');
  });
});
