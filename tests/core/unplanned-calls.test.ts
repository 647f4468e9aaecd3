import { describe, expect, it } from 'vitest';
import type { BusyTime } from '../../electron/core/model/calendar';
import type { State } from '../../electron/core/model/state';
import { dismissUnplanned, sourceOf, unplannedCalls } from '../../electron/core/unplanned-calls';
import {
  makeCalendar,
  makeCall,
  makeClient,
  makeContact,
  makePerson,
  makeReading,
  makeRequest,
  makeState,
  vienna,
} from '../helpers/build';

const clients = [
  makeClient('Globex', { people: [makePerson('Dana Ruiz', { emails: ['dana@globex.example'] })] }),
  makeClient('Łódź Logistyka', { people: [makePerson('Zoë Żak'), makePerson('Jan Novák')] }),
  makeClient('Acme Studio', { people: [makePerson('Jan Kowalski')] }),
];
/** Tuesday, at the end of the day. */
const now = vienna('2026-11-24T17:30');

function event(summary: string, local: string, minutes: number, more: Partial<BusyTime> = {}): BusyTime {
  const startsAt = vienna(local);
  const times = { startsAt: startsAt.toString(), endsAt: startsAt.add({ minutes }).toString() };
  return { uid: `${summary}@example`, summary, ...times, freeBusy: 'busy', ...more };
}

function stateWith(events: BusyTime[], more: Partial<State> = {}): State {
  const readings = { cal_1: makeReading({ busy: events }) };
  return makeState({ clients, calls: [], calendars: [makeCalendar()], readings, ...more });
}

function offered(state: State, closed: Parameters<typeof unplannedCalls>[1] = []) {
  return unplannedCalls(state, closed, now).map(({ client, person, minutes, summary }) =>
    [client.name, person?.name, minutes, summary].filter(Boolean).join(' · '),
  );
}

const call = event('Invoice', '2026-11-24T14:00', 25, { emails: ['dana@globex.example'] });

describe('who it was with', () => {
  it.each([
    ['Quick call', ['dana@globex.example'], 'Globex · Dana Ruiz'],
    ['Quick call', ['new.hire@globex.example'], 'Globex'],
    ['Lodz Logistyka: pallets', [], 'Łódź Logistyka'],
    ['Anruf Zoe Zak', [], 'Łódź Logistyka · Zoë Żak'],
    ['Call with Dana', [], 'Globex · Dana Ruiz'],
    ['Globex, new hire', ['new.hire@globex.example'], 'Globex'],
    ['Dana + colleague', ['new.hire@globex.example'], 'Globex · Dana Ruiz'],
  ])('%s %j: %s', (summary, emails, expected) => {
    expect(offered(stateWith([event(summary, '2026-11-24T14:00', 30, { emails })]))).toEqual([
      `${expected} · 30 · ${summary}`,
    ]);
  });

  it.each([
    ['Dentist', []],
    ['Lunch', ['somebody@nowhere.example']],
    // Two clients have a Jan, a small letter is no name, and neither is part of a word.
    ['Call with Jan', []],
    ['the dana file', []],
    ['Globexit', []],
    ['Globex and Acme Studio', []],
  ])('%s %j: nobody known', (summary, emails) => {
    expect(offered(stateWith([event(summary, '2026-11-24T14:00', 30, { emails })]))).toEqual([]);
  });
});

