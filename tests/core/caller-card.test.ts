import { describe, expect, test } from 'vitest';
import { callerCard } from '../../electron/core/caller-card';
import {
  makeCall,
  makeClient,
  makeContact,
  makePerson,
  makeReply,
  makeRequest,
  makeState,
  vienna,
} from '../helpers/build';

const dana = makePerson('Dana', { phones: ['+1 212 555 0142'] });
const globex = makeClient('Globex', { people: [dana] });
const now = vienna('2026-11-24T11:20');
const at = (local: string) => vienna(local).toString();

describe("the caller's card", () => {
  test('names whom to call back: who was named, else who called last, else the only one', () => {
    const sam = makePerson('Sam');
    const both = makeClient('Globex', { people: [dana, sam] });
    const fromSam = makeRequest('x', {
      contacts: [makeContact(at('2026-11-24T10:00'), 'voicemail', { personId: sam.id })],
    });
    const personOf = (client: typeof globex, requests: (typeof fromSam)[], personId?: string) =>
      callerCard(makeState({ clients: [client], requests }), client, { now, ...(personId && { personId }) }).person
        ?.name;
    expect(personOf(both, [fromSam], dana.id)).toBe('Dana');
    expect(personOf(both, [fromSam])).toBe('Sam');
    expect(personOf(both, [])).toBeUndefined();
    expect(personOf(globex, [])).toBe('Dana');
  });

  test('names who it is, the last contact, and the next call', () => {
    const older = makeRequest('invoice', { contacts: [makeContact(at('2026-11-23T09:00'), 'missed-call')] });
    const newer = makeRequest('login', {
      contacts: [makeContact(at('2026-11-24T10:00'), 'voicemail', { personId: dana.id })],
    });
    const state = makeState({ clients: [globex], calls: [makeCall()], requests: [older, newer] });
    const card = callerCard(state, globex, { personId: dana.id, now });
    expect(card.person).toEqual(dana);
    expect(card.last?.request.id).toBe('login');
    expect(card.next?.startsAt.toString()).toBe(at('2026-11-27T10:00'));
    expect(card.impromptu).toEqual({ today: 2, week: 2 });
  });

  test('an emergency stands first, then who waits for a call back, then the rest by the last word', () => {
    const spoken = makeContact(at('2026-11-24T11:00'), 'call', { minutes: 5 });
    const requests = [
      makeRequest('spoke today', { contacts: [spoken] }),
      makeRequest('parked', { status: 'parked', parkedUntil: '2026-12-10', contacts: [spoken] }),
      makeRequest('missed', { contacts: [makeContact(at('2026-11-23T09:00'), 'missed-call')] }),
      makeRequest('server down', { emergency: 'suspected', contacts: [makeContact(at('2026-11-20T09:00'), 'email')] }),
    ];
    const state = makeState({ clients: [globex], calls: [], requests });
    const { open } = callerCard(state, globex, { now });
    expect(open.map((each) => each.id)).toEqual(['server down', 'missed', 'spoke today', 'parked']);
  });

  test('what lies ahead is no last contact, and nothing of another client is shown', () => {
    const ahead = makeRequest('ahead', { contacts: [makeContact(at('2026-11-25T09:00'), 'call')] });
    const others = makeRequest('others', { clientId: 'cli_Acme', contacts: [makeContact(at('2026-11-24T11:00'))] });
    const state = makeState({ clients: [globex, makeClient('Acme')], calls: [], requests: [ahead, others] });
    const card = callerCard(state, globex, { now });
    expect(card.last).toBeUndefined();
    expect(card.open.map((each) => each.id)).toEqual(['ahead']);
    expect(card.next).toBeUndefined();
  });

  test('what is over counts as the last contact when it was the newest', () => {
    const over = makeRequest('over', {
      status: 'done',
      closedAt: at('2026-11-24T09:30'),
      contacts: [makeContact(at('2026-11-24T09:00'), 'call')],
    });
    const state = makeState({ clients: [globex], calls: [], requests: [] });
    expect(callerCard(state, globex, { older: [over], now }).last?.request.id).toBe('over');
  });

  test('what a sent reply has named is said, as long as the call is to come', () => {
    const names = { callId: 'call_1', occurrence: '2026-11-27T10:00', startsAt: at('2026-11-27T10:00') };
    const sent = makeRequest('invoice', { replies: [makeReply({ names, sentAt: at('2026-11-24T11:00') })] });
    const copied = makeRequest('login', { replies: [makeReply({ names, copiedAt: at('2026-11-24T11:00') })] });
    const state = makeState({ clients: [globex], calls: [makeCall()], requests: [sent, copied] });
    expect(callerCard(state, globex, { now }).promised.map(({ request }) => request.id)).toEqual(['invoice']);
    expect(callerCard(state, globex, { now: vienna('2026-11-27T11:00') }).promised).toEqual([]);
  });
});
