import fc from 'fast-check';
import type { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { suggestReply } from '../../../electron/core/replies/suggest';
import {
  hours,
  makeCalendar,
  makeClient,
  makeContact,
  makeReading,
  makeRequest,
  makeSettings,
  makeState,
  vienna,
} from '../../helpers/build';
import { refusalOf } from '../../helpers/refusal';
import { words } from './scene';

const NOW = vienna('2026-11-24T11:25');
const request = makeRequest('invoice', { contacts: [makeContact('2026-11-24T10:20:00Z')], neededBy: '2026-11-25' });
const WORKDAYS = [1, 2, 3, 4, 5] as const;

/** Globex without a call, and working hours that end then; the callback block is 16:45 to 17:15. */
function stateUntil(to: string, blocks = makeSettings().callbackBlocks) {
  const settings = makeSettings({ workingHours: hours(WORKDAYS, { from: '08:00', to }), callbackBlocks: blocks });
  return makeState({ settings, requests: [request], calls: [] });
}

it('promises no call in a block outside my working hours, and says why', () => {
  const reply = suggestReply(stateUntil('16:00'), request, { en: words }, NOW);
  expect(reply.callsBack).toBeUndefined();
  expect(reply.body).not.toContain("I'll call you");
  expect(reply.reasons.map(({ text }) => text)).toContain(
    'Your next callback block lies outside your working hours, so no call is promised in it.',
  );
  const refused = refusalOf(() =>
    suggestReply(stateUntil('16:00'), request, { en: words }, NOW, { situation: 'back-by' }),
  );
  expect(refused).toMatchObject({ code: 'no-reply', field: 'callbackBlocks' });
});

it('promises the part of a block that lies in them, and no later block than the verdict names', () => {
  const part = suggestReply(stateUntil('17:00'), request, { en: words }, NOW);
  expect(part.body).toContain("I'll call you today between 16:45 and 17:00");
  expect(part.reasons.map(({ code }) => code)).not.toContain('callback-off-hours');
  const blocks = [...makeSettings().callbackBlocks, { id: 'blk_2', weekdays: [3], from: '10:00', minutes: 30 }];
  const next = suggestReply(stateUntil('16:00', blocks), request, { en: words }, NOW);
  expect(next.callsBack).toBeUndefined();
  expect(next.reasons.map(({ code }) => code)).toContain('callback-off-hours');
});

it('promises no moment that is too short to call once it is named in round minutes', () => {
  const busy = [{ uid: 'train', startsAt: vienna('2026-11-24T11:38').toString(), summary: 'Train' }].map((event) => ({
    ...event,
    endsAt: vienna('2026-11-24T14:00').toString(),
    freeBusy: 'busy' as const,
  }));
  const state = makeState({ calls: [], calendars: [makeCalendar()], readings: { cal_1: makeReading({ busy }) } });
  const byHand = { ...request, override: { route: 'now' as const, said: 'callback' as const, at: NOW.toString() } };
  const startAt = (now: Temporal.Instant) =>
    suggestReply({ ...state, requests: [byHand] }, byHand, { en: words }, now).callsBack?.startsAt;
  expect(startAt(NOW)).toBe(NOW.toString());
  // From 11:26 on there are twelve minutes, of which eight are left at 11:30.
  expect(startAt(NOW.add({ minutes: 1 }))).toBe(vienna('2026-11-24T14:00').toString());
});

it('never promises a call outside my hours or between 21 and 7 on their clock', () => {
  const zones = ['Europe/Vienna', 'America/New_York', 'Asia/Tokyo', 'Pacific/Auckland'];
  const time = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
  fc.assert(
    fc.property(
      fc.integer({ min: 5, max: 12 }),
      fc.integer({ min: 13, max: 22 }),
      fc.integer({ min: 0, max: 22 }),
      fc.integer({ min: 0, max: 6 * 24 }),
      fc.constantFrom(...zones),
      (from, to, block, later, timeZone) => {
        const settings = makeSettings({
          workingHours: hours(WORKDAYS, { from: time(from), to: time(to) }),
          callbackBlocks: [{ id: 'blk_1', weekdays: [...WORKDAYS], from: time(block), minutes: 60 }],
        });
        const now = NOW.add({ hours: later });
        const state = makeState({
          settings,
          clients: [makeClient('Globex', { timeZone })],
          requests: [request],
          calls: [],
        });
        const { callsBack } = suggestReply(state, request, { en: words }, now);
        if (!callsBack) return;
        const [start, end] = [callsBack.startsAt, callsBack.endsAt].map((at) => {
          const [mine, theirs] = ['Europe/Vienna', timeZone].map((zone) => {
            const clock = new Intl.DateTimeFormat('en-GB', {
              timeZone: zone,
              hour: '2-digit',
              minute: '2-digit',
              hourCycle: 'h23',
            });
            return clock.format(new Date(at));
          });
          return { mine: mine ?? '', theirs: theirs ?? '' };
        });
        expect((start?.mine ?? '') >= time(from) && (end?.mine ?? '') <= time(to)).toBe(true);
        expect((start?.theirs ?? '') >= '07:00' && (end?.theirs ?? '') <= '21:00').toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});
