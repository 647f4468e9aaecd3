import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../electron/core/model/problem';
import { type CalendarContent, readCalendar } from '../../../electron/inputs/calendar/read-calendar';
import { calendarOf, OPTIONS, readLines, timesOf } from './calendar-text';

const GOOD = ['UID:good', 'DTSTART:20261127T090000Z', 'DURATION:PT1H', 'SUMMARY:Good'];
const folder = new URL('../../fixtures/calendars/', import.meta.url);
const FIXTURES = readdirSync(folder)
  .filter((name) => name.endsWith('.ics'))
  .map((name) => readFileSync(new URL(name, folder)));

/** Every event of a file is either read or refused by its line. */
function countsAll(text: string, content: CalendarContent): boolean {
  const unfolded = text.replace(/(?<=[^\r\n])[\r\n]+[ \t]/g, '');
  const events = unfolded.match(/(?:^|[\r\n])BEGIN[ \t]*:[ \t]*VEVENT[ \t]*(?=[\r\n]|$)/gi)?.length ?? 0;
  return content.events + content.refused.length === events;
}

describe('one bad event never loses the file', () => {
  it.each<[string, string[], string]>([
    [
      'a line broken off in a date',
      ['UID:bad', 'DTSTART:20261127T09', '0000Z', 'DURATION:PT1H'],
      'Line 7 of the file is damaged.',
    ],
    ['a date without its colon', ['UID:bad', 'DTSTART 20261127T090000Z'], 'Line 6 of the file is damaged.'],
    [
      'a rule without its colon',
      ['UID:bad', 'DTSTART:20261127T090000Z', 'SUMMARY:x', 'RRULE FREQ=WEEKLY'],
      'Line 8 of the file is damaged.',
    ],
    [
      'a parameter without a value',
      ['UID:bad', 'DTSTART;TZID:20261127T090000'],
      '"DTSTART;TZID:20261127T090000" can not be read.',
    ],
    ['an endless line', ['UID:bad', `DTSTART:${'2'.repeat(200_000)}`], 'Line 6 of the file is too long.'],
  ])('%s', (_, bad, reason) => {
    const content = readCalendar(calendarOf(bad, GOOD), OPTIONS);
    expect(content.refused).toEqual([{ line: 4, reason }]);
    expect(timesOf(content)).toEqual(['2026-11-27T09:00:00Z/10:00:00Z']);
  });

  it('reads on where a text was broken in two, for its rest says nothing about time', () => {
    const content = readLines(...GOOD.slice(1), 'DESCRIPTION:first', 'second: and more', 'third', 'ATTENDEE;CN:broken');
    expect(content).toMatchObject({ events: 1, refused: [], busy: [{ summary: 'Good' }] });
  });

  it('closes what was not closed, and reads an event within another by itself', () => {
    const nested = [
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      ...GOOD,
      'BEGIN:VALARM',
      'TRIGGER:-PT5M',
      'DTSTART:19990101T000000Z',
      'BEGIN:VEVENT',
      'UID:inner',
      ...GOOD.slice(1),
      'END:VEVENT',
      'DTSTART:20200101T000000Z',
      'END:VEVENT',
      'END:VTODO',
    ];
    const content = readCalendar(nested.join('\n'), OPTIONS);
    expect(content.busy.map(({ uid }) => uid)).toEqual(['good', 'inner']);
  });

  it('reads several calendars in one file, and one that is cut off at its end', () => {
    const text = `${calendarOf(GOOD)}${calendarOf(['UID:two', ...GOOD.slice(1)])}`.replace(
      /END:VEVENT\r\nEND:VCALENDAR\r\n$/,
      '',
    );
    expect(readCalendar(text, OPTIONS)).toMatchObject({
      events: 2,
      refused: [],
      busy: [{ uid: 'good' }, { uid: 'two' }],
    });
  });

  it.each([
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
    ['CR only', (text: string) => text.replaceAll('\r\n', '\r')],
    ['LF only', (text: string) => text.replaceAll('\r\n', '\n')],
    ['doubled line ends', (text: string) => text.replaceAll('\r\n', '\r\r\n')],
    ['mixed line ends', (text: string) => text.replace('\r\n', '\n').replace('\r\n', '\r')],
    [
      'small letters',
      (text: string) => text.replaceAll(/^(BEGIN|END|UID|DTSTART|DURATION)\b/gm, (name) => name.toLowerCase()),
    ],
    ['folds everywhere', (text: string) => text.replaceAll(/^(?!BEGIN|END)(.{3})(.{3})/gm, '$1\r\n\t$2\r\n ')],
  ])('reads %s', (_, change) => {
    expect(readCalendar(change(calendarOf(GOOD)), OPTIONS)).toMatchObject({ events: 1, busy: [{ summary: 'Good' }] });
  });

  it('reads other encodings, and folds in the middle of a character', () => {
    const summary = (bytes: Uint8Array) => readCalendar(bytes, OPTIONS).busy.map((time) => time.summary);
    const text = calendarOf(['UID:1', 'DTSTART:20261127T090000Z', 'DURATION:PT1H', 'SUMMARY:Größe 📞']);
    const plain = Buffer.from(text);
    expect(summary(plain)).toEqual(['Größe 📞']);
    for (const broken of [
      plain.indexOf('ö') + 1,
      plain.indexOf('📞') + 1,
      plain.indexOf('📞') + 2,
      plain.indexOf('📞') + 3,
    ])
      expect(summary(Buffer.concat([plain.subarray(0, broken), Buffer.from('\r\n '), plain.subarray(broken)]))).toEqual(
        ['Größe 📞'],
      );
    expect(summary(Buffer.from(`\uFEFF${text}`, 'utf16le'))).toEqual(['Größe 📞']);
    expect(summary(Buffer.from(text.replace(' 📞', ''), 'latin1'))).toEqual(['Größe']);
    expect(summary(Buffer.from(text.replace('📞', '\x96 20 \x80'), 'latin1'))).toEqual(['Größe – 20 €']);
  });

  it('cleans what is shown: no line breaks, no letters that turn the text round, no endless titles', () => {
    const [time] = readLines(...GOOD.slice(1, 3), 'SUMMARY:\u202Eevil\u0007 <b>bold</b>\\nnext\\, ✨').busy;
    expect(time?.summary).toBe('evil <b>bold</b> next, ✨');
    expect(readLines(...GOOD.slice(1, 3), `SUMMARY:${'😀'.repeat(5000)}`).busy[0]?.summary).toBe('😀'.repeat(150));
  });

  it('keeps few of ten thousand attendees, but sees that I declined', () => {
    const crowd = Array.from({ length: 10_000 }, (_, index) => `ATTENDEE;CN="${index}":mailto:a${index}@b.example`);
    const content = readLines(
      ...GOOD.slice(1),
      'RRULE:FREQ=WEEKLY',
      ...crowd,
      'ATTENDEE;PARTSTAT=DECLINED:mailto:sam@consult.example',
    );
    expect(content.recurring[0]?.emails).toHaveLength(200);
    expect(content.busy[0]?.freeBusy).toBe('free');
  });

  it('refuses an event with more exceptions than a person makes, and keeps the rest', () => {
    const dates = Array.from({ length: 6000 }, () => 'EXDATE:20261127T090000Z');
    const content = readCalendar(
      calendarOf([...GOOD, 'RRULE:FREQ=DAILY', ...dates], ['UID:two', ...GOOD.slice(1)]),
      OPTIONS,
    );
    expect(content).toMatchObject({ events: 1, refused: [{ line: 4, reason: 'It has more than 5000 EXDATE dates.' }] });
  });

  it('gets through what is made to take long', () => {
    const open = Array.from({ length: 200_000 }, () => 'BEGIN:X-A');
    const close = Array.from({ length: 200_000 }, () => 'END:X-B');
    const zones = Array.from(
      { length: 3000 },
      (_, index) => `${calendarOf(GOOD.slice(1).concat(`UID:${index}`, `DTSTART;TZID=Z${index}:20261127T090000`))}`,
    );
    const changes = Array.from({ length: 20_000 }, (_, index) => [
      'UID:one',
      `RECURRENCE-ID:2026${String((index % 12) + 1).padStart(2, '0')}01T${String(index % 24).padStart(2, '0')}${String(index % 60).padStart(2, '0')}${String(index % 59).padStart(2, '0')}Z`,
      ...GOOD.slice(1),
    ]);
    const far = calendarOf(['UID:far', 'DTSTART:99991231T235959Z', 'DURATION:P36000D']);
    const begin = process.cpuUsage();
    for (const text of [
      calendarOf([...GOOD, ...open, ...close]),
      zones.join(''),
      calendarOf([...GOOD, 'RRULE:FREQ=DAILY'], ...changes),
      far,
      calendarOf([
        ...GOOD,
        `EXDATE:${'20261127T090000Z,'.repeat(5000)}`,
        ...Array.from({ length: 400 }, () => `EXDATE:${'20261127T090000Z,'.repeat(5000)}`),
      ]),
    ])
      readCalendar(text, OPTIONS);
    expect(process.cpuUsage(begin).user / 1000).toBeLessThan(15_000);
  }, 60_000);

  it('tells of many refusals how many there are', () => {
    const { refused } = readCalendar(calendarOf(...Array.from({ length: 700 }, () => ['UID:x'])), OPTIONS);
    expect(refused).toHaveLength(501);
    expect(refused.at(-1)).toEqual({ reason: '200 more could not be read.' });
  });

  it('never keeps more times than it may, however many rules ask for them', () => {
    const hourly = Array.from({ length: 120 }, (_, index) => [
      `UID:${index}`,
      'DTSTART:20260101T000000Z',
      'DURATION:PT1H',
      'RRULE:FREQ=HOURLY',
    ]);
    const content = readCalendar(calendarOf(...hourly), OPTIONS);
    expect(content.busy.length).toBeLessThanOrEqual(100_000);
    expect(content.refused.at(-1)?.reason).toBe('The calendar has more than 100000 times in these days.');
  });
});

