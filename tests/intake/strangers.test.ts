import { describe, expect, it } from 'vitest';
import type { State } from '../../electron/core/model/state';
import type { Handed } from '../../electron/inputs/handed';
import { takeIn } from '../../electron/intake';
import { assignStranger, keepStranger } from '../../electron/strangers';
import { makeClient, makePerson, makeState, momentAt, vienna } from '../helpers/build';
import { refusalOf } from '../helpers/refusal';

const NOW = vienna('2026-11-24T11:20');
const LATER = vienna('2026-11-26T16:00');
const state = makeState({ clients: [makeClient('Globex', { people: [makePerson('Dana')] }), makeClient('Acme')] });

function keep(...all: Handed[]): State {
  return all.reduce((next, handed, index) => {
    const moment = momentAt(NOW.add({ minutes: index }));
    return keepStranger(next, handed, { ...moment, newId: (prefix) => `${prefix}_${index}` }).state;
  }, state);
}

describe('who it is', () => {
  it('is understood as far as the line says so, and nothing typed is lost', () => {
    const [kept] = keep({ text: 'Peter from Umbrella called 3x at 9:40 re invoice, urgent, needs it thu' }).strangers;
    expect(kept).toMatchObject({
      ...{ name: 'Peter', firm: 'Umbrella', channel: 'missed-call', count: 3, subject: 'invoice', claimedUrgent: true },
      ...{ neededBy: '2026-11-26', at: vienna('2026-11-24T09:40').toString() },
      text: 'Peter from Umbrella called 3x at 9:40 re invoice, urgent, needs it thu',
    });
  });

  it('may be nothing at all but the way of contact', () => {
    const [kept] = keep({ channel: 'voicemail' }).strangers;
    expect(kept).toMatchObject({ channel: 'voicemail', count: 1, at: NOW.toString(), subject: '' });
    expect(kept).not.toHaveProperty('name');
  });

  it('is what a program says outright, rather than what the text may mean', () => {
    const [kept] = keep({
      client: 'Umbrella',
      person: 'peter@umbrella.example',
      text: 'Mark called re offer',
    }).strangers;
    expect(kept).toMatchObject({ name: 'Umbrella', email: 'peter@umbrella.example' });
  });

  it('is refused where nothing is said, what lies ahead, and what waits already', () => {
    expect(refusalOf(() => keep({}))).toMatchObject({ code: 'invalid', field: 'text' });
    expect(refusalOf(() => keep({ text: 'x', at: '2027-01-01T10:00:00Z' }))).toMatchObject({ code: 'invalid' });
    const twice = { text: 'Peter called', source: 'inbox id 7' };
    expect(refusalOf(() => keep(twice, twice))).toMatchObject({ code: 'exists', field: 'source' });
    expect(refusalOf(() => takeIn(keep(twice), { ...twice, client: 'Acme' }, momentAt(NOW)))).toMatchObject({
      code: 'exists',
    });
  });
});

