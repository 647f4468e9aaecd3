import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { findFaults } from './find-faults';
import { expect, test } from './fixture';
import { setSystemTheme, themes } from './views';

interface Request {
  client: string;
  subject: string;
  status: string;
  contacts: { channel: string; direction: string; person?: string }[];
}

/** A mail as Slovak Outlook sends it: ISO-8859-2 in its head, quoted-printable in its body. */
const SLOVAK = [
  'From: =?iso-8859-2?Q?Zuzana_Kov=E1=E8ov=E1?= <zuzana@globex.example>',
  'To: me@consulting.example',
  'Subject: =?iso-8859-2?Q?RE=3A_Fakt=FAra_za_okt=F3ber?=',
  'Date: Tue, 24 Nov 2026 10:02:00 +0100',
  'Message-ID: <slovak-1@globex.example>',
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=iso-8859-2',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Dobr=FD de=F2, ch=FDba n=E1m fakt=FAra.',
].join('\r\n');

/** Drops files as a file manager does, by where they lie. */
async function drop(page: Page, files: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  const at = { x: 300, y: 120 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...at, data });
}

async function write(folder: string, files: Record<string, string>): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  return Promise.all(
    Object.entries(files).map(async ([name, text]) => {
      const file = path.join(folder, name);
      await writeFile(file, text);
      return file;
    }),
  );
}

test.beforeEach(async ({ computer }) => {
  await computer.until.ask('client', 'add', 'Globex', '--contact', 'Zuzana <zuzana@globex.example>');
});

test('a mail that is dropped on the window becomes a request; a web page is refused by name', async ({
  computer,
}, info) => {
  const files = await write(info.outputPath('files'), {
    'sprava.eml': SLOVAK,
    'page.html': '<script>alert(1)</script>',
    'run.desktop': '[Desktop Entry]\nExec=rm',
    'stranger.eml': SLOVAK.replaceAll('globex.example', 'nobody.example'),
  });
  await mkdir(info.outputPath('a folder'));
  const app = await computer.start({ args: ['--show', 'week'] });
  const page = await app.window();
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await drop(page, [...files, info.outputPath('a folder')]);

  const dialog = page.getByRole('dialog', { name: 'What came in' });
  await expect(dialog).toContainText('Globex Faktúra za október');
  await expect(dialog).toContainText('page.html');
  await expect(dialog).toContainText('It is a web page');
  await expect(dialog).toContainText('run.desktop');
  await expect(dialog).toContainText('It is a folder.');
  await expect(dialog).toContainText('zuzana@nobody.example');
  expect(await findFaults(page)).toEqual([]);

  const [request] = await computer.until.ask<Request[]>('requests', '--open');
  expect(request).toMatchObject({
    client: 'Globex',
    subject: 'Faktúra za október',
    contacts: [{ channel: 'email', direction: 'in', person: 'Zuzana' }],
  });

  await test.step('it is read and closed with one key, and taken back with one more', async () => {
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await computer.until.ask<Request[]>('requests', '--open')).length).toBe(0);
  });
});

test('what is not for a client is offered: senders get a client or wait, newsletters and own mail stay out', async ({
  computer,
}, info) => {
  await computer.until.ask('settings', 'set', '--my-mail', 'me@consulting.example');
  await computer.until.ask('log', 'zuzana wrote re invoice');
  let number = 0;
  const mail = (from: string, subject: string, ...more: string[]) => {
    number += 1;
    const head = [`From: ${from}`, `Subject: ${subject}`, `Message-ID: <m${number}@mail.example>`, ...more];
    return [...head, 'Date: Tue, 24 Nov 2026 09:30:00 +0100', '', 'Hello.', ''].join('\r\n');
  };
  const files = await write(info.outputPath('files'), {
    'news.eml': mail('News <news@shop.example>', 'Sale', 'List-Unsubscribe: <mailto:x@shop.example>'),
    'sent.eml': mail('me@consulting.example', 'Offer for phase 2', 'To: zuzana@globex.example'),
    'private.eml': mail('me@consulting.example', 'Sunday', 'To: mum@home.example'),
    'new.eml': mail('=?utf-8?Q?Petra_Kov=C3=A1=C4=8Dov=C3=A1?= <petra@initech.example>', 'Ponuka'),
    'odd.eml': mail('x@gmail.com', 'Hello'),
    'again.eml': mail('zuzana@globex.example', 'Re: invoice'),
  });
  const app = await computer.start({ args: ['--show', 'week'] });
  const page = await app.window();
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await drop(page, files);
  const dialog = page.getByRole('dialog', { name: 'What came in' });
  await expect(dialog).toContainText('joined what was open, ×2');
  await expect(dialog).toContainText('you wrote it: kept in the log, nothing is open');
  const open = async () =>
    (await computer.until.ask<Request[]>('requests', '--open')).map(({ client, subject }) => `${client}: ${subject}`);
  expect(await open()).toEqual(['Globex: invoice']);
  for (const theme of themes) {
    await setSystemTheme(app, page, theme);
    await page.screenshot({ path: info.outputPath(`offered-${theme}.png`) });
    expect.soft(await findFaults(page), theme).toEqual([]);
  }

  const say = async (who: string, whose: string) => {
    const choice = dialog.getByLabel(`Whose is it: ${who}`);
    await choice.focus();
    await choice.selectOption({ label: whose });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(choice).toBeHidden();
  };
  await test.step('somebody unknown becomes a new client, or waits', async () => {
    await say('Petra Kováčová', 'New client “Initech”');
    await expect(dialog).toContainText('Initech Ponuka');
    await say('x@gmail.com', 'Ask me later');
    await expect(dialog).toContainText('It waits in the week until you say whose it is.');
    expect(await computer.until.ask('who', 'list')).toMatchObject([{ email: 'x@gmail.com', subject: 'Hello' }]);
    expect((await open()).sort()).toEqual(['Globex: invoice', 'Initech: Ponuka']);
  });

  await test.step('all of it is taken back', async () => {
    await dialog.getByRole('button', { name: 'Take it all back' }).click();
    await expect.poll(async () => await computer.until.ask<unknown[]>('client', 'list')).toHaveLength(1);
    expect(await computer.until.ask('who', 'list')).toEqual([]);
    expect(await computer.until.ask<Request[]>('requests', '--open')).toMatchObject([{ contacts: [{}] }]);
  });
});