describe('what is no calendar', () => {
  const problemOf = (content: string | Uint8Array) => {
    try {
      readCalendar(content, OPTIONS);
      return undefined;
    } catch (error) {
      return error instanceof Refusal ? { code: error.problem.code, message: error.problem.message } : error;
    }
  };
  it.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'The calendar is empty.'],
    ['blank lines', '\r\n \r\n', 'The calendar is empty.'],
    ['a web page', '\n<!DOCTYPE html><html><body>Sign in</body></html>', 'This is a web page, not a calendar.'],
    ['another file', 'BEGIN:VCARD\nEND:VCARD', 'This is not a calendar: it has no BEGIN:VCALENDAR.'],
    [
      'binary rubbish',
      Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256),
      'This is not a calendar: it has no BEGIN:VCALENDAR.',
    ],
  ])('%s', (_, content, message) => {
    expect(problemOf(content)).toEqual({ code: 'calendar-unreadable', message });
  });
  it('more than can be read', () => {
    expect(problemOf('X'.repeat(50_000_001))).toMatchObject({ code: 'calendar-too-large' });
    expect(problemOf('\n'.repeat(2_000_001))).toMatchObject({ code: 'calendar-too-large' });
  });
  it('a calendar without events is one', () => {
    expect(readCalendar('BEGIN:VCALENDAR\r\nEND:VCALENDAR', OPTIONS)).toEqual({
      busy: [],
      recurring: [],
      refused: [],
      events: 0,
    });
  });
});

