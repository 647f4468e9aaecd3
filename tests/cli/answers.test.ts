import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { contract, type Name, type Output } from '../../electron/ipc/contract/contract';
import { makeFolder, openCommandLine, removeCommandLine } from './helpers/command-line';
import { type InProcess, openInProcess } from './helpers/in-process';
import { ownHome } from './helpers/owner';

afterAll(removeCommandLine);

const MONDAY = '2026-11-23T08:00:00Z';

type Scene = Record<string, { name: Name; value: unknown }>;

/** Everything a person does in a week, each step held to the contract's own schema. */
async function playWeek({ ask }: InProcess): Promise<Scene> {
  const scene: Scene = {};
  const simple = async <N extends Name>(name: N, ...args: string[]): Promise<Output<N>> => {
    const value = await ask(...args);
    // Parsing drops fields that the contract does not have, and writes instants in UTC.
    const parsed = contract[name].output.parse(value);
    expect(inUtc(parsed), args.join(' ')).toEqual(inUtc(value));
    scene[args.join(' ').replace(/\b[a-z]+_[0-9a-f]{8}-[0-9a-f-]+/g, 'ID')] = { name, value };
    // It was just found to have that shape.
    return value as Output<N>;
  };

  await simple(
    'client.add',
    'client',
    'add',
    'Hooli',
    '--contact',
    'Dana Ruiz <dana@globex.example> +1 212 555 0142',
    '--time-zone',
    'America/New_York',
    '--allowance',
    '1',
    '--limit',
    'keep',
    '--emergency',
    'site down',
    '--rate',
    '180',
    '--currency',
    'EUR',
  );
  await simple(
    'client.add',
    'client',
    'add',
    'Nordwind',
    '--contact',
    'Ilse Brandt <ilse@nordwind.example>',
    '--prefers',
    'email',
    '--form',
    'formal',
  );
  await simple(
    'client.set',
    'client',
    'set',
    'Hooli',
    '--contact',
    'Theo Marsh <theo@globex.example>',
    '--contact',
    'dana ruiz +1 917 555 0100',
  );
  await simple('client.list', 'client', 'list');
  await simple('client.show', 'client', 'show', 'hoo');
  const call = await simple(
    'call.add',
    'call',
    'add',
    'Hooli',
    '--rule',
    'FREQ=WEEKLY;BYDAY=FR',
    '--start',
    '2026-11-20 10:00',
    '--time-zone',
    'Europe/Vienna',
    '--minutes',
    '30',
  );
  await simple('call.list', 'call', 'list', 'Hooli');
  await simple('call.set', 'call', 'set', call.callId, '--minutes', '45');
  await simple('calls', 'calls', '--from', '2026-11-23', '--to', '2026-12-31');
  await simple('call.move', 'call', 'move', 'Hooli', '2026-12-04T10:00', '2026-12-03T14:00');
  await simple('call.skip', 'call', 'skip', 'Hooli', '--occurrence', '2026-12-11T10:00');
  await simple('calls', 'calls', '--from', '2026-12-01', '--to', '2026-12-31');
  await simple('call.keep', 'call', 'keep', 'Hooli', '2026-12-11T10:00');
  await simple('call.extra', 'call', 'extra', 'Hooli', '2026-12-09 16:00');
  await simple('call.lengthen', 'call', 'lengthen', 'Hooli', '2026-12-18T10:00', '--minutes', '60');
  await simple('call.hold', 'call', 'hold', 'Hooli', '2026-12-25T10:00');
  await simple('calls', 'calls', '--from', '2026-12-07', '--to', '2026-12-31');
  await simple('call.end', 'call', 'end', 'Hooli', '2027-06-30');

  const logged = await simple('log', 'log', 'dana', '3', 'missed', 'calls', 're', 'invoice,', 'needs', 'it', 'thu');
  const request = logged.request.requestId;
  await simple('log', 'log', 'ilse email re tender', '--urgent', '--minutes', '5');
  await simple('requests', 'requests', '--open');
  await simple('requests', 'requests', '--client', 'Nordwind');
  await simple('request.show', 'request', 'show', 'invoice');
  await simple('request.set', 'request', 'set', request, '--minutes', '15', '--needed-by', 'none', '--ask-first');
  await simple('verdict', 'verdict', 'invoice');
  await simple('request.override', 'override', 'invoice', 'delegate', 'Lee Okafor');
  await simple('request.override', 'override', 'invoice', 'none');
  await simple('pick-up', 'pick-up', 'Hooli');
  await simple('early', 'early');
  await simple('request.wait', 'request', 'wait', request);
  await simple('request.park', 'request', 'park', request, '--until', '2026-12-08');
  await simple('request.reopen', 'request', 'reopen', request);
  await simple('prep', 'prep');
  await simple('prep', 'prep', '--week', '2026-12-02');
  await simple('prep.markdown', 'prep', '--markdown');
  await simple('reply', 'reply', request, '--situation', 'can-it-wait');
  await simple('request.done', 'request', 'done', 'tender');
  await simple('undo', 'undo');
  await simple('request.decline', 'request', 'decline', 'tender');
  await simple('changes', 'changes');
  await simple('load', 'load', '--weeks', '2');
  await simple('available', 'available', '--client', 'Hooli', '--days', '3');
  await simple('available', 'available', '--client', 'Hooli', '--minutes', '30');
  await simple('availability.share', 'available', '--client', 'Hooli', '--share', '--slots', '2');
  await simple('settings.set', 'settings', 'set', '--my-name', 'Vera Novak');
  await simple('settings.show', 'settings', 'show');
  await simple('backup', 'backup');
  await simple('backups', 'backups');
  await simple('sample.add', 'sample', 'add');
  await simple('sample.remove', 'sample', 'remove');
  await simple('request.remove', 'request', 'remove', request);
  await simple('restore', 'restore');
  await simple('client.forget', 'client', 'forget', 'Nordwind');
  await simple('doctor', 'doctor');
  return scene;
}

