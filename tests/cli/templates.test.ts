import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { Output } from '../../electron/ipc/contract/contract';
import { makeFolder } from './helpers/command-line';
import { type InProcess, openInProcess } from './helpers/in-process';

let cli: InProcess;
const place = ['can-it-wait', '--language', 'en'];
const own = [...place, '--subject', 'Our call {callDay}', 'Shall we take {item} to {callMoment}?'];

beforeEach(async () => {
  cli = await openInProcess();
  await cli.run('client', 'add', 'Globex', '--contact', 'Dana Ruiz <dana@globex.example>', '--language', 'en');
  const call = ['call', 'add', 'Globex', '--rule', 'FREQ=WEEKLY;BYDAY=FR', '--start', '2026-11-06T14:00'];
  await cli.run(...call, '--time-zone', 'Europe/Vienna', '--minutes', '30');
  await cli.run('log', 'dana missed call re invoice');
});

async function readReply() {
  return (await cli.ask('reply', 'invoice', '--situation', 'can-it-wait')) as Output<'reply'>;
}

test('my own words are kept, used, counted, and given up for the original ones', async () => {
  const original = await readReply();
  expect(await cli.run('template', 'set', ...own)).toMatchObject({ status: 0 });
  expect((await readReply()).body).toContain('Shall we take "invoice" to Friday 27 November, 14:00?');

  await cli.run('request', 'sent', 'invoice');
  const [kept] = (await cli.ask('template', 'list')) as Output<'template.list'>;
  expect(kept).toMatchObject({ situation: 'can-it-wait', used: 1, faults: [] });

  expect(await cli.run('template', 'reset', ...place)).toMatchObject({ status: 0 });
  expect((await readReply()).body).not.toContain('Shall we take');
  expect(original.body).not.toContain('Shall we take');
  await cli.run('undo');
  const shown = (await cli.ask('template', 'show', ...place)) as Output<'template.show'>;
  expect(shown.own?.subject).toBe('Our call {callDay}');
  expect(shown.variables).toContain('callMoment');
});

test('words that can not be used are refused with their line and column, and change nothing', async () => {
  await cli.run('template', 'set', ...own);
  const broken = [...place, '--subject', 'x', 'Hello\n  {topic, select, yes {a}}'];
  const refused = await cli.run('template', 'set', ...broken);
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain('Line 2, column 26 of the text');
  expect(await cli.run('template', 'check', ...broken)).toMatchObject({
    status: 1,
    stdout: expect.stringContaining('text:2:26: The choice has no "other'),
  });
  expect((await readReply()).body).toContain('Shall we take');
});

test('words are tried on a request before they are kept', async () => {
  const { stdout } = await cli.run('template', 'check', ...own, '--request', 'invoice');
  expect(stdout).toContain('Our call on Friday\n\nHello Dana,\n\nShall we take "invoice"');
  expect(await cli.ask('template', 'list')).toEqual([]);
});

test('templates go out and come back in', async () => {
  await cli.run('template', 'set', ...own);
  const file = join(await makeFolder(), 'templates.json');
  await cli.run('template', 'export', '--out', file);
  await cli.run('template', 'reset', ...place);
  const written = JSON.parse(await readFile(file, 'utf8'));
  written.templates.push({ ...written.templates[0], situation: 'decline', body: '{nobody}' });
  await writeFile(file, JSON.stringify(written));
  const { status, stdout, stderr } = await cli.run('template', 'import', file);
  expect({ status, stdout }).toEqual({ status: 0, stdout: '1 template taken in.\n' });
  expect(stderr).toContain('decline, en: Line 1, column 1 of the text: Nothing fills "{nobody}"');
  expect((await readReply()).body).toContain('Shall we take');
  expect(await cli.run('template', 'import', '/nowhere.json')).toMatchObject({ status: 1 });
});
