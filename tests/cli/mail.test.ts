import { readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contract, type Output } from '../../electron/ipc/contract/contract';
import { askOwner } from '../../electron/ipc/socket-client';
import { socketPath } from '../../electron/store/home';
import { buildCompoundFile, wide, writeProperties } from '../inputs/mail/build-msg';
import { makeFolder, NOW } from './helpers/command-line';
import { type InProcess, openInProcess } from './helpers/in-process';
import { ownHome } from './helpers/owner';

const MAILS = join(import.meta.dirname, '../fixtures/mails');
const CARDS = join(import.meta.dirname, '../fixtures/vcards');
const mail = (name: string) => join(MAILS, name);

async function openWithClients(): Promise<InProcess & { folder: string }> {
  const cli = await openInProcess();
  const globex = ['--contact', 'Dana Ruiz <dana@globex.example> +1 212 555 0142'];
  await cli.ask('client', 'add', 'Globex', ...globex, '--contact', 'Lee Okafor <lee@globex.example>');
  await cli.ask('client', 'add', 'Nordwind Energie', '--contact', 'Eva Lang <e.lang@nordwind.example>');
  await cli.ask('settings', 'set', '--my-mail', 'me@consult.example');
  return { ...cli, folder: await makeFolder() };
}

async function askImport({ ask }: InProcess, ...args: string[]): Promise<Output<'import'>> {
  const value = await ask('import', ...args);
  contract.import.output.parse(value);
  return value as Output<'import'>;
}

async function listRequests({ ask }: InProcess): Promise<Output<'requests'>> {
  return (await ask('requests')) as Output<'requests'>;
}

