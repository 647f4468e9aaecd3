import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contract, type Name, type Output } from '../../electron/ipc/contract/contract';
import { calendarText, DENTIST, JOUR_FIXE, serve } from '../subscriptions/server';
import { makeFolder } from './helpers/command-line';
import { type InProcess, openInProcess } from './helpers/in-process';

async function openWithDana(): Promise<InProcess & { folder: string }> {
  const cli = await openInProcess();
  const add = ['client', 'add', 'Globex', '--contact', 'Dana Ruiz <dana@globex.example>'];
  await cli.ask(...add, '--time-zone', 'Europe/Vienna');
  return { ...cli, folder: await makeFolder() };
}

/** An answer, which is what the contract says that it is. */
async function askFor<N extends Name>({ ask }: InProcess, name: N, ...args: string[]): Promise<Output<N>> {
  const value = await ask(...args);
  contract[name].output.parse(value);
  return value as Output<N>;
}

test('a calendar from an address: added, listed, read again, renamed, removed, and back', async () => {
  let events = [DENTIST];
  const { origin, host } = await serve((_, response) => response.end(calendarText(...events)));
  const cli = await openWithDana();
  const secret = `${origin}/private-7f3a/basic.ics`;
  const added = await askFor(cli, 'calendar.add', 'calendar', 'add', secret, '--name', 'Work', '--not-busy');
  expect(added).toMatchObject({ name: 'Work', kind: 'address', from: host, isBusy: false, events: 1, failures: 0 });
  events = [DENTIST, JOUR_FIXE];
  expect(await askFor(cli, 'calendar.refresh', 'calendar', 'refresh', 'work')).toMatchObject([
    { events: 2, recurring: 1 },
  ]);
  const set = await askFor(cli, 'calendar.set', 'calendar', 'set', 'Work', '--name', 'Office', '--busy');
  expect(set).toMatchObject({ name: 'Office', isBusy: true, events: 2 });
  const again = await cli.run('calendar', 'add', secret);
  expect(again).toMatchObject({ status: 1, stderr: expect.stringContaining('read already, as "Office"') });
  await askFor(cli, 'calendar.remove', 'calendar', 'remove', 'Office');
  expect(await askFor(cli, 'calendar.list', 'calendar', 'list')).toEqual([]);
  await cli.ask('undo');
  const [back] = await askFor(cli, 'calendar.list', 'calendar', 'list');
  expect(back).toMatchObject({ name: 'Office', events: 2 });
  const { stdout } = await cli.run('calendar', 'list');
  expect(stdout).toContain('Office');
  expect(stdout).not.toContain('private-7f3a');
});

test('a recurring event with a client becomes a standing call, and follows the calendar when told to', async () => {
  const cli = await openWithDana();
  const path = join(cli.folder, 'work.ics');
  await writeFile(path, calendarText(JOUR_FIXE, DENTIST));
  await askFor(cli, 'calendar.add', 'calendar', 'add', path);
  const [offered] = await askFor(cli, 'calendar.offered', 'calendar', 'offered');
  expect(offered).toMatchObject({
    ...{ kind: 'new', summary: 'Jour fixe', rule: 'FREQ=WEEKLY;BYDAY=FR', start: '2026-09-04T10:00', minutes: 30 },
    clients: [{ client: 'Globex', person: 'Dana Ruiz' }],
  });
  const { callId } = await askFor(cli, 'calendar.adopt', 'calendar', 'adopt', 'work', 'jourfixe@example');
  expect(await cli.ask('calls', '--from', '2026-11-23', '--to', '2026-11-29')).toMatchObject([
    { callId, client: 'Globex', startsAt: '2026-11-27T10:00:00+01:00' },
  ]);
  expect(await askFor(cli, 'calendar.offered', 'calendar', 'offered')).toEqual([]);
  await writeFile(path, calendarText([...JOUR_FIXE, 'EXDATE;TZID=Europe/Vienna:20261127T100000']));
  await cli.ask('calendar', 'refresh');
  expect(await askFor(cli, 'calendar.offered', 'calendar', 'offered')).toMatchObject([{ kind: 'changed', callId }]);
  await cli.ask('calendar', 'adopt', 'work', 'jourfixe@example');
  expect(await cli.ask('calls', '--from', '2026-11-23', '--to', '2026-11-29')).toEqual([]);
  await cli.ask('undo');
  await askFor(cli, 'calendar.decline', 'calendar', 'decline', 'work', 'jourfixe@example');
  expect(await askFor(cli, 'calendar.offered', 'calendar', 'offered')).toEqual([]);
});

test('a declined event leaves its name nowhere but in the calendar, so that its client can be forgotten', async () => {
  const cli = await openWithDana();
  const path = join(cli.folder, 'work.ics');
  await writeFile(path, calendarText(JOUR_FIXE));
  await cli.ask('calendar', 'add', path);
  await cli.ask('calendar', 'decline', 'work', 'jourfixe@example');
  const changes = await cli.ask('changes');
  expect(changes).toMatchObject([{ note: { code: 'calendar-changed' } }, {}, {}]);
  expect(JSON.stringify(changes)).not.toContain('Jour fixe');
});