describe('whatever comes', () => {
  const snippet = fc.constantFrom(
    '\r\n',
    '\n',
    '\r',
    '\n ',
    ':',
    ';',
    '"',
    ',',
    'BEGIN:VEVENT\r\n',
    'END:VEVENT\r\n',
    'BEGIN:VTIMEZONE\r\n',
    'END:VTIMEZONE\r\n',
    'BEGIN:VALARM\r\n',
    'RRULE:FREQ=SECONDLY\r\n',
    'RRULE:FREQ=YEARLY;BYWEEKNO=1;BYMONTH=7\r\n',
    'DTSTART:99991231T235959Z\r\n',
    'DTSTART:00000101\r\n',
    'DURATION:P9999999W\r\n',
    'EXDATE:,,,\r\n',
    'RECURRENCE-ID:20261127T090000Z\r\n',
    'UID:\r\n',
    '\u0000',
    '\uFFFD',
    '\u202E',
    '𝔘',
  );
  const mutation = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(200),
    put: fc.oneof(snippet, fc.string({ maxLength: 20 })),
  });

  it('is read or refused in bounded time, and every event is counted', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...FIXTURES),
        fc.array(mutation, { minLength: 1, maxLength: 12 }),
        (fixture, mutations) => {
          let text = fixture.toString('utf8');
          for (const { at, cut, put } of mutations) {
            const from = Math.floor(at * text.length);
            text = text.slice(0, from) + put + text.slice(from + (cut % 3 === 0 ? cut : 0));
          }
          const begin = process.cpuUsage();
          try {
            const content = readCalendar(text, OPTIONS);
            expect(countsAll(text, content)).toBe(true);
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
          }
          expect(process.cpuUsage(begin).user / 1000).toBeLessThan(5000);
        },
      ),
      { numRuns: 300 },
    );
  }, 60_000);

  it('even when its bytes are changed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...FIXTURES),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 200 }),
        (fixture, changes) => {
          const bytes = Uint8Array.from(fixture);
          for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
          try {
            readCalendar(bytes, OPTIONS);
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
          }
        },
      ),
      { numRuns: 150 },
    );
  }, 60_000);
});
