import { describe, expect, it } from 'vitest';
import type { RecurringEvent } from '../../electron/core/model/calendar';
import { Refusal } from '../../electron/core/model/problem';
import type { State } from '../../electron/core/model/state';
import { adoptEvent, declineEvent, offeredCalls } from '../../electron/core/offered-calls';
import { putCall } from '../../electron/core/records';
import { instant, makeCalendar, makeClient, makePerson, makeReading, makeState, momentAt } from '../helpers/build';

const NOW = instant('2026-11-23T09:00:00Z');
const moment = () => momentAt(NOW);

const EVENT: RecurringEvent = {
  uid: 'jourfixe@example',
  summary: 'Jour fixe',
  rule: 'FREQ=WEEKLY;BYDAY=FR',
  start: '2026-09-04T10:00',
  timeZone: 'Europe/Vienna',
  minutes: 30,
  exceptions: [{ occurrence: '2026-12-25T10:00' }],
  emails: ['dana@globex.example', 'somebody@else.example'],
};
const dana = makePerson('Dana Ruiz', { emails: ['Dana@Globex.example'] });
const GLOBEX = makeClient('Globex', { people: [dana] });

function scene(events: readonly Partial<RecurringEvent>[], more: Partial<State> = {}): State {
  const recurring = events.map((event) => ({ ...EVENT, ...event }));
  return makeState({
    ...{ clients: [GLOBEX], calls: [], calendars: [makeCalendar()] },
    readings: { cal_1: makeReading({ recurring }) },
    ...more,
  });
}

const offered = (state: State) =>
  offeredCalls(state, NOW).map(({ kind, event, clients }) => [
    kind,
    event.uid,
    clients.map(({ client, person }) => (person ? `${person.name} of ${client.name}` : client.name)),
  ]);

describe('whose a recurring event is', () => {
  const people = (name: string, ...emails: string[]) =>
    makeClient(name, { people: emails.map((email) => makePerson(`${name} ${email}`, { emails: [email] })) });
  it.each([
    ['an address, however it is written', ['DANA@globex.EXAMPLE'], [GLOBEX], ['Dana Ruiz of Globex']],
    ['somebody of the same firm', ['new.hire@globex.example'], [GLOBEX], ['Globex']],
    ['a firm of a similar name', ['x@notglobex.example'], [GLOBEX], undefined],
    ['a part of the firm, which is another domain', ['x@mail.globex.example'], [GLOBEX], undefined],
    ['mail for everybody', ['x@gmail.com'], [people('Acme', 'y@gmail.com')], undefined],
    ['the same person there', ['y@gmail.com'], [people('Acme', 'y@gmail.com')], ['Acme y@gmail.com of Acme']],
    ['nobody', [], [GLOBEX], undefined],
    [
      'what is no address',
      ['globex'],
      [makeClient('Odd', { people: [makePerson('X', { emails: ['globex', ''] })] })],
      ['X of Odd'],
    ],
    [
      'those who are named before those of the same firm',
      ['a@one.example', 'b@two.example'],
      [people('One', 'z@one.example'), people('Two', 'b@two.example')],
      ['Two b@two.example of Two', 'One'],
    ],
  ])('%s', (_, emails, clients, expected) => {
    expect(offered(scene([{ emails }], { clients }))).toEqual(expected ? [['new', EVENT.uid, expected]] : []);
  });
});

describe('what is offered', () => {
  it('leaves out what was declined, in every calendar that has it', () => {
    const second = makeCalendar({ id: 'cal_2', name: 'Team' });
    const state = scene([{}], {
      calendars: [makeCalendar(), second],
      readings: {
        cal_1: makeReading({ recurring: [EVENT] }),
        cal_2: makeReading({ calendarId: 'cal_2', recurring: [EVENT] }),
      },
    });
    expect(offered(state)).toHaveLength(1);
    const next = declineEvent(state, { calendar: 'Work', uid: EVENT.uid });
    expect(offered(next)).toEqual([]);
  });

  it('leaves out what is over', () => {
    const over = [{ rule: 'FREQ=WEEKLY;UNTIL=20261101T000000' }, { uid: 'b', rule: 'FREQ=WEEKLY;COUNT=3' }];
    expect(offered(scene(over))).toEqual([]);
  });

  it('puts what has changed first', () => {
    const { state } = adoptEvent(scene([{}]), { calendar: 'cal_1', uid: EVENT.uid }, moment());
    const readings = {
      cal_1: makeReading({
        recurring: [
          { ...EVENT, uid: 'new' },
          { ...EVENT, minutes: 45 },
        ],
      }),
    };
    expect(offered({ ...state, readings })).toEqual([
      ['changed', EVENT.uid, ['Dana Ruiz of Globex']],
      ['new', 'new', ['Dana Ruiz of Globex']],
    ]);
  });
});

