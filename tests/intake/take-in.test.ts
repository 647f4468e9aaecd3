import { describe, expect, it } from 'vitest';
import type { Handed } from '../../electron/inputs/handed';
import { takeIn } from '../../electron/intake';
import { makeClient, makeContact, makePerson, makeRequest, makeState, momentAt, vienna } from '../helpers/build';
import { refusalOf } from '../helpers/refusal';

const NOW = vienna('2026-11-24T11:20');
const state = makeState({
  clients: [
    makeClient('Globex', { people: [makePerson('Dana Ruiz'), makePerson('Lee Okafor')] }),
    makeClient('Acme', { people: [makePerson('Dana Blum')] }),
  ],
});
const take = (handed: Handed, given = state) => takeIn(given, handed, momentAt(NOW));

describe('what a door hands over', () => {
  it('is understood from a line, and the line is kept as typed', () => {
    const text = '  Lee called 3x re  invoice, needs it fri ';
    const { request, contact } = take({ text });
    expect(request).toMatchObject({ clientId: 'cli_Globex', subject: 'invoice', neededBy: '2026-11-27' });
    expect(contact).toMatchObject({
      personId: 'per_Lee Okafor',
      channel: 'missed-call',
      count: 3,
      text,
      at: '2026-11-24T10:20:00Z',
    });
  });

  it('keeps who is behind it, what it is for, and words of a day that no calendar knows', () => {
    const first = take({ text: 'Lee wrote, slides for his boss, needed before the board meeting' });
    expect(first.request).toMatchObject({
      subject: 'slides',
      askedBy: 'his boss',
      purpose: 'board meeting',
      neededWords: 'before the board meeting',
    });
    expect(first.request.neededBy).toBeUndefined();
    const { request, joinedBy } = take({ text: 'Lee called re slides, her CFO wants them by fri' }, first.state);
    expect(joinedBy).toBe('same-subject');
    expect(request, 'what is known stays').toMatchObject({ askedBy: 'his boss', neededBy: '2026-11-27' });
    expect(take({ text: 'Lee wrote re slides', askedBy: 'the CEO' }).request.askedBy).toBe('the CEO');
  });

  it('takes away what the line says where that is said outright', () => {
    const text = 'Lee called yesterday 12 min re slides for his boss, needed before the board meeting';
    const said = take({ text });
    expect(said.request).toMatchObject({ askedBy: 'his boss', neededWords: expect.anything() });
    const { request, contact } = take({
      ...{ text, client: 'Globex', person: null, at: null, minutes: null },
      ...{ neededBy: null, neededWords: null, askedBy: null, purpose: null },
    });
    for (const field of ['neededBy', 'neededWords', 'askedBy', 'purpose'] as const)
      expect(request[field]).toBeUndefined();
    expect(contact).toMatchObject({ text, at: '2026-11-24T10:20:00Z' });
    expect(contact.personId).toBeUndefined();
    expect(contact.minutes).toBeUndefined();
  });

  it('is what was said outright where that differs from the line', () => {
    const handed: Handed = {
      text: 'Lee called 3x re invoice, urgent, needs it fri',
      channel: 'email',
      count: 1,
      subject: 'contract',
      neededBy: '2026-12-01',
      claimedUrgent: false,
      direction: 'out',
      at: '2026-11-24T09:00:00+01:00',
      minutes: 7,
    };
    const { request, contact } = take(handed);
    expect(request).toMatchObject({ subject: 'contract', neededBy: '2026-12-01', claimedUrgent: false });
    expect(contact).toMatchObject({
      channel: 'email',
      count: 1,
      direction: 'out',
      at: '2026-11-24T08:00:00Z',
      minutes: 7,
      subject: 'contract',
    });
  });

  it('is about the one named first where another client is named too', () => {
    const { request } = take({ text: 'Lee called, Acme wants a discount' });
    expect(request).toMatchObject({ clientId: 'cli_Globex', subject: 'Acme wants a discount' });
  });

  it('needs no line where a click says it all', () => {
    const { contact } = take({ client: 'cli_Acme', channel: 'voicemail' });
    expect(contact).toMatchObject({ channel: 'voicemail', subject: '', count: 1 });
    expect(contact).not.toHaveProperty('text');
    expect(contact).not.toHaveProperty('personId');
  });

  it.each([
    ['by id', { client: 'Globex', person: 'per_Lee Okafor' }, 'per_Lee Okafor'],
    ['by name', { client: 'Globex', person: 'lee okafor' }, 'per_Lee Okafor'],
    ['by first name', { client: 'Globex', person: 'Lee' }, 'per_Lee Okafor'],
    ['from the line', { client: 'Globex', text: 'Lee called' }, 'per_Lee Okafor'],
    ['nobody of another client', { client: 'Acme', person: 'per_Lee Okafor' }, undefined],
    ['of the client that is named outright', { client: 'Acme', text: 'Dana called' }, 'per_Dana Blum'],
  ])('knows the person %s', (_, handed, expected) => {
    expect(take(handed).contact.personId).toBe(expected);
  });

  it('keeps the name of somebody whom the client does not have', () => {
    const { request, contact } = take({ client: 'Globex', person: 'Ann New', channel: 'voicemail' });
    expect(request.askedBy).toBe('Ann New');
    expect(contact).not.toHaveProperty('personId');
    expect(take({ client: 'Globex', person: 'Lee' }).request).not.toHaveProperty('askedBy');
  });

  it('keeps a subject of one line, and the whole text with the contact', () => {
    const text = `Lee called re ${'very '.repeat(1_500)}long`;
    const { request, contact } = take({ text });
    expect(request.subject.length).toBeLessThanOrEqual(300);
    expect(request.subject).toMatch(/^very .*…$/);
    expect(contact.text).toBe(text);
  });
});

