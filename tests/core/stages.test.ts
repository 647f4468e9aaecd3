import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Client, type Stage, stageSchema } from '../../electron/core/model/client';
import type { Contact, Situation, UsedReply } from '../../electron/core/model/request';
import { suggestReply } from '../../electron/core/replies/suggest';
import { isBeyond, saidStage, standingWith, wordsOfStage } from '../../electron/core/stages';
import { makeCall, makeClient, makeContact, makeReply, makeRequest, makeState, vienna } from '../helpers/build';
import { refusalOf } from '../helpers/refusal';
import { words } from './replies/scene';

const NOW = vienna('2026-11-27T16:00');

/** Contacts of one week of November, one a day from its Monday on. */
function contactsOf(monday: number, count: number, more: Partial<Contact> = {}): Contact[] {
  return Array.from({ length: count }, (_, index) => {
    const day = String(monday + (index % 5)).padStart(2, '0');
    return makeContact(`2026-11-${day}T09:${String(10 + index)}:00Z`, 'missed-call', {
      id: `con_${monday}_${index}`,
      ...more,
    });
  });
}

function sent(situation: Situation, at: string): UsedReply {
  return makeReply({ id: `rep_${situation}_${at}`, situation, sentAt: at });
}

function stateWith(
  contacts: Contact[],
  replies: UsedReply[],
  { client = makeClient(), hasCall = true }: { client?: Client; hasCall?: boolean } = {},
) {
  const requests = contacts.length > 0 ? [makeRequest('r', { contacts, replies })] : [];
  return makeState({ clients: [client], calls: hasCall ? [makeCall()] : [], requests });
}

function standing(state: ReturnType<typeof makeState>, now = NOW) {
  const [client = makeClient()] = state.clients;
  return standingWith(state, client, now);
}

describe('the stage', () => {
  it('begins with nothing said, and with a standing call that was agreed where there is one', () => {
    expect(standing(stateWith([], [], { hasCall: false })).stage).toBe('none');
    expect(standing(stateWith([], []))).toMatchObject({ stage: 'proposed' });
    expect(standing(stateWith([], [])).since).toBeUndefined();
  });

  it.each([
    ['propose-standing-call', 'proposed'],
    ['trade-off', 'trade-off'],
    ['pattern', 'pattern'],
    ['rate', 'rate'],
    ['stay-or-part', 'decided'],
    ['done', 'none'],
  ] as const)('comes to its place when %s was sent: %s', (situation, stage) => {
    const replies = [sent(situation, '2026-11-24T10:00:00Z')];
    const state = stateWith(contactsOf(23, 1), replies, { hasCall: false });
    expect(standing(state)).toMatchObject({ stage, ...(stage !== 'none' && { since: '2026-11-23' }) });
  });

  it.each(['can-it-wait', 'burst', 'together'] as const)(
    'holds the line with %s once the trade-off was explained',
    (words) => {
      const [before, after] = [sent(words, '2026-11-23T09:00:00Z'), sent(words, '2026-11-25T09:00:00Z')];
      const explained = sent('trade-off', '2026-11-24T09:00:00Z');
      expect(standing(stateWith(contactsOf(23, 3), [before, after])).stage).toBe('proposed');
      expect(standing(stateWith(contactsOf(23, 3), [before, explained])).stage).toBe('trade-off');
      expect(standing(stateWith(contactsOf(23, 3), [before, explained, after]))).toMatchObject({
        stage: 'held',
        since: '2026-11-23',
      });
      // By word of mouth it counts the same.
      const { state } = saidStage(stateWith(contactsOf(23, 3), [after]), 'Globex', {
        stage: 'trade-off',
        at: '2026-11-24T09:00:00Z',
      });
      expect(standing(state).stage).toBe('held');
    },
  );

  it('does not move by what was only copied or mailed', () => {
    const copied = makeReply({ situation: 'pattern', copiedAt: '2026-11-24T10:00:00Z' });
    const mailed = makeReply({ situation: 'rate', mailedAt: '2026-11-24T10:00:00Z' });
    expect(standing(stateWith(contactsOf(23, 1), [copied, mailed])).stage).toBe('proposed');
  });

  it('moves by what was said in a call, too', () => {
    const { state } = saidStage(stateWith(contactsOf(23, 3), []), 'Globex', { stage: 'pattern', at: NOW.toString() });
    expect(standing(state).stage).toBe('pattern');
    const decided = saidStage(state, 'Globex', { stage: 'decided', at: NOW.toString(), decision: 'stay' });
    expect(standing(decided.state)).toMatchObject({ stage: 'decided', decision: 'stay' });
  });

  it('counts what is over, of which only the weekly sums are loaded', () => {
    const closed = makeRequest('old', {
      status: 'done',
      closedAt: '2026-11-24T12:00:00Z',
      contacts: contactsOf(23, 3),
      replies: [sent('pattern', '2026-11-24T10:00:00Z')],
    });
    const whole = makeState({ history: { '2026-11': [closed] } });
    expect(standing({ ...whole, history: {} }).stage).toBe('pattern');
  });

  it('steps one back after four whole weeks within the allowance, and one more after the next four', () => {
    const state = stateWith(contactsOf(2, 1), [sent('pattern', '2026-11-03T10:00:00Z')]);
    expect(standing(state, vienna('2026-12-06T23:00'))).toMatchObject({ stage: 'pattern', quietWeeks: 3 });
    expect(standing(state, vienna('2026-12-07T09:00'))).toMatchObject({ stage: 'held', quietWeeks: 0 });
    expect(standing(state, vienna('2027-01-04T09:00'))).toMatchObject({ stage: 'trade-off' });
    // What was agreed stays agreed.
    expect(standing(state, vienna('2027-06-07T09:00'))).toMatchObject({ stage: 'proposed' });
  });

  it('starts to count anew after a week over the allowance, in which emergencies do not count', () => {
    const pattern = sent('pattern', '2026-11-03T10:00:00Z');
    const now = vienna('2026-12-07T09:00');
    expect(standing(stateWith([...contactsOf(2, 1), ...contactsOf(16, 3)], [pattern]), now)).toMatchObject({
      stage: 'pattern',
      quietWeeks: 2,
    });
    const calm = makeRequest('r', { contacts: contactsOf(2, 1), replies: [pattern] });
    const fire = makeRequest('fire', { contacts: contactsOf(16, 3), emergency: 'confirmed' });
    expect(standing(makeState({ requests: [calm, fire] }), now).stage).toBe('held');
  });
});

