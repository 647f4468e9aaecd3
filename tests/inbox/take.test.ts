import { execFileSync } from 'node:child_process';
import { mkdir, readFile, rename, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Problem } from '../../electron/core/model/problem';
import { putClient } from '../../electron/core/records';
import { summarize } from '../../electron/inbox/problems';
import { hasSettledBy } from '../../electron/inbox/settled';
import { takeInbox } from '../../electron/inbox/take';
import { newId } from '../../electron/new-id';
import { assignStranger } from '../../electron/strangers';
import { makeClient, makePerson } from '../helpers/build';
import { changing } from '../store/helpers/records';
import { expectOnly, loggedIn, openScene } from './scene';

describe('what lies in the inbox is logged', () => {
  test.each<[string, string, string | Uint8Array | object, string[]]>([
    ['a line', 'a.json', { text: 'dana wrote re invoice' }, ['cli_Globex email invoice']],
    ['fields', 'a.json', { client: 'Acme', channel: 'voicemail', subject: 'slides' }, ['cli_Acme voicemail slides']],
    ['a person alone', 'a.json', { person: 'dana@globex.example', channel: 'chat' }, ['cli_Globex chat']],
    [
      'what a phone leaves empty',
      'a.json',
      { text: 'lee wrote', client: '', at: null, count: '' },
      ['cli_Globex email'],
    ],
    ['fields that are not known yet', 'A.JSON', { client: 'Acme', channel: 'chat', mood: 1 }, ['cli_Acme chat']],
    [
      'a list',
      'a.json',
      [{ text: 'dana wrote re invoice' }, { text: 'acme wrote re login' }],
      ['cli_Globex email invoice', 'cli_Acme email login'],
    ],
    [
      'lines',
      'a.txt',
      'dana wrote re invoice\r\n\r\nacme wrote re login\n',
      ['cli_Globex email invoice', 'cli_Acme email login'],
    ],
    [
      'UTF-16 as Windows writes it',
      'a.txt',
      Buffer.from('\ufeffdana wrote re Größe', 'utf16le'),
      ['cli_Globex email Größe'],
    ],
    ['UTF-8 with a mark', 'a.json', '\ufeff{"text":"dana wrote re Größe"}', ['cli_Globex email Größe']],
    ['what old programs write', 'a.txt', Buffer.from('dana wrote re Größe', 'latin1'), ['cli_Globex email Größe']],
    [
      'a dash and a euro sign of Windows',
      'a.txt',
      Buffer.from('dana wrote re Größe \x96 20 \x80', 'latin1'),
      ['cli_Globex email Größe – 20 €'],
    ],
  ])('%s', async (_, name, content, logged) => {
    const scene = await openScene();
    await scene.leave(name, content);
    const { problems } = await scene.take();
    expect(problems).toEqual([]);
    expect(loggedIn(scene)).toEqual(logged);
    await expectOnly(scene, { done: 1 });
  });

  test('with everything that was said', async () => {
    const scene = await openScene();
    const { now } = scene.clock;
    const at = now.subtract({ hours: 3 }).toString({ smallestUnit: 'second' });
    await scene.leave('a.json', {
      ...{ client: 'Globex', person: 'Lee Okafor', channel: 'missed-call', direction: 'in', count: '3', at },
      ...{
        subject: 'invoice',
        minutes: 4,
        neededBy: '2030-01-01',
        askedBy: 'the board',
        purpose: 'audit',
        urgent: true,
        emergency: true,
      },
    });
    await scene.take();
    const [request] = scene.store.state.requests;
    expect(request).toMatchObject({
      claimedUrgent: true,
      emergency: 'confirmed',
      neededBy: '2030-01-01',
      askedBy: 'the board',
      purpose: 'audit',
    });
    expect(request?.contacts).toMatchObject([{ personId: 'per_Lee Okafor', count: 3, at, minutes: 4 }]);
  });

  test('in the order they were written, those of one moment by name', async () => {
    const scene = await openScene();
    const moment = new Date(scene.clock.now.epochMilliseconds - 60_000);
    for (const name of ['b', 'a', 'c']) {
      const path = await scene.leave(`${name}.txt`, `acme wrote re ${name}${name}`);
      await utimes(path, moment, name === 'c' ? new Date(moment.getTime() - 1000) : moment);
    }
    await scene.take();
    expect(loggedIn(scene).map((each) => each.slice(-2))).toEqual(['cc', 'aa', 'bb']);
    expect(scene.store.state.requests).toHaveLength(3);
  });

  test('as of when the file was written, however late it is taken', async () => {
    const scene = await openScene();
    const path = await scene.leave('a.txt', 'dana wrote re invoice');
    const written = scene.clock.now.subtract({ hours: 30 }).round('second');
    await utimes(path, written.epochMilliseconds / 1000, written.epochMilliseconds / 1000);
    await scene.take();
    expect(scene.store.state.requests[0]?.contacts[0]?.at).toBe(written.toString());
  });

  test.each([
    ['of long ago', -40 * 86_400],
    ['of the future', 3600],
  ])('now, where the time of the file is %s', async (_, seconds) => {
    const scene = await openScene();
    const path = await scene.leave('a.txt', 'dana wrote re invoice');
    const time = scene.clock.now.epochMilliseconds / 1000 + seconds;
    await utimes(path, time, time);
    await scene.take();
    expect(scene.store.state.requests[0]?.contacts[0]?.at.slice(0, 16)).toBe(scene.clock.now.toString().slice(0, 16));
  });
});

