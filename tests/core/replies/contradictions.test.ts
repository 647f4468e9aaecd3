import { describe, expect, it } from 'vitest';
import type { Request, Situation, UsedReply } from '../../../electron/core/model/request';
import type { State } from '../../../electron/core/model/state';
import { contradictionsOf } from '../../../electron/core/replies/contradictions';
import { suggestReply } from '../../../electron/core/replies/suggest';
import {
  makeCalendar,
  makeCall,
  makeClient,
  makeContact,
  makeReading,
  makeReply,
  makeRequest,
  makeSettings,
  makeState,
  vienna,
} from '../../helpers/build';
import { refusalOf } from '../../helpers/refusal';
import { words } from './scene';

/** Tuesday 24 November 2026, 11:25 in Vienna; Globex has its call on Fridays at 10:00. */
const NOW = vienna('2026-11-24T11:25');
const at = (local: string) => vienna(local).toString();
const SENT = { sentAt: at('2026-11-24T09:00') };
const friday = { callId: 'call_1', occurrence: '2026-11-27T10:00', startsAt: at('2026-11-27T10:00') };
const nextFriday = { callId: 'call_1', occurrence: '2026-12-04T10:00', startsAt: at('2026-12-04T10:00') };
const todaysBlock = { startsAt: at('2026-11-24T16:45'), endsAt: at('2026-11-24T17:15') };
const tomorrowsBlock = { startsAt: at('2026-11-25T16:45'), endsAt: at('2026-11-25T17:15') };

function sceneOf(replies: readonly UsedReply[] = [], more: Partial<State> = {}, request: Partial<Request> = {}) {
  const open = makeRequest('invoice', {
    contacts: [makeContact(at('2026-11-24T08:50'))],
    replies: [...replies],
    ...request,
  });
  return { request: open, state: makeState({ requests: [open], ...more }) };
}

function codesOf(letter: Partial<UsedReply>, replies: readonly UsedReply[] = [], more: Partial<State> = {}) {
  const { state, request } = sceneOf(replies, more);
  return contradictionsOf(state, request, makeReply(letter), NOW).map(({ code }) => code);
}

describe('a promised day', () => {
  const promise = (dueOn: string) => ({ situation: 'promise' as const, dueOn });

  it.each<[string, string, string[], Partial<State>]>([
    ['a Wednesday on which I work', '2026-11-25', [], {}],
    ['a Sunday', '2026-11-29', ['promise-on-day-off'], {}],
    [
      'a day off of mine',
      '2026-11-26',
      ['promise-on-day-off'],
      { settings: makeSettings({ daysOff: [{ id: 'off_1', from: '2026-11-26', to: '2026-11-26', name: 'Skiing' }] }) },
    ],
    [
      'a public holiday of mine',
      '2026-12-08',
      ['promise-on-day-off'],
      {
        settings: makeSettings({ country: 'AT' }),
        holidays: { AT: [{ date: '2026-12-08', name: 'Immaculate Conception' }] },
      },
    ],
  ])('%s: %s', (_, day, codes, more) => {
    expect(codesOf(promise(day), [], more)).toEqual(codes);
  });

  it('says what the day is, and which one would do', () => {
    const { state, request } = sceneOf();
    expect(contradictionsOf(state, request, makeReply(promise('2026-11-29')), NOW)).toEqual([
      {
        code: 'promise-on-day-off',
        values: { day: '2026-11-29', better: '2026-11-27', why: 'not-worked' },
        text: "You don't work on Sunday 29 November.",
        action: 'Promise it by Friday 27 November instead, unless you mean to work then.',
      },
    ]);
  });

  it('takes the day after where none before is left', () => {
    const { state, request } = sceneOf();
    const saturday = vienna('2026-11-28T09:00');
    expect(contradictionsOf(state, request, makeReply(promise('2026-11-29')), saturday)[0]?.values.better).toBe(
      '2026-11-30',
    );
  });

  it('lies no later than the call that was named, and is the one promised before', () => {
    const named = makeReply({ ...SENT, names: friday });
    expect(codesOf(promise('2026-11-27'), [named])).toEqual([]);
    expect(codesOf(promise('2026-11-30'), [named])).toEqual(['promise-after-call']);
    const promised = makeReply({ ...SENT, ...promise('2026-11-25') });
    expect(codesOf(promise('2026-11-25'), [promised])).toEqual([]);
    expect(codesOf(promise('2026-11-26'), [promised])).toEqual(['promise-other-day']);
    expect(codesOf(promise('2026-11-30'), [named, promised])).toEqual(['promise-after-call', 'promise-other-day']);
  });

  it('binds only what was sent, and not what was kept', () => {
    const copied = makeReply({ ...promise('2026-11-25'), copiedAt: SENT.sentAt });
    const promised = makeReply({ ...SENT, ...promise('2026-11-25') });
    const kept = makeReply({ situation: 'summary', sentAt: at('2026-11-24T10:00') });
    expect(codesOf(promise('2026-11-26'), [copied])).toEqual([]);
    expect(codesOf(promise('2026-11-26'), [promised, kept])).toEqual([]);
  });
});

