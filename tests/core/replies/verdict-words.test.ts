import { describe, expect, it } from 'vitest';
import type { Override, Request, Route, Situation } from '../../../electron/core/model/request';
import { chooseSituation } from '../../../electron/core/replies/choose';
import type { ReplyFacts } from '../../../electron/core/replies/facts';
import { writeReply } from '../../../electron/core/replies/write';
import { makeReply } from '../../helpers/build';
import { CALLBACK, FRIDAY, makeCall, makeContact, makeFacts, makeRequest, NOW, words } from './scene';

/** A verdict, what came and whether a call takes it: the words that follow. It is Tuesday; the call is on Friday. */

const missed = makeRequest([makeContact('missed-call', '2026-11-24T10:20:00Z', { subject: 'invoice' })]);
const burst = makeRequest([makeContact('missed-call', '2026-11-24T10:20:00Z', { count: 3 })]);
const voicemail = makeRequest([makeContact('voicemail', '2026-11-24T10:20:00Z')]);
const mail = makeRequest([makeContact('email', '2026-11-24T10:20:00Z', { subject: 'invoice' })]);
const spoke = makeRequest([makeContact('call', '2026-11-24T09:00:00Z', { subject: 'invoice' })]);
const tried = makeRequest([makeContact('missed-call', '2026-11-24T09:00:00Z', { direction: 'out' })]);
const CAME = { missed, burst, voicemail, mail, spoke, tried };
type Came = keyof typeof CAME;

const before = { neededBy: '2026-11-26' };
const sameDay = { neededBy: '2026-11-27' };
const known = { neededWords: 'before the board meets', purpose: 'board', askedBy: 'the CFO', form: 'a note' };
const asked = { replies: [makeReply({ situation: 'clarify-urgent', sentAt: '2026-11-24T10:22:00Z' })] };
const urgent = { claimedUrgent: true };

interface Row {
  /** The verdict; with `!`, one that was chosen by hand. */
  route: Route | `${Route}!`;
  came: Came;
  /** Whether a call takes it, and whether there is a block or a moment to call in. */
  call: boolean;
  block?: boolean;
  request?: Partial<Request>;
  facts?: Partial<ReplyFacts>;
}

function factsOf({ route, came, call, block = true, request, facts }: Row): ReplyFacts {
  const isByHand = route.endsWith('!');
  const plain = route.replace('!', '') as Route;
  const override: Override = {
    route: plain,
    said: 'ask-first',
    at: NOW,
    ...(plain === 'delegate' && { to: 'Eva Horn' }),
  };
  return makeFacts(
    { ...CAME[came], ...(isByHand && { override }), ...request },
    { route: plain, call: call ? FRIDAY : undefined, callback: block ? CALLBACK : undefined, ...facts },
  );
}

const INCOMING: readonly Came[] = ['missed', 'burst', 'voicemail', 'mail'];
const ALL: readonly Came[] = [...INCOMING, 'spoke', 'tried'];

/** The same for each of what came. */
function each(came: readonly Came[], row: Omit<Row, 'came'>, situation: Situation): (readonly [Row, Situation])[] {
  return came.map((one) => [{ ...row, came: one }, situation] as const);
}

