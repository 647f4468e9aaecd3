import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type { State } from '../../electron/core/model/state';
import { writeCalls } from '../../electron/outputs/calendar/calls';
import { makeCall, makeClient, makeContact, makeRequest, makeState, vienna } from '../helpers/build';
import { linesOf, readStrictly, valuesOf } from './read-back';

const NOW = vienna('2026-11-24T11:20');
const CHANGED = '2026-11-20T10:00:00Z';

function write(more: Partial<State> = {}, now = NOW): string {
  return writeCalls(makeState(more), now);
}

function eventsOf(text: string) {
  return readStrictly(text).getAllSubcomponents('vevent');
}

/** Starts of the first occurrences that ical.js finds, in UTC; gaps and all. */
function expand(text: string, count: number): string[] {
  const calendar = readStrictly(text);
  const [series, ...overrides] = calendar.getAllSubcomponents('vevent');
  if (!series) return [];
  for (const component of calendar.getAllSubcomponents('vtimezone')) {
    const tzid = String(component.getFirstPropertyValue('tzid'));
    ICAL.TimezoneService.register(new ICAL.Timezone({ component, tzid }), tzid);
  }
  const event = new ICAL.Event(series, { exceptions: overrides });
  const iterator = event.iterator();
  const starts: string[] = [];
  for (let next = iterator.next(); next && starts.length < count; next = iterator.next())
    starts.push(event.getOccurrenceDetails(next).startDate.toJSDate().toISOString().slice(0, 16));
  ICAL.TimezoneService.reset();
  return starts;
}

describe('the calendar', () => {
  test('says what it is, and invites nobody', () => {
    const calendar = readStrictly(write());
    expect(valuesOf(calendar, 'prodid')).toEqual(['-//Until Friday//Until Friday//EN']);
    expect(valuesOf(calendar, 'x-wr-calname')).toEqual(['Standing calls']);
    expect(valuesOf(calendar, 'refresh-interval')).toEqual(['PT15M']);
    expect(calendar.hasProperty('method')).toBe(false);
    for (const event of calendar.getAllSubcomponents('vevent')) {
      expect(valuesOf(event, 'class')).toEqual(['PRIVATE']);
      expect(valuesOf(event, 'transp')).toEqual(['OPAQUE']);
      expect(event.hasProperty('attendee')).toBe(false);
    }
  });

  test('has nothing when there are no calls', () => {
    expect(readStrictly(write({ calls: [] })).getAllSubcomponents()).toEqual([]);
  });

  test('has a zone once, however many calls are in it', () => {
    const calls = [makeCall(), makeCall({ id: 'call_2', start: '2026-09-01T09:00', rule: 'FREQ=WEEKLY;BYDAY=TU' })];
    expect(linesOf(write({ calls }), 'TZID')).toEqual(['TZID:Europe/Vienna']);
  });

  test('is the same for the same state, whenever it is written, until a call is over', () => {
    const state = { requests: [makeRequest('invoice')] };
    const text = write(state);
    expect(write(state, vienna('2026-11-27T10:29'))).toBe(text);
    expect(write(state, vienna('2026-11-27T10:31'))).not.toBe(text);
  });
});

