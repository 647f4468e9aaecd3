import { Temporal } from 'temporal-polyfill';
import { proposeCadence } from '../../electron/core/cadence';
import { addExtraCall } from '../../electron/core/calls/changes';
import type { Calendar, Reading } from '../../electron/core/model/calendar';
import type { Client } from '../../electron/core/model/client';
import { type Problem, Refusal } from '../../electron/core/model/problem';
import type { State } from '../../electron/core/model/state';
import { offerSlots } from '../../electron/core/offers';
import { shareAvailability } from '../../electron/core/replies/availability';
import { writeProposal } from '../../electron/core/replies/proposal';
import { replyWordsSchema } from '../../electron/core/replies/words';
import english from '../../resources/replies/en.json';
import { NOW } from './believable-state';

type Values = Record<string, string | number>;
interface Around {
  read: () => State;
  change: (code: string, values: Values, next: Partial<State>) => { changeId: string };
  newId: (prefix: string) => string;
}

const stamp = { updatedAt: '2026-11-20T08:00:00Z', updatedBy: 'desk' };

/** Calendars in every state, a clash this Friday, an item that is late, a slot that somebody else was offered. */
export function withCalendars(state: State): State {
  const own = state.readings.cal_own;
  const reading = (calendarId: string, more: Partial<Reading>): Reading => ({
    ...{ calendarId, checkedAt: NOW, failures: 0, from: '2026-10-01', to: '2027-02-01' },
    ...{ busy: own?.busy ?? [], recurring: [], refused: [] },
    ...more,
  });
  const calendar = (id: string, name: string, source: Calendar['source'], isBusy = true): Calendar => ({
    ...{ id, ...stamp, name, source, isBusy, declined: [] },
  });
  return {
    ...state,
    calendars: [
      ...state.calendars,
      calendar('cal_team', 'Team', { kind: 'address', url: 'webcal://office.example/team/long-secret.ics' }),
      calendar('cal_old', 'Old diary', { kind: 'import', fileName: 'diary.ics' }, false),
    ],
    readings: {
      ...state.readings,
      cal_team: reading('cal_team', {
        readAt: '2026-11-23T16:00:00Z',
        failures: 3,
        problem: { code: 'calendar-unreachable', message: 'office.example did not answer within 20 seconds.' },
      }),
      cal_old: reading('cal_old', {
        readAt: '2026-11-20T16:00:00Z',
        busy: [],
        refused: [
          { line: 214, reason: 'The event has no start.' },
          { line: 890, reason: 'Its rule has no date: FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30.' },
        ],
      }),
    },
    holidays: {
      ...state.holidays,
      US: [
        { date: '2026-11-26', name: 'Thanksgiving Day' },
        { date: '2026-11-27', name: 'Day after Thanksgiving' },
        { date: '2026-12-25', name: 'Christmas Day' },
      ],
    },
    offers: [
      {
        ...{ id: 'off_1', ...stamp, clientId: 'cli_nordwind', offeredAt: NOW },
        slots: [{ startsAt: '2026-11-25T14:00:00Z', endsAt: '2026-11-25T16:30:00Z' }],
      },
    ],
    requests: state.requests.map((request) =>
      request.subject === 'invoice for October' ? { ...request, neededBy: '2026-11-26', minutes: 40 } : request,
    ),
  };
}

const offered = [
  {
    kind: 'new',
    uid: 'dana@vera.example',
    calendarId: 'cal_own',
    calendar: 'Vera',
    summary: 'Globex weekly',
    rule: 'FREQ=WEEKLY;BYDAY=TH',
    start: '2026-11-05T10:00',
    timeZone: 'Europe/Vienna',
    minutes: 30,
    clients: [
      { clientId: 'cli_globex', client: 'Globex', person: 'Dana Ruiz' },
      { clientId: 'cli_initech', client: 'Initech', person: 'Sam Lindqvist' },
    ],
  },
  {
    kind: 'changed',
    uid: 'acme@vera.example',
    calendarId: 'cal_own',
    calendar: 'Vera',
    summary: 'Acme',
    rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR',
    start: '2026-11-06T15:00',
    timeZone: 'Europe/Vienna',
    minutes: 30,
    clients: [{ clientId: 'cli_acme', client: 'Acme' }],
    callId: 'call_acme',
  },
];