describe('making it a standing call', () => {
  it('takes everything over, and then it is offered no more', () => {
    const rdates = ['2026-12-23T10:00'];
    const { state, call } = adoptEvent(scene([{ rdates }]), { calendar: 'work', uid: EVENT.uid }, moment());
    expect(call).toMatchObject({
      ...{ clientId: GLOBEX.id, rule: EVENT.rule, start: EVENT.start, timeZone: EVENT.timeZone, minutes: 30 },
      ...{ uid: EVENT.uid, exceptions: EVENT.exceptions, rdates },
    });
    expect(state.calls).toEqual([call]);
    expect(call).not.toHaveProperty('emails');
    expect(offered(state)).toEqual([]);
  });

  it.each<[string, Partial<RecurringEvent>, boolean]>([
    ['nothing', {}, false],
    ['the summary', { summary: 'Weekly' }, false],
    ['how the rule is written', { rule: 'freq=weekly;byday=FR;interval=1' }, false],
    ['the day', { rule: 'FREQ=WEEKLY;BYDAY=TH', start: '2026-09-03T10:00' }, true],
    ['the time', { start: '2026-09-04T11:00' }, true],
    ['the zone', { timeZone: 'Europe/London' }, true],
    ['the name of its zone', { timeZone: 'Europe/Berlin' }, false],
    ['the length', { minutes: 60 }, true],
    ['its end', { rule: 'FREQ=WEEKLY;BYDAY=FR;UNTIL=20261231T000000' }, true],
    ['another one left out', { exceptions: [...EVENT.exceptions, { occurrence: '2027-01-01T10:00' }] }, true],
    ['one moved', { exceptions: [{ occurrence: '2026-12-25T10:00', movedTo: '2026-12-23T10:00' }] }, true],
    [
      'one that the rule does not have',
      { exceptions: [...EVENT.exceptions, { occurrence: '2027-01-02T10:00' }] },
      false,
    ],
    ['an extra one', { rdates: ['2026-12-22T10:00'] }, true],
  ])('afterwards a change of %s in the calendar', (_, change, isOffered) => {
    const { state, call } = adoptEvent(scene([{}]), { calendar: 'cal_1', uid: EVENT.uid }, moment());
    const readings = { cal_1: makeReading({ recurring: [{ ...EVENT, ...change }] }) };
    expect(offered({ ...state, readings })).toEqual(isOffered ? [['changed', EVENT.uid, ['Dana Ruiz of Globex']]] : []);
    const again = adoptEvent({ ...state, readings }, { calendar: 'cal_1', uid: EVENT.uid }, moment());
    expect(again.call.id).toBe(call.id);
    expect(again.state.calls).toHaveLength(1);
    expect(offered(again.state)).toEqual([]);
  });

  it('keeps what was decided here', () => {
    const { state, call } = adoptEvent(scene([{}]), { calendar: 'cal_1', uid: EVENT.uid }, moment());
    const held = { occurrence: '2026-12-11T10:00', movedTo: '2026-12-10T10:00' };
    const mine = putCall(state, { ...call, exceptions: [...call.exceptions, held], endsOn: '2027-06-30' });
    expect(offered(mine)).toEqual([]);
    const readings = { cal_1: makeReading({ recurring: [{ ...EVENT, minutes: 45 }] }) };
    const again = adoptEvent({ ...mine, readings }, { calendar: 'cal_1', uid: EVENT.uid }, moment());
    expect(again.call).toMatchObject({ minutes: 45, endsOn: '2027-06-30' });
    expect(again.call.exceptions).toContainEqual(held);
  });

  const refusalOf = (work: () => unknown) => {
    try {
      work();
      return undefined;
    } catch (error) {
      return error instanceof Refusal ? error.problem : error;
    }
  };
  it.each([
    ['an event that is not there', { calendar: 'cal_1', uid: 'gone' }, {}, 'not-found'],
    ['a calendar that is not there', { calendar: 'Private', uid: EVENT.uid }, {}, 'not-found'],
    ['one with nobody known', { calendar: 'cal_1', uid: EVENT.uid }, { clients: [makeClient('Acme')] }, 'no-client'],
    [
      'one with two clients',
      { calendar: 'cal_1', uid: EVENT.uid },
      { clients: [GLOBEX, makeClient('Else', { people: [makePerson('E', { emails: ['e@else.example'] })] })] },
      'ambiguous',
    ],
  ])('refuses %s', (_, asked, more, code) => {
    expect(refusalOf(() => adoptEvent(scene([{}], more), asked, moment()))).toMatchObject({ code });
  });

  it('takes the client that is named', () => {
    const acme = makeClient('Acme');
    const state = scene([{}], { clients: [GLOBEX, acme] });
    const { call } = adoptEvent(state, { calendar: 'cal_1', uid: EVENT.uid, client: 'Acme' }, moment());
    expect(call.clientId).toBe(acme.id);
  });
});
