import { mkdir, readdir, readFile, rename, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Computer } from '../helpers/computer';
import { expect, test } from './fixture';
import { addGlobex, type Request } from './scene';

/** Leaves a file in the inbox as other programs should: written under another name, then renamed. */
async function leave({ home }: Computer, name: string, content: string): Promise<string> {
  const inbox = join(home, 'inbox');
  await mkdir(inbox, { recursive: true });
  await writeFile(join(inbox, `.${name}.tmp`), content);
  await rename(join(inbox, `.${name}.tmp`), join(inbox, name));
  return join(inbox, name);
}

const list = ({ home }: Computer, folder: string) => readdir(join(home, 'inbox', folder)).catch(() => []);
const readSubjects = async ({ until }: Computer) =>
  (await until.ask<Request[]>('requests', '--open')).map(({ subject }) => subject).sort();
const toasts = ({ toasts: service }: Computer) =>
  service
    .received()
    .map(({ title, body }) => `${title}: ${body}`)
    .join('\n');

test.beforeEach(({ computer }) => addGlobex(computer));

test('a file that was left while the app was closed is logged at the start', async ({ computer }) => {
  await leave(computer, 'phone.json', '{"text": "dana missed call re invoice", "id": "phone-1"}');
  const app = await computer.start({ args: ['--hidden'] });
  await expect.poll(() => toasts(computer)).toContain('Globex · Missed call');
  expect(await readSubjects(computer)).toEqual(['invoice']);
  expect(await list(computer, 'refused')).toEqual([]);
  expect(app.electron.windows(), 'no window').toEqual([]);
});

test('files that come while it runs are logged with a toast, in their order, and the clipboard stays', async ({
  computer,
}) => {
  const app = await computer.start({ args: ['--hidden'] });
  await app.inMain(({ clipboard }) => clipboard.writeText('mine'));
  const paths = [
    await leave(computer, 'b.txt', 'dana wrote re slides'),
    await leave(computer, 'a.txt', 'dana voicemail re access'),
  ];
  const moment = new Date();
  for (const path of paths) await utimes(path, moment, moment);
  await expect.poll(() => toasts(computer)).toContain('Globex · Wrote');
  await expect.poll(() => toasts(computer)).toContain('Globex · Voicemail');
  const requests = await computer.until.ask<Request[]>('requests', '--open');
  const inOrder = requests.sort((one, other) => (one.requestId < other.requestId ? -1 : 1));
  expect(inOrder.map(({ subject }) => subject)).toEqual(['access', 'slides']);
  expect(await list(computer, 'done')).toHaveLength(2);
  expect(await app.readClipboard()).toBe('mine');

  await app.tray.click('Undo: Globex · Wrote');
  await expect.poll(() => readSubjects(computer)).toEqual(['access']);
});

test('one that can not be understood is refused, kept with the reason, and said', async ({ computer }) => {
  const app = await computer.start({ args: ['--show', 'week'] });
  const page = await app.window();
  await leave(computer, 'phone.json', '{"client": "Umbrella", "channel": "pigeon"}');
  await expect(page.getByRole('alert')).toContainText('channel');
  expect(toasts(computer)).toContain('phone.json was not logged');
  expect((await list(computer, 'refused')).sort()).toEqual(['phone.json', 'phone.json.reason.txt']);
  expect(await readFile(join(computer.home, 'inbox', 'refused', 'phone.json.reason.txt'), 'utf8')).toContain('channel');
  expect(await readSubjects(computer)).toEqual([]);
});

test('a mail with a header that is not English becomes an entry', async ({ computer }) => {
  await computer.start({ args: ['--hidden'] });
  const mail = [
    'From: =?utf-8?B?RGFuYSBSdcOteg==?= <dana@globex.example>',
    'Date: Mon, 23 Nov 2026 18:30:00 +0100',
    'Message-ID: <1@globex.example>',
    'Subject: =?iso-8859-1?Q?=C4nderung_im_Vertrag?=',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Bitte ansehen.',
  ];
  await leave(computer, 'mail.eml', mail.join('\r\n'));
  await expect.poll(() => toasts(computer)).toContain('Änderung im Vertrag');
  expect(await readSubjects(computer)).toEqual(['Änderung im Vertrag']);
});

test('the command line takes what lies there when nobody else does', async ({ computer }) => {
  await leave(computer, 'phone.txt', `dana wrote re invoice\n${'x'.repeat(10_001)}`);
  await expect.poll(() => readSubjects(computer)).toEqual(['invoice']);
  expect(await readFile(join(computer.home, 'inbox', 'refused', 'phone.txt'), 'utf8')).toBe(`${'x'.repeat(10_001)}\n`);
  expect(await readSubjects(computer)).toEqual(['invoice']);
});

test('--log logs at once, with a toast and without a window, whether the app runs or not', async ({ computer }) => {
  const app = await computer.start({ args: ['--log', 'dana missed call re invoice'] });
  await expect.poll(() => toasts(computer)).toContain('Globex · Missed call');
  expect(await app.again('--log', 'dana voicemail re slides')).toBe(0);
  await expect.poll(() => toasts(computer)).toContain('Globex · Voicemail');
  expect(await app.again('--log', 'zzyzx called')).toBe(0);
  await expect.poll(() => toasts(computer)).toContain('Zzyzx · Missed call');
  expect(await computer.until.ask('who', 'list')).toMatchObject([{ name: 'Zzyzx' }]);
  expect(await readSubjects(computer)).toEqual(['invoice', 'slides']);
  expect(app.electron.windows()).toEqual([]);

  await test.step('the tray offers whoever was logged last once more', async () => {
    await app.tray.click('Again: Dana Ruiz, voicemail');
    await expect
      .poll(async () => (await computer.until.ask<Request[]>('requests', '--open')).map(({ count }) => count).sort())
      .toEqual([1, 2]);
  });
});