describe('what it refuses', () => {
  it.each<[string, Handed, object]>([
    ['nobody', { text: 'Peter called' }, { code: 'no-client', field: 'text' }],
    ['an empty line', { text: ' ' }, { code: 'no-client', message: 'There is nothing in the line.' }],
    ['nothing at all', {}, { code: 'no-client' }],
    ['a client not known', { client: 'Umbrella' }, { code: 'no-client', field: 'client' }],
    ['two who could be meant', { text: 'Dana called' }, { code: 'ambiguous', candidates: ['Globex', 'Acme'] }],
    ['a time to come', { text: 'Lee called', at: '2026-11-24T10:26:00Z' }, { code: 'invalid', field: 'at' }],
  ])('%s', (_, handed, problem) => {
    expect(refusalOf(() => take(handed))).toMatchObject(problem);
  });

  it('shows only the beginning of a long line', () => {
    expect(refusalOf(() => take({ text: `Peter ${'x'.repeat(5_000)}` })).message.length).toBeLessThan(150);
  });

  it('what was brought by the same before', () => {
    const { state: once, contact } = take({ client: 'Globex', source: 'inbox 1' });
    expect(contact.source).toBe('inbox 1');
    expect(refusalOf(() => take({ client: 'Acme', source: 'inbox 1' }, once))).toMatchObject({ code: 'exists' });
    expect(take({ client: 'Acme', source: 'inbox 2' }, once).joinedBy).toBeUndefined();
  });

  it('forgives a clock that is five minutes ahead', () => {
    expect(take({ text: 'Lee called', at: '2026-11-24T10:25:00Z' }).contact.at).toBe('2026-11-24T10:25:00Z');
  });
});

describe('a line for a time before', () => {
  it('is counted from when it was written', () => {
    const { contact, request } = take({
      text: 'Lee called yesterday, needs it fri',
      writtenAt: '2026-11-20T08:00:00Z',
    });
    expect(contact.at).toBe('2026-11-19T08:00:00Z');
    expect(request.neededBy).toBe('2026-11-20');
    expect(take({ client: 'Globex', writtenAt: '2026-11-20T08:00:00Z' }).contact.at).toBe('2026-11-20T08:00:00Z');
  });

  it('belongs to the call that ran then, and joins what was open around then', () => {
    const earlier = makeRequest('req_1', {
      subject: '',
      contacts: [makeContact('2026-11-20T09:12:00Z', 'missed-call')],
    });
    const { contact, joinedBy } = takeIn(
      { ...state, requests: [earlier] },
      { text: 'Lee called on friday 10:15 re rollout' },
      momentAt(NOW),
    );
    expect(contact.at).toBe('2026-11-20T09:15:00Z');
    expect(contact.during).toEqual({ callId: 'call_1', occurrence: '2026-11-20T10:00' });
    expect(joinedBy).toBe('burst');
  });
});