/** Calendars, availability and proposals, answered by the domain where it can. */
export function calendarHandlers({ read, change, newId }: Around) {
  const now = Temporal.Instant.from(NOW);
  const moment = { now, newId };
  const words = { en: replyWordsSchema.parse(english) };
  let isOffered = true;
  const find = (name: string): Client => {
    const client = read().clients.find((each) => each.id === name || each.name === name);
    if (!client) throw { code: 'not-found', message: 'There is no such client.' } satisfies Problem;
    return client;
  };
  const nameOf = (id: string) => read().calendars.find((each) => each.id === id)?.name ?? '';
  const slot = ({ startsAt, endsAt }: { startsAt: Temporal.Instant; endsAt: Temporal.Instant }) => ({
    startsAt: startsAt.toString(),
    endsAt: endsAt.toString(),
  });
  const handlers = {
    'calendar.add': ({ url, path }: { url?: string; path?: string }) => {
      if (url?.includes('nowhere'))
        throw { code: 'calendar-gone', message: 'nowhere.example has no such page.', field: 'url' } satisfies Problem;
      const source = path ? { kind: 'file' as const, path } : { kind: 'address' as const, url: url ?? '' };
      const calendar = { id: newId('cal'), ...stamp, name: 'New calendar', source, isBusy: true, declined: [] };
      return change('calendar-added', { name: calendar.name }, { calendars: [...read().calendars, calendar] });
    },
    'calendar.set': ({ calendar, ...fields }: { calendar: string }) =>
      change(
        'calendar-changed',
        { name: nameOf(calendar) },
        { calendars: read().calendars.map((each) => (each.id === calendar ? { ...each, ...fields } : each)) },
      ),
    'calendar.remove': ({ calendar }: { calendar: string }) =>
      change(
        'calendar-removed',
        { name: nameOf(calendar) },
        { calendars: read().calendars.filter((each) => each.id !== calendar) },
      ),
    'calendar.refresh': () => [],
    'calendar.offered': () => (isOffered && read().calendars.length > 1 ? offered : []),
    'calendar.adopt': () => change('call-added', { client: 'Globex' }, {}),
    'calendar.decline': () => {
      isOffered = false;
      return change('calendar-changed', { name: 'Vera' }, {});
    },
    'calendar.choose': () => ({}),
    'call.extra': ({ call, at }: { call: string; at: string }) => {
      const { state } = addExtraCall(read(), call, at);
      return change('call-extra', {}, { calls: state.calls });
    },
    'call.propose': ({ client, times, minutes = 30 }: { client: string; times?: 1 | 2; minutes?: number }) =>
      proposeCadence(read(), find(client), now, { times: times ?? 1, minutes, weeks: 6 }).map((option) => ({
        ...option,
        first: option.first.map(String),
        ...writeProposal(read(), find(client), option, words, now),
        tone: [],
      })),
    'call.invitation': () => ({ fileName: 'globex.ics', ics: '', uid: 'new@until-friday' }),
    'availability.share': ({ client, ...wish }: { client: string }) => {
      const shared = shareAvailability(read(), find(client), words, now, wish);
      return { ...shared, tone: [], slots: shared.slots.map((each) => ({ ...slot(each), offeredTo: each.offeredTo })) };
    },
    'availability.offer': ({ client, slots }: { client: string; slots: { startsAt: string; endsAt: string }[] }) => {
      const { state } = offerSlots(
        read(),
        find(client),
        slots.map((each) => ({
          startsAt: Temporal.Instant.from(each.startsAt),
          endsAt: Temporal.Instant.from(each.endsAt),
        })),
        moment,
      );
      return { ...change('slots-offered', { client: find(client).name }, { offers: state.offers }), warnings: [] };
    },
    'holiday.places': ({ country }: { country?: string }) => ({
      countries: ['AT', 'DE', 'GB', 'ES', 'US'].map((code) => ({ country: code, name: code })),
      regions: country === 'DE' ? [{ region: 'BY', name: 'Bavaria' }] : [],
    }),
  };
  return Object.fromEntries(
    Object.entries(handlers).map(([name, handle]) => [
      name,
      (input: never) => {
        try {
          return handle(input);
        } catch (error) {
          throw error instanceof Refusal ? error.problem : error;
        }
      },
    ]),
  );
}