describe('a call that a letter names', () => {
  it('is the one that was named before', () => {
    const named = makeReply({ ...SENT, names: friday });
    expect(codesOf({ names: friday }, [named])).toEqual([]);
    expect(codesOf({ names: nextFriday }, [named])).toEqual(['names-other-call']);
    // These words say so themselves.
    expect(codesOf({ situation: 'call-moved', names: nextFriday }, [named])).toEqual([]);
    expect(codesOf({ names: nextFriday }, [makeReply({ copiedAt: SENT.sentAt, names: friday })])).toEqual([]);
  });

  it('does not come after what was promised before it', () => {
    const promised = makeReply({ ...SENT, situation: 'promise', dueOn: '2026-11-25' });
    expect(codesOf({ names: friday }, [promised])).toEqual(['call-after-promise']);
    expect(codesOf({ situation: 'summary', names: friday }, [promised])).toEqual([]);
    const callback = makeReply({ ...SENT, situation: 'call-back-today', callsBack: todaysBlock });
    expect(codesOf({ names: friday }, [callback])).toEqual(['call-after-callback']);
  });

  it('takes place then still, when the letter goes out later', () => {
    expect(codesOf({ names: { ...friday, startsAt: at('2026-11-27T09:00') } })).toEqual(['names-call-off']);
    const earlier = { callId: 'call_1', occurrence: '2026-11-20T10:00', startsAt: at('2026-11-20T10:00') };
    expect(codesOf({ names: earlier })).toEqual(['names-call-off']);
    const { state, request } = sceneOf();
    expect(contradictionsOf(state, request, makeReply({ names: friday }), vienna('2026-11-27T10:05'))).toMatchObject([
      { text: 'The call of Friday 27 November, 10:00, which this letter names, has begun already.' },
    ]);
  });
});

describe('a callback that was promised', () => {
  const callback = makeReply({ ...SENT, situation: 'call-back-today', callsBack: todaysBlock });
  const dentist = {
    calendars: [makeCalendar()],
    readings: {
      cal_1: makeReading({
        busy: [
          {
            uid: 'dentist',
            startsAt: at('2026-11-24T16:30'),
            endsAt: at('2026-11-24T17:30'),
            summary: 'Dentist',
            freeBusy: 'busy' as const,
          },
        ],
      }),
    },
  };

  it('is at one time', () => {
    expect(codesOf({ situation: 'back-by', callsBack: todaysBlock }, [callback])).toEqual([]);
    expect(codesOf({ situation: 'back-by', callsBack: tomorrowsBlock }, [callback])).toEqual(['callback-other-time']);
  });

  it('is warned of when it is taken by now, whatever is written next', () => {
    const { state, request } = sceneOf([callback], dentist);
    const [warning] = contradictionsOf(state, request, makeReply({ situation: 'weekly-word' }), NOW);
    expect(warning).toMatchObject({
      code: 'callback-taken',
      text: 'You promised to call them Tuesday 24 November, 16:45, and Dentist takes that time now.',
      action: 'Call them before, or name them another time.',
    });
  });

  it('binds no more once we spoke or I tried', () => {
    for (const more of [{ channel: 'call' as const }, { channel: 'missed-call' as const, direction: 'out' as const }]) {
      const contacts = [makeContact(at('2026-11-24T08:50')), makeContact(at('2026-11-24T11:00'), more.channel, more)];
      const { state, request } = sceneOf([callback], dentist, { contacts });
      expect(contradictionsOf(state, request, makeReply({ names: friday }), NOW)).toEqual([]);
    }
  });

  it('is not said to be taken where only little is left of it, or a call with them takes it', () => {
    const { state, request } = sceneOf([callback]);
    const letter = makeReply({ situation: 'weekly-word' });
    expect(contradictionsOf(state, request, letter, vienna('2026-11-24T17:08'))).toEqual([]);
    const calls = [makeCall({ rule: 'FREQ=WEEKLY;BYDAY=TU', start: '2026-11-03T16:45', minutes: 30 })];
    expect(contradictionsOf({ ...state, calls }, request, letter, NOW)).toEqual([]);
  });

  it('is taken out of a letter that was copied and whose time is over or taken', () => {
    expect(codesOf({ situation: 'back-by', callsBack: todaysBlock }, [], dentist)).toEqual(['callback-taken']);
    const past = { startsAt: at('2026-11-23T16:45'), endsAt: at('2026-11-23T17:15') };
    expect(codesOf({ situation: 'back-by', callsBack: past })).toEqual(['callback-over']);
  });
});

