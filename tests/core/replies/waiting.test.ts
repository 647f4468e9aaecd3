import { describe, expect, it } from 'vitest';
import type { Request } from '../../../electron/core/model/request';
import {
  findWaiting,
  recordWaiting,
  waitingReplies,
  waitUntil,
  writeWaiting,
} from '../../../electron/core/replies/waiting';
import { standingWith } from '../../../electron/core/stages';
import {
  makeCall,
  makeClient,
  makeContact,
  makeRequest,
  makeSettings,
  makeState,
  momentAt,
  vienna,
} from '../../helpers/build';
import { refusalOf } from '../../helpers/refusal';
import { words } from './scene';

const NOW = vienna('2026-11-24T11:30');
const BLOCKS = [
  { id: 'blk_1', weekdays: [1, 2, 3, 4, 5], from: '12:00', minutes: 30 },
  { id: 'blk_2', weekdays: [1, 2, 3, 4, 5], from: '16:45', minutes: 30 },
];

function missed(id: string, at: string, more: Partial<Request> = {}): Request {
  const contacts = [makeContact(vienna(at).toString(), 'missed-call', { id: `con_${id}`, subject: id })];
  return makeRequest(id, { contacts, ...more });
}

function stateOf(requests: Request[], callbackBlocks = BLOCKS) {
  return makeState({
    requests,
    calls: [makeCall({ minutes: 60 })],
    settings: makeSettings({ callbackBlocks, myName: 'Martin' }),
  });
}

function due(requests: Request[], now = NOW, callbackBlocks = BLOCKS) {
  return waitingReplies(stateOf(requests, callbackBlocks), now).map(({ dueAt, isDue, requests: all }) => ({
    at: dueAt.toZonedDateTimeISO('Europe/Vienna').toPlainDateTime().toString(),
    isDue,
    ids: all.map(({ id }) => id),
  }));
}

describe('what waits', () => {
  it('waits for the last callback block of the day, one message for each client', () => {
    expect(due([missed('invoice', '2026-11-24T11:20'), missed('slides', '2026-11-24T09:00')])).toEqual([
      { at: '2026-11-24T16:45:00', isDue: false, ids: ['slides', 'invoice'] },
    ]);
    expect(due([missed('invoice', '2026-11-24T11:20')], vienna('2026-11-24T16:45'))[0]?.isDue).toBe(true);
  });

  it('waits for the next block when it came after the last, also over a weekend', () => {
    const friday = missed('late', '2026-11-20T18:00');
    expect(due([friday], vienna('2026-11-20T18:05'))).toMatchObject([{ at: '2026-11-23T12:00:00' }]);
  });

  it('waits for the end of the day without callback blocks', () => {
    const [waiting] = due([missed('invoice', '2026-11-24T11:20')], NOW, []);
    expect(waiting?.at.slice(0, 10)).toBe('2026-11-24');
    expect(waiting?.isDue).toBe(false);
  });

  it.each<[string, Partial<Request>]>([
    ['clarifies', { claimedUrgent: true }],
    ['is needed before the call', { neededBy: '2026-11-25' }],
    ['is an emergency', { emergency: 'confirmed' }],
    ['is to be called back', { override: { route: 'callback', said: 'standing-call', at: NOW.toString() } }],
    ['waits for somebody', { status: 'waiting' }],
  ])('does not wait when it %s', (_, more) => {
    expect(due([missed('invoice', '2026-11-24T11:20', more)])).toEqual([]);
  });

  it('does not wait without a call that it could wait for', () => {
    expect(waitingReplies({ ...stateOf([missed('invoice', '2026-11-24T11:20')]), calls: [] }, NOW)).toEqual([]);
  });
});

describe('the message', () => {
  const both = stateOf([missed('slides', '2026-11-24T09:00'), missed('invoice', '2026-11-24T11:20')]);

  it('has everything in it, each with its call', () => {
    const { body, situation } = writeWaiting(both, findWaiting(both, makeClient(), NOW), { en: words }, NOW);
    expect(situation).toBe('together');
    expect(body).toContain('– Slides: Friday 27 November, 10:00\n– Invoice: Friday 27 November, 10:00');
  });

  it('is the ordinary reply for one request alone', () => {
    const one = stateOf([missed('invoice', '2026-11-24T11:20')]);
    expect(writeWaiting(one, findWaiting(one, makeClient(), NOW), { en: words }, NOW).situation).toBe('can-it-wait');
  });

  it('answers every request once it is sent, promises the call, and counts as one deferral', () => {
    const waiting = findWaiting(both, makeClient(), NOW);
    const reply = writeWaiting(both, waiting, { en: words }, NOW);
    const copied = recordWaiting(both, waiting, reply, 'copied', momentAt(NOW));
    expect(waitingReplies(copied, NOW)).toHaveLength(1);
    const sent = recordWaiting(copied, waiting, reply, 'sent', momentAt(NOW));
    expect(waitingReplies(sent, NOW)).toEqual([]);
    expect(sent.requests.map(({ replies }) => replies.length)).toEqual([1, 1]);
    for (const { replies } of sent.requests) expect(replies[0]?.names?.occurrence).toBe('2026-11-27T10:00');
    const boundarySteps = [{ stage: 'trade-off' as const, at: '2026-11-23T09:00:00Z' }];
    expect(standingWith(sent, makeClient('Globex', { allowance: 1, boundarySteps }), NOW).reasons).toContainEqual(
      expect.objectContaining({ code: 'few-deferrals', values: { count: 1, days: 1 } }),
    );
  });

  it('differs three times in a row', () => {
    let state = both;
    const bodies = new Set<string>();
    for (const day of ['24', '25', '26']) {
      const now = vienna(`2026-11-${day}T16:50`);
      const fresh = ['a', 'b'].map((id) => missed(`${id}${day}`, `2026-11-${day}T15:00`));
      state = { ...state, requests: [...state.requests, ...fresh] };
      const waiting = findWaiting(state, makeClient(), now);
      const reply = writeWaiting(state, waiting, { en: words }, now);
      bodies.add(reply.body.replace(/–.*\n/g, ''));
      state = recordWaiting(state, waiting, reply, 'sent', momentAt(now));
    }
    expect(bodies.size).toBe(3);
  });
});

describe('a time of one’s own', () => {
  const state = stateOf([missed('invoice', '2026-11-24T11:20')]);
  const waiting = findWaiting(state, makeClient(), NOW);

  it('holds for the whole message until it is taken back', () => {
    const later = waitUntil(state, waiting, vienna('2026-11-24T18:30'), NOW);
    const more = { ...later, requests: [...later.requests, missed('slides', '2026-11-24T11:25')] };
    expect(waitingReplies(more, NOW)).toMatchObject([{ isChosen: true, requests: [{}, {}] }]);
    expect(waitingReplies(more, NOW)[0]?.dueAt).toEqual(vienna('2026-11-24T18:30'));
    const usual = waitUntil(more, findWaiting(more, makeClient(), NOW), undefined, NOW);
    expect(waitingReplies(usual, NOW)).toMatchObject([{ isChosen: false }]);
  });

  it('lies ahead', () => {
    expect(refusalOf(() => waitUntil(state, waiting, vienna('2026-11-24T11:00'), NOW))).toMatchObject({ field: 'at' });
  });

  it('asks for nothing where nothing waits', () => {
    expect(refusalOf(() => findWaiting(stateOf([]), makeClient(), NOW)).code).toBe('nothing-sent');
  });
});
