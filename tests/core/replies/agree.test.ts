import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channelSchema, type Request, type Route, routeSchema } from '../../../electron/core/model/request';
import type { State } from '../../../electron/core/model/state';
import { DEFERRALS } from '../../../electron/core/replies/choose';
import { suggestReply } from '../../../electron/core/replies/suggest';
import { waitingReplies } from '../../../electron/core/replies/waiting';
import type { WrittenReply } from '../../../electron/core/replies/write';
import { type Verdict, verdictOf } from '../../../electron/core/verdict';
import {
  makeCall,
  makeClient,
  makeContact,
  makeReply,
  makeRequest,
  makeSettings,
  makeState,
} from '../../helpers/build';
import { instant, words } from './scene';

/** Whatever the state, the suggested reply and the verdict say the same. */

const minutes = (min: number, max: number) => fc.integer({ min, max });

const stateArbitrary = fc
  .record({
    nowAt: minutes(0, 7 * 1440),
    calls: fc.constantFrom('none', 'friday', 'twice', 'ended'),
    blocks: fc.constantFrom('none', 'afternoon', 'night'),
    contacts: fc.array(
      fc.record({
        ago: minutes(0, 4 * 1440),
        channel: fc.constantFrom(...channelSchema.options),
        direction: fc.constantFrom('in' as const, 'in' as const, 'in' as const, 'out' as const),
        count: fc.constantFrom(1, 1, 3),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    prefers: fc.constantFrom('email' as const, 'call' as const),
    timeZone: fc.constantFrom('Europe/Vienna', 'America/New_York', 'Asia/Tokyo'),
    subject: fc.constantFrom('', 'invoice'),
    neededIn: fc.option(minutes(-2, 9), { nil: undefined, freq: 2 }),
    neededWords: fc.constantFrom(undefined, 'before the board meets'),
    askedBy: fc.constantFrom(undefined, 'the CFO'),
    purpose: fc.constantFrom(undefined, 'the board'),
    form: fc.constantFrom(undefined, 'a PDF'),
    otherForm: fc.constantFrom(undefined, undefined, 'a PDF'),
    claimedUrgent: fc.boolean(),
    mine: fc.constantFrom(undefined, undefined, false),
    emergency: fc.constantFrom(undefined, undefined, undefined, 'suspected' as const, 'confirmed' as const),
    status: fc.constantFrom('open' as const, 'open' as const, 'open' as const, 'waiting' as const, 'parked' as const),
    override: fc.constantFrom(undefined, undefined, ...routeSchema.options),
    isEmergencyKnown: fc.boolean(),
    wasAsked: fc.boolean(),
  })
  .map((seed): { state: State; request: Request; now: ReturnType<typeof instant> } => {
    const now = instant('2026-11-23T00:00:00Z').add({ minutes: seed.nowAt });
    const at = (ago: number) => now.subtract({ minutes: ago }).toString();
    const { neededIn, override, neededWords, askedBy, purpose, form, mine, emergency, status } = seed;
    const today = now.toZonedDateTimeISO(seed.timeZone).toPlainDate();
    const request = makeRequest('own', {
      ...{ subject: seed.subject, status, claimedUrgent: seed.claimedUrgent },
      contacts: seed.contacts.map(({ ago, channel, ...more }) => makeContact(at(ago), channel, more)),
      ...(neededIn !== undefined && { neededBy: today.add({ days: neededIn }).toString() }),
      ...(neededWords && { neededWords }),
      ...(askedBy && { askedBy }),
      ...(purpose && { purpose }),
      ...(form && { form }),
      ...(mine === false && { mine }),
      ...(emergency && { emergency }),
      ...(status === 'parked' && { parkedUntil: today.add({ days: 3 }).toString() }),
      ...(override && { override: overrideOf(override, seed.isEmergencyKnown, at(1)) }),
      replies: seed.wasAsked ? [makeReply({ situation: 'clarify-urgent', sentAt: at(5) })] : [],
    });
    const other = seed.otherForm ? [makeRequest('other', { form: seed.otherForm })] : [];
    const weekly = { friday: [makeCall({})], none: [], ended: [makeCall({ endsOn: '2026-11-20' })] };
    const tuesday = makeCall({ id: 'call_2', rule: 'FREQ=WEEKLY;BYDAY=TU', start: '2026-09-01T09:00' });
    const block = { id: 'blk_1', weekdays: [1, 2, 3, 4, 5] as (1 | 2 | 3 | 4 | 5)[], minutes: 30 };
    const blocks = { none: [], afternoon: [{ ...block, from: '16:45' }], night: [{ ...block, from: '22:00' }] };
    const state = makeState({
      clients: [makeClient('Globex', { prefers: seed.prefers, timeZone: seed.timeZone })],
      calls: seed.calls === 'twice' ? [makeCall({}), tuesday] : weekly[seed.calls],
      requests: [request, ...other],
      settings: makeSettings({ myName: 'Martin', callbackBlocks: blocks[seed.blocks] }),
    });
    return { state, request, now };
  });

function overrideOf(route: Route, isEmergency: boolean, at: string): NonNullable<Request['override']> {
  return {
    route,
    said: 'ask-first',
    at,
    ...(isEmergency && { isEmergency }),
    ...(route === 'delegate' && { to: 'Eva' }),
  };
}

type Given = Parameters<Parameters<typeof stateArbitrary.map>[0]>[0];

function holds(check: (reply: WrittenReply, verdict: Verdict, given: Given) => void): void {
  fc.assert(
    fc.property(stateArbitrary, (given) => {
      const { state, request, now } = given;
      check(suggestReply(state, request, { en: words }, now), verdictOf(state, request, now), given);
    }),
    { numRuns: 250 },
  );
}

/** How the deferrals ask. */
const ASKS_TO_WAIT = /\bcan (this|it|all of it|"[^"]+") wait|early enough|take this up in our|talk about it in our/i;
const PROMISES_CALL = /I'll call you|expect my call/;

describe('a suggested reply', () => {
  it('never asks to wait where it is for now, the callbacks, somebody else or nobody', () => {
    holds(({ body, subject, situation }, { route }) => {
      if (route === 'standing-call') return;
      expect(DEFERRALS.has(situation), situation).toBe(false);
      expect(`${subject}\n${body}`).not.toMatch(ASKS_TO_WAIT);
    });
  });

  it('promises no call where it is for the standing call, is to be asked first, or goes elsewhere', () => {
    holds(({ body }, { route }) => {
      if (route === 'now' || route === 'callback') return;
      expect(body).not.toMatch(PROMISES_CALL);
    });
  });

  it('promises a call in the block that the verdict names', () => {
    holds(({ body }, { route, until }, { state }) => {
      if (route !== 'callback' || until === undefined || !PROMISES_CALL.test(body)) return;
      const [client] = state.clients;
      const zone = client?.timeZone ?? '';
      const [from] = /between (\d\d:\d\d)/.exec(body)?.slice(1) ?? [];
      const start = until.toZonedDateTimeISO(zone).toPlainTime();
      // A block that runs is named from now on.
      const [hour = 0, minute = 0] = (from ?? '').split(':').map(Number);
      const late = hour * 60 + minute - (start.hour * 60 + start.minute);
      expect(late).toBeGreaterThanOrEqual(0);
      expect(late).toBeLessThan(30);
    });
  });

  it('asks for nothing that is known', () => {
    let asked = 0;
    holds(({ body, situation }, verdict, { request, state }) => {
      if (situation !== 'clarify-urgent') return;
      asked++;
      const { neededBy, neededWords, purpose, askedBy } = request;
      if (neededBy ?? neededWords) expect(body).not.toMatch(/by what day|latest day/);
      if (purpose) expect(body).not.toMatch(/what is (it|this|"[^"]+") (needed )?for/);
      if (askedBy) expect(body).not.toMatch(/who is asking/);
      if (state.requests.some(({ form }) => form)) expect(body).not.toMatch(/short note/);
      expect(body).toContain('?');
      if (!request.claimedUrgent) expect(body).not.toMatch(/urgent/);
      expect(['ask-first', 'standing-call']).toContain(verdict.route);
    });
    expect(asked).toBeGreaterThan(10);
  });

  it('is a no, or names who takes it, exactly where that was chosen', () => {
    holds(({ situation }, { route }) => {
      expect(situation === 'decline').toBe(route === 'decline');
      expect(situation === 'delegate').toBe(route === 'delegate');
    });
  });

  it('waits for the end of the day only where the verdict defers it', () => {
    holds((_, { route }, { state, now }) => {
      const waits = waitingReplies(state, now).some(({ requests }) => requests.some(({ id }) => id === 'own'));
      if (waits) expect(route).toBe('standing-call');
    });
  });
});