const TABLE: readonly (readonly [Row, Situation])[] = [
  // Now: a moment to call in, or no promise of one.
  ...each(INCOMING, { route: 'now', call: true }, 'call-back-today'),
  ...each(INCOMING, { route: 'now', call: false }, 'call-back-today'),
  ...each(INCOMING, { route: 'now', call: true, block: false }, 'no-answer-yet'),
  ...each(INCOMING, { route: 'now', call: false, block: false }, 'propose-standing-call'),
  ...each(INCOMING, { route: 'now', call: true, request: before }, 'needed-before-call'),
  ...each(INCOMING, { route: 'now', call: false, request: before }, 'needed-before-call'),
  ...each(INCOMING, { route: 'now', call: true, request: { emergency: 'suspected' } }, 'emergency'),
  ...each(ALL, { route: 'now', call: false, request: { emergency: 'confirmed' } }, 'emergency'),
  ...each(ALL, { route: 'now!', call: true }, 'call-back-today'),
  ...each(ALL, { route: 'now!', call: false }, 'call-back-today'),
  ...each(['spoke', 'tried'], { route: 'now', call: false }, 'after-we-spoke'),

  // The callback block, with its time.
  ...each(INCOMING, { route: 'callback', call: true }, 'call-back-today'),
  ...each(['missed', 'burst', 'voicemail'], { route: 'callback', call: true, facts: { isEngaged: true } }, 'back-by'),
  ...each(['mail'], { route: 'callback', call: true, facts: { isEngaged: true } }, 'call-back-today'),
  ...each(INCOMING, { route: 'callback', call: false }, 'propose-standing-call'),
  ...each(ALL, { route: 'callback!', call: true }, 'call-back-today'),
  ...each(ALL, { route: 'callback!', call: false }, 'call-back-today'),
  ...each(ALL, { route: 'callback!', call: true, block: false }, 'no-answer-yet'),
  ...each(INCOMING, { route: 'callback', call: false, block: false }, 'propose-standing-call'),
  ...each(INCOMING, { route: 'callback', call: true, request: before }, 'needed-before-call'),
  ...each(INCOMING, { route: 'callback!', call: true, request: sameDay }, 'call-back-today'),
  ...each(['spoke', 'tried'], { route: 'callback', call: true }, 'call-back-today'),
  ...each(['spoke', 'tried'], { route: 'callback', call: false }, 'after-we-spoke'),

  // The standing call: deferrals, each for what came.
  [{ route: 'standing-call', came: 'missed', call: true }, 'can-it-wait'],
  [{ route: 'standing-call', came: 'burst', call: true }, 'burst'],
  [{ route: 'standing-call', came: 'voicemail', call: true }, 'empty-voicemail'],
  [{ route: 'standing-call', came: 'mail', call: true }, 'message-received'],
  [{ route: 'standing-call', came: 'missed', call: true, facts: { isWorkingTime: false } }, 'out-of-hours'],
  [{ route: 'standing-call!', came: 'missed', call: true }, 'can-it-wait'],
  [{ route: 'standing-call!', came: 'mail', call: true }, 'message-received'],
  ...each(['spoke', 'tried'], { route: 'standing-call', call: true }, 'after-we-spoke'),
  ...each(['spoke', 'tried'], { route: 'standing-call!', call: true }, 'after-we-spoke'),
  ...each(INCOMING, { route: 'standing-call', call: true, request: sameDay }, 'needed-before-call'),
  ...each(INCOMING, { route: 'standing-call!', call: true, request: before }, 'needed-before-call'),
  ...each(INCOMING, { route: 'standing-call!', call: false }, 'propose-standing-call'),
  ...each(INCOMING, { route: 'standing-call', call: false, request: { status: 'parked' } }, 'no-answer-yet'),
  ...each(['missed', 'mail'], { route: 'standing-call', call: true, request: urgent }, 'clarify-urgent'),
  [{ route: 'standing-call!', came: 'missed', call: true, request: urgent }, 'can-it-wait'],
  [{ route: 'standing-call', came: 'missed', call: true, request: { ...urgent, ...asked } }, 'can-it-wait'],
  [
    {
      ...{ route: 'standing-call', came: 'missed', call: true, request: urgent },
      facts: { call: makeCall('2026-11-25T10:00:00Z') },
    },
    'can-it-wait',
  ],
  ...each(INCOMING, { route: 'standing-call', call: false, facts: { running: makeCall(NOW) } }, 'during-call'),
  [{ route: 'standing-call!', came: 'missed', call: true, request: { emergency: 'suspected' } }, 'can-it-wait'],

  // Ask first: what is not known, once; where everything is, or was asked, that there is no answer yet.
  ...each(INCOMING, { route: 'ask-first', call: true }, 'clarify-urgent'),
  ...each(INCOMING, { route: 'ask-first', call: false }, 'clarify-urgent'),
  ...each(INCOMING, { route: 'ask-first', call: false, request: urgent }, 'clarify-urgent'),
  ...each(INCOMING, { route: 'ask-first', call: true, request: known }, 'no-answer-yet'),
  ...each(INCOMING, { route: 'ask-first', call: false, request: asked }, 'no-answer-yet'),
  ...each(ALL, { route: 'ask-first!', call: true }, 'clarify-urgent'),
  ...each(ALL, { route: 'ask-first!', call: false, request: asked }, 'clarify-urgent'),
  ...each(ALL, { route: 'ask-first!', call: false, request: known }, 'no-answer-yet'),
  ...each(['spoke', 'tried'], { route: 'ask-first', call: true }, 'after-we-spoke'),

  // Somebody else, and no.
  ...each(ALL, { route: 'delegate!', call: true }, 'delegate'),
  ...each(ALL, { route: 'delegate!', call: false }, 'delegate'),
  ...each(ALL, { route: 'decline!', call: true }, 'decline'),
  ...each(ALL, { route: 'decline!', call: false, request: before }, 'decline'),

  // A promise that broke is put right, unless something else was decided.
  ...each(ALL, { route: 'now', call: true, facts: { isPromiseBroken: true } }, 'correction'),
  ...each(ALL, { route: 'standing-call!', call: true, facts: { isPromiseBroken: true } }, 'correction'),
  ...each(ALL, { route: 'callback!', call: true, facts: { isPromiseBroken: true } }, 'call-back-today'),
];

