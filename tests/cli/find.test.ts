import { beforeEach, expect, test } from 'vitest';
import type { Output } from '../../electron/ipc/contract/contract';
import { type InProcess, openInProcess } from './helpers/in-process';

let cli: InProcess;

beforeEach(async () => {
  cli = await openInProcess();
  await cli.run('client', 'add', 'Globex', '--contact', 'Dana Ruiz <dana@globex.example>');
  await cli.run('log', 'dana called 2x re Prüfbericht');
  await cli.run('log', 'dana wrote re access');
});

async function find(...args: string[]) {
  return (await cli.ask('find', ...args)) as Output<'entries'>;
}

test('finds words in any order, without their accents, with the name of the person', async () => {
  const { entries } = await find('prufbericht', 'ruiz');
  expect(entries).toMatchObject([
    { client: 'Globex', person: 'Dana Ruiz', at: '2026-11-24T11:20:00+01:00', contact: { count: 2 } },
  ]);
  const { stdout } = await cli.run('find', 'prufbericht');
  expect(stdout).toMatch(/Tue 24 Nov, 11:20 {2}Globex {2}Dana Ruiz {2}missed call ×2 {2}Prüfbericht/);
  expect(await cli.run('find', 'nothing', 'like', 'it')).toMatchObject({ status: 0, stdout: 'Nothing fits.\n' });
});

test('lists all without words, a page at a time', async () => {
  const first = await find('--most', '1');
  expect(first.hasMore).toBe(true);
  const { contact } = first.entries[0] ?? { contact: { at: '', id: '' } };
  const second = await find('--before', contact.at, '--before-id', contact.id);
  expect([...first.entries, ...second.entries].map(({ subject }) => subject).sort()).toEqual(['Prüfbericht', 'access']);
  expect((await cli.run('find', '--most', '1')).stdout).toContain(`--before ${contact.at} --before-id ${contact.id}`);
});
