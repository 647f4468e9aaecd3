import { expect, test } from 'vitest';
import { openInProcess } from './helpers/in-process';

interface Logged {
  request: { requestId: string };
  reply: { stage: string; situation: string };
}

async function openGlobex() {
  const line = await openInProcess();
  await line.ask(
    'client',
    'add',
    'Globex',
    '--contact',
    'Dana Ruiz <dana@globex.example>',
    '--time-zone',
    'Europe/London',
  );
  const weekly = ['--rule', 'FREQ=WEEKLY;BYDAY=FR', '--start', '2026-11-27T10:00', '--time-zone', 'Europe/Vienna'];
  await line.ask('call', 'add', 'Globex', ...weekly, '--minutes', '60');
  return line;
}

test('from a third deferral to the pattern talk, with the numbers of the log', async () => {
  const line = await openGlobex();
  // One that is over counts, too.
  const old = (await line.ask('log', 'dana 2 missed calls re budget', '--now', '2026-11-10T18:40:00+01:00')) as Logged;
  await line.ask('request', 'done', old.request.requestId, '--now', '2026-11-11T10:00:00+01:00');
  const defer = async (subject: string, at: string) => {
    const { request, reply } = (await line.ask('log', `dana called no answer re ${subject}`, '--now', at)) as Logged;
    expect(reply.situation).toBe('can-it-wait');
    await line.ask('request', 'sent', request.requestId, '--now', at);
    return line.ask('stage', 'Globex');
  };
  await defer('invoice', '2026-11-19T10:00:00+01:00');
  await defer('contract', '2026-11-19T14:00:00+01:00');
  // Three deferrals are no reason to leave out a step.
  expect(await defer('access', '2026-11-19T15:00:00+01:00')).toMatchObject({
    stage: 'proposed',
    next: { stage: 'trade-off', situation: 'trade-off' },
  });
  await line.ask('request', 'sent', 'access', '--situation', 'trade-off', '--now', '2026-11-20T09:00:00+01:00');
  await defer('logo', '2026-11-23T10:00:00+01:00');
  const shown = await defer('slides', '2026-11-24T09:00:00+01:00');
  expect(shown).toMatchObject({ stage: 'held', since: '2026-11-23', next: { stage: 'pattern', situation: 'pattern' } });
  expect(await line.ask('client', 'show', 'Globex')).toMatchObject({ boundary: { stage: 'held' } });

  const words = (await line.ask('reply', 'slides', '--stage', 'pattern')) as { body: string; stage: string };
  expect(words.stage).toBe('held');
  expect(words.body).toContain('there were 7 calls and messages from you outside our calls, on 4 different days');
  expect(words.body).toContain('2 came outside my working hours');
  expect(words.body).toContain('Tuesday 24 November, 08:00 your time');

  // Copying moves nothing; what was said in a call does, and can be taken back.
  const said = (await line.ask('stage', 'said', 'Globex', 'pattern')) as { changeId: string; stage: string };
  expect(said.stage).toBe('pattern');
  await line.ask('undo', said.changeId);
  expect(await line.ask('stage', 'Globex')).toMatchObject({ stage: 'held' });
  const { stdout } = await line.run('stage', 'Globex');
  expect(stdout).toMatch(/stage +held, since the week of Mon 23 Nov/);
  expect(stdout).toMatch(/limit +firm: never beyond pattern/);
});

test('words that need something ask for it, and go no further than the limit', async () => {
  const line = await openGlobex();
  await line.ask('log', 'dana 3 missed calls re invoice');
  const refused = async (...args: string[]) => (await line.run('reply', 'invoice', ...args)).stderr;
  expect(await refused('--stage', 'rate')).toContain('You go no further than that with Globex');
  await line.ask('client', 'set', 'Globex', '--limit', 'ready-to-lose');
  expect(await refused('--stage', 'rate')).toContain('Globex has no rate yet.');
  await line.ask('client', 'set', 'Globex', '--rate', '150', '--currency', 'EUR');
  expect(await line.ask('reply', 'invoice', '--stage', 'rate')).toMatchObject({
    body: expect.stringContaining('at €150 an hour'),
  });
  expect(await refused('--situation', 'delegate')).toContain('Nobody is named who takes it.');
  expect(await refused('--situation', 'promise')).toContain('A promise needs a day.');
  expect(await refused('--situation', 'summary')).toContain('The result is not written yet.');
  expect(await refused('--stage', 'shouting')).toContain('There is no stage "shouting".');
  const named = await line.ask('reply', 'invoice', '--situation', 'delegate', '--delegate-to', 'Eva Horn');
  expect(named).toMatchObject({ body: expect.stringContaining('Eva Horn') });
  const promised = await line.ask('reply', 'invoice', '--situation', 'promise', '--by', '2026-11-26');
  expect(promised).toMatchObject({ body: expect.stringContaining('by Thursday 26 November') });
});

test('replies to a deferral wait, one message for each client, until they are said to be sent', async () => {
  const line = await openGlobex();
  await line.ask('log', 'dana voicemail re invoice', '--now', '2026-11-24T09:00:00+01:00');
  await line.ask('log', 'dana missed call re slides', '--now', '2026-11-24T10:30:00+01:00');
  const waiting = async () => (await line.ask('replies')) as { body: string; dueAt: string; items: unknown[] }[];
  expect(await waiting()).toMatchObject([
    { client: 'Globex', dueAt: '2026-11-24T16:45:00+01:00', isDue: false, items: [{ subject: 'invoice' }, {}] },
  ]);
  await line.ask('replies', 'later', 'Globex', '--reply-at', '2026-11-24T18:00:00+01:00');
  expect(await waiting()).toMatchObject([{ dueAt: '2026-11-24T18:00:00+01:00', isChosen: true }]);
  const { stdout } = await line.run('replies');
  expect(stdout).toContain('Globex: 2 requests, Tue 24 Nov, 18:00, as you chose');
  expect(stdout).toContain('– Invoice: Friday 27 November, 09:00 your time (10:00 mine)');

  const { changeId } = (await line.ask('replies', 'sent', 'Globex')) as { changeId: string };
  expect(await waiting()).toEqual([]);
  expect((await line.run('replies', 'sent', 'Globex')).stderr).toContain('Nothing waits to be sent to Globex.');
  expect(await line.ask('stage', 'Globex')).toMatchObject({ stage: 'proposed' });
  await line.ask('undo', changeId);
  expect(await waiting()).toHaveLength(1);
});
