import { findFaults } from './find-faults';
import { expect, test } from './fixture';

interface Request {
  client: string;
  subject: string;
  count: number;
  neededBy?: string;
  claimedUrgent: boolean;
  askedBy?: string;
  contacts: { channel: string; direction: string; count: number; at: string; text?: string; person?: string }[];
}

test.beforeEach(async ({ computer }) => {
  await computer.until.ask('client', 'add', 'Globex', '--contact', 'Dana Ruiz <dana@globex.example>');
});

test('what was understood is set right with the keys, and holds while typing goes on', async ({ computer }) => {
  const app = await computer.start({ args: ['--show', 'palette'] });
  const page = await app.palette();
  const line = page.getByRole('textbox', { name: 'Log a contact' });
  await line.fill('globex called 3x re invoice, urgent');
  const chip = (name: string) => page.locator(`[data-chip="${name}"]`);
  await expect(chip('channel')).toHaveText('missed call ×3');

  await test.step('Tab goes to the pieces, the arrows change one', async () => {
    await page.keyboard.press('Tab');
    await expect(chip('who')).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await expect(chip('channel')).toHaveText('voicemail ×3');
    await page.keyboard.press('2');
    await expect(chip('channel')).toHaveText('voicemail ×2');
    await expect(chip('channel')).toHaveAccessibleDescription('set right by you');
  });

  await test.step('Backspace gives the words back to the subject', async () => {
    await chip('urgent').focus();
    await page.keyboard.press('Backspace');
    await expect(chip('subject')).toHaveText('invoice urgent');
  });

  await test.step('words are written in their place', async () => {
    await chip('askedBy').focus();
    await page.keyboard.type('her boss');
    await page.keyboard.press('Enter');
    await expect(chip('askedBy')).toHaveText('asked by her boss');
    await expect(chip('askedBy')).toBeFocused();
  });

  await test.step('nothing is said against it by axe', async () => {
    expect(await findFaults(page)).toEqual([]);
  });

  await test.step('Esc goes back to the line; what was set right stays', async () => {
    await page.keyboard.press('Escape');
    await expect(line).toBeFocused();
    await page.keyboard.press('End');
    await page.keyboard.type(' 2025');
    await expect(chip('channel')).toHaveText('voicemail ×2');
    await expect(chip('subject')).toContainText('2025');
  });

  await page.keyboard.press('Enter');
  await expect.poll(() => computer.until.ask<Request[]>('requests', '--open')).toHaveLength(1);
  const [request] = await computer.until.ask<Request[]>('requests', '--open');
  expect(request).toMatchObject({ client: 'Globex', claimedUrgent: false, count: 2, askedBy: 'her boss' });
  expect(request?.contacts[0]).toMatchObject({
    channel: 'voicemail',
    direction: 'in',
    text: 'globex called 3x re invoice, urgent 2025',
  });
});

test('a day by which it is needed is stepped to by working days, and taken away again', async ({ computer }) => {
  const app = await computer.start({ args: ['--show', 'palette'] });
  const page = await app.palette();
  await page.getByRole('textbox').fill('globex vm budget');
  const chip = page.locator('[data-chip="neededBy"]');
  await expect(page.locator('[data-chip="who"]')).toHaveText('Globex');
  await page.keyboard.press('Tab');
  await chip.focus();
  await page.keyboard.press('ArrowUp');
  const first = await chip.textContent();
  await page.keyboard.press('ArrowUp');
  await expect(chip).not.toHaveText(first ?? '');
  await page.keyboard.press('Backspace');
  await expect(chip).toHaveText('+ needed by');
  await page.keyboard.press('ArrowUp');
  await expect(chip).toHaveText(first ?? '');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await computer.until.ask<Request[]>('requests', '--open'))[0]?.neededBy).toBeTruthy();
});

test('several are logged one after the other, and the last is taken back with its words', async ({ computer }) => {
  const app = await computer.start({ args: ['--show', 'palette'] });
  const page = await app.palette();
  const line = page.getByRole('textbox');
  for (const typed of ['globex vm budget', 'globex mail re login']) {
    await line.fill(typed);
    await expect(page.locator('[data-chip="who"]')).toHaveText('Globex');
    await page.keyboard.press('Shift+Enter');
    await expect(line).toHaveValue('');
  }
  await expect(page.getByText('2 logged.')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(line).toHaveValue('globex mail re login');
  const subjects = async () => (await computer.until.ask<Request[]>('requests', '--open')).map((each) => each.subject);
  expect(await subjects()).toEqual(['budget']);
});

test('what is being written is logged with it', async ({ computer }) => {
  const app = await computer.start({ args: ['--show', 'palette'] });
  const page = await app.palette();
  await page.getByRole('textbox').fill('globex vm re budget');
  await expect(page.locator('[data-chip="subject"]')).toHaveText('budget');
  await page.keyboard.press('Tab');
  await page.locator('[data-chip="subject"]').focus();
  await page.keyboard.type('contract');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => computer.until.ask<Request[]>('requests')).toMatchObject([{ subject: 'contract' }]);
});

