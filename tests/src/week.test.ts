import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Request } from '../../electron/core/model/request';
import type { Stranger } from '../../electron/core/model/stranger';
import { moveBefore, moveByStep } from '../../src/views/week/reorder';
import { heirOf, type Stop, stopsOf } from '../../src/views/week/stops';
import { monthsOf, pictureWeek, readDay } from '../../src/views/week/week-picture';
import { whoOptions } from '../../src/views/week/who-options';
import { believableState, NOW } from '../helpers/believable-state';
import { makeCall, makeClient, makeRequest, makeSettings, makeState, makeStranger } from '../helpers/build';
import { busyState } from '../helpers/busy-state';

const now = Temporal.Instant.from(NOW);
const TUESDAY = Temporal.PlainDate.from('2026-11-24');

describe('an agenda in order by hand', () => {
  const groups = [{ items: [{ id: 'a1' }, { id: 'a2' }] }, { items: [{ id: 'b1' }] }, { items: [{ id: 'c1' }] }];

  it.each([
    ['a1', 1, ['a2', 'a1', 'b1', 'c1']],
    ['a2', 1, ['b1', 'a1', 'a2', 'c1']],
    ['b1', -1, ['b1', 'a1', 'a2', 'c1']],
    ['c1', -1, ['a1', 'a2', 'c1', 'b1']],
    ['a1', -1, undefined],
    ['c1', 1, undefined],
    ['gone', 1, undefined],
  ] as const)('moves %s by %i', (id, step, expected) => {
    expect(moveByStep(groups, id, step)).toEqual(expected);
  });

  it.each([
    ['c', 'a', ['c', 'a', 'b']],
    ['a', undefined, ['b', 'c', 'a']],
    ['new', 'b', ['a', 'new', 'b', 'c']],
    ['new', undefined, ['a', 'b', 'c', 'new']],
  ])('drops %s before %s', (id, before, expected) => {
    expect(moveBefore(['a', 'b', 'c'], id, before)).toEqual(expected);
  });
});

describe('the picture of a week', () => {
  it('shows working days and days with calls, and the next call', () => {
    const picture = pictureWeek(believableState, TUESDAY, now);
    expect(picture.days.map((day) => day.date.day)).toEqual([23, 24, 25, 26, 27]);
    expect(picture.next?.client.name).toBe('Globex');
    expect(picture.next?.occurrence.startsAt.toString()).toBe('2026-11-24T14:00:00Z');
  });

  it.each([
    ['believable', believableState],
    ['busy', busyState],
  ])('holds every open request of the %s week somewhere, once', (_, state) => {
    const picture = pictureWeek(state, TUESDAY, now);
    const shown = stopsOf(picture).map((stop) => stop.id);
    // What goes to a call after this week is named under the client's next call.
    const named = picture.days
      .flatMap((day) => day.calls)
      .flatMap((call) => call.laterCalls.flatMap((later) => later.items.map((item) => item.id)));
    const missing = state.requests.filter(({ id }) => !shown.includes(id) && !named.includes(id));
    expect(missing.map((request) => request.subject)).toEqual([]);
    expect(new Set(shown).size).toBe(shown.length);
  });

  it('holds every open request once, whatever the calls of this week clash with', () => {
    const date = fc.constantFrom('2026-11-24', '2026-11-25', '2026-11-27', '2026-12-01', '2026-12-04', '2026-12-11');
    const call = fc.record({
      rule: fc.constantFrom('FREQ=WEEKLY;BYDAY=TU,FR', 'FREQ=WEEKLY;BYDAY=FR', 'FREQ=WEEKLY;COUNT=2;BYDAY=WE'),
      start: fc.constantFrom('2026-11-17T10:00', '2026-11-24T15:00', '2026-11-25T10:00'),
      minutes: fc.constantFrom(15, 30),
    });
    const request = fc.record(
      {
        status: fc.constantFrom('open', 'open', 'waiting', 'parked'),
        parkedUntil: date,
        neededBy: date,
        minutes: fc.constantFrom(5, 20, 60),
        emergency: fc.constant('suspected'),
      },
      { requiredKeys: ['status', 'minutes'] },
    );
    fc.assert(
      fc.property(
        fc.array(call, { maxLength: 2 }),
        fc.array(request, { maxLength: 8 }),
        fc.uniqueArray(date, { maxLength: 4 }),
        (calls, requests, daysOff) => {
          const state = makeState({
            settings: makeSettings({ daysOff: daysOff.map((from) => ({ id: from, from, to: from, name: '' })) }),
            calls: calls.map((each, index) => makeCall({ id: `call_${index}`, ...each })),
            requests: requests.map((each, index) => makeRequest(`req_${index}`, each as Partial<Request>)),
          });
          const picture = pictureWeek(state, TUESDAY, now);
          const shown = stopsOf(picture).map(({ id }) => id);
          expect(shown.toSorted()).toEqual(requests.map((_, index) => `req_${index}`));
          // Whatever presses can be opened where it stands.
          for (const each of picture.pressing) expect(shown).toContain(each.request.id);
        },
      ),
    );
  });

  it('keeps what goes to a later call on the page while the call of this week clashes', () => {
    const state = makeState({
      settings: makeSettings({ daysOff: [{ id: 'off_1', from: '2026-11-27', to: '2026-11-27', name: '' }] }),
      requests: [makeRequest('invoice', { neededBy: '2026-11-25' })],
    });
    const { beyond, pressing } = pictureWeek(state, TUESDAY, now);
    expect(beyond.map(({ occurrence, items }) => [occurrence?.occurrence, items.map(({ id }) => id)])).toEqual([
      ['2026-12-04T10:00', ['invoice']],
    ]);
    expect(pressing.map(({ request }) => request.id)).toEqual(['invoice']);
  });

  it('says what should not wait, emergencies first', () => {
    expect(pictureWeek(busyState, TUESDAY, now).pressing.map(({ request }) => request.subject)).toEqual([
      'shop down since 7, payments fail',
      'certificates expire',
    ]);
  });

  it('keeps a day that is off for once, and says why', () => {
    const state = makeState({
      settings: makeSettings({ daysOff: [{ id: 'off_1', from: '2026-11-24', to: '2026-11-24', name: 'Dentist' }] }),
    });
    const { days } = pictureWeek(state, TUESDAY.add({ weeks: 2 }), now);
    expect(days.map(({ date }) => date.day)).toEqual([7, 8, 9, 10, 11]);
    const here = pictureWeek(state, TUESDAY, now).days;
    expect(here.map(({ date, absence }) => [date.day, absence?.name])[1]).toEqual([24, 'Dentist']);
    expect(here).toHaveLength(5);
  });

  it('shows a call that is off on its day, and a moved one where it went', () => {
    const { days } = pictureWeek(busyState, TUESDAY, now);
    expect(days[0]?.skipped.map(({ client }) => client.name)).toEqual(['Nordwind']);
    expect(days[3]?.calls[0]?.occurrence.movedFrom?.toString()).toBe('2026-11-25T10:00:00Z');
  });

  it('keeps what waits with the client, and leaves a past week alone', () => {
    const nordwind = pictureWeek(believableState, TUESDAY, now).beyond.find(
      (aside) => aside.client.name === 'Nordwind',
    );
    expect(nordwind?.quiet.map((request) => request.subject)).toEqual(['Schulung im Jänner']);
    expect(pictureWeek(busyState, TUESDAY.subtract({ weeks: 1 }), now)).toMatchObject({ withoutCall: [], beyond: [] });
  });
});