describe('whoever is not known', () => {
  test.each<[string, string, string | object, object]>([
    [
      'in a line',
      'a.txt',
      'peter from umbrella called re offer',
      { name: 'Peter', firm: 'Umbrella', subject: 'offer' },
    ],
    ['by a field', 'a.json', { client: 'Umbrella', channel: 'voicemail' }, { name: 'Umbrella', channel: 'voicemail' }],
    ['by a number', 'a.json', { person: '+43 1 555 0199', channel: 'missed-call' }, { phone: '+43 1 555 0199' }],
  ])('waits until it is said whose it is: %s', async (_, name, content, said) => {
    const scene = await openScene();
    await scene.leave(name, content);
    const { kept, logged, problems } = await scene.take();
    expect([kept.length, logged, problems]).toEqual([1, [], []]);
    expect(scene.store.state.strangers).toMatchObject([said]);
    await expectOnly(scene, { done: 1 });
  });

  test.each<[string, string, string | object, string]>([
    ['in a line', 'a.txt', 'dana wrote re offer', 'Dana'],
    ['by a field', 'a.json', { client: 'dana', channel: 'email', subject: 'offer' }, 'Dana'],
    ['as a person', 'a.json', { person: 'Dana', channel: 'email', subject: 'offer' }, 'Dana'],
  ])('waits with those it may be where a name can be of several: %s', async (_, name, content, called) => {
    const scene = await openScene();
    const umbrella = makeClient('Umbrella', { people: [makePerson('Dana Scott')] });
    await scene.store.update(changing((state) => putClient(state, umbrella)));
    await scene.leave(name, content);
    const { kept, logged, problems } = await scene.take();
    expect([logged, problems]).toEqual([[], []]);
    expect(kept).toMatchObject([{ subject: 'offer', channel: 'email', candidates: ['Globex', 'Umbrella'] }]);
    expect(kept[0]?.name?.toLowerCase()).toBe(called.toLowerCase());
    await expectOnly(scene, { done: 1 });

    const assigned = assignStranger(
      scene.store.state,
      kept[0]?.strangerId ?? '',
      { client: 'Umbrella' },
      { now: scene.clock.now, newId },
    );
    expect(assigned.contact.personId).toBe('per_Dana Scott');
  });

  test('is a new client in the same breath, where the file says so', async () => {
    const scene = await openScene();
    const said = { client: 'Umbrella', newClient: true, channel: 'voicemail' };
    await scene.leave('a.json', { ...said, person: 'Eve Stone <eve@umbrella.example>', subject: 'offer' });
    await scene.leave('b.json', { ...said, client: 'umbrella', person: 'Eve Stone', text: 'needs it friday' });
    await scene.leave('c.json', { ...said, client: 'Acme', subject: 'login' });
    const { logged, problems } = await scene.take();
    expect(problems).toEqual([]);
    expect(scene.store.state.clients.map(({ name }) => name)).toEqual(['Globex', 'Acme', 'Umbrella']);
    expect(logged.map(({ request, contact }) => [request.client, contact.person, contact.channel])).toEqual([
      ['Umbrella', 'Eve Stone', 'voicemail'],
      ['Umbrella', 'Eve Stone', 'voicemail'],
      ['Acme', undefined, 'voicemail'],
    ]);
    expect(scene.store.state.clients.at(-1)?.people).toMatchObject([
      { name: 'Eve Stone', emails: ['eve@umbrella.example'] },
    ]);
  });

  test('waits once, however often the file comes', async () => {
    const scene = await openScene();
    for (const name of ['a.json', 'b.json'])
      await scene.leave(name, { person: 'Peter', id: 'phone-7', channel: 'call' });
    await scene.take();
    expect(scene.store.state.strangers).toHaveLength(1);
  });
});

