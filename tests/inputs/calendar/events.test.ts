import { describe, expect, it } from 'vitest';
import { readCalendar, readStandingCalls } from '../../../electron/inputs/calendar/read-calendar';
import { calendarOf, OPTIONS, readLines, timesOf } from './calendar-text';

const FRIDAY = 'DTSTART;TZID=Europe/Vienna:20261127T100000';
const FRIDAYS = [FRIDAY, 'DTEND;TZID=Europe/Vienna:20261127T103000', 'RRULE:FREQ=WEEKLY;BYDAY=FR;COUNT=4'];
const ALL_FRIDAYS = ['2026-11-27', '2026-12-04', '2026-12-11', '2026-12-18'].map((day) => `${day}T09:00:00Z/09:30:00Z`);

describe('how long', () => {
  it.each<[string, string[], string]>([
    ['begin and end', [FRIDAY, 'DTEND;TZID=Europe/Vienna:20261127T103000'], '2026-11-27T09:00:00Z/09:30:00Z'],
    ['a length', [FRIDAY, 'DURATION:PT30M'], '2026-11-27T09:00:00Z/09:30:00Z'],
    ['a week', [FRIDAY, 'DURATION:P1W'], '2026-11-27T09:00:00Z/2026-12-04T09:00:00Z'],
    [
      'an end in another zone',
      [FRIDAY, 'DTEND;TZID=America/New_York:20261127T050000'],
      '2026-11-27T09:00:00Z/10:00:00Z',
    ],
    ['no length takes no time', [FRIDAY], '2026-11-27T09:00:00Z/09:00:00Z free'],
    ['a day', ['DTSTART;VALUE=DATE:20261127'], '2026-11-26T23:00:00Z/2026-11-27T23:00:00Z all day'],
    [
      'days, the end not included',
      ['DTSTART;VALUE=DATE:20261127', 'DTEND;VALUE=DATE:20261129'],
      '2026-11-26T23:00:00Z/2026-11-28T23:00:00Z all day',
    ],
    [
      'a day that ends on itself',
      ['DTSTART;VALUE=DATE:20261127', 'DTEND;VALUE=DATE:20261127'],
      '2026-11-26T23:00:00Z/2026-11-27T23:00:00Z all day',
    ],
    ['a day without VALUE=DATE', ['DTSTART:20261127'], '2026-11-26T23:00:00Z/2026-11-27T23:00:00Z all day'],
    [
      'from midnight to midnight, as Exchange has it',
      [
        'DTSTART;TZID=Europe/Vienna:20261127T000000',
        'DTEND;TZID=Europe/Vienna:20261128T000000',
        'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
      ],
      '2026-11-26T23:00:00Z/2026-11-27T23:00:00Z all day',
    ],
  ])('%s', (_, lines, expected) => {
    expect(timesOf(readLines(...lines))).toEqual([expected]);
  });

  it.each([
    [[FRIDAY, 'DTEND;TZID=Europe/Vienna:20261127T093000'], 'It ends before it begins (DTEND before DTSTART).'],
    [[FRIDAY, 'DURATION:-PT30M'], 'Its DURATION "-PT30M" ends before it begins.'],
    [[FRIDAY, 'DURATION:soon'], 'Its DURATION "soon" is no length of time.'],
    [['SUMMARY:no start'], 'It has no DTSTART, so that nobody knows when it begins.'],
    [['DTSTART:20261131T100000Z'], 'DTSTART names 2026-11-31 10:00:00, which no calendar has.'],
    [['DTSTART:tomorrow'], 'DTSTART is no date or time.'],
    [[FRIDAY, 'EXDATE:2026'], 'EXDATE is no date or time.'],
    [[FRIDAY, `UID:${'x'.repeat(501)}`].toReversed(), 'Its UID is longer than 500 characters.'],
  ])('refuses %j', (lines, reason) => {
    const content = readCalendar(calendarOf(lines), OPTIONS);
    expect(content).toMatchObject({ busy: [], events: 0, refused: [{ line: 4, reason }] });
  });
});

