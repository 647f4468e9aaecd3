import { describe, expect, test } from 'vitest';
import { escapeBody, escapeMarkup, guardDash } from '../../electron/desktop/notify-send-text';
import { inboxToast, loggedToast, mailToast, problemToast, unplannedToast } from '../../electron/desktop/toast-text';
import { createWords } from '../../electron/desktop/words';
import type { LogAnswer } from '../../electron/ipc/contract/answers';
import { makeContact, makeRequest, vienna } from '../helpers/build';

const where = { timeZone: 'Europe/Vienna', now: vienna('2026-11-24T11:20'), words: createWords('en-GB') };

function answerOf(more: Partial<LogAnswer> = {}, subject = 'invoice', count = 1): LogAnswer {
  const contact = makeContact('2026-11-24T10:20:00Z', 'missed-call');
  const request = makeRequest('req_1', { subject });
  return {
    changeId: 'chg_1',
    request: { ...request, requestId: request.id, client: 'Globex', count, contacts: [] },
    contact: { ...contact, contactId: contact.id },
    joined: false,
    verdict: { route: 'standing-call', reasons: [] },
    call: { callId: 'call_1', occurrence: '2026-11-27T10:00', startsAt: '2026-11-27T10:00:00+01:00' },
    reply: {
      language: 'en',
      subject: 's',
      body: 'Hello',
      stage: '',
      situation: 'can-it-wait',
      reasons: [],
      warnings: [],
      tone: [],
    },
    ...more,
  };
}

const without: Partial<LogAnswer> = { call: undefined };

describe('what was logged', () => {
  test('says when it comes up, and where the reply is', () => {
    expect(loggedToast(answerOf(), true, where)).toEqual({
      title: 'Globex · Missed call',
      body: 'On Friday’s call, 10:00. Reply copied.',
    });
    expect(loggedToast(answerOf(), false, where).body).toBe('On Friday’s call, 10:00. Reply ready in Replies.');
  });

  test('says when own words had better be looked at before they go out', () => {
    const { reply } = answerOf();
    const tone = [{ kind: 'vague-promise' as const, start: 0, end: 4, text: 'soon', why: 'Nobody can plan with it.' }];
    expect(loggedToast(answerOf({ reply: { ...reply, tone } }), true, where).body).toBe(
      'On Friday’s call, 10:00. Reply copied. Mind its tone before you send it.',
    );
  });

  test('says when something speaks against the words that were copied', () => {
    const { reply } = answerOf();
    const text = 'You promised to call them today; this letter names the call of Friday.';
    const told = { code: 'call-after-callback', values: {}, text };
    const bodyOf = (warning: LogAnswer['reply']['warnings'][number]) =>
      loggedToast(answerOf({ reply: { ...reply, warnings: [warning] } }), true, where).body;
    expect(bodyOf({ ...told, action: 'Call them then.' })).toBe(
      'On Friday’s call, 10:00. Reply copied. Read it before you send it: something speaks against it.',
    );
    expect(bodyOf({ ...told, code: 'no-name' })).toBe('On Friday’s call, 10:00. Reply copied.');
  });

  test('says what it joined', () => {
    expect(loggedToast(answerOf({ joinedBy: 'same-subject' }, 'invoice', 3), true, where).body).toMatch(
      /^Joined: invoice ×3, same subject\. On/,
    );
    expect(loggedToast(answerOf({ joinedBy: 'burst' }, '', 3), true, where).body).toMatch(
      /^Joined: ×3, minutes apart\. On/,
    );
  });

  test('counts', () => {
    const contact = { ...answerOf().contact, count: 3 };
    expect(loggedToast(answerOf({ contact }), true, where).title).toBe('Globex · 3 missed calls');
  });

  test.each([
    [
      'a call too far for its weekday alone',
      { call: { ...answerOf().call, startsAt: '2026-12-04T10:00:00+01:00' } },
      /^On the call of Friday,? 4 December, 10:00\./,
    ],
    [
      'a callback block',
      { ...without, verdict: { route: 'callback', until: '2026-11-24T16:45:00+01:00', reasons: [] } },
      /^In the callback block, Tuesday 16:45\./,
    ],
    ['at once', { ...without, verdict: { route: 'now', reasons: [] } }, /^This can’t wait\./],
    [
      'not clear',
      { ...without, verdict: { route: 'ask-first', reasons: [{ code: 'urgent-unclear', values: {}, text: '' }] } },
      /^Ask first: by when, and what for\?/,
    ],
    ['not mine', { ...without, verdict: { route: 'ask-first', reasons: [] } }, /^Ask first/],
    ['no call', without, /^No call ahead takes it\./],
  ])('%s', (_, more, body) => {
    expect(loggedToast(answerOf(more as Partial<LogAnswer>), true, where).body).toMatch(body);
  });

  test.each<[string, LogAnswer['verdict']['route'], number, number, string]>([
    ['most waited', 'standing-call', 36, 41, 'On Friday’s call, 10:00. Usually waits: 36 of 41. Reply copied.'],
    ['few did', 'standing-call', 2, 8, 'On Friday’s call, 10:00. 2 of 8 waited fine before. Reply copied.'],
    ['there were too few', 'standing-call', 4, 4, 'On Friday’s call, 10:00. Reply copied.'],
    ['it cannot wait', 'now', 36, 41, 'This can’t wait. Reply copied.'],
  ])('says in passing what became of its like: %s', (_, route, waitedFine, deferred, body) => {
    const rest = { solvedItself: 0, escalated: deferred - waitedFine, shouldHaveCalled: 0 };
    const overridden = { sooner: 0, later: 0, elsewhere: 0 };
    const tally = { kind: 'phone', deferred, waitedFine, ...rest, overridden, text: '' };
    expect(loggedToast(answerOf({ verdict: { route, reasons: [], tally } }), true, where).body).toBe(body);
  });

  test('says nothing of a reply where there is none', () => {
    const reply = { ...answerOf().reply, body: '' };
    expect(loggedToast(answerOf({ reply }), true, where).body).toBe('On Friday’s call, 10:00.');
  });

  test('shortens what is long', () => {
    const { request } = answerOf();
    const { title } = loggedToast(answerOf({ request: { ...request, client: 'x'.repeat(300) } }), true, where);
    expect(title.length).toBeLessThan(80);
  });
});

