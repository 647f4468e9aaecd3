import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openCommandLine, removeCommandLine } from './helpers/command-line';

afterAll(removeCommandLine);

test('a damaged file is told of on standard error, with the place it was put', async () => {
  const line = await openCommandLine();
  await line.ask('client', 'add', 'Globex', '--contact', 'Dana Ruiz <dana@globex.example>');
  await line.ask('log', 'Dana missed call re invoice');
  const file = join(line.home, 'open.json');
  await writeFile(file, (await readFile(file, 'utf8')).replace(':', ''));

  const { status, stdout, stderr } = await line.run('--json', 'requests', '--open');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toBeInstanceOf(Array);
  expect(stderr).toContain('open.json');
  expect(stderr).toContain('unreadable');
});

test('a reply read on the terminal can be said to be sent, and holds its call', async () => {
  const line = await openCommandLine();
  await line.ask('client', 'add', 'Globex', '--contact', 'Dana Ruiz <dana@globex.example>');
  await line.ask(
    ...['call', 'add', 'Globex', '--rule', 'FREQ=WEEKLY;BYDAY=FR', '--start', '2026-11-27T10:00'],
    ...['--time-zone', 'Europe/Vienna', '--minutes', '30'],
  );
  await line.ask('log', 'Dana missed call re invoice');
  const sent = await line.ask('request', 'sent', 'invoice');
  expect(sent).toMatchObject({ replies: [{ names: { occurrence: '2026-11-27T10:00' } }] });
  const prep = await line.ask('prep', '--week', '2026-11-27');
  expect(prep).toMatchObject([{ items: [{ subject: 'invoice', pinned: true }] }]);
});

test('while a call is on, the reply leads into it and proposes no other', async () => {
  const line = await openCommandLine('2026-11-27T10:05:00+01:00');
  await line.ask('client', 'add', 'Globex', '--contact', 'Dana Ruiz <dana@globex.example>');
  await line.ask(
    ...['call', 'add', 'Globex', '--rule', 'FREQ=WEEKLY;BYDAY=FR', '--start', '2026-11-27T10:00'],
    ...['--time-zone', 'Europe/Vienna', '--minutes', '30'],
  );
  const logged = await line.ask('log', 'Dana missed call re invoice');
  expect(logged).toMatchObject({ reply: { situation: 'during-call', body: expect.stringContaining('10:30') } });
});
