import { join } from 'node:path';
import type { RunningApp } from '../helpers/running-app';
import { openXKeyboard } from '../helpers/x-keyboard';
import { expect, test } from './fixture';

interface Request {
  client: string;
  subject: string;
  count: number;
  contacts: { channel: string; count: number; person?: string }[];
}

test.beforeEach(async ({ computer }) => {
  await computer.until.ask('client', 'add', 'Globex', '--contact', 'Dana Ruiz <dana@globex.example>');
  await computer.until.ask('client', 'add', 'Acme', '--contact', 'Dana Scott <dana@acme.example>');
  await computer.until.ask(
    ...['call', 'add', 'Globex', '--rule', 'FREQ=WEEKLY;BYDAY=FR', '--start', '2026-11-06T14:00'],
    ...['--time-zone', 'Europe/Vienna', '--minutes', '30'],
  );
});

test('a second start with --toggle opens it, a line is understood and logged', async ({ computer }) => {
  const app = await computer.start({ args: ['--hidden'] });
  expect(await app.again('--toggle')).toBe(0);
  const page = await app.palette();
  const line = page.getByRole('textbox', { name: 'Log a contact' });
  await expect(line).toBeFocused();

  await page.keyboard.type('globex missed call x3 re invoice');
  await expect(page.locator('[data-chip="who"]')).toContainText('Globex');
  await expect(page.locator('[data-chip="channel"]')).toHaveText('missed call ×3');
  await expect(page.locator('[data-chip="subject"]')).toHaveText('invoice');

  await page.keyboard.press('Enter');
  await expect(page.getByText("On Friday's call.")).toBeVisible();
  const requests = await computer.until.ask<Request[]>('requests', '--open');
  expect(requests).toMatchObject([{ client: 'Globex', subject: 'invoice', count: 3 }]);
  expect(await app.readClipboard()).toContain('Friday');
  await expect.poll(() => isVisible(app)).toBe(false);

  await test.step('the main window was not brought along', async () => {
    const pages = app.electron.windows().map((each) => new URL(each.url()).pathname);
    expect(pages).toEqual(['/palette.html']);
  });
});

test("the caller's card appears once the client is known, and the window makes room for it", async ({ computer }) => {
  await computer.until.ask('client', 'set', 'Globex', '--contact', 'Dana Ruiz +1 212 555 0142');
  await computer.until.ask('client', 'set', 'Globex', '--time-zone', 'America/New_York');
  await computer.until.ask('log', 'dana globex 3 missed calls re invoice, needs it friday');
  const app = await computer.start({ args: ['--show', 'palette'] });
  const page = await app.palette();
  const heightBefore = await page.evaluate(() => window.innerHeight);
  await page.getByRole('textbox').fill('globex vm');
  const card = page.locator('dl');
  await expect(card).toContainText('missed call ×3');
  await expect(card).toContainText('invoice ×3');
  await expect(card).toContainText('2 impromptu calls left this week');
  await expect.poll(() => page.evaluate(() => window.innerHeight)).toBeGreaterThan(heightBefore);
  await expect(card).toBeInViewport({ ratio: 1 });

  await test.step('and gives it back when the line is empty', async () => {
    await page.getByRole('textbox').fill('');
    await expect(card).toBeHidden();
    await expect.poll(() => page.evaluate(() => window.innerHeight)).toBe(heightBefore);
  });
});

test('how their calls waited before stands in the card, and in what is said when it is done', async ({ computer }) => {
  const { ask } = computer.until;
  for (const day of [9, 10, 11, 12, 13]) {
    const at = `2026-11-${String(day).padStart(2, '0')}`;
    await ask('log', `dana globex missed call re case${day}`, '--now', `${at}T10:00:00+01:00`);
    await ask('request', 'done', `case${day}`, '--now', `${at}T16:00:00+01:00`);
  }
  // No impromptu call is left, so that the card says to let it ring.
  await ask('client', 'set', 'Globex', '--allowance', '0');
  const app = await computer.start({ args: ['--show', 'palette'] });
  const page = await app.palette();
  await page.getByRole('textbox').fill('globex missed call re budget');
  await expect(page.locator('dl')).toContainText('It can ring. Usually waits: 5 of 5.');
  await page.screenshot({ path: join(import.meta.dirname, '../../out/palette-tally.png') });
  await page.keyboard.press('Shift+Enter');
  await expect(page.getByText("On Friday's call. Usually waits: 5 of 5. Reply copied.")).toBeVisible();
});

test('a name that two people have is chosen with the arrow keys', async ({ computer }) => {
  const app = await computer.start({ args: ['--show', 'palette'] });
  const page = await app.palette();
  await page.getByRole('textbox').fill('dana voicemail re slides');
  const who = page.getByRole('list', { name: 'Who is meant' }).getByRole('button');
  await expect(who).toHaveCount(2);
  const second = (await who.nth(1).textContent()) ?? '';
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('button', { pressed: true })).toHaveText(second);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Reply copied.')).toBeVisible();
  const [request] = await computer.until.ask<Request[]>('requests', '--open');
  expect(second).toContain(request?.contacts[0]?.person ?? 'nobody');
});