/** Every instant in one way of writing it. */
function inUtc(value: unknown): unknown {
  const instant = /"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d))"/g;
  return JSON.parse(
    JSON.stringify(value).replace(instant, (_, text: string) => JSON.stringify(new Date(text).toISOString())),
  );
}

/** What two runs must agree on: everything but ids, clocks of the machine and paths. */
function comparable(scene: Scene): unknown {
  const skipped = ['updatedAt', 'updatedBy', 'detail'];
  const ids = new Map<string, string>();
  const text = JSON.stringify(scene, (key, value) => (skipped.includes(key) ? undefined : value));
  const numbered = text.replace(/\b(cli|per|call|req|con|rep|chg)_[0-9a-f-]{36}/g, (id, prefix: string) => {
    const number = ids.get(id) ?? `${prefix} ${ids.size}`;
    ids.set(id, number);
    return number;
  });
  return JSON.parse(numbered);
}

describe('the answers of every command', () => {
  test('have the shapes of the contract, and are the same through the socket', { timeout: 60_000 }, async () => {
    const alone = await openInProcess();
    const here = await playWeek(alone);

    const asking = await openInProcess();
    // Its clock stands elsewhere: the time travels with the question.
    const { store } = await ownHome(asking.home, asking.env, MONDAY);
    const there = await playWeek(asking);
    expect(store.state.clients.map((client) => client.name)).toEqual(['Hooli']);

    // What the store notes by the clock of the machine: days of backups, and the list of changes.
    for (const scene of [here, there])
      for (const command of ['backups', 'backup', 'restore', 'changes', 'undo', 'doctor', 'sample add'])
        delete scene[command];
    expect(comparable(there)).toEqual(comparable(here));
  });

  test('say what the table of the design says', { timeout: 60_000 }, async () => {
    const { ask } = await openCommandLine();
    const client = await ask(
      'client',
      'add',
      'Globex',
      '--contact',
      'Dana Ruiz <dana@globex.example> +1 212 555 0142',
      '--time-zone',
      'America/New_York',
    );
    expect(client).toMatchObject({
      name: 'Globex',
      people: [{ name: 'Dana Ruiz', emails: ['dana@globex.example'], phones: ['+1 212 555 0142'] }],
      timeZone: 'America/New_York',
      language: 'en',
      prefers: 'email',
    });
    const call = await ask(
      'call',
      'add',
      'Globex',
      '--rule',
      'FREQ=WEEKLY;BYDAY=FR',
      '--start',
      '2026-11-27T10:00',
      '--time-zone',
      'America/New_York',
      '--minutes',
      '30',
    );
    expect(call).toMatchObject({ client: 'Globex', start: '2026-11-27T10:00', minutes: 30 });
    expect(await ask('calls', '--from', '2026-11-27', '--to', '2026-11-27')).toMatchObject([
      {
        client: 'Globex',
        occurrence: '2026-11-27T10:00',
        startsAt: '2026-11-27T10:00:00-05:00',
        endsAt: '2026-11-27T10:30:00-05:00',
      },
    ]);
    const logged = await ask('log', 'dana 3 missed calls re invoice');
    expect(logged).toMatchObject({
      request: { client: 'Globex', subject: 'invoice', count: 3 },
      contact: { person: 'Dana Ruiz', count: 3, at: '2026-11-24T11:20:00+01:00' },
      verdict: { route: 'standing-call', until: '2026-11-27T16:00:00+01:00' },
      call: { occurrence: '2026-11-27T10:00', startsAt: '2026-11-27T16:00:00+01:00' },
      reply: { language: 'en' },
    });
    const { changeId } = logged as { changeId: string };
    expect(await ask('prep')).toMatchObject([
      {
        client: 'Globex',
        items: [{ subject: 'invoice', count: 3, people: ['Dana Ruiz'], byPerson: [{ person: 'Dana Ruiz', count: 3 }] }],
        minutesAvailable: 30,
        promises: [],
        asks: [],
      },
    ]);
    expect(await ask('load')).toMatchObject([{ client: 'Globex', week: '2026-11-23', interruptions: 3, allowance: 2 }]);
    expect(await ask('available')).toMatchObject({ now: 'free' });
    expect(await ask('undo')).toMatchObject({ changeId, at: '2026-11-24T11:20:00+01:00', note: { code: 'logged' } });
    expect(await ask('requests')).toEqual([]);
  });

  test('an export is taken back by import, once', { timeout: 60_000 }, async () => {
    const { ask, run } = await openCommandLine();
    await ask('client', 'add', 'Globex', '--contact', 'Dana Ruiz');
    await ask('log', 'dana missed call re budget');
    await ask('log', 'dana vm re logo');
    await ask('request', 'done', 'logo');
    const file = join(await makeFolder(), 'export.json');
    expect(await ask('export', '--out', file)).toMatchObject({ format: 'json', file });
    const printed = await run('export', '--format', 'json');
    expect(JSON.parse(printed.stdout)).toMatchObject({ format: 'until-friday' });
    expect(await ask('export', '--format', 'json')).toEqual(JSON.parse(printed.stdout));

    const other = await openCommandLine();
    expect(await other.ask('import', file)).toMatchObject({ created: 3, updated: 0, skipped: 0, refused: [] });
    expect(await other.ask('import', file)).toMatchObject({ created: 0, updated: 0, skipped: 3, refused: [] });
    expect(await other.ask('requests')).toHaveLength(2);
    const third = await openCommandLine();
    const fed = await third.feed(printed.stdout, '--json', 'import', '-');
    expect(JSON.parse(fed.stdout)).toMatchObject({ created: 3 });
    expect((await run('export', '--format', 'csv')).stdout).toContain('\r\n');
  });

  test('an import goes on past what it has to refuse', { timeout: 60_000 }, async () => {
    const { ask, run } = await openCommandLine();
    await ask('client', 'add', 'Globex');
    const folder = await makeFolder();
    const good = join(folder, 'good.json');
    const bad = join(folder, 'bad.json');
    await ask('export', '--out', good);
    await writeFile(bad, '{\n  "format": "until-friday",\n  "version": 1,,\n}');
    const some = await run('--json', 'import', bad, good, join(folder, 'none.json'), folder);
    expect(some.status).toBe(0);
    expect(JSON.parse(some.stdout)).toMatchObject({
      skipped: 1,
      refused: [{ file: join(folder, 'none.json') }, { file: folder }, { file: bad, line: 3 }],
    });
    expect(some.stderr).toContain(`${bad}:3: `);
    const none = await run('--json', 'import', bad);
    expect(none.status).toBe(1);
    expect(JSON.parse(none.stdout)).toMatchObject({ created: 0, refused: [{ file: bad, line: 3 }] });
  });
});
