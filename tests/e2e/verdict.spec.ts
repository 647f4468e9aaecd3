import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { findFaults } from './find-faults';
import { expect, test } from './fixture';
import { addGlobex } from './scene';
import { goTo, setSystemTheme, themes } from './views';

const line = (page: Page, subject: string) => page.locator('[data-line]').filter({ hasText: subject });
const item = (page: Page, subject: string) => page.locator('[data-item]').filter({ hasText: subject });

interface Judged {
  route: string;
  to?: string;
  reasons: { code: string; text: string }[];
}

test('a route chosen with one key is undone with one, and two of a kind move the default', async ({ computer }) => {
  await addGlobex(computer);
  const { ask } = computer.until;
  const routeOf = async (subject: string) => (await ask<Judged>('verdict', subject)).route;
  for (const subject of ['invoice', 'access']) await ask('log', `dana missed call re ${subject}`);
  const app = await computer.start();
  const page = await app.window();

  await line(page, 'invoice').click();
  await expect(item(page, 'invoice').getByText('It can wait until the call')).toBeVisible();
  await line(page, 'invoice').press('2');
  await expect.poll(() => routeOf('invoice')).toBe('callback');
  await expect(item(page, 'invoice').getByRole('button', { name: 'Callback' })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Control+z');
  await expect.poll(() => routeOf('invoice')).toBe('standing-call');
  await expect(item(page, 'invoice').getByRole('button', { name: 'Callback' })).toHaveAttribute(
    'aria-pressed',
    'false',
  );
  await item(page, 'invoice').getByRole('button', { name: 'Callback' }).click();
  await expect.poll(() => routeOf('invoice')).toBe('callback');

  await line(page, 'access').click();
  await line(page, 'access').press('2');
  await expect.poll(() => routeOf('access')).toBe('callback');

  await ask('log', 'dana missed call re budget');
  await line(page, 'budget').click();
  await expect(item(page, 'budget').getByText(/^2 of 2 like it could not wait: 89 % sure/)).toBeVisible();
  await expect(item(page, 'budget').getByText('Of its like, you moved 2 sooner.')).toBeVisible();
  await expect(item(page, 'budget').getByText(/^Call back /)).toBeVisible();
  await expect(item(page, 'budget').getByRole('textbox', { name: 'What to say' })).toHaveValue(/I'll call you/);
});

test('somebody else is named, and what waited is asked about when it is done', async ({ computer }) => {
  await addGlobex(computer);
  const { ask } = computer.until;
  await ask('log', 'dana missed call re invoice', '--now', '2026-11-23T10:00:00+01:00');
  const app = await computer.start();
  const page = await app.window();
  await line(page, 'invoice').click();
  await line(page, 'invoice').press('5');
  await page.getByLabel('For whom').fill('Lee Okafor');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await ask<Judged>('verdict', 'invoice')).to).toBe('Lee Okafor');
  await expect(item(page, 'invoice').getByText('For Lee Okafor.', { exact: true })).toBeVisible();

  const { requestId } = await ask<{ requestId: string }>('request', 'done', 'invoice');
  await goTo(page, 'load');
  await page.getByRole('group', { name: /^Globex: invoice/ }).waitFor();
  await expect(page.getByLabel('It waited fine')).toBeChecked();
  await page.getByLabel('I should have called').click();
  await expect
    .poll(async () => (await ask<{ outcome: string }>('verdict', requestId)).outcome)
    .toBe('should-have-called');
});

test('what there is time for stands above the week', async ({ computer }) => {
  await addGlobex(computer);
  await computer.until.ask('log', 'dana wrote re logo files, no rush');
  const page = await (await computer.start()).window();
  const early = page.getByRole('region', { name: 'There is time for these' });
  await early.getByRole('button', { name: /logo files/ }).click();
  await expect(item(page, 'logo files').getByText('They say that there is time.')).toBeVisible();
});

test('what is answered is not asked again, and another route brings other words', async ({ computer }) => {
  await addGlobex(computer);
  const { ask } = computer.until;
  await ask('log', 'dana voicemail re slides, urgent');
  const app = await computer.start();
  const page = await app.window();
  await line(page, 'slides').click();
  const letter = item(page, 'slides').getByRole('textbox', { name: 'What to say' });
  await expect(letter).toHaveValue(/by what day and time .* in what form/);
  await page.getByLabel('In what form').fill('a PDF');
  await page.keyboard.press('Tab');
  await expect.poll(async () => (await ask<{ form?: string }>('request', 'show', 'slides')).form).toBe('a PDF');
  await expect(letter).toHaveValue(/by what day and time/);
  await expect(letter).not.toHaveValue(/in what form/);

  await line(page, 'slides').press('3');
  await expect(letter).toHaveValue(/wait until our call/);
  await line(page, 'slides').press('6');
  await expect(letter).toHaveValue(/won't be able to take/);
  for (const theme of themes) {
    await setSystemTheme(app, page, theme);
    expect(await findFaults(page)).toEqual([]);
    await page.screenshot({ path: join(import.meta.dirname, `../../out/follow-${theme}.png`), fullPage: true });
  }
});
