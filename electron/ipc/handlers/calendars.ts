import { homedir } from 'node:os';
import { basename, isAbsolute, join } from 'node:path';
import { addCalendar, findCalendar, makeCalendar, setCalendar } from '../../core/calendars';
import { withOffset } from '../../core/days';
import { clientOf } from '../../core/find';
import type { Calendar, CalendarSource } from '../../core/model/calendar';
import type { ChangeNote } from '../../core/model/change';
import { type Problem, Refusal } from '../../core/model/problem';
import { LINE_LIMIT } from '../../core/model/scalars';
import type { State } from '../../core/model/state';
import { adoptEvent, declineEvent, type OfferedCall, offeredCalls } from '../../core/offered-calls';
import { removeCalendar } from '../../core/records';
import { refuse } from '../../core/refuse';
import { hostOf, pickStarts } from '../../subscriptions/addresses';
import { refreshCalendar } from '../../subscriptions/refresh';
import type { Context, Handlers } from '../context';
import type { CalendarAnswer, OfferedCallAnswer } from '../contract/calendars';
import type { Input } from '../contract/contract';

/** Calendars of the person's own, and what they offer. */
export const calendarHandlers: Handlers<
  | 'calendar.add'
  | 'calendar.list'
  | 'calendar.set'
  | 'calendar.remove'
  | 'calendar.refresh'
  | 'calendar.offered'
  | 'calendar.adopt'
  | 'calendar.decline'
  | 'calendar.choose'
> = {
  'calendar.add': async (input, context) => {
    const { store, moment, dryRun } = context;
    const source = sourceOf(input);
    const named = input.name ?? nameOf(source);
    const calendar = makeCalendar({ name: named, source, isBusy: input.isBusy ?? true }, moment);
    addCalendar(store.state, calendar);
    // Read first: an address with a slip in it is told at once, and leaves nothing behind.
    const { reading, text, name } = await refreshCalendar(calendar, store.state, reachOf(context, calendar));
    if (reading.problem) throw new Refusal(explainNotAdded(reading.problem, source));
    const added = { ...calendar, name: input.name ?? (name?.slice(0, LINE_LIMIT) || named) };
    const { changeId, state } = await store.update(
      (before) => ({
        state: addCalendar(before, added),
        note: { code: 'calendar-added', values: { calendar: added.name } },
        result: undefined,
      }),
      { dryRun },
    );
    if (!dryRun) await store.keepReading(reading, text);
    return { changeId, ...shapeCalendar({ ...state, readings: { ...state.readings, [added.id]: reading } }, added) };
  },
  'calendar.list': (_, { store: { state } }) => state.calendars.map((calendar) => shapeCalendar(state, calendar)),
  'calendar.set': async ({ calendar: name, ...fields }, context) => {
    const { changeId, state, result } = await change(context, 'calendar-changed', (before) => {
      const { state: next, calendar } = setCalendar(before, name, fields);
      return { state: next, values: { calendar: calendar.name }, result: calendar };
    });
    return { changeId, ...shapeCalendar(state, result) };
  },
  'calendar.remove': async ({ calendar: name }, context) => {
    const { changeId } = await change(context, 'calendar-removed', (before) => {
      const calendar = findCalendar(before, name);
      return { state: removeCalendar(before, calendar.id), values: { calendar: calendar.name }, result: calendar };
    });
    return { changeId };
  },
  'calendar.refresh': async ({ calendar: name }, context) => {
    const { store, dryRun } = context;
    const wanted = name === undefined ? store.state.calendars : [findCalendar(store.state, name)];
    const answers: CalendarAnswer[] = [];
    for (const calendar of wanted) {
      const { reading, text } = await refreshCalendar(calendar, store.state, reachOf(context, calendar));
      if (!dryRun) await store.keepReading(reading, text);
      const readings = { ...store.state.readings, [calendar.id]: reading };
      answers.push(shapeCalendar({ ...store.state, readings }, calendar));
    }
    return answers;
  },
  'calendar.offered': (_, { store: { state }, moment }) => offeredCalls(state, moment.now).map(shapeOffered),
  'calendar.adopt': async (asked, context) => {
    const isKnown = context.store.state.calls.some((call) => call.uid === asked.uid);
    const { changeId, state, result } = await change(context, isKnown ? 'call-changed' : 'call-added', (before) => {
      const { state: next, call } = adoptEvent(before, asked, context.moment);
      return { state: next, values: { client: clientOf(next, call).name }, result: call };
    });
    const { id: clientId, name: client } = clientOf(state, result);
    return { changeId, callId: result.id, client, clientId };
  },
  'calendar.decline': async (asked, context) => {
    const { changeId } = await change(context, 'calendar-changed', (before) => {
      const state = declineEvent(before, asked);
      // Without the event's name: it may be the client's, and would outlive them when they are forgotten.
      return { state, values: { calendar: findCalendar(state, asked.calendar).name }, result: undefined };
    });
    return { changeId };
  },
  'calendar.choose': async (_, { effects }) => {
    if (!effects) refuse('unavailable', 'This needs the app itself.', { action: 'Start Until Friday.' });
    const path = await effects.chooseCalendar();
    return path === undefined ? {} : { path };
  },
};

