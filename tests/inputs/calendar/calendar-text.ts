import { type CalendarContent, readCalendar } from '../../../electron/inputs/calendar/read-calendar';

/** The person of these tests lives in Vienna; the calendar is read from November 2026 to February 2027. */
export const OPTIONS = {
  timeZone: 'Europe/Vienna',
  from: '2026-11-01',
  to: '2027-02-01',
  myEmails: ['sam@consult.example'],
};

/** A calendar of these lines, one event for each list of them. */
export function calendarOf(...events: string[][]): string {
  const lines = events.flatMap((event) => ['BEGIN:VEVENT', ...event, 'END:VEVENT']);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Test//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n');
}

export function readLines(...lines: string[]): CalendarContent {
  return readCalendar(calendarOf(['UID:one', ...lines]), OPTIONS);
}

/** When it takes place, short: `2026-11-27T09:00:00Z/10:00:00Z`, with what is special about it. */
export function timesOf({ busy }: CalendarContent): string[] {
  return busy.map(({ startsAt, endsAt, freeBusy, isAllDay }) =>
    [
      `${startsAt}/${startsAt.slice(0, 10) === endsAt.slice(0, 10) ? endsAt.slice(11) : endsAt}`,
      ...(freeBusy === 'busy' ? [] : [freeBusy]),
      ...(isAllDay ? ['all day'] : []),
    ].join(' '),
  );
}