function nameRow({ route, came, call, block = true, request, facts }: Row): string {
  const more = [...Object.keys(request ?? {}), ...Object.keys(facts ?? {})].join(', ');
  return `${route}, ${came}, ${call ? 'a call' : 'no call'}${block ? '' : ', no block'}${more && `, ${more}`}`;
}

describe('the words follow the verdict', () => {
  it.each(TABLE.map(([row, situation]) => [nameRow(row), situation, row] as const))('%s: %s', (_, situation, row) => {
    const { situation: chosen, grounds } = chooseSituation(factsOf(row));
    expect(chosen).toBe(situation);
    expect(grounds.length).toBeGreaterThan(0);
  });

  it('and say in words why, whatever they are', () => {
    for (const [row] of TABLE)
      for (const { code, text } of writeReply(factsOf(row), words).reasons) {
        expect(text).not.toBe(code);
        expect(text).not.toBe(words.reasons?.other);
      }
  });
});

describe('what was decided stays true', () => {
  it('is not promised before the day it is needed, where it waits for a later call all the same', () => {
    for (const came of INCOMING)
      for (const earlier of words.situations['needed-before-call'].keys()) {
        const facts = { ...factsOf({ route: 'standing-call!', came, call: true, request: before }), earlier };
        const { body, names } = writeReply(facts, words);
        expect(body).toContain('Thursday 26 November');
        expect(body).toContain('Friday 27 November, 10:00');
        expect(body).not.toMatch(/I'll (call|answer|write to) you|in writing/);
        expect(names?.callId).toBe('call_1');
      }
  });

  it('promises no call where the request is for the standing call, late as it is', () => {
    const past = { neededBy: '2026-11-20' };
    const facts = factsOf({ route: 'standing-call!', came: 'missed', call: true, request: past });
    expect(writeReply(facts, words).body).not.toMatch(/I'll call you/);
    expect(writeReply(facts, words, 'late-return').body).not.toMatch(/I'll call you/);
    const now = factsOf({ route: 'now!', came: 'missed', call: true, request: past });
    expect(writeReply(now, words).body).toMatch(/I'll call you/);
  });
});
