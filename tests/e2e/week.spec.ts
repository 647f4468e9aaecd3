import type { Page } from '@playwright/test';
import { expect, test } from './fixture';
import { addGlobex, logSubjects, type Request, readAgenda, readStatus, subjects } from './scene';

const line = (page: Page, subject: string) => page.locator('[data-line]').filter({ hasText: subject });

/** The same once the page shows it as open, waiting and so on: a key before that would come to what it was. */
const lineOf = (page: Page, subject: string, status: string) =>
  page.locator(`[data-item][data-status="${status}"] [data-line]`).filter({ hasText: subject });
const agenda = (page: Page) => page.locator('[data-call] [data-item][data-status="open"] [data-line]');

test.beforeEach(async ({ computer }) => {
  await addGlobex(computer);
  await logSubjects(computer);
});

test('an agenda is worked through with one key each, and each can be undone', async ({ computer, app }) => {
  const page = await app.window();
  await expect(page.locator('[data-call]').getByRole('heading', { name: 'Globex' })).toBeVisible();
  await page.keyboard.press('j');
  await expect(line(page, 'invoice')).toBeFocused();

  for (const [key, status] of [
    ['d', 'done'],
    ['w', 'waiting'],
    ['p', 'parked'],
    ['x', 'declined'],
  ] as const)
    await test.step(`${key}: ${status}, and back`, async () => {
      await page.keyboard.press(key);
      await expect.poll(() => readStatus(computer, 'invoice')).toBe(status);
      await page.keyboard.press('Control+z');
      await expect.poll(() => readStatus(computer, 'invoice')).toBe('open');
      // The next one has the keys meanwhile; one goes back up to it.
      await expect(lineOf(page, 'invoice', 'open')).toBeVisible();
      await expect(lineOf(page, 'access', 'open')).toBeFocused();
      await page.keyboard.press('k');
      await expect(lineOf(page, 'invoice', 'open')).toBeFocused();
    });

  await test.step('r opens again what was parked', async () => {
    await page.keyboard.press('p');
    await expect.poll(() => readStatus(computer, 'invoice')).toBe('parked');
    await lineOf(page, 'invoice', 'parked').waitFor();
    // It stands below the two that are left.
    await expect(lineOf(page, 'access', 'open')).toBeFocused();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await expect(lineOf(page, 'invoice', 'parked')).toBeFocused();
    await page.keyboard.press('r');
    await expect.poll(() => readStatus(computer, 'invoice')).toBe('open');
  });
});

test('j and k move, Enter unfolds, Esc folds', async ({ app }) => {
  const page = await app.window();
  await line(page, 'invoice').waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(line(page, 'access')).toBeFocused();
  await page.keyboard.press('k');
  await expect(line(page, 'invoice')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'What to say' })).toHaveValue(/Friday/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox', { name: 'What to say' })).toBeHidden();
  await expect(line(page, 'invoice')).toBeFocused();
});

test('the agenda keeps the order it is given by hand', async ({ computer, app }) => {
  const page = await app.window();
  await line(page, 'invoice').waitFor();
  expect(await readAgenda(computer)).toEqual([...subjects]);
  await page.keyboard.press('j');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(agenda(page)).toContainText(['access', 'invoice', 'slides']);
  expect(await readAgenda(computer)).toEqual(['access', 'invoice', 'slides']);
  await expect(line(page, 'invoice')).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(agenda(page)).toContainText(['access', 'slides', 'invoice']);
  expect(await readAgenda(computer)).toEqual(['access', 'slides', 'invoice']);
  await page.keyboard.press('Control+z');
  await expect.poll(() => readAgenda(computer)).toEqual(['access', 'invoice', 'slides']);
});

test('what is logged elsewhere stands on the page at once', async ({ computer, app }) => {
  const page = await app.window();
  await line(page, 'invoice').waitFor();
  await computer.until.ask('log', 'globex wrote re roadmap');
  await expect(line(page, 'roadmap')).toBeVisible();
  await app.tray.click('Globex', 'Missed a call');
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('Globex');
});

