import { expect, test } from 'vitest';
import { openInProcess } from './helpers/in-process';

test('the card before calling back: who, when last, what is open, what comes next', async () => {
  const line = await openInProcess();
  await line.ask('client', 'add', 'Globex', '--contact', 'Dana Ruiz <dana@globex.example> +1 212 555 0142');
  await line.ask('client', 'set', 'Globex', '--time-zone', 'America/New_York');
  const weekly = ['--rule', 'FREQ=WEEKLY;BYDAY=FR', '--start', '2026-11-27T10:00', '--time-zone', 'Europe/Vienna'];
  await line.ask('call', 'add', 'Globex', ...weekly, '--minutes', '30');
  const old = (await line.ask('log', 'dana called 5 min re budget', '--now', '2026-09-01T10:00:00+02:00')) as {
    request: { requestId: string };
  };
  await line.ask('request', 'done', old.request.requestId, '--now', '2026-09-02T10:00:00+02:00');

  // What was last is long over, and is found all the same.
  const quiet = await line.ask('client', 'card', 'Globex');
  expect(quiet).toMatchObject({
    client: 'Globex',
    clientNow: '2026-11-24T05:20:00-05:00',
    last: { subject: 'budget', channel: 'call', person: 'Dana Ruiz', at: '2026-09-01T10:00:00+02:00' },
    open: [],
    impromptu: { week: 2 },
  });

  await line.ask('log', 'dana 3 missed calls re invoice, needs it thu');
  const { stdout } = await line.run('client', 'card', 'Globex', '--person', 'dana');
  expect(stdout).toContain('Globex · Dana Ruiz');
  expect(stdout).toContain('+1 212 555 0142');
  expect(stdout).toMatch(/last +Tue 24 Nov, 11:20 +Dana Ruiz +missed call ×3/);
  expect(stdout).toMatch(/open +invoice ×3 +by Thu 26 Nov, Dana Ruiz/);
  expect(stdout).toMatch(/next call +Fri 27 Nov, 10:00/);
});