describe('who has the keys', () => {
  const stop = (id: string, list = 'k agenda'): Stop => ({ id, key: list.split(' ')[0], list });
  const stops = [stop('a'), stop('b'), stop('c'), stop('z', 'other agenda')];

  it('stays with an item that stays in its list', () => {
    expect(heirOf([stop('b'), stop('a')], stop('a'), 0)).toEqual({ stop: stop('a'), isSame: true });
  });

  it.each([
    ['gone', stops.filter((each) => each.id !== 'b'), 'c'],
    ['the last one of its call', [stop('a'), stop('z', 'other agenda')], 'a'],
    ['closed, and listed below', [stop('a'), stop('c'), stop('b', 'k closed')], 'c'],
    ['moved to another call', [stop('a'), stop('c'), stop('b', 'other agenda')], 'c'],
  ])('goes to what comes in the place of an item that is %s', (_, next, expected) => {
    expect(heirOf(next, stop('b'), 1).stop?.id).toBe(expected);
  });

  it('goes nowhere when its call is empty', () => {
    expect(heirOf([stop('z', 'other agenda')], stop('b'), 1)).toEqual({ isSame: false });
  });
});

describe('the address of a week', () => {
  it.each([
    ['2026-12-04', '2026-12-04'],
    ['2026-02-30', '2026-11-24'],
    ['req_1', '2026-11-24'],
    [undefined, '2026-11-24'],
  ])('%s is %s', (detail, expected) => {
    expect(readDay(detail, TUESDAY).toString()).toBe(expected);
  });

  it('reaches into two months at their edge', () => {
    expect(monthsOf(Temporal.PlainDate.from('2026-11-30'))).toEqual(['2026-11', '2026-12']);
    expect(monthsOf(Temporal.PlainDate.from('2026-11-23'))).toEqual(['2026-11']);
  });
});

describe('whose a contact of somebody unknown may be', () => {
  const clients = ['Globex', 'Acme', 'Northwind'].map((name) => makeClient(name));
  const asked = (typed: string, who: Partial<Stranger> = {}) =>
    whoOptions(clients, ['cli_Northwind'], makeStranger(who), typed).map(({ name, isNew }) =>
      isNew ? `+ ${name}` : name,
    );

  it('is a new client by the name that is guessed, or one in touch lately, then the others by name', () => {
    expect(asked('', { name: 'Peter', firm: 'Umbrella' })).toEqual(['+ Umbrella', 'Northwind', 'Acme', 'Globex']);
    expect(asked('', { phone: '+43 1 555 0199' })).toEqual(['Northwind', 'Acme', 'Globex']);
  });

  it('is whoever begins as it was typed, and last a new one so called, unless there is one', () => {
    expect(asked('gl')).toEqual(['Globex', '+ gl']);
    expect(asked('GLOBEX')).toEqual(['Globex']);
    expect(asked(' Zoe ')).toEqual(['+ Zoe']);
  });
});