test('mail from an address of mine that was not known is mine from then on', async ({ computer }, info) => {
  const mail = (number: number, from: string, to: string, subject: string) =>
    [`From: ${from}`, `To: ${to}`, `Subject: ${subject}`, `Message-ID: <own-${number}@mail.example>`]
      .concat('Date: Tue, 24 Nov 2026 09:30:00 +0100', '', 'Hello.', '')
      .join('\r\n');
  const files = await write(info.outputPath('files'), {
    'first.eml': mail(1, 'Me <me@private.example>', 'zuzana@globex.example', 'Offer for phase 2'),
    'second.eml': mail(2, 'me@private.example', 'mum@home.example', 'Sunday'),
    'theirs.eml': mail(3, 'zuzana@globex.example', 'me@private.example', 'invoice'),
  });
  const app = await computer.start({ args: ['--show', 'week'] });
  const page = await app.window();
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await drop(page, files);
  const dialog = page.getByRole('dialog', { name: 'What came in' });
  const mine = dialog.getByRole('button', { name: 'This is me' });
  await expect(mine).toHaveCount(1);
  await mine.focus();
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('you wrote it: kept in the log, nothing is open');
  await expect(mine).toBeHidden();
  const requests = async () =>
    (await computer.until.ask<Request[]>('requests'))
      .map(({ subject, status, contacts: [first] }) => [subject, status, first?.direction])
      .sort();
  expect(await requests()).toEqual([
    ['Offer for phase 2', 'done', 'out'],
    ['invoice', 'open', 'in'],
  ]);
  const settings = () => computer.until.ask('settings', 'show');
  expect(await settings()).toMatchObject({ myEmails: ['me@private.example'] });

  await dialog.getByRole('button', { name: 'Take it all back' }).click();
  await expect.poll(requests).toEqual([]);
  expect(await settings()).not.toMatchObject({ myEmails: ['me@private.example'] });
});

test('files with names in any script are taken in, whichever way they come', async ({ computer }, info) => {
  // What the launcher gives it where the locale is none; Chromium finds no such file in the locale C.
  computer.env.LC_ALL = 'C.UTF-8';
  const names = ['správa č. 1.eml', 'Übergabe.eml', '請求書.eml', 'hóa đơn.eml'];
  const mails = Object.fromEntries(names.map((name, place) => [name, SLOVAK.replace('slovak-1', `named-${place}`)]));
  const [picked = '', dropped = '', opened = '', given = ''] = await write(info.outputPath('súbory'), mails);
  const app = await computer.start({ args: ['--show', 'week'] });
  const page = await app.window();
  await expect(page.getByRole('navigation').first()).toBeVisible();
  const contacts = async () =>
    (await computer.until.ask<Request[]>('requests', '--open')).flatMap((each) => each.contacts).length;

  const picker = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+o');
  await (await picker).setFiles(picked);
  await expect.poll(contacts).toBe(1);
  await page.keyboard.press('Escape');
  await drop(page, [dropped]);
  await expect.poll(contacts).toBe(2);
  await page.keyboard.press('Escape');
  expect(await app.again(opened)).toBe(0);
  await expect.poll(contacts).toBe(3);
  // The command line needs no more than the bytes of the name.
  computer.env.LC_ALL = 'C';
  await computer.until.ask('import', given);
  expect(await contacts()).toBe(4);
});

