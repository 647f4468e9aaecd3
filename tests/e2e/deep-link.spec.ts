import type { RunningApp } from '../helpers/running-app';
import { expect, test } from './fixture';
import { addGlobex, type Request } from './scene';

test.beforeEach(({ computer }) => addGlobex(computer));

const isVisible = (app: RunningApp) =>
  app.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((window) => window.isVisible()));

test('a link fills the palette and logs nothing by itself', async ({ computer }) => {
  const app = await computer.start({ args: ['--hidden'] });
  expect(await app.again('until-friday://log?text=missed%20call%20re%20invoice&client=Globex')).toBe(0);
  const page = await app.palette();
  const line = page.getByRole('textbox', { name: 'Log a contact' });
  await expect(line).toHaveValue('Globex missed call re invoice');
  await expect(line).toBeFocused();
  await expect(page.getByText('A link wrote this.')).toBeVisible();
  await expect(page.locator('[data-chip="subject"]')).toHaveText('invoice');
  const readOpen = () => computer.until.ask<Request[]>('requests', '--open');
  expect(await readOpen()).toEqual([]);

  await test.step('Esc throws it away', async () => {
    await page.keyboard.press('Escape');
    await expect.poll(() => isVisible(app)).toBe(false);
    await app.again('--toggle');
    await expect.poll(() => isVisible(app)).toBe(true);
    await expect(line).toHaveValue('');
    await expect(page.getByText('A link wrote this.')).toBeHidden();
  });

  await test.step('what was typed is not written over', async () => {
    await page.keyboard.type('globex wrote');
    await app.again('until-friday://log?text=other');
    await expect(line).toHaveValue('globex wrote');
    await page.keyboard.press('Escape');
  });

  await test.step('Enter logs it, once there was time to read it', async () => {
    // One that comes within a second of another is dropped.
    await expect(async () => {
      await app.again('until-friday://log?text=globex%20wrote%20re%20slides');
      await expect(line).toHaveValue('globex wrote re slides', { timeout: 2000 });
    }).toPass();
    await expect(async () => {
      await page.keyboard.press('Enter');
      expect((await readOpen()).map(({ subject }) => subject)).toEqual(['slides']);
    }).toPass();
  });
  expect(app.electron.windows().map((each) => new URL(each.url()).pathname)).toEqual(['/palette.html']);
});

test('a link that starts the app shows the palette alone', async ({ computer }) => {
  const app = await computer.start({ args: ['until-friday://log?text=globex%20wrote'] });
  const page = await app.palette();
  await expect(page.getByRole('textbox')).toHaveValue('globex wrote');
  expect(app.electron.windows().map((each) => new URL(each.url()).pathname)).toEqual(['/palette.html']);
});

test('what is no such link is refused, with the reason and no window', async ({ computer }) => {
  const app = await computer.start({ args: ['--hidden'] });
  const bodies = () => computer.toasts.received().map(({ body }) => body);
  expect(await app.again('until-friday://log?text=globex%20wrote&run=rm')).toBe(0);
  await expect.poll(bodies).toEqual([expect.stringContaining('nothing in it can be called "run"')]);
  expect(await computer.until.ask<Request[]>('requests')).toEqual([]);
  expect(app.electron.windows()).toEqual([]);
});