describe('what can not be added', () => {
  test.each([
    ['ftp://example.com/me.ics', 'is no address of a calendar'],
    ['/no/such/file.ics', 'there is no such file'],
    ['/', 'it is a folder'],
  ])('%s is refused, and leaves nothing behind', async (source, reason) => {
    const cli = await openWithDana();
    const { status, stderr } = await cli.run('calendar', 'add', source);
    expect([status, stderr]).toEqual([1, expect.stringContaining(reason)]);
    expect(await cli.ask('calendar', 'list')).toEqual([]);
  });

  test('a dry run reads it and keeps nothing', async () => {
    const cli = await openWithDana();
    const path = join(cli.folder, 'work.ics');
    await writeFile(path, calendarText(DENTIST));
    expect(await cli.ask('calendar', 'add', path, '--dry-run')).toMatchObject({ name: 'work', events: 1 });
    expect(await cli.ask('calendar', 'list')).toEqual([]);
  });
});

test('a refresh of which nothing came back has failed, and says why', async () => {
  let status = 200;
  const { origin } = await serve((_, response) => response.writeHead(status).end(calendarText(DENTIST)));
  const cli = await openWithDana();
  await cli.ask('calendar', 'add', origin, '--name', 'Work');
  status = 404;
  const ran = await cli.run('calendar', 'refresh');
  expect(ran).toMatchObject({ status: 1, stderr: expect.stringContaining('Work: 127.0.0.1') });
  expect(await cli.ask('calendar', 'list')).toMatchObject([
    { events: 1, failures: 1, problem: { code: 'calendar-gone' } },
  ]);
});

describe('importing .ics files', () => {
  const write = async (folder: string, name: string, text: string) => {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };
  const named = (name: string, ...events: readonly string[][]) =>
    calendarText(...events).replace('BEGIN:VEVENT', `X-WR-CALNAME:${name}\r\nBEGIN:VEVENT`);

  test('each becomes a calendar; the same again changes nothing, a newer one brings it up to date', async () => {
    const cli = await openWithDana();
    const path = await write(cli.folder, 'a/calendar.ics', named('Office', DENTIST, JOUR_FIXE));
    expect(await askFor(cli, 'import', 'import', path)).toMatchObject({
      created: 2,
      updated: 0,
      skipped: 0,
      refused: [],
    });
    expect(await cli.ask('calendar', 'list')).toMatchObject([
      { name: 'Office', kind: 'import', from: 'calendar.ics', events: 2, recurring: 1, isBusy: true },
    ]);
    expect(await cli.ask('import', path)).toMatchObject({ created: 0, updated: 0, skipped: 2 });
    const later = DENTIST.map((line) => line.replace('T090000Z', 'T093000Z'));
    const lunch = ['UID:lunch@example', 'DTSTART:20261126T110000Z', 'DTEND:20261126T120000Z', 'SUMMARY:Lunch'];
    const newer = await write(cli.folder, 'b/calendar.ics', named('Office', later, JOUR_FIXE, lunch));
    expect(await cli.ask('import', newer)).toMatchObject({ created: 1, updated: 1, skipped: 1 });
    expect(await cli.ask('calendar', 'list')).toMatchObject([{ name: 'Office', events: 3 }]);
    const other = await write(cli.folder, 'c/calendar.ics', named('Private', DENTIST));
    expect(await cli.ask('import', other)).toMatchObject({ created: 1 });
    expect(await cli.ask('calendar', 'list')).toMatchObject([{ name: 'Office' }, { name: 'Private' }]);
  });

  test('what can not be read is named with file, line and reason, and all else goes on', async () => {
    const cli = await openWithDana();
    const good = await write(cli.folder, 'good.ics', calendarText(['UID:bad', 'DTSTART:yesterday'], DENTIST));
    const page = await write(cli.folder, 'page.ics', '<!doctype html><html>');
    const letter = await write(cli.folder, 'letter.txt', 'Dear Dana');
    const answer = await askFor(cli, 'import', 'import', page, good, letter);
    expect(answer).toMatchObject({ created: 1 });
    expect(answer.refused.map(({ file, line, reason }) => [file, typeof line, reason.length > 10])).toEqual([
      [page, 'undefined', true],
      [good, 'number', true],
      [letter, 'number', true],
    ]);
    const { status } = await cli.run('import', page);
    expect(status).toBe(1);
    expect(await cli.ask('calendar', 'list')).toHaveLength(1);
  });

  test('it is one change that can be undone, with what was read', async () => {
    const cli = await openWithDana();
    await cli.ask('import', await write(cli.folder, 'work.ics', calendarText(DENTIST)));
    await cli.ask('undo');
    expect(await cli.ask('calendar', 'list')).toEqual([]);
  });

  test('a removed one comes back as it was, though its file is read but once', async () => {
    const cli = await openWithDana();
    const path = await write(cli.folder, 'work.ics', calendarText(DENTIST));
    await cli.ask('import', path);
    await writeFile(path, 'gone');
    await cli.ask('calendar', 'remove', 'work');
    await cli.ask('calendar', 'list');
    await cli.ask('undo');
    expect(await cli.ask('calendar', 'list')).toMatchObject([{ name: 'work', events: 1 }]);
  });

  test('an export takes calendars along, their addresses too', async () => {
    const { origin } = await serve((_, response) => response.end(calendarText(DENTIST)));
    const cli = await openWithDana();
    await cli.ask('calendar', 'add', `${origin}/private-7f3a.ics`);
    const out = join(cli.folder, 'all.json');
    await cli.run('export', '--out', out);
    expect(await readFile(out, 'utf8')).toContain('private-7f3a');
    const other = await openInProcess();
    await other.ask('import', out);
    expect(await other.ask('calendar', 'refresh')).toMatchObject([{ events: 1 }]);
  });
});
