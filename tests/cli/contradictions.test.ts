import { expect, test } from 'vitest';
import { openInProcess } from './helpers/in-process';

interface Reply {
  body: string;
  warnings: { code: string; text: string; action?: string }[];
}

async function openGlobex() {
  const line = await openInProcess();
  await line.ask('client', 'add', 'Globex', '--contact', 'Dana Ruiz <dana@globex.example>');
  const weekly = ['--rule', 'FREQ=WEEKLY;BYDAY=FR', '--start', '2026-11-27T10:00', '--time-zone', 'Europe/Vienna'];
  await line.ask('call', 'add', 'Globex', ...weekly, '--minutes', '60');
  await line.ask('log', 'dana voicemail re invoice');
  return line;
}

test('a promise that contradicts another is warned of before it is sent', async () => {
  const line = await openGlobex();
  const promise = async (day: string) => {
    const reply = (await line.ask('reply', 'invoice', '--situation', 'promise', '--by', day)) as Reply;
    return reply.warnings.filter(({ action }) => action !== undefined).map(({ code }) => code);
  };
  expect(await promise('2026-11-26')).toEqual([]);
  expect(await promise('2026-11-29')).toEqual(['promise-on-day-off']);
  const { stdout } = await line.run('reply', 'invoice', '--situation', 'promise', '--by', '2026-11-29');
  expect(stdout).toContain(
    "Mind: You don't work on Sunday 29 November. Promise it by Friday 27 November instead, unless you mean to work then.",
  );

  // What was sent binds: first a day, then the call that a later letter names against it.
  await line.ask('request', 'sent', 'invoice', '--situation', 'promise', '--by', '2026-11-26');
  expect(await promise('2026-11-26')).toEqual([]);
  expect(await promise('2026-11-25')).toEqual(['promise-other-day']);
  await line.ask('log', 'dana voicemail re invoice', '--now', '2026-11-24T14:00:00+01:00');
  const asked = (await line.ask('reply', 'invoice', '--now', '2026-11-24T14:00:00+01:00')) as Reply;
  expect(asked.body).toContain('Can this wait');
  expect(asked.warnings[0]).toMatchObject({
    code: 'call-after-promise',
    text: 'You promised it by Thursday 26 November; this letter names the call of Friday 27 November, 10:00.',
    action: 'Have it ready by that day, or say in the letter that it comes later.',
  });
  // And beside the message that waits to be sent.
  const [waiting] = (await line.ask('replies')) as Reply[];
  expect(waiting?.warnings[0]).toMatchObject({ code: 'call-after-promise' });
});

test('a day after the call that a sent reply named contradicts it', async () => {
  const line = await openGlobex();
  await line.ask('request', 'sent', 'invoice');
  const reply = (await line.ask('reply', 'invoice', '--situation', 'promise', '--by', '2026-11-30')) as Reply;
  expect(reply.warnings[0]).toMatchObject({ code: 'promise-after-call' });
});
