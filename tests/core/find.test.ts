import { describe, expect, it } from 'vitest';
import { addClient, setClient } from '../../electron/core/clients';
import { dayOf, sayTime, startOfDay, weekOf, withOffset } from '../../electron/core/days';
import { findClient, findRequest, fold } from '../../electron/core/find';
import { day, instant, makeClient, makePerson, makeRequest, makeState, momentAt, vienna } from '../helpers/build';
import { refusalOf } from '../helpers/refusal';

describe('finding a client', () => {
  const clients = [
    makeClient('Acme'),
    makeClient('Acme Studio', { people: [makePerson('Dana Blum')] }),
    makeClient('Globex', {
      people: [makePerson('Dana Ruiz', { emails: ['dana@globex.example'], phones: ['+43 1 555 0123'] })],
    }),
    makeClient('Łódź Straße'),
  ];
  it.each([
    ['Acme', 'Acme'],
    ['acme studio', 'Acme Studio'],
    ['studio', 'Acme Studio'],
    ['glo', 'Globex'],
    ['ruiz', 'Globex'],
    ['Dana Ruiz', 'Globex'],
    ['DANA@globex.example', 'Globex'],
    ['lodz strasse', 'Łódź Straße'],
    ['cli_Globex', 'Globex'],
    ['01 5550123', 'Globex'],
  ])('%s is %s', (wanted, name) => {
    expect(findClient({ clients }, wanted).name).toBe(name);
  });

  it.each([
    ['Dana', 'ambiguous', ['Acme Studio', 'Globex']],
    ['acm', 'ambiguous', ['Acme', 'Acme Studio']],
    ['Umbrella', 'no-client', undefined],
    ['   ', 'no-client', undefined],
  ])('%s is refused: %s', (wanted, code, candidates) => {
    expect(refusalOf(() => findClient({ clients }, wanted))).toMatchObject({
      code,
      field: 'client',
      ...(candidates && { candidates }),
    });
  });
});

describe('finding a request', () => {
  const state = makeState({
    requests: [
      makeRequest('req_1', { subject: 'invoice' }),
      makeRequest('req_2', { subject: 'invoice for October' }),
      makeRequest('req_3', { subject: '' }),
    ],
    history: {
      '2026-11': [makeRequest('req_4', { subject: 'contract', status: 'done', closedAt: '2026-11-20T10:00:00Z' })],
    },
  });
  it.each([
    ['invoice', 'req_1'],
    ['october', 'req_2'],
    ['req_4', 'req_4'],
  ])('%s is %s', (wanted, id) => {
    expect(findRequest(state, wanted).id).toBe(id);
  });
  it.each([
    ['inv', 'ambiguous'],
    ['contract', 'not-found'],
    ['req_9', 'not-found'],
    [' ', 'not-found'],
  ])('%s is refused: %s', (wanted, code) => {
    expect(refusalOf(() => findRequest(state, wanted))).toMatchObject({ code, field: 'request' });
  });
});

describe('clients', () => {
  it('are added with the usual where nothing is said', () => {
    const { client } = addClient(
      makeState(),
      { name: 'Acme', people: [{ name: 'Rafael', emails: ['', 'r@acme.example'] }] },
      momentAt(vienna('2026-11-24T11:20')),
    );
    expect(client).toMatchObject({ timeZone: 'Europe/Vienna', language: 'en', allowance: 2, joinWithinMinutes: 20 });
    expect(client.people).toEqual([{ id: 'per_new2', name: 'Rafael', emails: ['r@acme.example'], phones: [] }]);
  });

  it('keep the people they have, by their id, and get others', () => {
    const state = makeState({
      clients: [makeClient('Globex', { people: [makePerson('Dana')], rate: 100, currency: 'EUR' })],
    });
    const people = [
      { id: 'per_Dana', name: 'Dana Ruiz' },
      { id: 'per_stranger', name: 'Lee' },
    ];
    const { client } = setClient(state, 'Globex', { people, rate: null }, momentAt(vienna('2026-11-24T11:20')));
    expect(client.people.map(({ id, name }) => `${id} ${name}`)).toEqual(['per_Dana Dana Ruiz', 'per_new1 Lee']);
    expect(client).not.toHaveProperty('rate');
    expect(client.currency).toBe('EUR');
  });

  it('have names of their own, whatever the letters', () => {
    const moment = momentAt(vienna('2026-11-24T11:20'));
    expect(refusalOf(() => addClient(makeState(), { name: ' glóbex ' }, moment))).toMatchObject({
      code: 'exists',
      field: 'name',
    });
    const two = makeState({ clients: [makeClient(), makeClient('Acme')] });
    expect(refusalOf(() => setClient(two, 'Acme', { name: 'GLOBEX' }, moment)).code).toBe('exists');
    expect(setClient(two, 'Globex', { name: 'GLOBEX' }, moment).client.name).toBe('GLOBEX');
  });
});

describe('days', () => {
  it.each([
    ['2026-11-29', 1, '2026-11-23'],
    ['2026-11-29', 7, '2026-11-29'],
    ['2026-11-23', 1, '2026-11-23'],
    ['2026-11-23', 2, '2026-11-17'],
    ['2027-01-01', 1, '2026-12-28'],
  ])('the week of %s, begun on weekday %i, begins on %s', (on, weekStartsOn, expected) => {
    expect(weekOf(day(on), weekStartsOn).toString()).toBe(expected);
  });

  it('are those of the zone', () => {
    const at = instant('2026-11-24T23:30:00Z');
    expect(dayOf(at, 'Europe/Vienna').toString()).toBe('2026-11-25');
    expect(dayOf(at, 'Pacific/Pago_Pago').toString()).toBe('2026-11-24');
    expect(dayOf(at, 'Pacific/Kiritimati').toString()).toBe('2026-11-25');
  });

  it('begin when the clock first shows them', () => {
    // Midnight is left out in Cairo on 24 April 2026.
    expect(startOfDay(day('2026-04-24'), 'Africa/Cairo').toString()).toBe('2026-04-23T22:00:00Z');
    expect(withOffset(startOfDay(day('2026-04-24'), 'Africa/Cairo'), 'Africa/Cairo')).toBe('2026-04-24T01:00:00+03:00');
  });

  it('are said in words', () => {
    expect(sayTime(instant('2026-11-27T09:00:00Z'), 'Europe/Vienna')).toBe('Friday 27 November, 10:00');
    expect(withOffset('2026-11-27T09:00:00.123Z', 'Asia/Kathmandu')).toBe('2026-11-27T14:45:00+05:45');
  });
});

describe('names as they are compared', () => {
  it.each([
    ['Zoë ŻAK', 'zoe zak'],
    ['  Groß\tund  klein ', 'gross und klein'],
    ['Đặng Hải', 'dang hai'],
    ['Łukasz Øre', 'lukasz ore'],
  ])('%s is %s', (name, folded) => {
    expect(fold(name)).toBe(folded);
  });
});