describe('what is offered', () => {
  it('is over, of these days, and as long as a call is', () => {
    const events = [
      event('Globex now', '2026-11-24T17:15', 30),
      event('Globex today', '2026-11-24T17:00', 30),
      event('Globex Saturday', '2026-11-21T10:00', 15),
      event('Globex last week', '2026-11-20T10:00', 15),
      event('Globex workshop', '2026-11-24T09:00', 300),
      event('Globex day', '2026-11-24T00:00', 60, { isAllDay: true }),
      event('Globex declined', '2026-11-24T11:00', 30, { freeBusy: 'free' }),
      event('Globex perhaps', '2026-11-24T12:00', 30, { freeBusy: 'tentative' }),
      event('Globex reminder', '2026-11-24T13:00', 0),
    ];
    expect(offered(stateWith(events))).toEqual([
      'Globex · 30 · Globex today',
      'Globex · 30 · Globex perhaps',
      'Globex · 15 · Globex Saturday',
    ]);
  });

  it('is no standing call, here or in the calendar', () => {
    const friday = makeCall({ clientId: 'cli_Globex', rule: 'FREQ=WEEKLY;BYDAY=TU', start: '2026-09-01T14:00' });
    expect(offered(stateWith([call], { calls: [friday] }))).toEqual([]);
    const elsewhere = makeCall({ clientId: 'cli_Acme Studio', uid: call.uid });
    expect(offered(stateWith([call], { calls: [elsewhere] }))).toEqual([]);
    // Another client's call at that time says nothing of this one.
    expect(offered(stateWith([call], { calls: [{ ...friday, clientId: 'cli_Acme Studio' }] }))).toHaveLength(1);
  });

  it.each([
    ['in it', makeContact('2026-11-24T13:10:00Z', 'call'), true],
    ['a little after it', makeContact('2026-11-24T13:50:00Z', 'call'), true],
    ['long before, but it lasted', makeContact('2026-11-24T12:00:00Z', 'call', { minutes: 60 }), true],
    ['in person', makeContact('2026-11-24T13:00:00Z', 'in-person'), true],
    ['an hour after it', makeContact('2026-11-24T14:26:00Z', 'call'), false],
    ['a mail in it', makeContact('2026-11-24T13:10:00Z', 'email'), false],
  ])('is not logged: %s', (_, contact, isLogged) => {
    const requests = [makeRequest('req_1', { contacts: [contact] })];
    expect(offered(stateWith([call], { requests }))).toHaveLength(isLogged ? 0 : 1);
    expect(offered(stateWith([call]), requests), 'closed since').toHaveLength(isLogged ? 0 : 1);
    const others = requests.map((request) => ({ ...request, clientId: 'cli_Acme Studio' }));
    expect(offered(stateWith([call], { requests: others }))).toHaveLength(1);
  });

  it('is not logged from here, even when its entry was put at another time', () => {
    const [one] = unplannedCalls(stateWith([call]), [], now);
    const contact = makeContact('2026-11-24T09:00:00Z', 'call', { source: one && sourceOf(one) });
    expect(offered(stateWith([call], { requests: [makeRequest('req_1', { contacts: [contact] })] }))).toEqual([]);
  });

  it('is one call, in however many calendars it stands, and none of one that is only shown', () => {
    const state = stateWith([call], {
      calendars: [makeCalendar(), makeCalendar({ id: 'cal_2' }), makeCalendar({ id: 'cal_3' })],
      readings: {
        cal_1: makeReading({ busy: [call] }),
        cal_2: makeReading({ calendarId: 'cal_2', busy: [call] }),
        cal_3: makeReading({ calendarId: 'cal_3', busy: [{ ...call, uid: 'copied@example' }] }),
      },
    });
    expect(offered(state)).toHaveLength(1);
    expect(offered(stateWith([call], { calendars: [makeCalendar({ isBusy: false })] }))).toEqual([]);
  });
});

it('is offered no more once dismissed, and keeps of that only what could still be offered', () => {
  const old = '2026-11-10T10:00:00Z_0123abcd';
  const state = stateWith([call], { calendars: [makeCalendar({ dismissed: [old] })] });
  const [one] = unplannedCalls(state, [], now);
  if (!one) throw new Error('It is not offered.');
  const next = dismissUnplanned(state, one, now);
  expect(offered(next)).toEqual([]);
  expect(next.calendars[0]?.dismissed).toEqual([one.id]);
  // The title may be the client's: nothing of it is kept.
  expect(JSON.stringify(next.calendars)).not.toContain('Invoice');
});
