import { fold } from './find';
import type { Calendar } from './model/calendar';
import type { State } from './model/state';
import type { Moment } from './moment';
import { putCalendar, UNSTAMPED } from './records';
import { refuse } from './refuse';

/** The calendar of that id or name; the beginning of a name is enough. Refuses with `not-found` or `ambiguous`. */
export function findCalendar(state: Pick<State, 'calendars'>, name: string): Calendar {
  const exact = state.calendars.find((calendar) => calendar.id === name);
  if (exact) return exact;
  const wanted = fold(name);
  const steps: ((calendar: Calendar) => boolean)[] = [
    (calendar) => fold(calendar.name) === wanted,
    (calendar) => fold(calendar.name).startsWith(wanted),
  ];
  for (const step of steps) {
    const found = wanted === '' ? [] : state.calendars.filter(step);
    const [only] = found;
    if (only && found.length === 1) return only;
    if (found.length > 1)
      refuse('ambiguous', `"${name}" could be ${found.map((each) => each.name).join(' or ')}.`, {
        field: 'calendar',
        action: 'Say which by its id.',
        candidates: found.map((each) => `${each.id} ${each.name}`),
      });
  }
  refuse('not-found', `There is no calendar called "${name}".`, {
    field: 'calendar',
    action: 'List them to see their names.',
  });
}

/** A calendar that is not in the book yet. */
export function makeCalendar(fields: Pick<Calendar, 'name' | 'source' | 'isBusy'>, moment: Moment): Calendar {
  return { id: moment.newId('cal'), ...UNSTAMPED, ...fields, declined: [] };
}

/** Adds a calendar; refuses with `exists` when its source is read already. */
export function addCalendar(state: State, calendar: Calendar): State {
  const same = state.calendars.find((each) => isSameSource(each, calendar));
  if (same)
    refuse('exists', `This calendar is read already, as "${same.name}".`, {
      field: calendar.source.kind === 'file' ? 'path' : 'url',
    });
  return putCalendar(state, calendar);
}

function isSameSource({ source: one }: Calendar, { source: other }: Calendar): boolean {
  if (one.kind === 'file' && other.kind === 'file') return one.path === other.path;
  return one.kind === 'address' && other.kind === 'address' && withoutScheme(one.url) === withoutScheme(other.url);
}

function withoutScheme(url: string): string {
  return url.replace(/^[a-z]+:\/\//i, '');
}

/** Changes a calendar's name, or whether its events make busy. */
export function setCalendar(
  state: State,
  name: string,
  fields: Partial<Pick<Calendar, 'name' | 'isBusy'>>,
): { state: State; calendar: Calendar } {
  const former = findCalendar(state, name);
  const calendar = {
    ...former,
    ...(fields.name !== undefined && { name: fields.name }),
    ...(fields.isBusy !== undefined && { isBusy: fields.isBusy }),
  };
  return { state: putCalendar(state, calendar), calendar };
}