test('files are picked with the keys, and a page can have none read that nobody gave', async ({ computer }, info) => {
  const [file = ''] = await write(info.outputPath('files'), { 'sprava.eml': SLOVAK });
  const app = await computer.start({ args: ['--show', 'week'] });
  const page = await app.window();
  await expect(page.getByRole('navigation').first()).toBeVisible();
  const replies = await page.evaluate(
    async (path) => [
      await window.untilFriday.call('import.paths', { paths: [path] }),
      await window.untilFriday.call('import', { files: [{ name: 'x', path }] }),
    ],
    file,
  );
  const refused = { ok: false, problem: { code: 'unavailable' } };
  expect(replies).toMatchObject([refused, refused]);

  const picker = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+o');
  await (await picker).setFiles(file);
  await expect(page.getByRole('dialog', { name: 'What came in' })).toContainText('Faktúra za október');
});

test('cards that complete somebody are asked about, and can be left out', async ({ computer }, info) => {
  const [file = ''] = await write(info.outputPath('files'), {
    'people.vcf': [
      'BEGIN:VCARD\nVERSION:3.0\nFN:Zuzana Kováčová\nORG:Globex\nEMAIL:zuzana@globex.example\nTEL:+421 2 555 0100\nEND:VCARD',
      'BEGIN:VCARD\nVERSION:3.0\nFN:Peter Novák\nORG:Globex\nEMAIL:peter@globex.example\nEND:VCARD',
    ].join('\n'),
  });
  const app = await computer.start({ args: ['--show', 'week'] });
  const page = await app.window();
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await drop(page, [file]);
  const dialog = page.getByRole('dialog', { name: 'Is this somebody you have?' });
  await expect(dialog).toContainText('+421 2 555 0100');
  const people = async () => {
    const { people } = await computer.until.ask<{ people: { name: string; phones: string[] }[] }>(
      'client',
      'show',
      'Globex',
    );
    return people.map(({ name, phones }) => [name, ...phones]);
  };
  expect(await people()).toEqual([['Zuzana']]);
  await dialog.getByRole('button', { name: 'Leave them as they are' }).click();
  await expect(page.getByRole('dialog', { name: 'What came in' })).toContainText('1 added');
  expect(await people()).toEqual([['Zuzana'], ['Peter Novák']]);
  await page.keyboard.press('Escape');

  await test.step('Esc leaves people as they are, too, and takes in the rest', async () => {
    await drop(page, [file]);
    await expect(dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog', { name: 'What came in' })).toBeVisible();
    expect(await people()).toEqual([['Zuzana'], ['Peter Novák']]);
    await page.keyboard.press('Escape');
  });

  await test.step('asked again, the answer may be another', async () => {
    await drop(page, [file]);
    await expect(dialog).toBeVisible();
    await page.keyboard.press('Enter');
    await expect.poll(people).toContainEqual([expect.stringContaining('Zuzana'), '+421 2 555 0100']);
  });
});

test('two cards of one name are confirmed each by itself', async ({ computer }, info) => {
  const card = (phone: string) =>
    `BEGIN:VCARD\nVERSION:3.0\nFN:Zuzana\nORG:Globex\nEMAIL:zuzana@globex.example\nTEL:${phone}\nEND:VCARD`;
  const folder = info.outputPath('files');
  // Phones export one file for each card, and call both alike.
  const files = [
    ...(await write(path.join(folder, 'one'), { 'zuzana.vcf': card('+421 2 555 0100') })),
    ...(await write(path.join(folder, 'two'), { 'zuzana.vcf': card('+421 2 555 0200') })),
  ];
  const app = await computer.start({ args: ['--show', 'week'] });
  const page = await app.window();
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await drop(page, files);
  const dialog = page.getByRole('dialog', { name: 'Are these people you have?' });
  await dialog.getByRole('checkbox', { name: '+421 2 555 0100' }).uncheck();
  await expect(dialog.getByRole('checkbox', { name: '+421 2 555 0200' })).toBeChecked();
  await dialog.getByRole('button').first().click();
  await expect(page.getByRole('dialog', { name: 'What came in' })).toBeVisible();
  expect(await computer.until.ask('client', 'show', 'Globex')).toMatchObject({
    people: [{ name: 'Zuzana', phones: ['+421 2 555 0200'] }],
  });
});

test('a file that is opened with the app is taken in by the instance that runs', async ({ computer }, info) => {
  const [file = ''] = await write(info.outputPath('files'), { 'sprava.eml': SLOVAK });
  const app = await computer.start({ args: ['--hidden'] });
  expect(await app.again(file)).toBe(0);
  const page = await app.window();
  await expect(page.getByRole('dialog', { name: 'What came in' })).toContainText('Faktúra za október');
});

test('a mail that is dropped on the palette is taken in there', async ({ computer }, info) => {
  const [file = ''] = await write(info.outputPath('files'), { 'sprava.eml': SLOVAK });
  const app = await computer.start({ args: ['--show', 'palette'] });
  const page = await app.palette();
  await expect(page.getByRole('textbox')).toBeFocused();
  await drop(page, [file]);
  await expect(page.getByText('Globex: Faktúra za október. Taken in.')).toBeVisible();
});