describe('the suggested reply', () => {
  it('carries what it commits to, and what that contradicts before all else', () => {
    const { state, request } = sceneOf([makeReply({ ...SENT, names: friday })]);
    const reply = suggestReply(state, request, { en: words }, NOW, {
      situation: 'promise',
      told: { by: '2026-11-29' },
    });
    expect(reply.dueOn).toBe('2026-11-29');
    expect(reply.warnings.slice(0, 2).map(({ code }) => code)).toEqual(['promise-on-day-off', 'promise-after-call']);
    const back = suggestReply(state, request, { en: words }, NOW, { situation: 'back-by' });
    expect(back.callsBack).toEqual(todaysBlock);
  });

  it('warns of nothing it says by itself, as long as nothing was said before', () => {
    const { state, request } = sceneOf([], {}, { neededBy: '2026-11-26' });
    expect(suggestReply(state, request, { en: words }, NOW).warnings.filter(({ action }) => action)).toEqual([]);
  });

  it('says in words what is not there', () => {
    const { state, request } = sceneOf();
    const refusal = (situation: Situation) =>
      refusalOf(() => suggestReply(state, request, { en: words }, NOW, { situation })).message;
    expect(refusal('propose-standing-call')).toBe('Globex has a standing call already.');
    expect(refusal('during-call')).toBe('No call with it on the agenda is running.');
  });

  it('asks for weeks of patience only with a warning that the calls before have no room', () => {
    const others = Array.from({ length: 12 }, (_, index) =>
      makeRequest(`topic ${index}`, { minutes: 15, contacts: [makeContact(at('2026-11-20T08:50'))] }),
    );
    const { state, request } = sceneOf();
    const full = { ...state, requests: [...others, ...state.requests] };
    const { body, warnings } = suggestReply(full, request, { en: words }, NOW, { situation: 'can-it-wait' });
    expect(body).toContain('Friday 8 January');
    expect(warnings).toContainEqual(
      expect.objectContaining({
        code: 'long-wait',
        text: 'They would wait 45 days: it names the call of Friday 8 January, 10:00, and the next one is Friday 27 November, 10:00.',
        action: 'Make room on an earlier call, or call them back.',
      }),
    );
    const { warnings: few } = suggestReply(state, request, { en: words }, NOW, { situation: 'can-it-wait' });
    expect(few.map(({ code }) => code)).not.toContain('long-wait');
  });

  it.each(['trade-off', 'pattern', 'rate', 'stay-or-part'] as const)(
    'about availability (%s) names the next call, though it has no room for the request',
    (situation) => {
      const others = Array.from({ length: 12 }, (_, index) =>
        makeRequest(`topic ${index}`, { minutes: 15, contacts: [makeContact(at('2026-11-20T08:50'))] }),
      );
      const client = makeClient('Globex', { rate: 150, currency: 'EUR', limit: 'ready-to-lose' });
      const { state, request } = sceneOf([makeReply({ ...SENT, names: nextFriday })], { clients: [client] });
      const full = { ...state, requests: [...others, ...state.requests] };
      const { body, names, warnings } = suggestReply(full, request, { en: words }, NOW, { situation });
      expect(body).toContain('Friday 27 November, 10:00');
      expect(names).toEqual(friday);
      expect(warnings.filter(({ action }) => action)).toEqual([]);
    },
  );

  it.each<[string, Situation, string | undefined, boolean]>([
    ['what is needed today', 'weekly-word', '2026-11-24', true],
    ['what was needed yesterday', 'no-answer-yet', '2026-11-23', true],
    ['what is needed in six days', 'weekly-word', '2026-11-30', true],
    ['what is needed in a week', 'weekly-word', '2026-12-01', false],
    ['what has no day', 'weekly-word', undefined, false],
    ['nothing, in other words', 'decline', '2026-11-24', false],
  ])('asks for a week with %s (%s, %s) only with a warning: %s', (_, situation, neededBy, isWarned) => {
    const { state, request } = sceneOf([], {}, { ...(neededBy && { neededBy }) });
    const { warnings } = suggestReply(state, request, { en: words }, NOW, { situation });
    expect(warnings.some(({ code }) => code === 'patience-past-need')).toBe(isWarned);
  });

  it('counts days in the zone of the client', () => {
    const client = makeClient('Globex', { timeZone: 'Pacific/Auckland' });
    const late = makeReply({ ...SENT, names: { ...friday, startsAt: at('2026-11-27T14:00') } });
    // 14:00 in Vienna is Saturday in Auckland.
    const { state, request } = sceneOf([late], { clients: [client] });
    const promise = makeReply({ situation: 'promise', dueOn: '2026-11-28' });
    expect(contradictionsOf(state, request, promise, NOW).map(({ code }) => code)).toEqual(['promise-on-day-off']);
  });
});
