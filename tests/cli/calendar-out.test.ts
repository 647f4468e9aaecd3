import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { linesOf, readStrictly } from '../outputs/read-back';
import { makeFolder } from './helpers/command-line';
import { openInProcess } from './helpers/in-process';

const WEEKLY = ['--rule', 'FREQ=WEEKLY;BYDAY=FR', '--start', '2026-11-27T10:00', '--time-zone', 'Europe/Vienna'];

test('the calls as a calendar: written in place, and left alone when nothing changed', async () => {
  const line = await openInProcess();
  await line.ask('client', 'add', 'Globex');
  const { callId } = (await line.ask('call', 'add', 'Globex', ...WEEKLY, '--minutes', '30')) as { callId: string };
  await line.ask('log', 'globex 3 missed calls re invoice');
  const file = join(await makeFolder(), 'calls.ics');
  const write = () => line.run('export', '--format', 'ics', '--out', file);

  expect(await write()).toMatchObject({ status: 0, stdout: expect.stringContaining(file) });
  const text = await readFile(file, 'utf8');
  readStrictly(text);
  expect(linesOf(text, 'UID')).toEqual([`UID:${callId}@until-friday`, `UID:${callId}@until-friday`]);
  expect(linesOf(text, 'DESCRIPTION')[0]).toContain('• invoice ×3');

  const before = await stat(file);
  await write();
  expect((await stat(file)).ino).toBe(before.ino);
  expect((await line.run('export', '--format', 'ics')).stdout).toBe(text);

  await line.ask(
    'call',
    'move',
    'Globex',
    '2026-11-27T10:00',
    '2026-11-26T14:00',
    '--now',
    '2026-11-24T12:00:00+01:00',
  );
  await write();
  const moved = await readFile(file, 'utf8');
  expect((await stat(file)).ino).not.toBe(before.ino);
  const sequenceOf = (each: string) => Number(linesOf(each, 'SEQUENCE')[0]?.split(':')[1]);
  expect(sequenceOf(moved)).toBeGreaterThan(sequenceOf(text));

  // Taken back: the agenda is where it was, and programs still see that something newer is there.
  await line.ask('undo', '--now', '2026-11-24T12:30:00+01:00');
  await write();
  const undone = await readFile(file, 'utf8');
  expect(linesOf(undone, 'DTSTART')).toEqual(linesOf(text, 'DTSTART'));
  expect(sequenceOf(undone)).toBeGreaterThan(sequenceOf(moved));
});

test('an invitation: the same proposal has the same UID, and nothing is changed', async () => {
  const line = await openInProcess();
  await line.ask('client', 'add', 'Globex & Söhne', '--contact', 'Dana Ruiz <dana@globex.example>');
  const invite = (...more: string[]) => ['call', 'invite', 'Globex & Söhne', ...WEEKLY, '--minutes', '30', ...more];
  const first = (await line.ask(...invite())) as Record<'fileName' | 'ics' | 'uid' | 'subject' | 'body', string>;
  expect(first.fileName).toBe('standing-call-Globex-Söhne.ics');
  readStrictly(first.ics);
  expect(first.subject).not.toBe('');
  expect(first.body).toMatch(/Friday/);
  expect(first.body).toContain('10:00');
  expect(await line.ask(...invite())).toEqual(first);
  expect(await line.ask('call', 'list')).toEqual([]);

  const file = join(await makeFolder(), 'globex.ics');
  expect(await line.run(...invite('--organizer', 'anna@kern.example', '--out', file))).toMatchObject({ status: 0 });
  const text = await readFile(file, 'utf8');
  expect(linesOf(text, 'METHOD')).toEqual(['METHOD:REQUEST']);
  expect(linesOf(text, 'UID')).toEqual([`UID:${first.uid}`]);
  expect((await line.run(...invite('--organizer', 'anna'))).stderr).toContain('"anna" is not a mail address');

  // Once my address is known it need not be said.
  await line.ask('settings', 'set', '--my-mail', 'anna@kern.example');
  const known = (await line.ask(...invite())) as { ics: string };
  expect(linesOf(known.ics, 'METHOD')).toEqual(['METHOD:REQUEST']);
});

test('a cadence that the letter has no words for comes without one', async () => {
  const line = await openInProcess();
  await line.ask('client', 'add', 'Globex');
  const monthly = ['--rule', 'FREQ=MONTHLY;BYDAY=1MO', ...WEEKLY.slice(2), '--minutes', '30'];
  const answer = await line.ask('call', 'invite', 'Globex', ...monthly);
  expect(Object.keys(answer as object)).toEqual(['fileName', 'ics', 'uid']);
});

test.each([
  ['a rule never met', ['--rule', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', ...WEEKLY.slice(2)]],
  ['a rule met too often', ['--rule', 'FREQ=MINUTELY', ...WEEKLY.slice(2)]],
])('%s is no invitation', async (_, rule) => {
  const line = await openInProcess();
  await line.ask('client', 'add', 'Globex');
  const ran = await line.run('call', 'invite', 'Globex', ...rule, '--minutes', '30');
  expect(ran).toMatchObject({ status: 1, stdout: '' });
});

test('a receipt for a request: the line, a page and a note for their calendar', async () => {
  const line = await openInProcess();
  await line.ask('client', 'add', 'Globex');
  await line.ask('call', 'add', 'Globex', ...WEEKLY, '--minutes', '30');
  await line.ask('log', 'globex voicemail re invoice');
  const folder = await makeFolder();
  const [page, note] = [join(folder, 'receipt.html'), join(folder, 'receipt.ics')];

  const told = await line.run('receipt', 'invoice', '--html', page, '--ics', note);
  expect(told).toMatchObject({ status: 0, stdout: expect.stringContaining('"invoice" is on the agenda for') });
  expect(await readFile(page, 'utf8')).toContain('on the agenda for');
  const text = await readFile(note, 'utf8');
  readStrictly(text);
  expect(linesOf(text, 'TRANSP')).toEqual(['TRANSP:TRANSPARENT']);

  await line.ask('request', 'done', 'invoice');
  const { requestId } = ((await line.ask('requests')) as { requestId: string }[])[0] ?? { requestId: '' };
  const refused = await line.run('receipt', requestId);
  expect(refused).toMatchObject({ status: 1, stderr: expect.stringContaining('nothing to confirm') });
});