describe('what is refused is kept, with the reason beside it', () => {
  test.each<[string, string, string | object, string]>([
    ['no JSON', 'a.json', '{"text": "dana', 'It is not JSON'],
    ['another shape', 'a.json', '"dana called"', 'It is not an object such as {'],
    ['a field that is wrong', 'a.json', { client: 'Acme', channel: 'pigeon' }, 'channel: is none of call, missed-call'],
    ['a day that is none', 'a.json', { client: 'Acme', neededBy: '2026-02-30' }, 'neededBy: is not a day'],
    ['a count that is none', 'a.json', { client: 'Acme', count: '0' }, 'count: is not a whole number from 1 to 999'],
    ['a time without offset', 'a.json', { client: 'Acme', at: '2026-11-24T11:20' }, 'at: is not an instant'],
    [
      'a new client without a name',
      'a.json',
      { text: 'eve called', newClient: true },
      'needs the name of the new client',
    ],
    ['nobody named', 'a.json', { subject: 'invoice' }, 'neither "text" nor "client" nor "person"'],
    ['a time to come', 'a.json', { client: 'Acme', at: '2199-01-01T00:00:00Z' }, 'can not lie in the future'],
    ['too many', 'a.json', Array.from({ length: 101 }, () => ({ client: 'Acme' })), 'It holds 101 contacts'],
    ['too many lines', 'a.txt', 'acme called\n'.repeat(101), 'It holds 101 lines'],
    ['an empty list', 'a.json', [], 'The list in it is empty'],
    ['blanks', 'a.txt', '  \n\t\n', 'There is no text in it'],
    ['a line that is too long', 'a.txt', `acme ${'x'.repeat(10_001)}`, 'longer than 10000'],
    ['too large', 'a.json', `"${'x'.repeat(1024 * 1024)}"`, 'larger than 1 MB'],
    ['another kind', 'a.pdf', '%PDF', 'Only .json, .txt and .eml'],
    ['deep nesting', 'a.json', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, 'contact 1: is not an object such as {'],
  ])('%s', async (_, name, content, reason) => {
    const scene = await openScene();
    await scene.leave(name, content);
    const { problems, logged } = await scene.take();
    expect(logged).toEqual([]);
    expect(problems).toMatchObject([
      { code: 'inbox-refused', message: expect.stringContaining(`${name} was not logged`) },
    ]);
    expect(await scene.list('refused')).toEqual([name, `${name}.reason.txt`]);
    expect(await scene.readRefused(`${name}.reason.txt`)).toContain(reason);
    if (typeof content === 'string') expect(await scene.readRefused(name)).toBe(content);
    await expectOnly(scene, { refused: 1 });
  });

  test('of a list only what is wrong; the rest is logged, and the file of the rest can be put back', async () => {
    const scene = await openScene();
    await scene.leave('a.json', [{ text: 'dana wrote re invoice' }, { text: '' }, { channel: 'pigeon' }]);
    const { problems } = await scene.take();
    expect(loggedIn(scene)).toEqual(['cli_Globex email invoice']);
    expect(problems[0]?.message).toContain('2 of the entries in a.json');
    expect(JSON.parse(await scene.readRefused('a.json'))).toEqual([{ text: '' }, { channel: 'pigeon' }]);
    expect(await scene.readRefused('a.json.reason.txt')).toMatch(
      /contact 2: says neither "text".*\ncontact 3, channel/,
    );
    await expectOnly(scene, { done: 1, refused: 1 });

    await writeFile(join(scene.home, 'inbox', 'refused', 'a.json'), JSON.stringify([{ client: 'Acme' }]));
    await rename(join(scene.home, 'inbox', 'refused', 'a.json'), join(scene.home, 'inbox', 'a.json'));
    await scene.take();
    expect(loggedIn(scene)).toEqual(['cli_Globex email invoice', 'cli_Acme missed-call']);
  });

  test('of lines only those that are wrong', async () => {
    const scene = await openScene();
    const wrong = `acme ${'x'.repeat(10_001)}`;
    await scene.leave('a.txt', `${wrong}\ndana wrote re invoice\n`);
    await scene.take();
    expect(loggedIn(scene)).toEqual(['cli_Globex email invoice']);
    expect(await scene.readRefused('a.txt')).toBe(`${wrong}\n`);
  });

  test('a link is never followed', async () => {
    const scene = await openScene();
    const secret = join(scene.home, 'secret.txt');
    await writeFile(secret, 'dana wrote re secret');
    await scene.leave('real.txt', 'acme wrote re login');
    await symlink(secret, join(scene.home, 'inbox', 'link.txt'));
    await symlink(scene.home, join(scene.home, 'inbox', 'folder'));
    await scene.take();
    expect(loggedIn(scene)).toEqual(['cli_Acme email login']);
    expect(await scene.readRefused('link.txt.reason.txt')).toContain('links are not followed');
    expect(await readFile(secret, 'utf8')).toBe('dana wrote re secret');
  });

  test('two of one name are both kept, and long names too', async () => {
    const scene = await openScene();
    const long = `${'日'.repeat(80)}.txt`;
    for (const text of ['  ', '\t\t']) {
      await scene.leave('a.txt', text);
      await scene.leave(long, text);
      await scene.take();
    }
    expect(await scene.list('refused')).toEqual(
      expect.arrayContaining(['a-2.txt', 'a-2.txt.reason.txt', 'a.txt', 'a.txt.reason.txt']),
    );
    await expectOnly(scene, { refused: 4 });
  });
});