describe('importing mail', () => {
  test('a mail becomes an entry of who wrote it, with its date, subject and first lines', async () => {
    const cli = await openWithClients();
    expect(await askImport(cli, mail('gmail-en.eml'))).toMatchObject({ created: 1, skipped: 0, refused: [] });
    expect(await listRequests(cli)).toMatchObject([
      {
        client: 'Globex',
        subject: 'Q3 numbers for the board',
        contacts: [
          {
            ...{ channel: 'email', direction: 'in', count: 1, person: 'Dana Ruiz', at: '2026-11-23T15:11:54+01:00' },
            text: expect.stringMatching(/^Could you check the totals on page 4\?[^>]*Dana$/),
          },
        ],
      },
    ]);
  });

  test('a thread is one request, whatever its subjects and order, with what I wrote in between', async () => {
    const cli = await openWithClients();
    expect(await askImport(cli, mail('thread.mbox'))).toMatchObject({ created: 3 });
    const requests = await listRequests(cli);
    expect(requests.map(({ subject, contacts }) => [subject, contacts.map((each) => each.direction)])).toEqual([
      ['Login broken', ['in', 'out', 'in']],
    ]);
    expect(requests[0]?.contacts.map(({ person }) => person)).toEqual(['Dana Ruiz', 'Dana Ruiz', 'Lee Okafor']);
  });

  test('the answer to a mail that was taken in before joins it; the same mail is not taken twice', async () => {
    const cli = await openWithClients();
    const [first, ...others] = (await readFile(mail('thread.mbox'), 'utf8')).split(/^(?=From (?:dana|me)@)/m);
    const write = async (name: string, text = '') => {
      await writeFile(join(cli.folder, name), text);
      return join(cli.folder, name);
    };
    await askImport(cli, await write('first.mbox', first));
    const answer = await askImport(cli, await write('others.mbox', others.join('')), mail('thread.mbox'));
    expect(answer).toMatchObject({
      created: 2,
      skipped: 3,
      leftOut: [{ count: 3, reason: expect.stringContaining('taken in before') }],
    });
    expect(await listRequests(cli)).toMatchObject([{ subject: 'Login broken', contacts: [{}, {}, {}] }]);
  });

  test('a colleague at the same firm is taken for somebody of it; attachments are named', async () => {
    const cli = await openWithClients();
    await askImport(cli, mail('outlook-de.eml'));
    const [request] = await listRequests(cli);
    expect(request).toMatchObject({ client: 'Nordwind Energie', claimedUrgent: true });
    expect(request?.contacts[0]).toMatchObject({
      person: 'Groß, Jürgen',
      text: expect.stringMatching(/Attached: Rechnung Oktober geprüft\.pdf$/),
    });
  });

  test('what I wrote of my own accord is kept, and asks nothing of me', async () => {
    const cli = await openWithClients();
    const { requests } = await askImport(cli, mail('own-sent.eml'));
    expect(requests).toMatchObject([{ client: 'Globex', subject: 'Offer for phase 2', joined: false }]);
    expect(await cli.ask('requests', '--open')).toEqual([]);
    expect(await listRequests(cli)).toMatchObject([{ status: 'done', contacts: [{ direction: 'out' }] }]);
  });

  test('what became of each mail is told, and what is not taken by itself is offered', async () => {
    const cli = await openWithClients();
    await cli.ask('log', 'dana wrote re Q3 numbers for the board', '--now', '2026-11-23T09:00:00+01:00');
    const files = ['gmail-en', 'own-sent', 'newsletter', 'foxmail-zh'].map((name) => mail(`${name}.eml`));
    const answer = await askImport(cli, ...files);
    expect(answer.requests).toMatchObject([
      { client: 'Globex', subject: 'Offer for phase 2', direction: 'out', joined: false, count: 1 },
      { client: 'Globex', person: 'Dana Ruiz', direction: 'in', joined: true, count: 2 },
    ]);
    expect(answer.offered?.map(({ why, address }) => [why, address])).toEqual([
      ['automatic', expect.stringContaining('@')],
      ['unknown', 'wang@shanghai.example'],
    ]);
  });

  test('what the person says of a sender has their mails taken, and only those', async () => {
    const cli = await openWithClients();
    await ownHome(cli.home, cli.env, NOW);
    const files = ['newsletter', 'foxmail-zh', 'gmail-en'].map((name) => ({
      ...{ name: `${name}.eml`, path: mail(`${name}.eml`) },
    }));
    const take = (more: object) =>
      askOwner(socketPath(cli.home, cli.env), { name: 'import', input: { files, ...more }, now: NOW });
    expect(await take({})).toMatchObject({ ok: true, value: { created: 1, offered: [{}, {}] } });
    const again = await take({ senders: [{ address: 'wang@shanghai.example', client: 'Globex' }] });
    expect(again).toMatchObject({
      ok: true,
      value: { created: 1, requests: [{ client: 'Globex', person: '王伟' }], offered: [{ why: 'automatic' }] },
    });
    const [newsletter] = (again as unknown as { value: Output<'import'> }).value.offered ?? [];
    const kept = await take({ senders: [{ address: newsletter?.address, waits: true }] });
    expect(kept).toMatchObject({ ok: true, value: { created: 1 } });
    expect(await cli.ask('who', 'list')).toMatchObject([{ channel: 'email', email: newsletter?.address }]);
    expect(await take({})).toMatchObject({ ok: true, value: { created: 0, leftOut: [{ count: 1 }, {}, {}] } });
  });

  test('newsletters are taken when they are asked for', async () => {
    const cli = await openWithClients();
    expect(await askImport(cli, mail('newsletter.eml'))).toMatchObject({
      created: 0,
      leftOut: [{ why: 'automatic', count: 1 }],
    });
    expect(await askImport(cli, mail('newsletter.eml'), '--automatic')).toMatchObject({
      created: 1,
      requests: [{ client: 'Globex', subject: 'Our November offers' }],
    });
  });

  test('with --no-merge no card completes somebody who is known, and the others come in', async () => {
    const cli = await openWithClients();
    const cards = join(cli.folder, 'people.vcf');
    const card = (...lines: string[]) => ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD'].join('\n');
    const dana = card('FN:Dana Ruiz', 'EMAIL:dana@globex.example', 'TEL:+1 212 555 0199');
    await writeFile(cards, `${dana}\n${card('FN:Max Muster', 'ORG:Globex', 'EMAIL:max@globex.example')}\n`);
    expect(await askImport(cli, cards, '--no-merge')).toMatchObject({ created: 1, updated: 0, skipped: 1 });
    const shown = JSON.stringify(await cli.ask('client', 'show', 'Globex'));
    expect(shown).not.toContain('555 0199');
    expect(shown).toContain('Max Muster');
    expect((await askImport(cli, cards)).merges).toMatchObject([{ person: 'Dana Ruiz', adds: ['+1 212 555 0199'] }]);
  });

  test('newsletters and automatic answers are passed over, my own mail is mine, strangers are named', async () => {
    const cli = await openWithClients();
    const files = ['newsletter', 'out-of-office', 'own-sent', 'foxmail-zh', 'no-mail', 'absurd-date', 'nul'];
    const answer = await askImport(cli, ...files.map((name) => mail(`${name}.eml`)));
    expect(answer).toMatchObject({ created: 2, skipped: 2 });
    expect(answer.leftOut?.map(({ file, count }) => [file.slice(MAILS.length + 1), count])).toEqual([
      ['newsletter.eml', 1],
      ['out-of-office.eml', 1],
    ]);
    expect(answer.unmatched).toEqual([
      {
        file: mail('foxmail-zh.eml'),
        name: '王伟 <wang@shanghai.example>',
        reason: expect.stringContaining('1 mail.'),
      },
    ]);
    expect(answer.refused).toEqual([
      { file: mail('no-mail.eml'), reason: expect.stringContaining('It is no mail') },
      { file: mail('absurd-date.eml'), reason: expect.stringContaining('when it was written') },
    ]);
    const directions = (await listRequests(cli)).map(({ subject, contacts }) => [subject, contacts[0]?.direction]);
    expect(directions.toSorted()).toEqual([
      ['Offer for phase 2', 'out'],
      ['zero s here', 'in'],
    ]);
  });

  test('without an address of mine, mail from me to a client says how to tell', async () => {
    const cli = await openWithClients();
    await cli.ask('settings', 'set', '--my-mail', 'none');
    const { unmatched } = await askImport(cli, mail('own-sent.eml'));
    expect(unmatched).toMatchObject([{ reason: expect.stringContaining('settings set --my-mail me@consult.example') }]);
    const { stdout } = await cli.run('import', mail('own-sent.eml'));
    expect(stdout).toContain('Nobody known: ');
  });

  test('a mailbox is known by how it begins, too', async () => {
    const cli = await openWithClients();
    const path = join(cli.folder, 'Inbox');
    await writeFile(path, await readFile(mail('thread.mbox')));
    expect(await askImport(cli, path)).toMatchObject({ created: 3 });
  });

  test('what is no mail file at all is refused, and the rest goes on', async () => {
    const cli = await openWithClients();
    const msg = join(cli.folder, 'letter.msg');
    await writeFile(msg, buildCompoundFile({ WordDocument: new Uint8Array(5000) }));
    const empty = join(cli.folder, 'empty.eml');
    await writeFile(empty, '');
    const answer = await askImport(cli, msg, empty, join(cli.folder, 'gone.eml'), mail('gmail-en.eml'));
    expect(answer.created).toBe(1);
    expect(answer.refused.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('save it as .eml'),
      'It is empty.',
      'There is no such file.',
    ]);
    expect(await cli.run('import', msg)).toMatchObject({ status: 1, stderr: expect.stringContaining('.eml') });
  });

  test('the process that owns the home reads it from where it lies, or takes its text', async () => {
    const cli = await openWithClients();
    await ownHome(cli.home, cli.env, NOW);
    expect(await askImport(cli, relative(process.cwd(), mail('gmail-en.eml')))).toMatchObject({ created: 1 });
    const text = await readFile(mail('thread.mbox'), 'utf8');
    const files = [{ name: 'standard input', text }];
    const reply = await askOwner(socketPath(cli.home, cli.env), { name: 'import', input: { files }, now: NOW });
    expect(reply).toMatchObject({ ok: true, value: { created: 3 } });
    const neither = await askOwner(socketPath(cli.home, cli.env), {
      name: 'import',
      input: { files: [{ name: 'x' }] },
    });
    expect(neither).toMatchObject({ ok: false, problem: { code: 'invalid' } });
  });

  test('a message of Outlook is read like any other mail', async () => {
    const cli = await openWithClients();
    const path = join(cli.folder, 'Rechnung.msg');
    const headers =
      'From: Dana <dana@globex.example>\r\nDate: Mon, 23 Nov 2026 09:00:00 +0100\r\nSubject: RE: Budget\r\n';
    await writeFile(
      path,
      buildCompoundFile({
        '__substg1.0_007D001F': wide(headers),
        '__substg1.0_1000001F': wide('Is it enough?'),
        '__properties_version1.0': writeProperties(32, {}, { 23: 1 }),
      }),
    );
    expect(await askImport(cli, path)).toMatchObject({ created: 1 });
    expect(await listRequests(cli)).toMatchObject([{ subject: 'Budget', contacts: [{ text: 'Is it enough?' }] }]);
  });

  test('it is one change; a dry run tells the same and keeps nothing', async () => {
    const cli = await openWithClients();
    expect(await askImport(cli, mail('thread.mbox'), '--dry-run')).toMatchObject({ created: 3 });
    expect(await listRequests(cli)).toEqual([]);
    await askImport(cli, mail('thread.mbox'));
    await cli.ask('undo');
    expect(await listRequests(cli)).toEqual([]);
  });
});

