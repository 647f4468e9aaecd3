import { describe, expect, it } from 'vitest';
import type { Request, Situation } from '../../../electron/core/model/request';
import { chooseSituation } from '../../../electron/core/replies/choose';
import type { ReplyFacts } from '../../../electron/core/replies/facts';
import { makeCall, makeClient, makeContact, makeFacts, makeRequest, NOW } from './scene';

const missed = makeContact('missed-call', '2026-11-24T10:20:00Z');
const voicemail = makeContact('voicemail', '2026-11-24T10:21:00Z');
const spoke = makeContact('call', '2026-11-24T09:00:00Z');
const mail = makeContact('email', '2026-11-24T10:22:00Z', { subject: 'invoice' });
const one = makeRequest([missed]);
const about = makeRequest([{ ...missed, subject: 'invoice' }]);

describe('chooseSituation', () => {
  it.each<[string, Situation, Request, Partial<ReplyFacts>]>([
    ['done', 'done', { ...one, status: 'done', emergency: 'confirmed' }, {}],
    ['declined', 'decline', { ...one, status: 'declined' }, {}],
    ['an emergency, whatever else', 'emergency', { ...one, emergency: 'confirmed' }, { call: undefined }],
    ['words agreed to be an emergency', 'emergency', { ...one, emergency: 'suspected' }, {}],
    ['a promise that no longer holds', 'correction', one, { isPromiseBroken: true }],
    ['we spoke last', 'after-we-spoke', makeRequest([spoke]), {}],
    ['they came by', 'after-we-spoke', makeRequest([{ ...spoke, channel: 'in-person' }]), {}],
    ['I wrote last', 'after-we-spoke', makeRequest([missed, { ...mail, direction: 'out' }]), {}],
    ['we spoke, then they called', 'can-it-wait', makeRequest([spoke, missed]), {}],
    ['during our call', 'during-call', about, { call: undefined, running: makeCall('2026-11-24T10:00:00Z') }],
    ['no standing call', 'propose-standing-call', about, { call: undefined }],
    ['needed before', 'needed-before-call', { ...about, neededBy: '2026-11-26' }, {}],
    ['needed on its day', 'needed-before-call', { ...about, neededBy: '2026-11-27' }, {}],
    ['needed in the past', 'needed-before-call', { ...about, neededBy: '2026-11-20' }, {}],
    ['needed after', 'can-it-wait', { ...about, neededBy: '2026-11-28' }, {}],
    ['urgent, nothing known', 'clarify-urgent', { ...about, claimedUrgent: true }, {}],
    [
      'urgent, nothing known, no standing call',
      'clarify-urgent',
      { ...about, claimedUrgent: true },
      { call: undefined, route: 'ask-first' },
    ],
    ['urgent, purpose known', 'can-it-wait', { ...about, claimedUrgent: true, purpose: 'board' }, {}],
    ['urgent, needed after', 'can-it-wait', { ...about, claimedUrgent: true, neededBy: '2026-11-30' }, {}],
    ['a burst', 'burst', makeRequest([missed, { ...missed, at: NOW }]), {}],
    ['a burst logged as one', 'burst', makeRequest([{ ...missed, count: 3 }]), {}],
    ['a burst of both kinds', 'burst', makeRequest([missed, voicemail]), {}],
    ['a burst with a subject', 'can-it-wait', makeRequest([missed, { ...voicemail, subject: 'invoice' }]), {}],
    ['calls on two days', 'can-it-wait', makeRequest([{ ...missed, at: '2026-11-23T09:00:00Z' }, missed]), {}],
    ['a voicemail without a subject', 'empty-voicemail', makeRequest([voicemail]), { isWorkingTime: false }],
    ['a voicemail with a subject', 'can-it-wait', makeRequest([{ ...voicemail, subject: 'invoice' }]), {}],
    ['a mail', 'message-received', makeRequest([mail]), { isWorkingTime: false }],
    ['a call, then a mail', 'message-received', makeRequest([missed, mail]), {}],
    ['a mail that leaves me the time', 'time-given', makeRequest([{ ...mail, text: 'invoice, no hurry' }]), {}],
    ['a call while I am off', 'out-of-hours', about, { isWorkingTime: false }],
    ['a call', 'can-it-wait', one, {}],
  ])('%s: %s', (_, situation, request, more) => {
    expect(chooseSituation(makeFacts(request, more)).situation).toBe(situation);
  });

  it('takes the day of the call in the zone of the client', () => {
    // 23:30 UTC on Friday is still Friday in London, and Saturday in Vienna.
    const facts = makeFacts({ ...about, neededBy: '2026-11-27' }, { call: makeCall('2026-11-27T23:30:00Z') });
    expect(chooseSituation(facts).situation).toBe('needed-before-call');
    const inVienna = makeFacts(facts.request, {
      ...facts,
      route: 'callback',
      client: makeClient({ timeZone: 'Europe/Vienna' }),
    });
    expect(chooseSituation(inVienna).grounds[0]?.code).toBe('needed-before');
    expect(chooseSituation(facts).grounds[0]?.code).toBe('needed-same');
  });

  it('leaves out what was answered by a sent reply', () => {
    const reply = { id: 'rep_1', situation: 'burst' as const, language: 'en', subject: '', body: '' };
    const request = makeRequest([
      { ...missed, count: 3 },
      { ...missed, at: '2026-11-24T10:24:00Z' },
    ]);
    const copied = { ...request, replies: [{ ...reply, copiedAt: '2026-11-24T10:22:00Z' }] };
    const sent = { ...request, replies: [{ ...reply, sentAt: '2026-11-24T10:22:00Z' }] };
    expect(chooseSituation(makeFacts(copied)).situation).toBe('burst');
    expect(chooseSituation(makeFacts(sent)).situation).toBe('can-it-wait');
  });
});