test('hidden and unfinished files, folders, devices and empty files are left alone', async () => {
  const scene = await openScene();
  const names = ['.a.json', 'a.json.tmp', 'a.part', 'a.crdownload', '.a.json.icloud', 'a.txt~', '~$a.txt', 'Thumbs.db'];
  for (const name of names) await scene.leave(name, 'acme called');
  await scene.leave('empty.txt', '');
  await mkdir(join(scene.home, 'inbox', 'folder.json'));
  execFileSync('mkfifo', [join(scene.home, 'inbox', 'pipe.txt')]);
  expect(await scene.take()).toEqual({ logged: [], kept: [], mails: [], problems: [], waiting: [] });
  expect(await scene.list()).toHaveLength(names.length + 3);
});

const MAIL = [
  'From: =?utf-8?Q?Dana_Ru=C3=ADz?= <dana@globex.example>',
  'To: me@mine.example',
  'Date: Tue, 20 Oct 2026 11:20:00 +0200',
  'Message-ID: <17@globex.example>',
  'Subject: =?utf-8?Q?=C3=84nderung_am_Vertrag?=',
  '',
  'Can you look at it?',
];

describe('a mail', () => {
  test('is logged with its date and subject, and once', async () => {
    const scene = await openScene();
    await scene.leave('a.eml', MAIL.join('\r\n'));
    expect((await scene.take()).mails).toMatchObject([{ client: 'Globex', subject: 'Änderung am Vertrag', count: 1 }]);
    await scene.leave('b.eml', MAIL.join('\r\n'));
    await scene.leave('c.eml', MAIL.join('\n'));
    await scene.take();
    expect(loggedIn(scene)).toEqual(['cli_Globex email Änderung am Vertrag']);
    expect(scene.store.state.requests[0]?.contacts[0]).toMatchObject({
      personId: 'per_Dana Ruiz',
      at: '2026-10-20T09:20:00Z',
      text: 'Can you look at it?',
    });
    const [entry] = scene.store.state.requests[0]?.contacts ?? [];
    expect((await scene.store.changes(1))[0]?.note.values.contact, 'which entry undo takes back').toBe(entry?.id);
    await expectOnly(scene, { done: 1, refused: 2 });
    await scene.store.undo();
    expect(loggedIn(scene)).toEqual([]);
  });

  test('of somebody unknown waits, once', async () => {
    const scene = await openScene();
    const mail = ['From: Eve <eve@elsewhere.example>', 'Message-ID: <7@elsewhere.example>', ...MAIL.slice(1), 'x'];
    await scene.leave('a.eml', mail.join('\r\n'));
    const { kept, problems } = await scene.take();
    expect([kept.length, problems]).toEqual([1, []]);
    expect(scene.store.state.strangers).toMatchObject([
      { name: 'Eve', email: 'eve@elsewhere.example', channel: 'email', at: '2026-10-20T09:20:00Z' },
    ]);
    await scene.leave('b.eml', mail.join('\n'));
    await scene.take();
    expect(scene.store.state.strangers).toHaveLength(1);
    expect(await scene.readRefused('b.eml.reason.txt')).toContain('taken in before');
  });

  test.each([
    ['that is none', ['no head at all'], 'It is no mail'],
    ['that is a newsletter', ['List-Unsubscribe: <https://x.example>', ...MAIL], 'Newsletters'],
  ])('%s is refused with the reason', async (_, lines, reason) => {
    const scene = await openScene();
    await scene.leave('a.eml', lines.join('\r\n'));
    await scene.take();
    expect(await scene.readRefused('a.eml.reason.txt')).toContain(reason);
    await expectOnly(scene, { refused: 1 });
  });
});

