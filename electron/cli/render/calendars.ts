import type { CalendarAnswer, OfferedCallAnswer } from '../../ipc/contract/calendars';
import { count, fields, type Rendering, sayMoment, table } from './text';

export function renderCalendar(calendar: CalendarAnswer, rendering: Rendering): string {
  const { refused } = calendar;
  return fields([
    ['Calendar', calendar.name],
    ['From', calendar.from],
    ['Busy', calendar.isBusy ? 'its events make me busy' : 'its events are only shown'],
    ['State', sayState(calendar, rendering)],
    ['Holds', `${count(calendar.events, 'event')} around now, ${calendar.recurring} recurring`],
    [
      'Refused',
      refused.map(({ line, reason }) => (line === undefined ? reason : `line ${line}: ${reason}`)).join('\n'),
    ],
    ['Id', calendar.calendarId],
  ]);
}

export function renderCalendars(calendars: CalendarAnswer[], rendering: Rendering): string {
  if (calendars.length === 0) return 'No calendars yet. Add one with "until-friday calendar add".';
  return table(
    ['Calendar', 'From', 'Busy', 'Events#', 'State', 'Id'],
    calendars.map((calendar) => [
      calendar.name,
      calendar.from,
      calendar.isBusy ? 'yes' : 'no',
      String(calendar.events),
      sayState(calendar, rendering),
      calendar.calendarId,
    ]),
  );
}

function sayState({ problem, readAt, refused }: CalendarAnswer, rendering: Rendering): string {
  const read = readAt === undefined ? 'not read yet' : `read ${sayMoment(readAt, rendering)}`;
  if (problem) return `${problem.message} ${problem.action ?? ''} (${read})`;
  return refused.length > 0 ? `${read}, but for ${count(refused.length, 'line')}` : read;
}

/** What could not be read of calendars, a line each; the command has failed when none could be read at all. */
export function findFailing(calendars: CalendarAnswer[]): { lines: string[]; hasFailed: boolean } {
  const failing = calendars.filter(({ problem }) => problem);
  return {
    lines: failing.map(({ name, problem }) => `${name}: ${problem?.message ?? ''} ${problem?.action ?? ''}`.trim()),
    hasFailed: failing.length > 0 && failing.length === calendars.length,
  };
}

export function renderOffered(offered: OfferedCallAnswer[], rendering: Rendering): string {
  if (offered.length === 0)
    return 'Your calendars hold no recurring events with clients that are not standing calls yet.';
  return table(
    ['Client', 'What', 'Rule', 'Since', 'Zone', 'Min#', 'Calendar', 'Uid'],
    offered.map((each) => [
      each.clients.map(({ client, person }) => (person ? `${person}, ${client}` : client)).join(' or '),
      each.kind === 'changed' ? `${each.summary} (changed)` : each.summary,
      each.rule,
      sayMoment(each.start, rendering),
      each.timeZone,
      String(each.minutes),
      each.calendar,
      each.uid,
    ]),
  );
}
