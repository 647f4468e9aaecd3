import { describe, expect, it } from 'vitest';
import { readCalendar } from '../../../electron/inputs/calendar/read-calendar';
import { calendarOf, OPTIONS, timesOf } from './calendar-text';

/** When 10:00 of that zone begins, on 27 November 2026 and on 15 July 2026, in hours and minutes of UTC. */
function tenOClockIn(tzid: string, description: string[] = [], more: string[] = []): string[] {
  const at = (day: string) => [`UID:${day}`, `DTSTART;TZID=${tzid}:${day}T100000`, 'DURATION:PT1H', ...more];
  const text = calendarOf(at('20260715'), at('20261127')).replace(
    'BEGIN:VEVENT',
    [...description, 'BEGIN:VEVENT'].join('\r\n'),
  );
  const content = readCalendar(text, { ...OPTIONS, from: '2026-07-01' });
  return [...timesOf(content).map((time) => time.slice(11, 16)), ...content.refused.map(({ reason }) => reason)];
}

const VIENNA = ['08:00', '09:00'];
const NEW_YORK = ['14:00', '15:00'];

describe('names of zones', () => {
  it.each([
    ['Europe/Vienna', VIENNA],
    ['europe/vienna', VIENNA],
    ['US/Eastern', NEW_YORK],
    ['W. Europe Standard Time', VIENNA],
    ['"W. Europe Standard Time"', VIENNA],
    ['W. Europe Standard Time 1', VIENNA],
    ['Eastern Standard Time', NEW_YORK],
    ['"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna"', VIENNA],
    ['(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna', VIENNA],
    ['"(GMT+01:00) Amsterdam / Berlin / Bern / Rome / Stockholm / Vienna"', VIENNA],
    ['(UTC-05:00) Eastern Time (US & Canada)', NEW_YORK],
    ['(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi', ['04:30', '04:30']],
    ['(UTC-08:00) Pacific Time (US & Canada)', ['17:00', '18:00']],
    ['(UTC) Coordinated Universal Time', ['10:00', '10:00']],
    ['/mozilla.org/20050126_1/Europe/Berlin', VIENNA],
    ['/freeassociation.sourceforge.net/America/New_York', NEW_YORK],
    ['/softwarestudio.org/Olson_20011030_5/America/Argentina/Buenos_Aires', ['13:00', '13:00']],
    ['GMT+0200', ['08:00', '08:00']],
    ['"UTC-03:00"', ['13:00', '13:00']],
    ['tzone://Microsoft/Utc', ['10:00', '10:00']],
  ])('%s', (tzid, expected) => {
    expect(tenOClockIn(tzid)).toEqual(expected);
  });

  it('refuses one that nobody knows, event by event', () => {
    const reason = 'The time zone "Middle-earth/Shire" is not known, and the file does not describe it.';
    expect(tenOClockIn('Middle-earth/Shire')).toEqual([reason, reason]);
  });

  it('takes my own zone where Windows has one name for it and others', () => {
    const lines = [
      'UID:1',
      'DTSTART;TZID=W. Europe Standard Time:20261127T100000',
      'DURATION:PT1H',
      'RRULE:FREQ=WEEKLY',
      'ATTENDEE:mailto:a@b.example',
    ];
    expect(readCalendar(calendarOf(lines), OPTIONS).recurring).toMatchObject([{ timeZone: 'Europe/Vienna' }]);
    expect(readCalendar(calendarOf(lines), { ...OPTIONS, timeZone: 'America/New_York' }).recurring).toMatchObject([
      { timeZone: 'Europe/Berlin' },
    ]);
  });
});