describe('importing vCards', () => {
  const files = ['iphone', 'android', 'outlook', 'nextcloud', 'broken'].map((name) => join(CARDS, `${name}.vcf`));

  test('people go to their clients; what can not be matched or read is named', async () => {
    const cli = await openWithClients();
    const answer = await askImport(cli, ...files);
    expect(answer).toMatchObject({ created: 4, updated: 1, skipped: 1 });
    expect(answer.merges).toEqual([
      {
        ...{ card: expect.any(String), person: 'Dr. Dana Ruiz', client: 'Globex', into: 'Dana Ruiz' },
        adds: ['dana.ruiz@gmail.com', '+12125550199', 'Head of Finance'],
      },
    ]);
    expect(answer.unmatched?.map(({ name }) => name)).toEqual(['Taxi', 'Sándor Kis']);
    expect(answer.refused.map(({ line }) => line)).toEqual([2, 5, 10, 21]);
    expect(await cli.ask('client', 'show', 'Nordwind Energie')).toMatchObject({
      people: [
        { name: 'Eva Lang' },
        { name: 'Ing. Jürgen Groß', title: 'Einkäufer', phones: ['+49 (0)40 555 0177', '0171 5550177'] },
      ],
    });
    const clients = (await cli.ask('client', 'list')) as Output<'client.list'>;
    const names = ['DunajSoft s.r.o.', 'Globex', 'Nordwind Energie', 'Sakura KK', 'Sơn Hà'];
    expect(clients.map(({ name }) => name).toSorted()).toEqual(names);
  });

  test('a dry run lists the merges and does none; the same again changes nothing; undo takes all back', async () => {
    const cli = await openWithClients();
    const { stdout } = await cli.run('import', ...files, '--dry-run');
    expect(stdout).toContain('Merged: Dr. Dana Ruiz is Dana Ruiz of Globex, with dana.ruiz@gmail.com');
    const before = await cli.ask('client', 'show', 'Globex');
    expect(before).toMatchObject({ people: [{ emails: ['dana@globex.example'] }, {}] });
    await askImport(cli, ...files);
    expect(await askImport(cli, ...files)).toMatchObject({ created: 0, updated: 0, skipped: 6 });
    await cli.ask('undo');
    expect(await cli.ask('client', 'list')).toHaveLength(2);
    expect(await cli.ask('client', 'show', 'Globex')).toEqual(before);
  });

  test('mail that comes with the cards is known by them', async () => {
    const cli = await openWithClients();
    const answer = await askImport(cli, mail('thunderbird-vi.eml'), ...files);
    expect(answer).toMatchObject({ created: 5 });
    expect(await listRequests(cli)).toMatchObject([{ client: 'Sơn Hà', subject: 'Hóa đơn tháng 11' }]);
  });

  test('a title stays when people are edited', async () => {
    const cli = await openWithClients();
    await askImport(cli, ...files);
    await cli.ask('client', 'set', 'Globex', '--contact', 'Dana Ruiz <dana@globex.example> +1 999 555 0000');
    expect(await cli.ask('client', 'show', 'Globex')).toMatchObject({ people: [{ title: 'Head of Finance' }, {}] });
  });
});