describe('a call', () => {
  test('is one event that recurs', () => {
    const text = write({ calls: [makeCall({ updatedAt: CHANGED })] });
    expect(linesOf(text, 'UID')).toEqual(['UID:call_1@until-friday']);
    expect(linesOf(text, 'SUMMARY')).toEqual(['SUMMARY:Standing call: Globex']);
    expect(linesOf(text, 'DTSTART')).toContain('DTSTART;TZID=Europe/Vienna:20260904T100000');
    expect(linesOf(text, 'DURATION')).toEqual(['DURATION:PT30M']);
    expect(linesOf(text, 'RRULE')).toContain('RRULE:FREQ=WEEKLY;BYDAY=FR');
    expect(linesOf(text, 'DTSTAMP')).toEqual(['DTSTAMP:20261120T100000Z']);
    expect(linesOf(text, 'LAST-MODIFIED')).toEqual(['LAST-MODIFIED:20261120T100000Z']);
  });

  test('keeps the UID that it has in the calendar it came from', () => {
    expect(linesOf(write({ calls: [makeCall({ uid: 'abc@google.com' })] }), 'UID')).toEqual(['UID:abc@google.com']);
  });

  test('has a sequence that grows with every change, and none below nought', () => {
    const sequenceAt = (updatedAt: string) => linesOf(write({ calls: [makeCall({ updatedAt })] }), 'SEQUENCE');
    expect(sequenceAt('1970-01-01T00:00:00Z')).toEqual(['SEQUENCE:0']);
    expect(sequenceAt('2020-01-01T00:01:00Z')).toEqual(['SEQUENCE:60']);
    expect(sequenceAt('2026-11-20T10:00:00.900Z')).toEqual(['SEQUENCE:217332000']);
  });

  test('that floats has no zone', () => {
    const text = write({ calls: [makeCall({ isFloating: true, endsOn: '2027-01-29' })] });
    expect(linesOf(text, 'DTSTART')).toEqual(['DTSTART:20260904T100000']);
    expect(linesOf(text, 'RRULE')).toEqual(['RRULE:FREQ=WEEKLY;BYDAY=FR;UNTIL=20270129T235959']);
    expect(text).not.toContain('VTIMEZONE');
  });

  test.each([
    ['endsOn', { endsOn: '2027-07-02' }, 'FREQ=WEEKLY;BYDAY=FR;UNTIL=20270702T215959Z'],
    ['UNTIL as a day', { rule: 'FREQ=WEEKLY;BYDAY=FR;UNTIL=20270108' }, 'FREQ=WEEKLY;BYDAY=FR;UNTIL=20270108T225959Z'],
    [
      'UNTIL as local time',
      { rule: 'FREQ=WEEKLY;BYDAY=FR;UNTIL=20270108T100000' },
      'FREQ=WEEKLY;BYDAY=FR;UNTIL=20270108T090000Z',
    ],
    [
      'UNTIL in UTC',
      { rule: 'FREQ=WEEKLY;UNTIL=20270108T090000Z;BYDAY=FR' },
      'FREQ=WEEKLY;UNTIL=20270108T090000Z;BYDAY=FR',
    ],
    [
      'the earlier of both',
      { rule: 'FREQ=WEEKLY;UNTIL=20270108T090000Z;BYDAY=FR', endsOn: '2027-01-05' },
      'FREQ=WEEKLY;UNTIL=20270105T225959Z;BYDAY=FR',
    ],
    ['COUNT', { rule: 'FREQ=WEEKLY;BYDAY=FR;COUNT=20' }, 'FREQ=WEEKLY;BYDAY=FR;COUNT=20'],
    [
      'COUNT cut off by endsOn',
      { rule: 'FREQ=WEEKLY;BYDAY=FR;COUNT=20', endsOn: '2026-12-04' },
      'FREQ=WEEKLY;BYDAY=FR;COUNT=14',
    ],
    [
      'COUNT that ends before endsOn',
      { rule: 'FREQ=WEEKLY;BYDAY=FR;COUNT=14', endsOn: '2027-12-04' },
      'FREQ=WEEKLY;BYDAY=FR;COUNT=14',
    ],
  ])('ends with %s', (_, more, rule) => {
    expect(linesOf(write({ calls: [makeCall(more)] }), 'RRULE').at(-1)).toBe(`RRULE:${rule}`);
  });

  test.each([
    ['FREQ=WEEKLY;BYDAY=FR', '2026-11-25T10:00', '20261127T100000'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', '2026-11-25T10:00', '20261207T100000'],
    ['FREQ=MONTHLY;BYDAY=1MO', '2026-11-25T10:00', '20261207T100000'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', '2026-11-25T10:00', '20280229T100000'],
  ])('begins with an occurrence: %s from %s', (rule, start, first) => {
    const text = write({ calls: [makeCall({ rule, start })] }, vienna('2027-11-20T09:00'));
    expect(linesOf(text, 'DTSTART')).toContain(`DTSTART;TZID=Europe/Vienna:${first}`);
  });

  test('leaves skipped occurrences out, moves moved ones, lengthens, and has extra ones', () => {
    const exceptions = [
      { occurrence: '2026-09-11T10:00' },
      { occurrence: '2026-09-18T10:00', movedTo: '2026-09-17T14:30' },
      { occurrence: '2026-09-25T10:00', movedTo: '2026-09-25T10:00', minutes: 60 },
      { occurrence: '2026-10-02T10:00', movedTo: '2026-10-02T10:00' },
    ];
    const text = write({ calls: [makeCall({ exceptions, rdates: ['2026-09-29T09:00'] })] });
    expect(linesOf(text, 'EXDATE')).toEqual(['EXDATE;TZID=Europe/Vienna:20260911T100000']);
    expect(linesOf(text, 'RDATE')).toEqual(['RDATE;TZID=Europe/Vienna:20260929T090000']);
    expect(linesOf(text, 'RECURRENCE-ID')).toEqual([
      'RECURRENCE-ID;TZID=Europe/Vienna:20260918T100000',
      'RECURRENCE-ID;TZID=Europe/Vienna:20260925T100000',
    ]);
    expect(linesOf(text, 'DURATION')).toEqual(['DURATION:PT30M', 'DURATION:PT30M', 'DURATION:PT60M']);
    expect(expand(text, 6)).toEqual([
      '2026-09-04T08:00',
      '2026-09-17T12:30',
      '2026-09-25T08:00',
      '2026-09-29T07:00',
      '2026-10-02T08:00',
      '2026-10-09T08:00',
    ]);
  });

  test('says nothing of exceptions that its rule does not have', () => {
    const exceptions = [{ occurrence: '2026-11-26T10:00' }, { occurrence: '2027-02-05T10:00' }];
    const text = write({ calls: [makeCall({ exceptions, endsOn: '2027-01-29' })] });
    expect(linesOf(text, 'EXDATE')).toEqual([]);
  });

  test.each([
    ['a call that ended', { calls: [makeCall({ endsOn: '2026-11-20' })] }],
    ['a call whose rule ran out', { calls: [makeCall({ rule: 'FREQ=WEEKLY;BYDAY=FR;COUNT=3' })] }],
    ['a client who was forgotten', { clients: [] }],
  ])('is gone with %s', (_, more) => {
    expect(eventsOf(write(more))).toEqual([]);
  });
});

describe('the agenda', () => {
  const requests = [
    makeRequest('late', { subject: 'Invoice; the "old" one, again \\ still', minutes: 10, neededBy: '2026-12-03' }),
    makeRequest('soon', { subject: 'Größe der Übersicht 📊', minutes: 15, neededBy: '2026-11-26' }),
    makeRequest('often', {
      subject: '',
      minutes: 20,
      contacts: [makeContact('2026-11-23T09:00:00Z', 'missed-call', { count: 3 })],
    }),
  ];

  test('is the description of its call, in its order, and of no other', () => {
    const events = eventsOf(write({ requests }));
    const described = events.filter((event) => event.hasProperty('description'));
    expect(described.map((event) => [valuesOf(event, 'recurrence-id')[0], valuesOf(event, 'description')[0]])).toEqual([
      [
        '2026-11-27T10:00:00',
        [
          'On the agenda, 25 of 30 minutes:',
          '',
          '• Größe der Übersicht 📊, needed by Thursday 26 November',
          '• Invoice; the "old" one, again \\ still, needed by Thursday 3 December',
        ].join('\n'),
      ],
      ['2026-12-04T10:00:00', 'On the agenda, 20 of 30 minutes:\n\n• No subject given ×3'],
    ]);
  });

  test('goes with a call that is moved, which stays one event', () => {
    const calls = [makeCall({ exceptions: [{ occurrence: '2026-11-27T10:00', movedTo: '2026-11-26T14:00' }] })];
    const text = write({ calls, requests: requests.slice(0, 1) });
    expect(linesOf(text, 'RECURRENCE-ID')).toEqual(['RECURRENCE-ID;TZID=Europe/Vienna:20261127T100000']);
    expect(linesOf(text, 'DTSTART').at(-1)).toBe('DTSTART;TZID=Europe/Vienna:20261126T140000');
    expect(linesOf(text, 'DESCRIPTION')).toHaveLength(1);
  });

  test('leaves no trace on a call that is over', () => {
    const text = write({ requests: requests.slice(0, 1) }, vienna('2026-11-27T10:31'));
    expect(linesOf(text, 'RECURRENCE-ID')).toEqual(['RECURRENCE-ID;TZID=Europe/Vienna:20261204T100000']);
  });

  test('makes its event newer, and leaves the others as they are', () => {
    const newer = requests.slice(0, 1).map((each) => ({ ...each, updatedAt: '2026-11-23T12:00:00Z' }));
    const text = write({ calls: [makeCall({ updatedAt: CHANGED })], requests: newer });
    expect(linesOf(text, 'LAST-MODIFIED')).toEqual([
      'LAST-MODIFIED:20261120T100000Z',
      'LAST-MODIFIED:20261123T120000Z',
    ]);
  });

  test.each([1, 40, 74, 75, 76, 149, 150, 298])(
    'lines with names of %i characters are folded between them',
    (length) => {
      for (const character of ['n', 'ü', '語', '📊']) {
        const name = character.repeat(length / character.length || 1);
        const [event] = eventsOf(write({ clients: [makeClient('Globex', { name })] }));
        expect(valuesOf(event, 'summary')).toEqual([`Standing call: ${name}`]);
      }
    },
  );
});