describe('what recurs', () => {
  const without = (...skipped: number[]) => ALL_FRIDAYS.filter((_, index) => !skipped.includes(index));
  it.each<[string, string[], string[]]>([
    ['a rule', [], ALL_FRIDAYS],
    ['EXDATE in its zone', ['EXDATE;TZID=Europe/Vienna:20261204T100000'], without(1)],
    ['EXDATE in UTC', ['EXDATE:20261204T090000Z'], without(1)],
    ['EXDATE in another zone', ['EXDATE;TZID=America/New_York:20261204T040000'], without(1)],
    ['EXDATE by its day', ['EXDATE;VALUE=DATE:20261204'], without(1)],
    ['EXDATE without a zone', ['EXDATE:20261204T100000'], without(1)],
    [
      'a list and a second line',
      ['EXDATE:20261204T090000Z,20261211T090000Z', 'EXDATE:20261127T090000Z'],
      without(0, 1, 2),
    ],
    ['RDATE', ['RDATE:20261130T100000Z'], [ALL_FRIDAYS[0] ?? '', '2026-11-30T10:00:00Z/10:30:00Z', ...without(0)]],
    [
      'RDATE with a length of its own',
      ['RDATE;VALUE=PERIOD:20261130T100000Z/PT2H,20261201T100000Z/20261201T101500Z'],
      [ALL_FRIDAYS[0] ?? '', '2026-11-30T10:00:00Z/12:00:00Z', '2026-12-01T10:00:00Z/10:15:00Z', ...without(0)],
    ],
    ['EXRULE, as old programs have it', ['EXRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=FR'], without(0, 2)],
    [
      'two rules',
      ['RRULE:FREQ=DAILY;COUNT=2'],
      [ALL_FRIDAYS[0] ?? '', '2026-11-28T09:00:00Z/09:30:00Z', ...without(0)],
    ],
  ])('%s', (_, lines, expected) => {
    expect(timesOf(readLines(...FRIDAYS, ...lines))).toEqual(expected);
  });

  it('keeps the hour when summer time ends, in the zone of the event', () => {
    const content = readLines('DTSTART;TZID=America/New_York:20261029T100000', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY');
    expect(timesOf(content).slice(0, 2)).toEqual(['2026-11-05T15:00:00Z/16:00:00Z', '2026-11-12T15:00:00Z/16:00:00Z']);
  });

  it.each(['1960', '1604', '1972'])('has a birthday that began in %s, on 29 February too', (year) => {
    const birthday = [`DTSTART;VALUE=DATE:${year}1231`, 'RRULE:FREQ=YEARLY'];
    expect(timesOf(readLines(...birthday))).toEqual(['2026-12-30T23:00:00Z/2026-12-31T23:00:00Z all day']);
    const leap = calendarOf(['UID:leap', `DTSTART;VALUE=DATE:${year}0229`, 'RRULE:FREQ=YEARLY']);
    expect(timesOf(readCalendar(leap, { ...OPTIONS, from: '2027-01-01', to: '2029-01-01' }))).toEqual([
      '2028-02-28T23:00:00Z/2028-02-29T23:00:00Z all day',
    ]);
  });

  it('counts an hourly rule as busy, though it is no call', () => {
    const content = readLines(
      'DTSTART:20261127T080000Z',
      'DURATION:PT5M',
      'RRULE:FREQ=HOURLY;INTERVAL=4;COUNT=4',
      'ATTENDEE:mailto:a@b.example',
    );
    expect(timesOf(content).map((time) => time.slice(0, 16))).toEqual([
      '2026-11-27T08:00',
      '2026-11-27T12:00',
      '2026-11-27T16:00',
      '2026-11-27T20:00',
    ]);
    expect(content.recurring).toEqual([]);
  });

  it.each([
    ['FREQ=SECONDLY', 'It repeats every second, which is more than can be kept.'],
    ['FREQ=MINUTELY;INTERVAL=5', 'It repeats every minute, which is more than can be kept.'],
    ['FREQ=DAILY;BYHOUR=8,9,10,11,12,13;BYMINUTE=0,10,20,30,40,50', 'It repeats more than 24 times a day.'],
    ['FREQ=HOURLY;INTERVAL=5', 'It repeats every 5 hours, which can not be followed.'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', '"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30" names days that no such month has.'],
    ['FREQ=WEEKLY;UNTIL=20260101', expect.stringContaining('UNTIL=20260101')],
    ['FREQ=FORTNIGHTLY', expect.stringMatching(/can not be read|is no frequency/)],
    ['FREQ=WEEKLY;RSCALE=HEBREW', '"RSCALE=HEBREW" is no part of an RFC 5545 rule.'],
  ])('refuses %s in words', (rule, reason) => {
    const content = readLines(FRIDAY, `RRULE:${rule}`);
    expect(content).toMatchObject({ busy: [], events: 0, refused: [{ line: 4, reason }] });
  });
});

describe('changed occurrences', () => {
  const master = ['UID:one', ...FRIDAYS, 'SUMMARY:Call', 'ATTENDEE:mailto:dana@acme.example'];
  const change = (...lines: string[]) => ['UID:one', 'RECURRENCE-ID;TZID=Europe/Vienna:20261204T100000', ...lines];
  const moved = change('DTSTART;TZID=Europe/Vienna:20261203T150000', 'DURATION:PT1H');
  const timesWith = (...changes: string[][]) => timesOf(readCalendar(calendarOf(master, ...changes), OPTIONS));

  it('moves one, wherever the change stands in the file', () => {
    const expected = [ALL_FRIDAYS[0], '2026-12-03T14:00:00Z/15:00:00Z', ...ALL_FRIDAYS.slice(2)];
    expect(timesWith(moved)).toEqual(expected);
    expect(timesOf(readCalendar(calendarOf(moved, master), OPTIONS))).toEqual(expected);
  });

  it('knows it by its time in UTC, and although it is left out of the rule, too', () => {
    const inUtc = ['UID:one', 'RECURRENCE-ID:20261204T090000Z', ...moved.slice(2)];
    expect(timesWith(inUtc)).toContain('2026-12-03T14:00:00Z/15:00:00Z');
    expect(timesWith(inUtc)).not.toContain(ALL_FRIDAYS[1]);
    const withExdate = [...master, 'EXDATE:20261204T090000Z'];
    expect(timesOf(readCalendar(calendarOf(withExdate, moved), OPTIONS))).toContain('2026-12-03T14:00:00Z/15:00:00Z');
  });

  it('leaves out a cancelled one', () => {
    expect(timesWith(change(FRIDAY, 'STATUS:CANCELLED'))).toEqual([ALL_FRIDAYS[0], ...ALL_FRIDAYS.slice(2)]);
  });

  it('changes this and all that follow, and one of those again', () => {
    const following = [
      'UID:one',
      'RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Vienna:20261204T100000',
      'DTSTART;TZID=Europe/Vienna:20261203T140000',
      'DURATION:PT1H',
    ];
    const again = [
      'UID:one',
      'RECURRENCE-ID;TZID=Europe/Vienna:20261211T100000',
      'DTSTART:20261211T070000Z',
      'DURATION:PT5M',
    ];
    expect(timesWith(following, again)).toEqual([
      ALL_FRIDAYS[0],
      '2026-12-03T13:00:00Z/14:00:00Z',
      '2026-12-11T07:00:00Z/07:05:00Z',
      '2026-12-17T13:00:00Z/14:00:00Z',
    ]);
    expect(timesWith([...following, 'STATUS:CANCELLED'])).toEqual([ALL_FRIDAYS[0]]);
    expect(readStandingCalls(calendarOf(master, following), OPTIONS)).toEqual([]);
  });

  it('reads one without its series as an event of its own', () => {
    expect(timesOf(readCalendar(calendarOf(moved), OPTIONS))).toEqual(['2026-12-03T14:00:00Z/15:00:00Z']);
  });

  it('still reads the changes of a series that is refused', () => {
    const bad = ['UID:one', FRIDAY, 'RRULE:FREQ=SECONDLY'];
    const content = readCalendar(calendarOf(bad, moved), OPTIONS);
    expect(timesOf(content)).toEqual(['2026-12-03T14:00:00Z/15:00:00Z']);
    expect(content).toMatchObject({ events: 1, refused: [{ line: 4 }] });
  });

  it('takes the newest of two with one UID: by SEQUENCE, then by when it was changed, then the later one', () => {
    const at = (hour: string, ...lines: string[]) => [
      'UID:one',
      `DTSTART:20261127T${hour}0000Z`,
      'DURATION:PT1H',
      ...lines,
    ];
    const hourOf = (...events: string[][]) =>
      timesOf(readCalendar(calendarOf(...events), OPTIONS)).map((time) => time.slice(11, 13));
    expect(hourOf(at('08', 'SEQUENCE:2'), at('10', 'SEQUENCE:1'))).toEqual(['08']);
    expect(hourOf(at('08', 'LAST-MODIFIED:20261102T000000Z'), at('10', 'LAST-MODIFIED:20261101T000000Z'))).toEqual([
      '08',
    ]);
    expect(hourOf(at('08'), at('10'))).toEqual(['10']);
  });

  it('offers the series with its exceptions: moved, skipped, and none for a change of words only', () => {
    const words = [
      'UID:one',
      'RECURRENCE-ID:20261211T090000Z',
      'DTSTART:20261211T090000Z',
      'DURATION:PT30M',
      'SUMMARY:Other words',
    ];
    const [call] = readStandingCalls(calendarOf([...master, 'EXDATE:20261218T090000Z'], moved, words), OPTIONS);
    expect(call).toMatchObject({
      start: '2026-11-27T10:00',
      timeZone: 'Europe/Vienna',
      minutes: 30,
      exceptions: [
        { occurrence: '2026-12-04T10:00', movedTo: '2026-12-03T15:00', minutes: 60 },
        { occurrence: '2026-12-18T10:00' },
      ],
    });
  });
});

describe('whether it makes me busy', () => {
  it.each([
    [['STATUS:CONFIRMED'], 'busy'],
    [['STATUS:TENTATIVE'], 'tentative'],
    [['TRANSP:TRANSPARENT'], 'free'],
    [['X-MICROSOFT-CDO-BUSYSTATUS:FREE'], 'free'],
    [['X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE'], 'tentative'],
    [['X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE'], 'free'],
    [['X-MICROSOFT-CDO-BUSYSTATUS:OOF'], 'busy'],
    [['X-MICROSOFT-CDO-BUSYSTATUS:BUSY', 'STATUS:TENTATIVE'], 'busy'],
    [['ATTENDEE;PARTSTAT=DECLINED:mailto:SAM@consult.example'], 'free'],
    [['ATTENDEE;PARTSTAT=NEEDS-ACTION:MAILTO:sam@consult.example'], 'tentative'],
    [['ATTENDEE;PARTSTAT=DECLINED:mailto:dana@acme.example'], 'busy'],
  ])('%j: %s', (lines, freeBusy) => {
    expect(readLines(FRIDAY, 'DURATION:PT1H', ...lines).busy).toMatchObject([{ freeBusy }]);
  });

  it('leaves out what is cancelled', () => {
    expect(readLines(FRIDAY, 'DURATION:PT1H', 'STATUS:CANCELLED')).toMatchObject({ busy: [], events: 1, refused: [] });
  });

  it('reads published free and busy times', () => {
    const text = [
      'BEGIN:VCALENDAR',
      'BEGIN:VFREEBUSY',
      'UID:fb',
      'FREEBUSY;FBTYPE=BUSY:20261127T090000Z/PT1H,20261127T120000Z/20261127T123000Z',
      'FREEBUSY;FBTYPE=BUSY-TENTATIVE:20261127T140000Z/PT1H',
      'FREEBUSY:20261127T160000Z/PT1H',
      'END:VFREEBUSY',
      'END:VCALENDAR',
    ].join('\n');
    expect(timesOf(readCalendar(text, OPTIONS))).toEqual([
      '2026-11-27T09:00:00Z/10:00:00Z',
      '2026-11-27T12:00:00Z/12:30:00Z',
      '2026-11-27T14:00:00Z/15:00:00Z tentative',
      '2026-11-27T16:00:00Z/17:00:00Z',
    ]);
  });
});

describe('what could become a standing call', () => {
  it.each([
    ['nobody else takes part', [...FRIDAYS, 'ATTENDEE:mailto:sam@consult.example']],
    ['all day', ['DTSTART;VALUE=DATE:20261127', 'RRULE:FREQ=WEEKLY', 'ATTENDEE:mailto:a@b.example']],
    ['longer than eight hours', [FRIDAY, 'DURATION:PT9H', 'RRULE:FREQ=WEEKLY', 'ATTENDEE:mailto:a@b.example']],
    ['once only', [FRIDAY, 'DURATION:PT1H', 'ATTENDEE:mailto:a@b.example']],
    [
      'over',
      ['DTSTART:20250101T100000Z', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;UNTIL=20250601', 'ATTENDEE:mailto:a@b.example'],
    ],
    ['a room only', [...FRIDAYS, 'ATTENDEE;CUTYPE=ROOM:mailto:room@b.example']],
  ])('not when it is %s', (_, lines) => {
    expect(readLines(...lines)).toMatchObject({ recurring: [], refused: [] });
  });

  it('keeps floating times floating, and extra dates', () => {
    const content = readLines(
      'DTSTART:20261127T100000',
      'DURATION:PT30M',
      'RRULE:FREQ=WEEKLY',
      'RDATE:20261130T110000',
      'ORGANIZER;CN=Dana:mailto:Dana@Acme.example',
    );
    expect(content.recurring).toMatchObject([
      { timeZone: 'Europe/Vienna', isFloating: true, rdates: ['2026-11-30T11:00'], emails: ['dana@acme.example'] },
    ]);
  });
});
