import type { Locator, Page } from '@playwright/test';
import type { Computer } from '../helpers/computer';
import { findFaults } from './find-faults';
import { expect, test } from './fixture';
import { addGlobex, FRIDAY, logSubjects, readAgenda, subjects } from './scene';
import { goTo, setSystemTheme, themes } from './views';

const call = (page: Page) => page.getByRole('button', { name: /^Globex, / });
const line = (page: Page) => page.getByRole('application', { name: 'Moving Globex' });
const slip = (page: Page) => page.getByRole('dialog', { name: 'Globex' });

/** When Globex's call of the week takes place, by my clock; `undefined` when it does not. */
async function readStart({ until }: Computer): Promise<string | undefined> {
  const calls = await until.ask<{ occurrence: string; startsAt: string }[]>(
    ...['calls', '--from', '2026-11-16', '--to', '2026-12-03'],
  );
  return calls.find(({ occurrence }) => occurrence === FRIDAY)?.startsAt.slice(0, 16);
}

async function middleOf(locator: Locator): Promise<{ x: number; y: number; height: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('It is not to be seen.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, height: box.height };
}

/** Takes a call with the mouse and carries it over a day, so many pixels further down, without letting it go. */
async function carry(page: Page, day: Locator, down: number): Promise<void> {
  const from = await middleOf(call(page));
  const to = await middleOf(day);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 10, from.y + 10);
  await page.mouse.move(to.x, from.y + down, { steps: 4 });
}

test.beforeEach(async ({ computer }) => {
  await addGlobex(computer);
  await logSubjects(computer);
});

test('a call is dragged to another time with its agenda, and Ctrl+Z brings it back', async ({ computer, app }) => {
  const page = await app.window();
  await goTo(page, 'calendar');
  await expect(call(page)).toHaveAccessibleName(/14:00 – 14:30, 3 items/);
  const thursday = page.locator('[data-column="2026-11-26"]');
  const { height } = await middleOf(thursday);
  const hours = await thursday.evaluate(({ dataset }) => Number(dataset.toHour) - Number(dataset.fromHour));
  const hour = height / hours;

  await test.step('nothing happens when it is given up', async () => {
    await carry(page, thursday, -1.5 * hour);
    await expect(line(page)).toContainText(/Thu,? 26 Nov, 12:30/);
    await page.keyboard.press('Escape');
    await expect(line(page)).toBeHidden();
    await page.mouse.up();
    expect(await readStart(computer)).toBe('2026-11-27T14:00');
    await expect(slip(page)).toBeHidden();
  });

  await carry(page, thursday, -1.5 * hour + 3);
  await expect(line(page)).toContainText(/Thu,? 26 Nov, 12:30/);
  await page.mouse.up();
  await expect(call(page)).toHaveAccessibleName(/12:30 – 13:00, 3 items/);
  await expect(page.getByRole('region', { name: 'Thursday 26 November' }).getByRole('button')).toHaveCount(1);
  expect(await readStart(computer)).toBe('2026-11-26T12:30');
  expect(await readAgenda(computer)).toEqual([...subjects]);

  await page.keyboard.press('Control+z');
  await expect(call(page)).toHaveAccessibleName(/14:00 – 14:30, 3 items/);
  expect(await readStart(computer)).toBe('2026-11-27T14:00');
});

test('a call is moved with the keys, into another week too', async ({ computer, app }) => {
  const page = await app.window();
  await goTo(page, 'calendar');
  await call(page).waitFor();
  await page.keyboard.press('j');
  await expect(call(page)).toBeFocused();

  await test.step('Esc gives up', async () => {
    for (const key of ['m', 'ArrowDown', 'ArrowDown', 'ArrowLeft']) await page.keyboard.press(key);
    await expect(line(page)).toContainText(/Thu,? 26 Nov, 14:30/);
    await page.keyboard.press('Escape');
    await expect(call(page)).toBeFocused();
    expect(await readStart(computer)).toBe('2026-11-27T14:00');
  });

  await test.step('Enter sets', async () => {
    for (const key of ['m', 'ArrowDown', 'ArrowDown', 'ArrowLeft', 'Enter']) await page.keyboard.press(key);
    await expect(call(page)).toHaveAccessibleName(/14:30 – 15:00/);
    await expect(call(page)).toBeFocused();
    expect(await readStart(computer)).toBe('2026-11-26T14:30');
  });

  await test.step('Ctrl+Z brings it back, and it keeps the focus', async () => {
    await page.keyboard.press('Control+z');
    await expect(call(page)).toHaveAccessibleName(/14:00 – 14:30/);
    await expect(call(page)).toBeFocused();
  });

  await test.step('what may not be meant is said with the undo', async () => {
    for (const key of ['m', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'Enter'])
      await page.keyboard.press(key);
    await expect(page.getByText(/^Call moved: Globex\. Mind: .*23 November.* is over\./)).toBeVisible();
    await page.keyboard.press('Control+z');
    const friday = page.getByRole('region', { name: 'Friday 27 November' });
    await expect(friday.getByRole('button', { name: /^Globex, / })).toBeFocused();
  });

  await test.step('the page goes along', async () => {
    for (const key of ['m', 'PageUp', 'Enter']) await page.keyboard.press(key);
    await expect(page.getByRole('heading', { name: /16\D+22 November/ })).toBeVisible();
    await expect.poll(() => readStart(computer)).toBe('2026-11-20T14:00');
  });
});