test('what the inbox brought is said, one by one or counted', () => {
  const { words } = where;
  expect(mailToast({ client: 'Globex', subject: 'Änderung' }, words)).toEqual({
    title: 'Globex · Wrote',
    body: 'Änderung',
  });
  expect(mailToast({ client: 'Globex', subject: '' }, words).body).toBe('1 contact logged.');
  expect(inboxToast(12, words)).toEqual({ title: 'From the inbox', body: '12 contacts logged.' });
});

test('a problem says what happened and what to do', () => {
  const problem = { code: 'disk-full', message: 'The disk is full.', action: 'Make room.' } as const;
  expect(problemToast(problem, 'Not done')).toEqual({ title: 'Not done', body: 'The disk is full. Make room.' });
});

test.each([
  ['<b>R&D</b>', '&lt;b&gt;R&amp;D&lt;/b&gt;'],
  ['a\\nb', 'a\\\\nb'],
])('a body for notify-send: %s', (text, escaped) => {
  expect(escapeBody(text)).toBe(escaped);
});

test('no text is taken for an option, and markup is written out', () => {
  expect(guardDash('-e x - y')).toBe('‑e x - y');
  expect(guardDash('a-b')).toBe('a-b');
  expect(escapeMarkup('1 < 2 & 3')).toBe('1 &lt; 2 &amp; 3');
});

describe('calls that took place without being planned', () => {
  const at = (client: string, startsAt: string) => ({ client, startsAt });

  test('are named in the order of the day, those of today alone', () => {
    const calls = [at('Acme', '2026-11-24T10:00:00+01:00'), at('Globex', '2026-11-24T09:15:00+01:00')];
    expect(unplannedToast(calls, where)).toEqual({
      title: 'Took place today?',
      body: '2 calls are in your calendar, not in the log: Globex 9:15, Acme 10:00.',
    });
    const [acme] = calls;
    expect(unplannedToast(acme ? [acme, at('Globex', '2026-11-23T09:00:00+01:00')] : [], where)?.body).toBe(
      'In your calendar, not in the log: Acme 10:00.',
    );
    expect(unplannedToast([at('Globex', '2026-11-23T09:00:00+01:00')], where)).toBeUndefined();
  });

  test('are not all named when they are many', () => {
    const calls = ['13', '12', '11', '10'].map((hour) => at(`Client ${hour}`, `2026-11-24T${hour}:00:00+01:00`));
    expect(unplannedToast(calls, where)?.body).toContain('Client 10 10:00, Client 11 11:00, Client 12 12:00, ….');
  });
});
