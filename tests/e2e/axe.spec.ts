import { findFaults } from './find-faults';
import { expect, test } from './fixture';
import { goTo, setSystemTheme, themes, views } from './views';

test.use({ now: '2026-11-26T15:50:00+01:00' });

test('every view with a full week', async ({ computer }) => {
  test.slow();
  await computer.until.ask('sample', 'add');
  await computer.until.ask('log', 'missed call +43 1 555 0199 re lease', '--unknown');
  const app = await computer.start({ args: ['--show', 'week'] });
  const page = await app.window();
  for (const theme of themes) {
    await setSystemTheme(app, page, theme);
    for (const view of views) {
      await goTo(page, view);
      expect.soft(await findFaults(page), `${view}, ${theme}`).toEqual([]);
    }
    await goTo(page, 'week');
    await page.locator('[data-item] [data-line][aria-expanded="false"]').first().click();
    await page.getByRole('textbox', { name: 'What to say' }).waitFor();
    expect.soft(await findFaults(page), `week with a request unfolded, ${theme}`).toEqual([]);
    await goTo(page, 'clients');
    await page.getByRole('link', { name: /Globex/ }).click();
    await page.getByRole('heading', { name: 'Standing calls' }).waitFor();
    expect.soft(await findFaults(page), `a client, ${theme}`).toEqual([]);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    expect.soft(await findFaults(page), `keys, ${theme}`).toEqual([]);
    await page.keyboard.press('Escape');
  }
});

test('the palette', async ({ computer }) => {
  await computer.until.ask('sample', 'add');
  const app = await computer.start({ args: ['--show', 'palette'] });
  const page = await app.palette();
  for (const theme of themes) {
    await setSystemTheme(app, page, theme);
    await page.getByRole('textbox', { name: 'Log a contact' }).fill('');
    expect.soft(await findFaults(page), `empty, ${theme}`).toEqual([]);
    await page
      .getByRole('textbox', { name: 'Log a contact' })
      .fill('dana missed call x3 re invoice, urgent, needs it fri');
    await page.locator('[data-chip="neededBy"]').waitFor();
    expect.soft(await findFaults(page), `understood, ${theme}`).toEqual([]);
    await page.keyboard.press('Tab');
    await page.locator('[data-chip="askedBy"]').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    expect.soft(await findFaults(page), `a piece set right, another in focus, ${theme}`).toEqual([]);
    await page.keyboard.type('q');
    await page.getByRole('textbox', { name: 'what for' }).waitFor();
    expect.soft(await findFaults(page), `a piece being written, ${theme}`).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('textbox', { name: 'Log a contact' }).fill('umbrella missed call re offer');
    await page.getByRole('textbox', { name: 'New client' }).waitFor();
    expect.soft(await findFaults(page), `of somebody unknown, ${theme}`).toEqual([]);
  }
});

test('welcome, and every view with nothing in it', async ({ app }) => {
  const page = await app.window();
  await page.getByRole('button', { name: 'Begin', exact: true }).waitFor();
  for (const theme of themes) {
    await setSystemTheme(app, page, theme);
    expect.soft(await findFaults(page), `welcome, ${theme}`).toEqual([]);
  }
  await page.getByRole('button', { name: 'Begin with nothing' }).click();
  await page.getByRole('navigation', { name: 'Views' }).waitFor();
  for (const theme of themes) {
    await setSystemTheme(app, page, theme);
    for (const view of views) {
      await goTo(page, view);
      expect.soft(await findFaults(page), `${view}, empty, ${theme}`).toEqual([]);
    }
  }
});