test('a line that can not be logged stays, with the reason; Esc leaves, and the next use begins anew', async ({
  computer,
}) => {
  const app = await computer.start({ args: ['--show', 'palette'] });
  const page = await app.palette();
  const line = page.getByRole('textbox');
  await line.fill('dana missed call');
  await expect(page.getByRole('list', { name: 'Who is meant' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Which one?')).toBeVisible();
  await expect(line).toHaveValue('dana missed call');

  await page.keyboard.press('Escape');
  await expect.poll(() => isVisible(app)).toBe(false);
  expect(await computer.until.ask<Request[]>('requests')).toEqual([]);

  await app.again('--toggle');
  await expect.poll(() => isVisible(app)).toBe(true);
  await expect(line).toHaveValue('');
  await expect(line).toBeFocused();
});

test('Shift Enter logs and stays for the next one', async ({ computer }) => {
  const app = await computer.start({ args: ['--show', 'palette'] });
  const page = await app.palette();
  for (const line of ['globex wrote re access', 'acme missed call']) {
    await page.keyboard.type(line);
    await expect(page.locator('[data-chip="who"]')).toBeVisible();
    await page.keyboard.press('Shift+Enter');
    await expect(page.getByText('Reply copied.')).toBeVisible();
  }
  expect(await isVisible(app)).toBe(true);
  expect(await computer.until.ask<Request[]>('requests', '--open')).toHaveLength(2);
});

test('what was copied is read when the person asks for it, and not before', async ({ computer }) => {
  const app = await computer.start({ args: ['--show', 'palette'] });
  const page = await app.palette();
  const mail =
    'From: Dana Ruiz <dana@globex.example>\nSent: Tuesday\nTo: me@x.example\nSubject: RE: Budget 2027\n\nHi,';
  await app.inMain(({ clipboard }, text) => clipboard.writeText(text), mail);
  const line = page.getByRole('textbox');
  await expect(line).toHaveValue('');
  await page.keyboard.press('Control+Shift+V');
  await expect(line).toHaveValue('dana@globex.example wrote: Budget 2027');
  await expect(page.locator('[data-chip="who"]')).toContainText('Globex');
  await page.keyboard.press('Enter');
  await expect(page.getByText("On Friday's call.")).toBeVisible();
  const [request] = await computer.until.ask<Request[]>('requests', '--open');
  expect(request).toMatchObject({ client: 'Globex', subject: 'Budget 2027', contacts: [{ channel: 'email' }] });
});

test('what was copied goes to what the line does not say yet; its person stays', async ({ computer }) => {
  const app = await computer.start({ args: ['--show', 'palette'] });
  const page = await app.palette();
  const message = '[24/11/2026, 10:05] Dana Ruiz: the login is broken';
  await app.inMain(({ clipboard }, text) => clipboard.writeText(text), message);
  const line = page.getByRole('textbox');
  await line.fill('acme voicemail');
  await page.keyboard.press('Control+Shift+V');
  await expect(line).toHaveValue('acme voicemail: Dana Ruiz 10:05 messaged: the login is broken');
  await expect(page.locator('[data-chip="who"]')).toContainText('Acme');
  await expect(page.locator('[data-chip="channel"]')).toHaveText('voicemail');

  await line.fill('globex');
  await page.keyboard.press('Control+Shift+V');
  await expect(line).toHaveValue('globex Dana Ruiz 10:05 messaged: the login is broken');
  await expect(page.locator('[data-chip="who"]')).toContainText('Globex · Dana Ruiz');
  await expect(page.locator('[data-chip="subject"]')).toHaveText('the login is broken');
});

test('the keys open it from anywhere, and put it away', async ({ computer }) => {
  const { DISPLAY: display, XAUTHORITY: authority } = process.env;
  test.skip(!display, 'There is no DISPLAY, so no keyboard that keys could be pressed on.');
  const app = await computer.start({ args: ['--hidden'] });
  const keyboard = await openXKeyboard(display ?? '', authority);
  try {
    await expect.poll(() => holdsKeys(app)).toBe(true);
    await keyboard.press('Control', 'Shift', 'u');
    const page = await app.palette();
    await expect(page.getByRole('textbox')).toBeFocused();
    await expect.poll(() => isVisible(app)).toBe(true);
    await keyboard.press('Control', 'Shift', 'u');
    await expect.poll(() => isVisible(app)).toBe(false);
  } finally {
    keyboard.close();
  }
});

function holdsKeys(app: RunningApp): Promise<boolean> {
  return app.inMain(({ globalShortcut }) => globalShortcut.isRegistered('CommandOrControl+Shift+U'));
}

/** Whether any window of the app can be seen. */
function isVisible(app: RunningApp): Promise<boolean> {
  return app.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((window) => window.isVisible()));
}
