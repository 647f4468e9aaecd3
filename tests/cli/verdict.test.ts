import { afterAll, describe, expect, test } from 'vitest';
import { removeCommandLine } from './helpers/command-line';
import { type InProcess, openInProcess } from './helpers/in-process';

afterAll(removeCommandLine);

/** Globex prefers mail and has a call on Friday at 10:00; it is Tuesday 24 November 2026, 11:20. */
async function open(...more: string[]): Promise<InProcess> {
  const opened = await openInProcess();
  await opened.ask('client', 'add', 'Globex', '--contact', 'Dana Ruiz', ...more);
  const call = ['--rule', 'FREQ=WEEKLY;BYDAY=FR', '--start', '2026-11-20T10:00', '--time-zone', 'Europe/Vienna'];
  await opened.ask('call', 'add', 'Globex', ...call, '--minutes', '30');
  return opened;
}

test('what is taken back is named, not numbered', async () => {
  const { ask, run } = await open();
  await ask('log', 'dana 3 missed calls re invoice');
  expect((await run('undo')).stdout).toContain('Undone: logged: Globex, invoice (');
});

describe('a verdict by the command line', () => {
  test('three calls at once are said to have come within a minute', async () => {
    const { ask } = await open();
    for (let call = 0; call < 3; call += 1) await ask('log', 'dana missed call re invoice');
    const burst = expect.objectContaining({ code: 'burst', text: '3 contacts within a minute.' });
    expect(await ask('verdict', 'invoice')).toMatchObject({ reasons: expect.arrayContaining([burst]) });
  });

  test('asks first, and confirms no call as long as that is open', async () => {
    const { ask, run } = await open();
    await ask('log', 'dana voicemail re invoice, urgent');
    expect(await ask('verdict', 'invoice')).toMatchObject({ route: 'ask-first', until: '2026-11-27T10:00:00+01:00' });
    expect((await run('verdict', 'invoice')).stdout).toContain('ask first; meanwhile it is down for Fri 27 Nov, 10:00');
    expect((await run('receipt', 'invoice')).stderr).toContain('It is not settled for a call');
  });

  test('an override holds, is undone, and two of a kind move the default, saying so', { timeout: 30_000 }, async () => {
    const { ask, run } = await open();
    await ask('log', 'dana missed call re invoice');
    const chosen = await ask('override', 'invoice', 'callback');
    expect(chosen).toMatchObject({
      override: { route: 'callback', said: 'standing-call', at: '2026-11-24T11:20:00+01:00' },
      verdict: { route: 'callback', until: '2026-11-24T16:45:00+01:00', reasons: [{ code: 'override' }, {}, {}] },
    });
    await ask('undo');
    expect(await ask('verdict', 'invoice')).toMatchObject({ route: 'standing-call' });

    await ask('override', 'invoice', 'callback');
    await ask('log', 'dana vm re access');
    expect(await ask('verdict', 'access')).toMatchObject({
      route: 'standing-call',
      tally: { kind: 'phone', deferred: 0, overridden: { sooner: 1, later: 0, elsewhere: 0 } },
    });
    await ask('override', 'access', 'callback');
    const third = await ask('log', 'dana missed call re budget');
    expect(third).toMatchObject({
      verdict: {
        route: 'callback',
        reasons: [{ code: 'learned-sooner', values: { hits: 2, cases: 2, percent: 25, sure: 89 } }, {}, {}, {}],
      },
    });
    const { stdout } = await run('verdict', 'budget');
    expect(stdout).toContain("2 of 2 like it could not wait: 89 % sure that more than 25 % can't, so it comes sooner.");
    expect(stdout).toContain('You moved 2 sooner.');

    // The threshold is mine to set, and what is closed counts as what is open did.
    await ask('settings', 'set', '--sooner-above', '60');
    expect(await ask('verdict', 'budget')).toMatchObject({ route: 'standing-call' });
    await ask('settings', 'set', '--sooner-above', 'none');
    await ask('request', 'done', 'invoice', '--now', '2026-11-27T10:20:00+01:00');
    expect(await ask('verdict', 'budget')).toMatchObject({ route: 'callback', tally: { overridden: { sooner: 2 } } });
    expect(await ask('override', 'access', 'none')).not.toHaveProperty('override');
    expect(await ask('verdict', 'budget')).toMatchObject({ route: 'standing-call' });
  });

  test('delegating names somebody; what is over is not moved', async () => {
    const { ask, run } = await open();
    await ask('log', 'dana missed call re invoice');
    const nobody = await run('override', 'invoice', 'delegate');
    expect([nobody.status, nobody.stderr]).toEqual([1, expect.stringContaining('Nobody is named.')]);
    expect(await ask('override', 'invoice', 'delegate', 'Lee Okafor')).toMatchObject({
      verdict: { route: 'delegate', to: 'Lee Okafor' },
    });
    await ask('override', 'invoice', 'decline');
    expect(await ask('reply', 'invoice')).toMatchObject({ situation: 'decline' });
    expect((await run('override', 'invoice', 'sideways')).status).not.toBe(0);
    const { requestId } = (await ask('request', 'done', 'invoice')) as { requestId: string };
    expect((await run('override', requestId, 'now')).stderr).toContain('is over');
  });

  test('an outcome is seen in the log, said by hand, and tallied', { timeout: 30_000 }, async () => {
    const { ask, run } = await open();
    const logged = (await ask('log', 'dana missed call re invoice')) as { request: { requestId: string } };
    const id = logged.request.requestId;
    expect((await run('outcome', id, 'waited-fine')).stderr).toContain('did not wait, or is not done');
    await ask('request', 'done', id, '--now', '2026-11-27T10:20:00+01:00');
    expect(await ask('verdict', id)).toMatchObject({ outcome: 'waited-fine' });
    await ask('outcome', id, 'should-have-called');
    expect(await ask('verdict', id)).toMatchObject({ outcome: 'should-have-called' });

    const next = ['--now', '2026-11-27T11:00:00+01:00'];
    expect(await ask('log', 'dana missed call re budget', ...next)).toMatchObject({
      verdict: { tally: { deferred: 1, shouldHaveCalled: 1, text: 'Of 1 deferred, 1 should have been a call.' } },
    });
    const before = 'Of 1 deferred, 1 should have been a call.';
    expect((await run('log', 'dana missed call re slides', ...next)).stdout).toContain(before);
    expect((await run('pick-up', 'Globex', ...next)).stdout).toContain(before);
    expect(await ask('client', 'card', 'Globex', ...next)).toMatchObject({ pickUp: { tally: { deferred: 1 } } });
    await ask('outcome', id, 'none');
    expect(await ask('verdict', 'budget', ...next)).toMatchObject({ tally: { waitedFine: 1, shouldHaveCalled: 0 } });
  });

  test('the four questions: what is known, and what to ask', { timeout: 30_000 }, async () => {
    const { ask, run } = await open();
    await ask('log', 'dana vm, Q3 numbers, urgent');
    expect(await ask('verdict', 'numbers')).toMatchObject({
      route: 'ask-first',
      ask: ['by-when', 'what-for'],
      known: { who: 'Dana Ruiz' },
    });
    await ask('request', 'set', 'numbers', '--purpose', 'the board', '--needed-by', '2026-11-27');
    const known = await ask('verdict', 'numbers');
    expect(known).toMatchObject({
      route: 'standing-call',
      known: { 'what-for': 'the board', 'by-when': '2026-11-27' },
    });
    expect(known).not.toHaveProperty('ask');
    await ask('request', 'set', 'numbers', '--decided-by', 'her VP');
    expect((await run('reply', 'numbers')).stdout).toContain('who is asking for it, and do you need it as a call');
    await ask('request', 'set', 'numbers', '--form', 'a PDF', '--asked-by', 'the CFO');
    expect((await run('reply', 'numbers')).stdout).toContain("I don't have the answer yet");
    const all = await run('reply', 'numbers', '--situation', 'clarify-urgent');
    expect(all.stderr).toContain('is all known');
    expect(await ask('verdict', 'numbers')).toMatchObject({
      route: 'ask-first',
      reasons: [{ code: 'decided-by', text: 'Her VP decides this.' }],
    });
  });

  test.each([
    ['free, and allowance is left', '2026-11-24T11:20:00+01:00', 'now', 'pick-up'],
    ['outside my hours', '2026-11-24T19:00:00+01:00', 'standing-call', 'tied-up'],
    ['their own call runs', '2026-11-27T10:10:00+01:00', 'now', 'call-runs'],
  ])('whether to pick up: %s', async (_, now, route, first) => {
    const { ask } = await open();
    const verdict = (await ask('pick-up', 'Globex', '--now', now)) as { route: string; reasons: { code: string }[] };
    expect({ route: verdict.route, first: verdict.reasons[0]?.code }).toEqual({ route, first });
    expect(await ask('client', 'card', 'Globex', '--now', now)).toMatchObject({ pickUp: { isGood: route === 'now' } });
  });

  test('a burst rings on, and so does one more than the allowance', async () => {
    const { ask } = await open('--allowance', '1');
    await ask('log', 'dana 3 missed calls re invoice');
    expect(await ask('pick-up', 'Globex')).toMatchObject({
      route: 'standing-call',
      reasons: [{ code: 'burst-now' }, {}, {}],
    });
    const later = ['--now', '2026-11-24T14:00:00+01:00'];
    expect(await ask('pick-up', 'Globex', ...later)).toMatchObject({ route: 'now' });
    await ask('log', 'spoke with dana 5 min re invoice', ...later);
    expect(await ask('pick-up', 'Globex', ...later)).toMatchObject({
      route: 'standing-call',
      reasons: [{ code: 'allowance', values: { used: 1, allowance: 1 } }, {}],
    });
  });

  test('a burst does not ring on while an emergency of theirs is open, nor outside my hours', async () => {
    const { ask } = await open();
    await ask('log', '! dana 3 missed calls re server');
    const expected = { route: 'now', reasons: [{ code: 'emergency-open' }] };
    expect(await ask('pick-up', 'Globex')).toMatchObject(expected);
    expect(await ask('pick-up', 'Globex', '--now', '2026-11-24T19:00:00+01:00')).toMatchObject(expected);
    await ask('request', 'done', 'server');
    expect(await ask('pick-up', 'Globex', '--now', '2026-11-24T19:00:00+01:00')).toMatchObject({
      route: 'standing-call',
    });
  });

  test('what a reply would name and does not exist is missing in words', async () => {
    const { ask, run } = await open();
    await ask('client', 'add', 'Novak');
    await ask('log', 'novak voicemail urgent re contract');
    const { stderr } = await run('reply', 'contract', '--situation', 'can-it-wait');
    expect(stderr).toContain('no standing call does');
    expect(stderr).not.toContain('callMoment"');
  });

  test('days are in words', async () => {
    const { run } = await open();
    const { stdout } = await run('log', 'dana emailed re logo files, needs it thu');
    expect(stdout).toContain('Needed by Thursday 26 November, before the next call Friday 27 November, 10:00.');
  });

  test('what there is time for comes first in the next free slot', async () => {
    const { ask, run } = await open();
    expect((await run('early')).stdout).toContain('Nothing that there is time for.');
    const { reply } = (await ask('log', 'dana emailed re logo files, no rush')) as {
      reply: { situation: string; body: string };
    };
    expect(reply.situation).toBe('time-given');
    expect(reply.body).toContain("and for telling me there's no rush");
    await ask('log', 'dana missed call re invoice');
    expect(await ask('early')).toMatchObject({
      slot: { startsAt: '2026-11-24T11:20:00+01:00', endsAt: '2026-11-24T16:45:00+01:00' },
      items: [{ client: 'Globex', subject: expect.stringContaining('logo files'), minutes: 5 }],
    });
  });
});