describe('nothing is logged twice', () => {
  test('the very same file again: it says so, since it may have been another call', async () => {
    const scene = await openScene();
    await scene.leave('a.txt', 'dana wrote re invoice');
    await scene.take();
    await scene.leave('b.txt', 'dana wrote re invoice');
    await scene.take();
    expect(loggedIn(scene)).toHaveLength(1);
    expect(await scene.readRefused('b.txt.reason.txt')).toContain('The very same was logged within the last week');
  });

  test('with an id of the sender: silently, whatever else is in the file', async () => {
    const scene = await openScene();
    await scene.leave('a.json', { id: 'phone-17', text: 'dana wrote re invoice' });
    await scene.take();
    await scene.leave('b.json', [
      { id: 'phone-17', text: 'dana wrote re invoices' },
      { id: 18, text: 'acme wrote' },
    ]);
    await scene.leave('c.json', { id: 'phone-17', text: 'dana wrote re invoice' });
    expect((await scene.take()).problems).toEqual([]);
    expect(loggedIn(scene)).toEqual(['cli_Globex email invoice', 'cli_Acme email']);
    await expectOnly(scene, { done: 3 });
  });

  test('after an end between logging and putting away', async () => {
    const scene = await openScene();
    const path = await scene.leave('a.txt', 'dana wrote re invoice\nacme wrote re login');
    const content = await readFile(path);
    await scene.take();
    const [done = ''] = await scene.list('done');
    await rename(join(scene.home, 'inbox', 'done', done), join(scene.home, 'gone'));
    await writeFile(path, content);
    expect(await scene.take()).toMatchObject({ logged: [], problems: [] });
    expect(loggedIn(scene)).toHaveLength(2);
    await expectOnly(scene, { done: 1 });
  });

  test('what could not be saved stays, and what was saved of it is not logged again', async () => {
    const scene = await openScene();
    await scene.leave('a.txt', 'dana wrote re invoice\nacme wrote re login');
    await scene.leave('b.txt', 'lee wrote');
    const full: Problem = { code: 'disk-full', message: 'Nothing was saved: there is no space left.' };
    let count = 0;
    const { problems } = await scene.take({
      log: (contact) => (++count === 2 ? Promise.resolve({ ok: false, problem: full }) : scene.options.log(contact)),
    });
    expect(problems).toEqual([full]);
    await expectOnly(scene, { left: 2 });
    await scene.take();
    expect(loggedIn(scene)).toEqual(['cli_Globex email invoice', 'cli_Acme email login', 'cli_Globex email']);
    await expectOnly(scene, { done: 2 });
  });
});

