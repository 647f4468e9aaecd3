import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { calendarText } from '../subscriptions/server';
import { makeFolder } from './helpers/command-line';
import { openInProcess } from './helpers/in-process';

const EVENING = ['--now', '2026-11-24T17:30:00+01:00'];
const INVOICE = `UID:invoice@example
SUMMARY:Invoice questions
DTSTART:20261124T130000Z
DTEND:20261124T132500Z
ORGANIZER:mailto:me@example.com
ATTENDEE:mailto:dana@globex.example`;
const DEMO = `UID:demo@example
SUMMARY:Globex demo
DTSTART:20261124T080000Z
DTEND:20261124T083000Z`;
const IN_SPRING = `UID:spring@example
SUMMARY:Globex in spring
DTSTART:20270413T080000Z
DTEND:20270413T083000Z
ATTENDEE:mailto:dana@globex.example`;

test('a call from the calendar is listed, logged, taken back and dismissed', async () => {
  const cli = await openInProcess();
  await cli.ask('client', 'add', 'Globex', '--contact', 'Dana Ruiz <dana@globex.example>');
  const path = join(await makeFolder(), 'work.ics');
  await writeFile(path, calendarText(...[INVOICE, DEMO, IN_SPRING].map((event) => event.split('\n'))));
  const { calendarId } = (await cli.ask('calendar', 'add', path)) as { calendarId: string };
  const list = async () => (await cli.ask('unplanned', 'list', ...EVENING)) as { id: string; summary: string }[];

  const [invoice, demo] = await list();
  expect([invoice, demo]).toMatchObject([
    { client: 'Globex', person: 'Dana Ruiz', startsAt: '2026-11-24T14:00:00+01:00', minutes: 25, calendar: 'work' },
    { client: 'Globex', summary: 'Globex demo', minutes: 30 },
  ]);
  const { stdout } = await cli.run('unplanned', 'list', ...EVENING);
  expect(stdout).toMatch(/Tue 24 Nov, 14:00 +25 +Globex +Dana Ruiz +Invoice questions +2026-11-24T13:00:00Z_/);

  const logged = await cli.ask('unplanned', 'log', invoice?.id ?? '', ...EVENING);
  expect(logged).toMatchObject({
    request: { client: 'Globex', subject: 'Invoice questions' },
    contact: { channel: 'call', person: 'Dana Ruiz', at: '2026-11-24T14:00:00+01:00', minutes: 25 },
  });
  expect(await list()).toMatchObject([{ summary: 'Globex demo' }]);
  const again = await cli.run('unplanned', 'log', invoice?.id ?? '', ...EVENING);
  expect(again).toMatchObject({ status: 1, stderr: expect.stringContaining('no call') });
  await cli.ask('undo', ...EVENING);
  expect(await list()).toHaveLength(2);

  await cli.ask('unplanned', 'dismiss', demo?.id ?? '', ...EVENING);
  expect(await list()).toMatchObject([{ summary: 'Invoice questions' }]);
  // What is read anew is not offered anew.
  await cli.ask('calendar', 'refresh', ...EVENING);
  expect(await list()).toHaveLength(1);
  await cli.ask('undo', ...EVENING);
  expect(await list()).toHaveLength(2);

  // Who takes part is kept of these days only.
  const kept = JSON.parse(await readFile(join(cli.home, 'calendars', `${calendarId}.json`), 'utf8'));
  const emails = Object.fromEntries(
    kept.busy.map((each: { uid: string; emails?: string[] }) => [each.uid, each.emails]),
  );
  expect(emails).toEqual({
    'invoice@example': ['me@example.com', 'dana@globex.example'],
    'demo@example': undefined,
    'spring@example': undefined,
  });
});