test('what can be done with one call is on its slip', async ({ computer, app }) => {
  const page = await app.window();
  await goTo(page, 'calendar');
  await call(page).click();
  await expect(slip(page)).toContainText('invoice');
  await slip(page).getByRole('button', { name: '15 min longer' }).click();
  await expect(call(page)).toHaveAccessibleName(/14:00 – 14:45/);
  await slip(page).getByRole('button', { name: 'Skip it' }).click();
  await expect(call(page)).toBeHidden();
  await expect(slip(page)).toBeHidden();
  expect(await readStart(computer)).toBeUndefined();
  await page.getByRole('button', { name: 'Put the call with Globex back' }).click();
  await expect(call(page)).toBeVisible();

  await test.step('one on a day off says so, and can be held', async () => {
    const daysOff = [{ id: 'off_1', from: '2026-11-27', to: '2026-11-27', name: 'Hiking' }];
    await page.evaluate((days) => window.untilFriday.call('settings.set', { daysOff: days }), daysOff);
    await expect(call(page)).toHaveAccessibleName(/Hiking/);
    await call(page).click();
    await expect(slip(page)).toContainText('Hiking');
    await slip(page).getByRole('button', { name: 'Hold it anyway' }).click();
    await expect(call(page)).not.toHaveAccessibleName(/Hiking/);
  });
});

test('a call in another zone says what their clock shows', async ({ computer, app }) => {
  await computer.until.ask('client', 'set', 'Globex', '--time-zone', 'Pacific/Auckland');
  const page = await app.window();
  await goTo(page, 'calendar');
  await expect(call(page)).toHaveAccessibleName(/14:00 – 14:30, Sat,? 28 Nov, 0?2:00 in Auckland/);
  await page.keyboard.press('j');
  await expect(page.getByText(/^Sat,? 28 Nov, 0?2:00 in Auckland$/)).toBeVisible();
});

test('in the month a call goes to another day at the same time, and a day opens its week', async ({
  computer,
  app,
}) => {
  const page = await app.window();
  await goTo(page, 'calendar', '2026-11');
  const friday = page.locator('[data-cell="2026-11-27"]').getByRole('button', { name: /^Globex/ });
  const wednesday = page.locator('[data-cell="2026-11-25"]');
  const from = await middleOf(friday);
  const to = await middleOf(wednesday);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await expect(line(page)).toContainText(/Wed,? 25 Nov, 14:00/);
  await page.mouse.up();
  await expect(wednesday.getByRole('button', { name: /^Globex, 14:00/ })).toBeVisible();
  expect(await readStart(computer)).toBe('2026-11-25T14:00');

  await page.getByRole('link', { name: /^Friday 4 December/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /30 November/ })).toBeVisible();
  await page.keyboard.press('v');
  await expect(page.getByRole('heading', { name: 'December 2026' })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('heading', { name: 'January 2027' })).toBeVisible();
  await page.keyboard.press('t');
  await expect(page.getByRole('heading', { name: 'November 2026' })).toBeVisible();
});

test('week, month, slip and a call on its way have no faults', async ({ app }) => {
  const page = await app.window();
  for (const theme of themes) {
    await setSystemTheme(app, page, theme);
    await goTo(page, 'calendar', '2026-11');
    expect.soft(await findFaults(page), `month, ${theme}`).toEqual([]);
    await goTo(page, 'calendar', '2026-11-27');
    await call(page).click();
    await slip(page).waitFor();
    expect.soft(await findFaults(page), `slip, ${theme}`).toEqual([]);
    await slip(page).getByRole('button', { name: 'Move' }).click();
    await page.keyboard.press('ArrowDown');
    await expect(line(page)).toContainText('14:15');
    expect.soft(await findFaults(page), `moving, ${theme}`).toEqual([]);
    await page.keyboard.press('Escape');
  }
});