test('what was taken is kept for a week, what was refused for longer', async () => {
  const scene = await openScene();
  await scene.leave('a.txt', 'dana wrote re invoice');
  await scene.leave('b.txt', '  ');
  await scene.take();
  scene.clock.now = scene.clock.now.add({ hours: 7 * 24 - 1 });
  await scene.take();
  await expectOnly(scene, { done: 1, refused: 1 });
  scene.clock.now = scene.clock.now.add({ hours: 2 });
  await scene.take();
  await expectOnly(scene, { refused: 1 });
});

test('at one look, a file is taken once it has been left alone for two seconds', async () => {
  const scene = await openScene();
  await scene.leave('a.txt', 'dana wrote re invoice');
  // As sync programs do: the time of the last change is that on the phone.
  await utimes(join(scene.home, 'inbox', 'a.txt'), 1_790_000_000, 1_790_000_000);
  expect(await takeInbox(scene.options, hasSettledBy(Date.now()))).toMatchObject({ waiting: ['a.txt'], logged: [] });
  expect((await takeInbox(scene.options, hasSettledBy(Date.now() + 2100))).logged).toHaveLength(1);
});

test('whatever a file holds, it is logged or kept, and nothing breaks', async () => {
  const scene = await openScene();
  let count = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('json', 'txt'),
      fc.oneof(
        fc.json(),
        fc.string({ unit: 'binary', minLength: 1 }),
        fc.uint8Array({ minLength: 1 }),
        fc.record({ text: fc.string(), client: fc.anything(), count: fc.anything(), at: fc.string() }),
      ),
      async (extension, content) => {
        count += 1;
        await scene.leave(`${count}.${extension}`, content);
        await scene.take();
        expect((await scene.list()).length).toBe(0);
      },
    ),
    { numRuns: 60 },
  );
  const kept = [...(await scene.list('done')), ...(await scene.list('refused'))];
  expect(kept.filter((name) => !name.endsWith('.reason.txt')).length).toBe(count);
});

test('more problems than can be read at once are counted', () => {
  const problems = [1, 2, 3, 4].map((n): Problem => ({ code: 'inbox-refused', message: `${n}.` }));
  expect(summarize(problems.slice(0, 3), 3)).toHaveLength(3);
  expect(summarize(problems, 3)).toMatchObject([{ message: 'From the inbox, 4 files were not logged. The first: 1.' }]);
});