test('a letter is answered in the language it is written in', async () => {
  const cli = await openWithClients();
  await cli.ask('client', 'add', 'Dunajsoft', '--contact', 'Zuzana Šťastná <zuzana@dunajsoft.example>');
  await askImport(cli, mail('apple-mail-sk.eml'), mail('gmail-en.eml'), mail('outlook-de.eml'));
  const languages: string[] = [];
  for (const request of await listRequests(cli)) {
    const { language } = (await cli.ask('reply', request.requestId)) as { language: string };
    languages.push(`${request.contacts[0]?.language} ${language}`);
  }
  expect(languages.toSorted()).toEqual(['de de', 'en en', 'sk sk']);
});

test('one mail by itself of somebody unknown waits, with its date, and is taken once; a newsletter never waits', async () => {
  const cli = await openWithClients();
  const answer = await askImport(cli, mail('foxmail-zh.eml'));
  expect(answer).toMatchObject({ created: 1, waiting: [{ name: '王伟' }] });
  expect(answer.unmatched).toBeUndefined();
  const [waiting] = (await cli.ask('who', 'list')) as Output<'stranger.list'>;
  expect(waiting).toMatchObject({ email: 'wang@shanghai.example', suggestedName: 'Shanghai', channel: 'email' });
  expect(await askImport(cli, mail('foxmail-zh.eml'))).toMatchObject({ created: 0, skipped: 1 });
  expect(await askImport(cli, mail('newsletter.eml'))).toMatchObject({ created: 0, skipped: 1 });
  await askImport(cli, mail('apple-mail-sk.eml'));
  expect(await cli.ask('who', 'list')).toMatchObject([{}, { language: 'sk' }]);

  await cli.ask('who', 'assign', '王伟', 'Globex');
  const [request] = await listRequests(cli);
  expect(request?.contacts).toMatchObject([{ person: '王伟', at: waiting?.at, strangerId: waiting?.strangerId }]);
  expect(await askImport(cli, mail('foxmail-zh.eml'))).toMatchObject({ created: 0, skipped: 1 });
});
