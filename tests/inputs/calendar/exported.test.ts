import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { busyTimeSchema, recurringEventSchema } from '../../../electron/core/model/calendar';
import { readCalendar } from '../../../electron/inputs/calendar/read-calendar';

const OPTIONS = { timeZone: 'Europe/Vienna', from: '2026-03-01', to: '2027-04-01', myEmails: ['Sam@consult.example'] };
const folder = new URL('../../fixtures/calendars/', import.meta.url);

function read(program: string) {
  const content = readCalendar(readFileSync(new URL(`${program}.ics`, folder)), OPTIONS);
  const expected: unknown = JSON.parse(readFileSync(new URL(`${program}.expected.json`, folder), 'utf8'));
  return { content, expected };
}

describe('calendars as programs export them', () => {
  it.each([
    ['outlook-desktop', 'Sam Consultant Calendar', 5, 0],
    ['outlook-365', 'Kalender', 6, 0],
    ['google', 'sam@consult.example', 7, 0],
    ['apple', 'Arbeit 💼', 4, 1],
    ['fastmail', 'Work', 4, 0],
    ['nextcloud', 'Persönlich', 4, 0],
  ])('%s: every taking place is where the independent oracle has it', (program, name, events, refused) => {
    const { content, expected } = read(program);
    // The oracle knows of times alone.
    expect({ busy: content.busy.map(({ emails: _, ...time }) => time) }).toEqual(expected);
    expect(content.name).toBe(name);
    expect(content.events).toBe(events);
    expect(content.refused).toHaveLength(refused);
    for (const time of content.busy) expect(busyTimeSchema.parse(time)).toEqual(time);
    for (const event of content.recurring) expect(recurringEventSchema.parse(event)).toEqual(event);
  });

  it('names the line of what is refused, and why', () => {
    expect(read('apple').content.refused).toEqual([
      { line: 66, reason: 'DTEND names 2020-02-30 00:00:00, which no calendar has.' },
    ]);
  });

  it('offers what recurs with somebody else, with its exceptions', () => {
    expect(read('outlook-desktop').content.recurring).toEqual([
      {
        uid: '040000008200E00074C5B7101A82E00800000000B0A1C2D3E4F5DC01000000000000000010000000AABBCCDDEEFF00112233445566778899',
        summary: 'Weekly call Acme',
        emails: ['dana.ruiz@acme.example'],
        rule: 'FREQ=WEEKLY;BYDAY=FR',
        start: '2026-03-06T10:00',
        timeZone: 'Europe/Vienna',
        minutes: 30,
        exceptions: [
          { occurrence: '2026-04-03T10:00' },
          { occurrence: '2026-05-15T10:00', movedTo: '2026-05-12T14:00', minutes: 45 },
          { occurrence: '2026-12-25T10:00' },
          { occurrence: '2027-01-01T10:00' },
        ],
      },
    ]);
    expect(read('apple').content.recurring).toMatchObject([
      {
        emails: ['dana@acme.example'],
        rule: 'FREQ=WEEKLY;INTERVAL=1;COUNT=6',
        exceptions: [{ occurrence: '2026-11-10T16:00' }],
      },
    ]);
    expect(read('fastmail').content.recurring).toMatchObject([
      {
        emails: ['pat@acme.example'],
        rule: 'FREQ=MONTHLY;BYDAY=2TU',
        timeZone: 'America/New_York',
        exceptions: [
          { occurrence: '2026-10-13T11:00' },
          { occurrence: '2026-11-10T11:00', movedTo: '2026-11-11T09:30', minutes: 60 },
        ],
      },
    ]);
  });

  it('offers the two halves of a series that was split in Google as two, the first with its end', () => {
    const { recurring } = read('google').content;
    expect(recurring.map(({ rule, start, emails }) => ({ rule, start, emails }))).toEqual([
      {
        rule: expect.stringContaining('UNTIL=20260630T215959Z'),
        start: '2026-03-03T09:00',
        emails: ['lena@bolt.example'],
      },
      { rule: expect.stringContaining('COUNT=6'), start: '2026-07-02T14:00', emails: ['lena@bolt.example'] },
    ]);
    expect(recurring[1]?.exceptions).toEqual([{ occurrence: '2026-07-09T14:00' }]);
  });
});