function describeZone(tzid: string, winter: string, summer: string, ...more: string[]): string[] {
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${tzid}`,
    ...more,
    'BEGIN:STANDARD',
    'DTSTART:16011028T030000',
    'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
    `TZOFFSETFROM:${summer}`,
    `TZOFFSETTO:${winter}`,
    'END:STANDARD',
    'BEGIN:DAYLIGHT',
    'DTSTART:16010325T020000',
    'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
    `TZOFFSETFROM:${winter}`,
    `TZOFFSETTO:${summer}`,
    'END:DAYLIGHT',
    'END:VTIMEZONE',
  ];
}

describe('zones that only the file knows', () => {
  it('finds the known zone that keeps the same offsets', () => {
    expect(
      tenOClockIn('Our office', describeZone('Our office', '+0100', '+0200'), ['RRULE:FREQ=DAILY;COUNT=1']),
    ).toEqual(VIENNA);
    expect(
      tenOClockIn('India', [
        'BEGIN:VTIMEZONE',
        'TZID:India',
        'BEGIN:STANDARD',
        'DTSTART:19700101T000000',
        'TZOFFSETFROM:+0530',
        'TZOFFSETTO:+0530',
        'END:STANDARD',
        'END:VTIMEZONE',
      ]),
    ).toEqual(['04:30', '04:30']);
  });

  it('finds it again behind a name with commas, and behind EST where that has summer time', () => {
    expect(tenOClockIn('"A, B"', describeZone('A\\, B', '+0100', '+0200'))).toEqual(VIENNA);
    expect(tenOClockIn('EST')).toEqual(['15:00', '15:00']);
    const est = [
      'BEGIN:VTIMEZONE',
      'TZID:EST',
      'BEGIN:STANDARD',
      'DTSTART:20071104T020000',
      'RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11',
      'TZOFFSETFROM:-0400',
      'TZOFFSETTO:-0500',
      'END:STANDARD',
      'BEGIN:DAYLIGHT',
      'DTSTART:20070311T020000',
      'RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3',
      'TZOFFSETFROM:-0500',
      'TZOFFSETTO:-0400',
      'END:DAYLIGHT',
      'END:VTIMEZONE',
    ];
    expect(tenOClockIn('EST', est)).toEqual(NEW_YORK);
  });

  it('prefers the zone that the file names beside it, then mine', () => {
    const zoneOf = (...more: string[]) => {
      const lines = [
        'UID:1',
        'DTSTART;TZID=Ours:20261127T100000',
        'DURATION:PT1H',
        'RRULE:FREQ=WEEKLY',
        'ATTENDEE:mailto:a@b.example',
      ];
      const text = calendarOf(lines).replace(
        'BEGIN:VEVENT',
        [...describeZone('Ours', '+0100', '+0200', ...more), 'BEGIN:VEVENT'].join('\r\n'),
      );
      return readCalendar(text, OPTIONS).recurring[0]?.timeZone;
    };
    expect(zoneOf('X-LIC-LOCATION:Europe/Oslo')).toBe('Europe/Oslo');
    expect(zoneOf()).toBe('Europe/Vienna');
  });

  it('places single events by offsets that no zone has, and refuses what repeats by them', () => {
    const mars = describeZone('Mars', '+0123', '+0223');
    expect(tenOClockIn('Mars', mars)).toEqual(['07:37', '08:37']);
    const reason = 'No known time zone keeps the times of "Mars", so that what repeats in it can not be followed.';
    expect(tenOClockIn('Mars', mars, ['RRULE:FREQ=WEEKLY'])).toEqual([reason, reason]);
  });

  it('refuses what its description leaves open', () => {
    const reason = 'The time zone "Odd" is not known, and its description can not be read.';
    expect(tenOClockIn('Odd', ['BEGIN:VTIMEZONE', 'TZID:Odd', 'END:VTIMEZONE'])).toEqual([reason, reason]);
    expect(tenOClockIn('Odd', describeZone('Odd', 'noon', '+0200'))).toEqual([reason, reason]);
  });
});

describe('times without a zone', () => {
  const floating = ['UID:1', 'DTSTART:20261127T100000', 'DURATION:PT1H'];
  const readWith = (head: string, program = '-//Google Inc//Google Calendar 70.9054//EN') =>
    timesOf(readCalendar(calendarOf(floating).replace('PRODID:-//Test//EN', `PRODID:${program}\r\n${head}`), OPTIONS));

  it('are mine', () => {
    expect(readWith('X-A:b')).toEqual(['2026-11-27T09:00:00Z/10:00:00Z']);
  });
  it("are the calendar's where it has one zone, as Google means it, but for Apple's", () => {
    expect(readWith('X-WR-TIMEZONE:America/New_York')).toEqual(['2026-11-27T15:00:00Z/16:00:00Z']);
    expect(readWith('X-WR-TIMEZONE:America/New_York', '-//Apple Inc.//iOS 18.1//EN')).toEqual([
      '2026-11-27T09:00:00Z/10:00:00Z',
    ]);
  });
  it('in the hour that summer time skips, are an hour later', () => {
    const lines = ['UID:1', 'DTSTART;TZID=Europe/Vienna:20270328T023000', 'DURATION:PT1H'];
    expect(timesOf(readCalendar(calendarOf(lines), { ...OPTIONS, to: '2027-04-01' }))).toEqual([
      '2027-03-28T01:30:00Z/02:30:00Z',
    ]);
  });
});
