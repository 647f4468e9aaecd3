import { describe, expect, it } from 'vitest';
import { proposeCadence } from '../../electron/core/cadence';
import { expandLocal } from '../../electron/core/calls/rule';
import { Refusal } from '../../electron/core/model/problem';
import type { State } from '../../electron/core/model/state';
import { writeProposal } from '../../electron/core/replies/proposal';
import { replyWordsSchema } from '../../electron/core/replies/words';
import en from '../../resources/replies/en.json';
import { hours, makeCall, makeClient, makePerson, makeSettings, makeState, vienna } from '../helpers/build';

const NOW = vienna('2026-11-24T11:20');
const words = { en: replyWordsSchema.parse(en) };
const inNewYork = { timeZone: 'America/New_York' };

function propose(state: Partial<State>, times: 1 | 2 = 1, minutes = 30, weeks = 6) {
  const given = makeState({ calls: [], ...state });
  const [client = makeClient()] = given.clients;
  return proposeCadence(given, client, NOW, { times, minutes, weeks });
}
const said = (state: Partial<State>, times: 1 | 2 = 1, minutes = 30) =>
  propose(state, times, minutes).map(({ rule, start }) => `${rule.slice(rule.indexOf('BYDAY=') + 6)} ${start}`);

describe('a call that could be proposed', () => {
  it('is on Friday morning first, and on three different days', () => {
    expect(said({})).toEqual(['FR 2026-11-27T10:00', 'TH 2026-11-26T10:00', 'WE 2026-12-02T10:00'].map((each) => each));
  });

  it('has its two days far apart', () => {
    expect(said({}, 2)[0]).toBe('TU,FR 2026-11-27T10:00');
    for (const option of said({}, 2)) expect(option).not.toMatch(/^(MO,TU|TU,WE|WE,TH|TH,FR)/);
  });

  it('stays clear of other calls, of callback and focus blocks', () => {
    const other = makeCall({ clientId: 'cli_Acme', minutes: 60 });
    const settings = makeSettings({ focusBlocks: [{ id: 'f', weekdays: [5], from: '11:00', minutes: 60 }] });
    expect(said({ calls: [other], settings }).find((each) => each.startsWith('FR'))).toBe('FR 2026-11-27T09:30');
  });

  it('is inside the hours of both, on the clock of the client', () => {
    const clients = [makeClient('Globex', inNewYork)];
    for (const { start, first } of propose({ clients })) {
      expect(start.slice(11) >= '09:00').toBe(true);
      for (const at of first) {
        const mine = at.toZonedDateTimeISO('Europe/Vienna').toPlainTime().toString();
        expect(mine >= '09:00' && mine <= '17:00').toBe(true);
      }
    }
  });

  it('begins on the first day that the rule gives', () => {
    for (const times of [1, 2] as const)
      for (const { rule, start, timeZone } of propose({}, times))
        expect(expandLocal(rule, start, timeZone, start, `${start.slice(0, 10)}T23:59`)).toEqual([start]);
  });

  it('does not mind a holiday, and leaves that day out', () => {
    const settings = makeSettings({ country: 'AT' });
    const holidays = {
      AT: [
        { date: '2026-12-25', name: 'Christmas Day' },
        { date: '2026-11-27', name: 'Day' },
      ],
    };
    const [friday] = propose({ settings, holidays }).filter(({ rule }) => rule.endsWith('FR'));
    expect(friday?.start).toBe('2026-12-04T10:00');
    const days = friday?.first.map((at) => at.toZonedDateTimeISO('Europe/Vienna').toPlainDate().toString());
    expect(days).toEqual(['2026-12-04', '2026-12-11', '2026-12-18', '2027-01-01']);
  });

  it('counts from the notice I want', () => {
    const [first] = propose({ settings: makeSettings({ noticeMinutes: 14 * 24 * 60 }) });
    expect(first && first.start >= '2026-12-09').toBe(true);
  });

  it('comes out the same whatever the order of the records', () => {
    const calls = [
      makeCall({ clientId: 'cli_Acme' }),
      makeCall({ id: 'call_2', clientId: 'cli_Acme', rule: 'FREQ=WEEKLY;BYDAY=TU' }),
    ];
    expect(said({ calls })).toEqual(said({ calls: calls.toReversed() }));
  });

  it.each<[string, Partial<State>]>([
    ['I never work', { settings: makeSettings({ workingHours: hours([]) }) }],
    ['our hours never meet', { clients: [makeClient('Globex', { timeZone: 'Pacific/Auckland' })] }],
    [
      'I am away for most of it',
      { settings: makeSettings({ daysOff: [{ id: 'o', from: '2026-11-24', to: '2027-01-31', name: '' }] }) },
    ],
  ])('is refused when %s', (_, state) => {
    expect(() => propose(state)).toThrow(Refusal);
  });
});

describe('the letter', () => {
  const client = makeClient('Globex', { ...inNewYork, people: [makePerson('Dana Ruiz')] });
  const state = makeState({ calls: [], clients: [client], settings: makeSettings({ myName: 'Martin' }) });
  const letter = (times: 1 | 2, given = state) => {
    const [option] = proposeCadence(given, given.clients[0] ?? client, NOW, { times, minutes: 30, weeks: 6 });
    if (!option) throw new Error('Nothing was proposed.');
    const { subject, body } = writeProposal(given, given.clients[0] ?? client, option, words, NOW);
    return `Subject: ${subject}\n\n${body}`;
  };

  it('names day and time on both clocks, the length, and from when', () => {
    expect(letter(1)).toMatchInlineSnapshot(`
      "Subject: A fixed time for us every week?

      Hello Dana,

      I'd like you to have a fixed time with me that you can count on, instead of having to catch me. May I suggest a 30-minute call every Friday at 10:00 your time (16:00 mine), starting on Friday 27 November?

      Whatever comes up in between goes on its agenda, so that nothing gets lost and I come prepared. If something can't wait until then, send me one line saying by when you need it.

      If another day or time suits you better, reply with two that do.

      Kind regards,
      Martin"
    `);
    expect(letter(2)).toMatchInlineSnapshot(`
      "Subject: Two fixed times a week for us?

      Hello Dana,

      I'd like you to have two fixed times with me that you can count on, instead of having to catch me. May I suggest a 30-minute call every Tuesday and Friday at 10:00 your time (16:00 mine), starting on Friday 27 November?

      Whatever comes up in between goes on its agenda, so that nothing gets lost and I come prepared. If something can't wait until then, send me one line saying by when you need it.

      If another day or time suits you better, reply with two that do.

      Kind regards,
      Martin"
    `);
  });

  it('says nothing of zones where there is one', () => {
    const home = { ...state, clients: [makeClient()] };
    expect(letter(1, home)).not.toMatch(/your time|mine\)/);
  });
});