test('words given back stand beside what is typed right before Enter', async ({ computer }) => {
  const app = await computer.start({ args: ['--show', 'palette'] });
  const page = await app.palette();
  await page.getByRole('textbox').fill('globex vm re invoice, urgent');
  await page.locator('[data-chip="urgent"]').focus();
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Escape');
  await page.keyboard.press('End');
  // As fast as fingers roll over the keys: the last letter and Enter reach the window together.
  await page.evaluate(async () => {
    document.execCommand('insertText', false, ' 2025');
    await new Promise((resolve) => setTimeout(resolve));
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  });
  await expect.poll(() => computer.until.ask<Request[]>('requests')).toHaveLength(1);
  const [request] = await computer.until.ask<Request[]>('requests');
  expect(request?.subject).toContain('2025');
  expect(request?.subject).toContain('urgent');
});

test('who is meant is stepped to among the people of a client, and nobody of them is said too', async ({
  computer,
}) => {
  const app = await computer.start({ args: ['--show', 'palette'] });
  const page = await app.palette();
  const who = page.locator('[data-chip="who"]');
  await page.getByRole('textbox').fill('globex vm re budget');
  await expect(who).toHaveText('Globex');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await expect(who).toHaveText('Globex · Dana Ruiz');
  await expect(who).toHaveAccessibleDescription('set right by you');
  await page.keyboard.press('Backspace');
  await expect(who).toHaveText('Globex');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+Enter');
  await expect(page.getByRole('textbox')).toHaveValue('');

  await page.getByRole('textbox').fill('dana mail re login');
  await expect(who).toHaveText('Globex · Dana Ruiz');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await expect(who).toHaveText('Globex');
  await page.keyboard.press('Enter');
  const people = async () =>
    (await computer.until.ask<Request[]>('requests')).map(({ subject, contacts }) => [subject, contacts[0]?.person]);
  await expect
    .poll(async () => (await people()).toSorted())
    .toEqual([
      ['budget', 'Dana Ruiz'],
      ['login', undefined],
    ]);
});

test('a click on a piece reaches that piece', async ({ computer }) => {
  const app = await computer.start({ args: ['--show', 'palette'] });
  const page = await app.palette();
  await page.getByRole('textbox').fill('globex called yesterday 9:40 re budget, for her boss');
  const asked = page.locator('[data-chip="askedBy"]');
  await expect(asked).toBeVisible();
  await asked.click();
  await expect(page.getByRole('textbox', { name: 'asked by' })).toBeFocused();
  await test.step('and the line when that is clicked', async () => {
    await page.getByRole('textbox', { name: 'Log a contact' }).click();
    await expect(page.getByRole('textbox', { name: 'asked by' })).toBeHidden();
    await expect(page.getByRole('textbox', { name: 'Log a contact' })).toBeFocused();
  });
});

test('what is typed while the line before is being logged is not lost', async ({ computer }) => {
  const app = await computer.start({ args: ['--show', 'palette'] });
  const page = await app.palette();
  await page.getByRole('textbox').fill('globex vm re budget');
  await expect(page.locator('[data-chip="subject"]')).toHaveText('budget');
  await page.evaluate(() => {
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', shiftKey: true, bubbles: true, cancelable: true }),
    );
    document.execCommand('insertText', false, 'globex mail');
  });
  await expect(page.getByRole('textbox')).toHaveValue('globex mail');
  await expect.poll(() => computer.until.ask<Request[]>('requests')).toMatchObject([{ subject: 'budget' }]);
});

test('what is taken back comes with what was set right in it', async ({ computer }) => {
  const app = await computer.start({ args: ['--show', 'palette'] });
  const page = await app.palette();
  const line = page.getByRole('textbox');
  const channel = page.locator('[data-chip="channel"]');
  await line.fill('globex re budget');
  await expect(channel).toHaveText('missed call');
  await channel.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+Enter');
  await expect(line).toHaveValue('');
  await page.keyboard.press('Control+z');
  await expect(channel).toHaveText('voicemail');
  await expect(channel).toHaveAccessibleDescription('set right by you');
});

test('Esc goes from the pieces to the line, and from the line to where one was', async ({ computer }) => {
  const app = await computer.start({ args: ['--hidden'] });
  await app.again('--toggle');
  const page = await app.palette();
  await page.getByRole('textbox').fill('globex vm');
  await expect(page.locator('[data-chip="who"]')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox')).toBeFocused();
  await expect(page.getByRole('textbox')).toHaveValue('globex vm');
  await page.keyboard.press('Escape');
  const windows = () =>
    app.inMain(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((each) => ({
        page: new URL(each.webContents.getURL()).pathname,
        isShown: each.isVisible() || each.isFocused(),
      })),
    );
  await expect.poll(windows).toEqual([{ page: '/palette.html', isShown: false }]);
  expect(await computer.until.ask<Request[]>('requests')).toEqual([]);
});

test('a piece is cut only where the window ends, and nothing scrolls sideways', async ({ computer }) => {
  const app = await computer.start({ args: ['--show', 'palette'] });
  const page = await app.palette();
  const line = page.getByRole('textbox', { name: 'Log a contact' });
  await line.fill('missed call');
  const channel = page.locator('[data-chip="channel"]');
  await expect(channel).toHaveText('missed call');
  expect(await channel.evaluate((chip) => chip.scrollWidth <= chip.clientWidth)).toBe(true);
  await line.fill(`globex missed call re ${'a long story '.repeat(30)}`);
  await expect(page.locator('[data-chip="subject"]')).toContainText('a long story');
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
});
