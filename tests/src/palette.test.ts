import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { LogAnswer, Understanding } from '../../electron/ipc/contract/answers';
import { NO_CORRECTIONS, readingOf } from '../../src/palette/corrections';

vi.stubGlobal('navigator', { language: 'en-GB' });
vi.stubGlobal('document', { documentElement: {} });

const NOW = new Date('2026-11-24T10:20:00Z');
const ZONE = 'Europe/Vienna';
let chipsOf: typeof import('../../src/palette/understood').chipsOf;
let confirm: typeof import('../../src/palette/confirmation').confirm;

// The words read the language of the window as they are loaded, so the window is stood in for first.
beforeAll(async () => {
  ({ chipsOf } = await import('../../src/palette/understood'));
  ({ confirm } = await import('../../src/palette/confirmation'));
});

const dana = { clientId: 'cli_1', client: 'Globex', personId: 'per_1', person: 'Dana Ruiz' };
const understood: Understanding = {
  candidates: [dana],
  channel: 'missed-call',
  direction: 'in',
  count: 3,
  subject: 'invoice',
  claimedUrgent: true,
  isEmergency: false,
  at: NOW.toISOString(),
  ambiguous: false,
  spans: [],
};
const textsOf = (change: Partial<Understanding>, chosen = [dana]) =>
  chipsOf(
    readingOf({ ...understood, ...change }, NO_CORRECTIONS, '', NOW),
    NO_CORRECTIONS,
    { best: chosen[0], chosen: undefined },
    NOW,
    ZONE,
  ).flatMap((chip) => chip.text || []);

describe('what the palette understood', () => {
  it('says it piece by piece', () => {
    expect(textsOf({ neededBy: '2026-11-26', minutes: 12 })).toEqual([
      'Globex · Dana Ruiz',
      'missed call ×3',
      'invoice',
      'urgent',
      'needed by Thu 26 Nov',
      '12 min',
    ]);
  });

  it('leaves out what was not said', () => {
    expect(textsOf({ count: 1, subject: '', claimedUrgent: false }, [])).toEqual(['missed call']);
  });

  it('names another time, and the day when it is another', () => {
    expect(textsOf({ at: '2026-11-24T08:30:00Z' }).at(-1)).toBe('9:30');
    expect(textsOf({ at: '2026-11-23T08:30:00Z' }).at(-1)).toBe('Mon 23 Nov 9:30');
  });

  it('tells what I did from what came', () => {
    expect(textsOf({ direction: 'out', channel: 'voicemail', count: 1 })).toContain('I left a message');
  });
});

describe('what the palette says when it is done', () => {
  const answer = (verdict: LogAnswer['verdict'], rest: Partial<LogAnswer> = {}) =>
    // Only what the words rest on is given.
    ({
      verdict,
      joined: false,
      request: { client: 'Globex', subject: 'invoice', count: 3 },
      ...rest,
    }) as unknown as LogAnswer;
  const onCall = (until: string) => answer({ route: 'standing-call', until, reasons: [] });

  it.each([
    ['2026-11-24T15:00:00+01:00', "On today's call, 15:00."],
    ['2026-11-25T10:00:00+01:00', "On tomorrow's call."],
    ['2026-11-27T10:00:00+01:00', "On Friday's call."],
    ['2026-12-04T10:00:00+01:00', "On Fri 4 Dec's call."],
  ])('a call at %s: %s', (until, expected) => {
    expect(confirm(onCall(until), false, NOW, ZONE)).toBe(expected);
  });

  it('counts days in my own zone', () => {
    expect(confirm(onCall('2026-11-24T23:30:00Z'), false, NOW, ZONE)).toBe("On tomorrow's call.");
  });

  it('says that the reply was copied, and what it joined', () => {
    const joined = { ...onCall('2026-11-27T10:00:00+01:00'), joined: true, joinedBy: 'same-subject' as const };
    expect(confirm(joined, true, NOW, ZONE)).toBe("Joined: invoice ×3, same subject. On Friday's call. Reply copied.");
  });

  it('says in passing how its like waited, where there were enough to go by', () => {
    const rest = { kind: 'phone', solvedItself: 0, escalated: 0, shouldHaveCalled: 0, text: '' };
    const overridden = { sooner: 0, later: 0, elsewhere: 0 };
    const say = (route: 'standing-call' | 'now', waitedFine: number, deferred: number) =>
      confirm(answer({ route, reasons: [], tally: { ...rest, overridden, waitedFine, deferred } }), true, NOW, ZONE);
    expect(say('standing-call', 36, 41)).toBe('On the next call. Usually waits: 36 of 41. Reply copied.');
    expect(say('standing-call', 2, 5)).toBe('On the next call. 2 of 5 waited fine before. Reply copied.');
    expect(say('standing-call', 4, 4)).toBe('On the next call. Reply copied.');
    expect(say('now', 36, 41)).toBe('This one is for now. Reply copied.');
  });

  it.each([
    [{ route: 'now', reasons: [] }, 'This one is for now.'],
    [{ route: 'callback', until: '2026-11-24T16:30:00+01:00', reasons: [] }, 'For the callbacks today, 16:30.'],
    [{ route: 'ask-first', reasons: [] }, 'Ask first.'],
  ] as const)('%o: %s', (verdict, expected) => {
    expect(confirm(answer({ ...verdict, reasons: [] }), false, NOW, ZONE)).toBe(expected);
  });
});
