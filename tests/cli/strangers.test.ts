import { expect, test } from 'vitest';
import { type InProcess, openInProcess } from './helpers/in-process';

const CALL = ['--rule', 'FREQ=WEEKLY;BYDAY=FR', '--start', '2026-11-27T10:00', '--time-zone', 'Europe/Vienna'];
const LATER = ['--now', '2026-11-25T09:00:00+01:00'];

/** A home with one client, who has a call on Fridays. */
async function openHome(): Promise<InProcess> {
  const cli = await openInProcess();
  await cli.ask('client', 'add', 'Acme');
  await cli.ask('call', 'add', 'Acme', ...CALL, '--minutes', '30');
  return cli;
}

async function namesOf(cli: InProcess): Promise<string[]> {
  return ((await cli.ask('client', 'list')) as { name: string }[]).map(({ name }) => name);
}

test('a refused line names both ways out, and both of them work', async () => {
  const cli = await openHome();
  const refused = await cli.run('log', 'xyzzy', 'missed', 'call');
  expect(refused.status).toBe(1);
  expect(refused.stderr).toMatch(/--new-client.*--unknown/s);
  const logged = await cli.ask('log', 'umbrella missed call re offer', '--new-client', 'Umbrella');
  expect(logged).toMatchObject({ request: { client: 'Umbrella', subject: 'offer', count: 1 } });
  expect(await namesOf(cli)).toEqual(['Acme', 'Umbrella']);
  await cli.ask('undo');
  expect(await namesOf(cli)).toEqual(['Acme']);
  expect(await cli.ask('requests')).toEqual([]);
});

test('what nobody knows waits, is assigned with the others of its number as of then, and all comes back with undo', async () => {
  const cli = await openHome();
  const first = await cli.ask('log', '+43 1 555 0199 missed call re offer', '--unknown');
  expect(first).toMatchObject({
    strangerId: expect.stringMatching(/^str_/),
    ...{ phone: '+43 1 555 0199', channel: 'missed-call', subject: 'offer' },
    changeId: expect.any(String),
  });
  const { at } = first as { at: string };
  await cli.ask('log', 'voicemail 0043 1 5550199 re offer', '--unknown');
  await cli.ask('log', 'Peter called', '--unknown');
  expect(await cli.ask('who', 'list')).toHaveLength(3);

  const { strangerId } = first as { strangerId: string };
  const assigned = await cli.ask('who', 'assign', strangerId, 'Acme', ...LATER);
  expect(assigned).toMatchObject({
    along: 1,
    contact: { at },
    request: { client: 'Acme', subject: 'offer', count: 2 },
  });
  expect(await cli.ask('who', 'list')).toMatchObject([{ name: 'Peter' }]);
  const [week] = (await cli.ask('prep', ...LATER)) as { items: { subject: string; count: number }[] }[];
  expect(week?.items).toMatchObject([{ subject: 'offer', count: 2 }]);

  await cli.ask('undo');
  expect(await cli.ask('who', 'list')).toHaveLength(3);
  expect(await cli.ask('requests')).toEqual([]);
  expect(await cli.ask('client', 'show', 'Acme')).toMatchObject({ people: [] });
  await cli.ask('who', 'remove', 'Peter');
  expect(await cli.ask('who', 'list')).toHaveLength(2);
  await cli.ask('undo');
  expect(await cli.ask('who', 'list')).toHaveLength(3);
});

test('it says so to people, too', async () => {
  const cli = await openHome();
  expect((await cli.run('log', 'Jane Doe <jane@doe.example> wrote re lease', '--unknown')).stdout).toMatch(
    /^Jane Doe waits until you know whose it is\./,
  );
  expect((await cli.run('who', 'list')).stdout).toMatch(/Jane Doe\s+mail\s+lease\s+str_/);
  const { stdout } = await cli.run('who', 'assign', 'jane@doe.example', '--new-client', 'Doe & Sons');
  expect(stdout).toMatch(/^Logged Doe & Sons: lease/);
  expect(await cli.ask('client', 'show', 'Doe & Sons')).toMatchObject({
    people: [{ name: 'Jane Doe', emails: ['jane@doe.example'] }],
  });
});

test.each([
  ['both a new client and nobody known', ['log', 'x called', '--unknown', '--new-client', 'X'], 'usage'],
  ['a client twice', ['who', 'assign', 'Peter', 'Acme', '--new-client', 'X'], 'invalid'],
  ['no client at all', ['who', 'assign', 'Peter'], 'invalid'],
  ['nobody who waits', ['who', 'remove', 'Zoe'], 'not-found'],
])('%s is refused', async (_, args, code) => {
  const cli = await openHome();
  await cli.ask('log', 'Peter called', '--unknown');
  const { status, stderr } = await cli.run('--json', ...args);
  expect(status).not.toBe(0);
  expect(stderr).toContain(code);
});

test('nothing of it is there after a dry run', async () => {
  const cli = await openHome();
  await cli.ask('log', 'Peter called', '--unknown');
  const before = await cli.ask('who', 'list');
  await cli.ask('log', 'Zoe called', '--unknown', '--dry-run');
  await cli.ask('who', 'assign', 'Peter', '--new-client', 'Zoe', '--dry-run');
  expect(await cli.ask('who', 'list')).toEqual(before);
  expect(await namesOf(cli)).not.toContain('Zoe');
});