describe('the next step', () => {
  it('needs a reason: a week over the allowance', () => {
    expect(standing(stateWith(contactsOf(23, 2), []))).toMatchObject({ reasons: [{ code: 'within-allowance' }] });
    expect(standing(stateWith(contactsOf(23, 2), [])).next).toBeUndefined();
    const often = standing(stateWith(contactsOf(23, 3), []));
    expect(often.next).toEqual({ stage: 'trade-off', situation: 'trade-off' });
    expect(often.reasons[0]?.text).toBe('More interruptions than the 2 a week you allow, in 1 of the last 4 weeks.');
  });

  const explained = sent('trade-off', '2026-11-03T10:00:00Z');
  const deferral = (day: number, hour = 10) => sent('can-it-wait', `2026-11-${day}T${hour}:00:00Z`);
  const threeWeeks = [...contactsOf(9, 3), ...contactsOf(23, 3)];

  it('explains the trade-off first, however often something was deferred', () => {
    const often = [deferral(23, 10), deferral(23, 11), deferral(23, 12), deferral(24), deferral(25)];
    const { stage, next } = standing(stateWith(threeWeeks, often));
    expect({ stage, next }).toEqual({ stage: 'proposed', next: { stage: 'trade-off', situation: 'trade-off' } });
  });

  it('names the pattern after deferrals on three days, however many went out on one', () => {
    const twoDays = [explained, deferral(23, 10), deferral(23, 11), deferral(23, 12), deferral(24)];
    expect(standing(stateWith(threeWeeks, twoDays))).toMatchObject({
      stage: 'held',
      reasons: [
        { code: 'over-allowance' },
        {
          code: 'few-deferrals',
          values: { count: 4, days: 2 },
          text: '4 deferrals were sent in the last four weeks, on 2 days.',
        },
      ],
    });
    expect(standing(stateWith(threeWeeks, twoDays)).next).toBeUndefined();
    expect(standing(stateWith(threeWeeks, [...twoDays, deferral(25)])).next).toEqual({
      stage: 'pattern',
      situation: 'pattern',
    });
  });

  it('names no pattern before there are two weeks of them, with contacts on three days', () => {
    const deferrals = [sent('trade-off', '2026-11-23T08:00:00Z'), deferral(24), deferral(25), deferral(26)];
    const young = standing(stateWith(contactsOf(23, 3), deferrals));
    expect(young.next).toBeUndefined();
    expect(young.reasons.at(-1)).toEqual({
      code: 'young-log',
      values: { since: '2026-11-23', days: 3 },
      text: 'Their log goes back to Monday 23 November, with contacts on 3 days: too little for a pattern.',
    });
    const later = vienna('2026-12-04T16:00');
    expect(standing(stateWith(contactsOf(23, 3), deferrals), later).next).toBeUndefined();
    expect(standing(stateWith(contactsOf(23, 3), deferrals), vienna('2026-12-07T09:00')).next?.stage).toBe('pattern');
    const onTwoDays = contactsOf(23, 2).flatMap((contact) => [contact, { ...contact, id: `${contact.id}_2` }]);
    expect(standing(stateWith(onTwoDays, deferrals), vienna('2026-12-07T09:00')).reasons.at(-1)?.code).toBe(
      'young-log',
    );
  });

  it('gives what was said time to work before a rate, and again before a decision', () => {
    const client = makeClient('Globex', { limit: 'ready-to-lose' });
    const pattern = sent('pattern', '2026-11-10T10:00:00Z');
    expect(standing(stateWith(contactsOf(9, 3), [pattern], { client })).next).toBeUndefined();
    expect(standing(stateWith(contactsOf(16, 3), [pattern], { client })).next?.stage).toBe('rate');
    const rate = sent('rate', '2026-11-10T10:00:00Z');
    expect(standing(stateWith(contactsOf(16, 3), [rate], { client })).next).toBeUndefined();
    expect(standing(stateWith([...contactsOf(16, 3), ...contactsOf(23, 3)], [rate], { client })).next?.stage).toBe(
      'decided',
    );
  });

  it('is never beyond the limit, whatever was sent and however often they came', () => {
    const situations = ['can-it-wait', 'trade-off', 'pattern', 'rate', 'propose-standing-call', 'done'] as const;
    fc.assert(
      fc.property(
        fc.constantFrom('keep', 'firm', 'ready-to-lose'),
        fc.boolean(),
        fc.array(fc.tuple(fc.constantFrom(2, 9, 16, 23), fc.integer({ min: 0, max: 9 })), { maxLength: 6 }),
        fc.array(fc.tuple(fc.constantFrom(...situations), fc.integer({ min: 2, max: 27 })), { maxLength: 6 }),
        (limit, hasCall, weeks, replies) => {
          const client = makeClient('Globex', { limit });
          const contacts = weeks.flatMap(([monday, count], index) =>
            contactsOf(monday, count).map((contact) => ({ ...contact, id: `${contact.id}_${index}` })),
          );
          const used = replies.map(([situation, day]) =>
            sent(situation, `2026-11-${String(day).padStart(2, '0')}T10:00:00Z`),
          );
          const { next, stage } = standing(stateWith(contacts, used, { client, hasCall }));
          if (!next) return;
          expect(isBeyond(next.stage, client)).toBe(false);
          expect(stageSchema.options.indexOf(next.stage)).toBe(stageSchema.options.indexOf(stage) + 1);
        },
      ),
    );
  });

  it('and words beyond it are refused even when asked for', () => {
    const furthest: Record<Client['limit'], Stage> = { keep: 'held', firm: 'pattern', 'ready-to-lose': 'decided' };
    for (const [limit, last] of Object.entries(furthest)) {
      const client = makeClient('Globex', { limit: limit as Client['limit'], rate: 150, currency: 'EUR' });
      for (const stage of stageSchema.options) {
        const situation = wordsOfStage(stage);
        if (!situation) continue;
        // A call is proposed where there is none.
        const state = stateWith(contactsOf(23, 3), [], { client, hasCall: stage !== 'proposed' });
        const [request = makeRequest('r')] = state.requests;
        const write = () => suggestReply(state, request, { en: words }, NOW, { situation });
        const isFurther = stageSchema.options.indexOf(stage) > stageSchema.options.indexOf(last);
        if (isFurther) expect(refusalOf(write)).toMatchObject({ code: 'no-reply', field: 'limit' });
        else expect(write().situation, `${limit} ${stage}`).toBe(situation);
      }
    }
  });
});
