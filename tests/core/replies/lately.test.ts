import { describe, expect, it } from 'vitest';
import type { Request } from '../../../electron/core/model/request';
import type { State } from '../../../electron/core/model/state';
import { countLately } from '../../../electron/core/replies/lately';
import { suggestReply } from '../../../electron/core/replies/suggest';
import { makeClient, makeContact, makeRequest, makeSettings, makeState, vienna } from '../../helpers/build';
import { words } from './scene';

const NOW = vienna('2026-11-27T16:00');
const client = makeClient('Globex', { rate: 150, currency: 'EUR', limit: 'ready-to-lose' });

function calledOn(...days: string[]): Request {
  return makeRequest('invoice', { contacts: days.map((day) => makeContact(`${day}T09:00:00Z`)) });
}

describe('the last four weeks', () => {
  const since = (state: State) => countLately(state, client, NOW).since?.toString();

  it('are the time since their first contact where the log is younger', () => {
    expect(since(makeState({ clients: [client], requests: [calledOn('2026-11-12', '2026-11-20')] }))).toBe(
      '2026-11-12',
    );
    expect(since(makeState({ clients: [client], requests: [calledOn('2026-10-12', '2026-11-20')] }))).toBeUndefined();
    expect(since(makeState({ clients: [client] }))).toBeUndefined();
  });

  it('are four weeks where something older is over and only its sums are loaded', () => {
    const old = makeRequest('old', {
      status: 'done',
      closedAt: '2026-09-02T09:00:00Z',
      contacts: [makeContact('2026-09-01T09:00:00Z')],
    });
    const whole = makeState({ clients: [client], requests: [calledOn('2026-11-12')], history: { '2026-09': [old] } });
    expect(since({ ...whole, history: {} })).toBeUndefined();
    // Of somebody else it says nothing.
    const theirs = { ...old, clientId: 'cli_Acme' };
    const other = makeState({
      clients: [client],
      requests: [calledOn('2026-11-12')],
      history: { '2026-09': [theirs] },
    });
    expect(since({ ...other, history: {} })).toBe('2026-11-12');
  });

  it('are said in words as what they are', () => {
    const request = calledOn('2026-11-12', '2026-11-20');
    const state = makeState({ clients: [client], requests: [request] });
    const write = (situation: 'pattern' | 'stay-or-part') =>
      suggestReply(state, request, { en: words }, NOW, { situation }).body;
    expect(write('pattern')).toContain("I've looked at the time since 12 November: there were 2 calls and messages");
    expect(write('stay-or-part')).toContain(
      'Since 12 November there have been 2 calls and messages outside our calls.',
    );
  });
});

describe('the day by which an answer is asked for', () => {
  const rateAt = (more: Partial<State>, now = NOW) => {
    const request = calledOn('2026-11-12');
    const state = makeState({ clients: [client], requests: [request], ...more });
    return suggestReply(state, request, { en: words }, now, { situation: 'rate' }).body;
  };

  it('is the same weekday next week, unless I am off then or they have a holiday', () => {
    expect(rateAt({})).toContain('Would you let me know by Friday 4 December');
    const daysOff = [{ id: 'off_1', from: '2026-12-04', to: '2026-12-07', name: '' }];
    expect(rateAt({ settings: makeSettings({ daysOff }) })).toContain('by Tuesday 8 December');
    const inAustria = { ...client, country: 'AT' };
    const holidays = { AT: [{ date: '2026-12-04', name: 'A holiday' }] };
    expect(rateAt({ clients: [inAustria], holidays })).toContain('by Monday 7 December');
    expect(rateAt({}, vienna('2026-11-28T10:00'))).toContain('by Monday 7 December');
  });
});
