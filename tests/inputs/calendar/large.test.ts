import { expect, it } from 'vitest';
import { readCalendar } from '../../../electron/inputs/calendar/read-calendar';
import { calendarOf, OPTIONS } from './calendar-text';

const HOUR = 3_600_000;

function write(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '');
}

/** Ten years of a full calendar: 20,000 events, every tenth of them recurs, every fiftieth without an end. */
function makeTenYears(): string {
  const begin = Date.UTC(2017, 0, 2, 9);
  return calendarOf(
    ...Array.from({ length: 20_000 }, (_, index) => {
      const at = begin + index * 4.4 * HOUR;
      const rule = index % 50 === 0 ? 'FREQ=WEEKLY;BYDAY=MO,WE' : `FREQ=WEEKLY;UNTIL=${write(at + 7000 * HOUR)}Z`;
      return [
        `UID:${index}@example`,
        `DTSTART;TZID=Europe/Vienna:${write(at)}`,
        `DTEND;TZID=Europe/Vienna:${write(at + HOUR / 2)}`,
        `SUMMARY:Event ${index}`,
        `DESCRIPTION:${'Words that nobody reads. '.repeat(16)}`,
        'ATTENDEE;CN=Dana;PARTSTAT=ACCEPTED:mailto:dana@acme.example',
        ...(index % 10 === 0 ? [`RRULE:${rule}`, `EXDATE;TZID=Europe/Vienna:${write(at + 168 * HOUR)}`] : []),
      ];
    }),
  );
}

it('reads ten years with 20,000 events in seconds', () => {
  const text = makeTenYears();
  // The time of the processor: other tests run beside this one.
  const begin = process.cpuUsage();
  const content = readCalendar(text, { ...OPTIONS, to: '2027-11-01' });
  expect(content).toMatchObject({ events: 20_000, refused: [] });
  expect(content.busy.length).toBeGreaterThan(10_000);
  expect(process.cpuUsage(begin).user / 1000).toBeLessThan(10_000);
}, 60_000);