describe('saying whose it is', () => {
  it('logs it as of when it was, for a client who is there', () => {
    const before = keep({ text: 'missed call from +43 1 555 0199 re invoice' });
    const { state: after, request, contact } = assignStranger(before, 'str_0', { client: 'Acme' }, momentAt(LATER));
    expect(contact).toMatchObject({ at: NOW.toString(), channel: 'missed-call', subject: 'invoice' });
    expect(contact).toMatchObject({ text: 'missed call from +43 1 555 0199 re invoice', strangerId: 'str_0' });
    expect(request).toMatchObject({ clientId: 'cli_Acme', subject: 'invoice', status: 'open' });
    expect(after.strangers).toEqual([]);
  });

  it('teaches the client the number, so that it is known the next time', () => {
    const before = keep({ text: '+43 1 555 0199 missed call' });
    const { state: after } = assignStranger(before, 'str_0', { client: 'Acme' }, momentAt(LATER));
    const again = takeIn(after, { text: '01/5550199 called again re invoice' }, momentAt(LATER));
    expect(again.request.clientId).toBe('cli_Acme');
    expect(again.contact.personId).toBe(after.clients[1]?.people[0]?.id);
  });

  it('completes the person who is known there by name', () => {
    const before = keep({ person: 'Dana', text: 'dana@globex.example wrote re offer' });
    const { state: after, contact } = assignStranger(
      keep({ client: 'dana@globex.example', person: 'Dana', channel: 'email' }),
      'str_0',
      { client: 'Globex' },
      momentAt(LATER),
    );
    expect(before.strangers).toHaveLength(1);
    expect(after.clients[0]?.people).toMatchObject([{ name: 'Dana', emails: ['dana@globex.example'] }]);
    expect(contact.personId).toBe('per_Dana');
  });

  it('keeps a name alone as who asked: it may as well be that of a firm', () => {
    const { state: after, request } = assignStranger(
      keep({ text: 'Peter called re invoice' }),
      'Peter',
      { client: 'Acme' },
      momentAt(LATER),
    );
    expect(request.askedBy).toBe('Peter');
    expect(after.clients[1]?.people).toEqual([]);
  });

  it('takes along the others of the same number, in any spelling, in the order they came', () => {
    const before = keep(
      { text: 'missed call +43 1 555 0199 re invoice' },
      { text: 'Peter called' },
      { text: 'voicemail 0043 1 5550199 re invoice' },
    );
    const { state: after, along, request } = assignStranger(before, 'str_2', { client: 'Acme' }, momentAt(LATER));
    expect(along).toBe(1);
    expect(after.strangers.map(({ id }) => id)).toEqual(['str_1']);
    expect(request.contacts.map(({ strangerId }) => strangerId)).toEqual(['str_0', 'str_2']);
  });

  it('makes a new client, whose namesakes who wait come along', () => {
    const before = keep({ text: 'Umbrella called re offer' }, { text: 'Peter from Umbrella left a voicemail' });
    const { state: after, along } = assignStranger(before, 'str_0', { newClient: 'Umbrella' }, momentAt(LATER));
    expect(along).toBe(1);
    expect(after.clients.at(-1)).toMatchObject({ name: 'Umbrella', people: [{ name: 'Peter' }] });
    expect(after.requests.every(({ clientId }) => clientId === after.clients.at(-1)?.id)).toBe(true);
  });

  it.each<[string, string, Parameters<typeof assignStranger>[2], object]>([
    ['nobody who waits', 'str_9', { client: 'Acme' }, { code: 'not-found', field: 'stranger' }],
    ['two of one name', 'Peter', { client: 'Acme' }, { code: 'ambiguous', field: 'stranger' }],
    ['a client who is not there', 'str_0', { client: 'Umbrella' }, { code: 'no-client' }],
    ['a new client who is there', 'str_0', { newClient: 'acme' }, { code: 'exists', field: 'name' }],
  ])('refuses %s', (_, name, whose, problem) => {
    const before = keep({ text: 'Peter called' }, { text: 'Peter called' });
    expect(refusalOf(() => assignStranger(before, name, whose, momentAt(LATER)))).toMatchObject(problem);
  });
});

describe('a new client in the same breath', () => {
  it('leaves the name out of the subject', () => {
    const { state: after, request } = takeIn(
      state,
      { text: '3 missed calls from umbrella re offer', newClient: 'Umbrella' },
      momentAt(NOW),
    );
    expect(request).toMatchObject({ subject: 'offer', clientId: after.clients.at(-1)?.id });
    expect(request.contacts).toMatchObject([{ count: 3, text: '3 missed calls from umbrella re offer' }]);
  });

  it('leaves it out where the client is called otherwise, too, and keeps the address', () => {
    const {
      state: after,
      request,
      contact,
    } = takeIn(state, { text: 'sam@initech.test wrote: Q3 numbers', newClient: 'Initech Ltd' }, momentAt(NOW));
    expect(request.subject).toBe('Q3 numbers');
    expect(after.clients.at(-1)?.people).toMatchObject([{ emails: ['sam@initech.test'] }]);
    expect(contact.personId).toBe(after.clients.at(-1)?.people[0]?.id);
  });

  it('is refused beside a client who is there, and where one is called so', () => {
    const log = (handed: Handed) => refusalOf(() => takeIn(state, handed, momentAt(NOW)));
    expect(log({ text: 'x', client: 'Acme', newClient: 'Umbrella' })).toMatchObject({ code: 'invalid' });
    expect(log({ text: 'x', newClient: 'ACME' })).toMatchObject({ code: 'exists', field: 'name' });
  });
});
