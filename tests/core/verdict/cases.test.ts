import { describe, expect, it } from 'vitest';
import type { Request } from '../../../electron/core/model/request';
import { tallyOf } from '../../../electron/core/tally';
import { casesOf, kindOf, outcomeOf } from '../../../electron/core/verdict/cases';
import { sayCases } from '../../../electron/core/verdict/learned';
import { makeContact, makeRequest, makeSettings, makeState, vienna } from '../../helpers/build';

const ZONE = 'Europe/Vienna';
const NOW = vienna('2026-11-24T11:20');

/** Missed on Monday at 10:00, done on Tuesday at 10:00; nobody spoke. */
function closed(more: Partial<Request> = {}): Request {
  const contacts = [makeContact('2026-11-23T09:00:00Z', 'missed-call', { personId: 'per_Dana' })];
  return makeRequest('r', { status: 'done', closedAt: '2026-11-24T09:00:00Z', contacts, ...more });
}
const missed = makeContact('2026-11-23T09:00:00Z', 'missed-call', { personId: 'per_Dana' });
const override = (route: 'now' | 'standing-call', said: 'now' | 'standing-call') => ({
  route,
  said,
  at: '2026-11-23T09:05:00Z',
});

describe('what became of a request', () => {
  it.each<[string, Partial<Request>, string | undefined]>([
    ['nothing more came: it waited fine', {}, 'waited-fine'],
    [
      'the same person went on calling: that is no sign',
      { contacts: [missed, makeContact('2026-11-23T12:00:00Z', 'missed-call', { personId: 'per_Dana', count: 5 })] },
      'waited-fine',
    ],
    [
      'somebody else of theirs called',
      { contacts: [missed, makeContact('2026-11-23T12:00:00Z', 'missed-call', { personId: 'per_Boss' })] },
      'escalated',
    ],
    [
      '"never mind, solved"',
      { contacts: [missed, makeContact('2026-11-23T12:00:00Z', 'email', { subject: 'never mind, we solved it' })] },
      'solved-itself',
    ],
    [
      '"hat sich erledigt"',
      { contacts: [missed, makeContact('2026-11-23T12:00:00Z', 'chat', { subject: 'Hat sich erledigt' })] },
      'solved-itself',
    ],
    [
      'still not solved',
      { contacts: [missed, makeContact('2026-11-23T12:00:00Z', 'email', { subject: 'the login is still not fixed' })] },
      'waited-fine',
    ],
    [
      'noch nicht erledigt',
      { contacts: [missed, makeContact('2026-11-23T12:00:00Z', 'chat', { subject: 'Das ist noch nicht erledigt' })] },
      'waited-fine',
    ],
    ['answered after its day', { neededBy: '2026-11-23' }, 'should-have-called'],
    [
      'I wrote by its day, and ticked it off later',
      {
        neededBy: '2026-11-23',
        contacts: [missed, makeContact('2026-11-23T15:00:00Z', 'email', { direction: 'out' })],
      },
      'waited-fine',
    ],
    ['it became an emergency', { emergency: 'confirmed' }, 'should-have-called'],
    ['said by hand: that holds', { outcome: 'escalated', neededBy: '2026-11-23' }, 'escalated'],
    [
      'we spoke within the hour: nothing was deferred',
      { contacts: [missed, makeContact('2026-11-23T09:40:00Z', 'call', { direction: 'out' })] },
      undefined,
    ],
    [
      'we spoke two hours later',
      { contacts: [missed, makeContact('2026-11-23T11:00:00Z', 'call', { direction: 'out' })] },
      'waited-fine',
    ],
    ['done within the hour', { closedAt: '2026-11-23T09:30:00Z' }, undefined],
    ['it began with a talk', { contacts: [makeContact('2026-11-23T09:00:00Z', 'call')] }, undefined],
    ['it was mine', { contacts: [makeContact('2026-11-23T09:00:00Z', 'email', { direction: 'out' })] }, undefined],
    ['declined', { status: 'declined' }, undefined],
    ['open', { status: 'open', closedAt: undefined }, undefined],
    ['chosen to come sooner', { override: override('now', 'standing-call') }, undefined],
    ['chosen to come later', { override: override('standing-call', 'now') }, 'waited-fine'],
  ])('%s', (_, more, outcome) => expect(outcomeOf(closed(more), ZONE)).toBe(outcome));

  it('is counted by client, kind and week', () => {
    const settings = makeSettings();
    const tally = tallyOf([closed(), closed({ outcome: 'escalated' }), closed({ claimedUrgent: true })], settings);
    expect(tally['2026-11-23']?.cli_Globex?.cases).toEqual({
      phone: { 'waited-fine': 1, escalated: 1 },
      'phone-urgent': { 'waited-fine': 1 },
    });
  });

  it('adds the routes chosen for what is open', () => {
    const open = makeRequest('o', { contacts: [missed], override: override('now', 'standing-call') });
    const state = makeState({ requests: [open], history: { '2026-11': [closed()] } });
    expect(casesOf(state, 'cli_Globex', 'phone', NOW)).toEqual({ 'waited-fine': 1, sooner: 1 });
    expect(casesOf(state, 'cli_Globex', 'written', NOW)).toEqual({});
    expect(casesOf(state, 'cli_Acme', 'phone', NOW)).toEqual({});
  });

  it('leaves out what is more than 52 weeks ago', () => {
    const old = closed({ closedAt: '2025-11-24T09:00:00Z', contacts: [makeContact('2025-11-20T09:00:00Z')] });
    const state = makeState({ history: { '2025-11': [old], '2026-11': [closed()] } });
    expect(casesOf(state, 'cli_Globex', 'phone', NOW)).toEqual({ 'waited-fine': 1 });
  });
});

it('names a kind by the way it first came and by urgency', () => {
  const later = makeContact('2026-11-23T12:00:00Z', 'missed-call');
  const mailed = makeRequest('m', {
    contacts: [later, makeContact('2026-11-23T09:00:00Z', 'email')],
    claimedUrgent: true,
  });
  expect(kindOf(mailed)).toBe('written-urgent');
});

it('says the tally', () => {
  expect(sayCases({ 'waited-fine': 36, 'solved-itself': 3, 'should-have-called': 2, sooner: 4 })).toBe(
    'Of 41 deferred, 36 waited fine, 3 solved themselves, 2 should have been a call.',
  );
  expect(sayCases({ 'solved-itself': 1 })).toBe('Of 1 deferred, 1 solved itself.');
  expect(sayCases({ sooner: 1 })).toBe('');
});