test('what should not wait is opened where it stands, also while the call of this week clashes', async ({
  computer,
  app,
}) => {
  await computer.until.ask('log', 'dana called re contract by wednesday');
  const page = await app.window();
  const daysOff = [{ id: 'off_1', from: '2026-11-27', to: '2026-11-27', name: 'Hiking' }];
  await page.evaluate((days) => window.untilFriday.call('settings.set', { daysOff: days }), daysOff);
  await expect(page.getByRole('heading', { name: 'After this week' })).toBeVisible();
  for (const subject of [...subjects, 'contract']) await expect(line(page, subject)).toBeVisible();
  await page
    .getByRole('region', { name: 'Before the calls' })
    .getByRole('button', { name: /contract/ })
    .click();
  await expect(line(page, 'contract')).toBeFocused();
  await expect(page.getByRole('textbox', { name: 'What to say' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Write an answer/ })).toBeVisible();
});

test('a contact is split off and a request joined with keys, and each can be undone', async ({ computer, app }) => {
  await computer.until.ask('client', 'set', 'Globex', '--contact', 'Lee Okafor');
  await computer.until.ask('log', 'Lee hat angerufen wegen Rechnung #12', '--now', '2026-11-24T10:10:00+01:00');
  const shape = async () =>
    (await computer.until.ask<Request[]>('requests', '--open'))
      .map(({ subject, count }) => `${subject} ${count}`)
      .sort();
  expect(await shape()).toEqual(['access 1', 'invoice 2', 'slides 1']);
  const page = await app.window();
  await line(page, 'invoice').waitFor();
  await page.keyboard.press('j');
  await expect(line(page, 'invoice')).toBeFocused();

  await test.step('L asks which contact, then where it belongs', async () => {
    await page.keyboard.press('l');
    await expect(page.getByRole('group', { name: 'Which contact belongs elsewhere?' })).toBeVisible();
    const lee = page.getByRole('button', { name: /Lee Okafor · Rechnung #12/ });
    await expect(lee).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'A request of its own' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect.poll(shape).toEqual(['Rechnung #12 1', 'access 1', 'invoice 1', 'slides 1']);
    await expect(line(page, 'invoice')).toBeFocused();
    await page.keyboard.press('Control+z');
    await expect.poll(shape).toEqual(['access 1', 'invoice 2', 'slides 1']);
  });

  await test.step('Esc leaves everything as it was, and letters do nothing meanwhile', async () => {
    await page.keyboard.press('i');
    await expect(page.getByRole('group', { name: 'Join to which request?' })).toBeVisible();
    await page.keyboard.press('d');
    await page.keyboard.press('Escape');
    await expect(line(page, 'invoice')).toBeFocused();
    expect(await shape()).toEqual(['access 1', 'invoice 2', 'slides 1']);
  });

  await test.step('I joins it to another', async () => {
    await page.keyboard.press('i');
    await page.keyboard.press('j');
    await expect(page.getByRole('button', { name: 'access', exact: true }).last()).toBeFocused();
    await page.keyboard.press('Enter');
    await expect.poll(shape).toEqual(['access 3', 'slides 1']);
    await expect(line(page, 'access')).toBeFocused();
    await page.keyboard.press('Control+z');
    await expect.poll(shape).toEqual(['access 1', 'invoice 2', 'slides 1']);
  });

  await test.step('unfolded, what came stands under who it came from', async () => {
    await line(page, 'invoice').click();
    const panel = page.locator('[data-item][data-expanded]');
    await expect(panel.getByRole('heading', { name: 'Dana Ruiz' })).toBeVisible();
    await expect(panel.getByRole('heading', { name: 'Lee Okafor' })).toBeVisible();
    await panel.getByRole('button', { name: /^Move Mail/ }).click();
    await page.getByRole('button', { name: 'slides', exact: true }).last().press('Enter');
    await expect.poll(shape).toEqual(['Rechnung #12 1', 'access 1', 'slides 2'].sort());
  });
});