interface Done<T> {
  state: State;
  values: ChangeNote['values'];
  result: T;
}

async function change<T>({ store, dryRun }: Context, code: ChangeNote['code'], make: (state: State) => Done<T>) {
  return await store.update(
    (before) => {
      const { state, values, result } = make(before);
      return { state, note: { code, values }, result };
    },
    { dryRun },
  );
}

function reachOf({ store, moment: { now }, readText }: Context, calendar: Calendar) {
  return { now, readText, readKept: () => store.readCalendarText(calendar.id) };
}

/** What was not added is not asked again by itself. */
function explainNotAdded(problem: Problem, source: CalendarSource): Problem {
  const action = 'Nothing was added. Check the address, or try again later.';
  return {
    ...problem,
    ...(problem.code === 'calendar-unreachable' && { action }),
    field: source.kind === 'file' ? 'path' : 'url',
  };
}

function sourceOf({ url, path }: Input<'calendar.add'>): CalendarSource {
  if ((url === undefined) === (path === undefined))
    refuse('usage', 'A calendar is read from an address or from a file.', {
      field: 'url',
      action: 'Name one of them.',
    });
  if (url !== undefined) {
    if (pickStarts(url).length === 0)
      refuse('invalid', 'url: This is no address of a calendar.', {
        field: 'url',
        action: 'It begins with https://, http:// or webcal://.',
      });
    return { kind: 'address', url };
  }
  const whole = path?.startsWith('~/') ? join(homedir(), path.slice(2)) : (path ?? '');
  if (!isAbsolute(whole))
    refuse('invalid', `path: ${path} is no whole path.`, {
      field: 'path',
      action: 'Write it from the beginning, with / or ~/.',
    });
  return { kind: 'file', path: whole };
}

function nameOf(source: CalendarSource): string {
  if (source.kind === 'address') return hostOf(source.url).slice(0, LINE_LIMIT);
  const file = source.kind === 'file' ? basename(source.path) : source.fileName;
  return (file.replace(/\.(ics|ical|ifb)$/i, '') || file).slice(0, LINE_LIMIT);
}

function shapeCalendar(
  { readings, settings }: Pick<State, 'readings' | 'settings'>,
  calendar: Calendar,
): CalendarAnswer {
  const { id, name, source, isBusy } = calendar;
  const reading = readings[id];
  const at = (instant: string) => withOffset(instant, settings.timeZone);
  return {
    ...{ calendarId: id, name, kind: source.kind, isBusy },
    from: source.kind === 'address' ? hostOf(source.url) : source.kind === 'file' ? source.path : source.fileName,
    ...(reading?.readAt && { readAt: at(reading.readAt) }),
    ...(reading && { checkedAt: at(reading.checkedAt) }),
    ...(reading?.nextCheckAt && { nextCheckAt: at(reading.nextCheckAt) }),
    failures: reading?.failures ?? 0,
    ...(reading?.problem && { problem: reading.problem }),
    events: new Set(reading?.busy.map(({ uid }) => uid)).size,
    recurring: reading?.recurring.length ?? 0,
    refused: reading?.refused ?? [],
  };
}

function shapeOffered({ kind, calendar, event, clients, call }: OfferedCall): OfferedCallAnswer {
  const { uid, summary, rule, start, timeZone, minutes, isFloating } = event;
  return {
    ...{ kind, uid, summary, rule, start, timeZone, minutes },
    ...(isFloating && { isFloating }),
    ...{ calendarId: calendar.id, calendar: calendar.name },
    clients: clients.map(({ client, person }) => ({
      clientId: client.id,
      client: client.name,
      ...(person && { person: person.name }),
    })),
    ...(call && { callId: call.id }),
  };
}
