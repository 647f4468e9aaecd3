import { expect, test } from './fixture';
import { goTo } from './views';

test('the theme is chosen, is drawn at once, and holds after a restart', async ({ app, computer }) => {
  const page = await app.window();
  await page.getByRole('button', { name: 'Begin with nothing' }).click();
  await page.getByRole('navigation', { name: 'Views' }).waitFor();
  await goTo(page, 'settings');
  await page.getByRole('radio', { name: 'Dark' }).click();
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await expect.poll(() => app.inMain(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
  await app.kill();

  const again = await computer.start({ args: ['--show', 'week'] });
  const next = await again.window();
  await expect(next.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await next.keyboard.press('Control+z');
  await expect(next.locator('html')).not.toHaveAttribute('data-mantine-color-scheme', 'dark');
});

test('a name that is set signs the replies', async ({ app, computer }) => {
  const page = await app.window();
  await page.getByRole('button', { name: 'Take the sample week' }).click();
  await page.getByRole('navigation', { name: 'Views' }).waitFor();
  await goTo(page, 'settings');
  await page.getByRole('textbox', { name: 'My name' }).fill('Mara Lindqvist');
  await page.keyboard.press('Tab');
  const [request] = await computer.until.ask<{ requestId: string }[]>('requests', '--open');
  await expect
    .poll(async () => (await computer.until.ask<{ body: string }>('reply', request?.requestId ?? '')).body)
    .toContain('Mara Lindqvist');
});

test('keys that another program has are refused, and the former ones hold', async ({ app, computer }) => {
  const page = await app.window();
  await page.getByRole('button', { name: 'Begin with nothing' }).click();
  await page.getByRole('navigation', { name: 'Views' }).waitFor();
  await goTo(page, 'settings');
  const record = page.getByRole('button', { name: 'Record others' });
  const held = (keys: string) => app.inMain(({ globalShortcut }, wanted) => globalShortcut.isRegistered(wanted), keys);

  await record.click();
  await page.keyboard.press('Control+Alt+k');
  await expect.poll(() => held('Control+Alt+K')).toBe(true);
  expect(await held('CommandOrControl+Shift+U')).toBe(false);

  // Another program takes the keys that are free now: the app itself, for another home.
  const other = await computer.start({ home: computer.another('other'), args: ['--hidden'] });
  await expect
    .poll(() => other.inMain(({ globalShortcut }) => globalShortcut.isRegistered('CommandOrControl+Shift+U')))
    .toBe(true);

  await record.click();
  await page.keyboard.press('Control+Shift+u');
  await expect(page.getByText('Those keys are taken')).toBeVisible();
  expect(await held('Control+Alt+K')).toBe(true);
  const kept = await page.evaluate(() => window.untilFriday.call('state.get', {}));
  expect(kept).toMatchObject({ ok: true, value: { device: { shortcut: expect.stringMatching(/Alt\+K$/) } } });
});

test('my mail addresses are kept, and a calendar file that can not be written is refused', async ({
  app,
  computer,
}) => {
  const page = await app.window();
  await page.getByRole('button', { name: 'Begin with nothing' }).click();
  await page.getByRole('navigation', { name: 'Views' }).waitFor();
  await goTo(page, 'settings');
  const mine = page.getByRole('textbox', { name: 'My mail addresses' });
  await mine.fill('vera@example.org, vera');
  await page.keyboard.press('Enter');
  await expect(page.getByText('“vera” is no mail address.')).toBeVisible();
  await mine.fill('vera@example.org, me@vera.example');
  await page.keyboard.press('Enter');
  const readSettings = () => computer.until.ask<{ myEmails?: string[] }>('settings', 'show');
  await expect.poll(async () => (await readSettings()).myEmails).toEqual(['vera@example.org', 'me@vera.example']);

  const file = page.getByRole('textbox', { name: 'Where the file lies' });
  await file.fill(`${computer.folder}/gone/calls.ics`);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^There is no folder .*gone/)).toBeVisible();
  await file.fill(`${computer.folder}/calls.ics`);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^There is no folder/)).toBeHidden();
});
