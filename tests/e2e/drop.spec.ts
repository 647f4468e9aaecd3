import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixture';

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
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);

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

  await test.step('asked again, the answer may be another', async () => {
    await drop(page, [file]);
    await expect(dialog).toBeVisible();
    await page.keyboard.press('Enter');
    await expect.poll(people).toContainEqual([expect.stringContaining('Zuzana'), '+421 2 555 0100']);
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
