import { expect, test } from './fixture';
import { addGlobex, logSubjects, type Request } from './scene';
import { goTo } from './views';

test('the last change of any entry is taken back with one key, after a restart too', async ({ computer }) => {
  const first = await computer.start({ args: ['--hidden'] });
  await addGlobex(computer);
  await logSubjects(computer);
  const { until } = computer;
  const [invoice] = (await until.ask<Request[]>('requests')).filter(({ subject }) => subject === 'invoice');
  await until.ask('contact', 'set', invoice?.contacts[0]?.contactId ?? '', '--subject', 'invoice 12');
  await first.kill();
  const app = await computer.start();
  const page = await app.window();
  await goTo(page, 'log');
  const rows = page.locator('[data-entry]');
  await expect(rows.last()).toContainText('invoice 12was: invoice');
  for (let row = 0; row < 3; row += 1) await page.keyboard.press('j');
  await expect(rows.last()).toBeFocused();
  await page.keyboard.press('u');
  await expect(rows.last()).not.toContainText('was:');
  await expect(rows.last()).toBeFocused();
  await page.keyboard.press('u');
  await expect(rows).toHaveCount(2);
  expect((await until.ask<Request[]>('requests')).map(({ subject }) => subject).sort()).toEqual(['access', 'slides']);
});

test('an entry is put right, deleted and brought back', async ({ computer, app }) => {
  await addGlobex(computer);
  await logSubjects(computer);
  const subjectsNow = async () =>
    (await computer.until.ask<Request[]>('requests')).map(({ subject }) => subject).sort();
  const page = await app.window();
  await goTo(page, 'log');
  const rows = page.locator('[data-entry]');
  await expect(rows).toHaveCount(3);
  await expect(rows.first()).toContainText('slides');

  await page.keyboard.press('j');
  await expect(rows.first()).toBeFocused();
  await page.keyboard.press('e');
  await page.getByRole('textbox', { name: 'About' }).fill('slides for Monday');
  await page.keyboard.press('Enter');
  await expect(rows.first()).toContainText('slides for Monday');

  await expect(rows.first()).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(rows).toHaveCount(2);
  expect(await subjectsNow()).toEqual(['access', 'invoice']);
  await expect(rows.first()).toBeFocused();

  await page.keyboard.press('Control+z');
  await expect(rows).toHaveCount(3);
  await expect(rows.first()).toContainText('slides for Monday');

  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Find' })).toBeFocused();
  await page.keyboard.type('invoi');
  await expect(rows).toHaveCount(1);

  // From what was found back to the line; what stood there is typed over, and nothing found is said.
  await page.keyboard.press('ArrowDown');
  await expect(rows.first()).toBeFocused();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('ruiz SLÍDES');
  await expect(rows).toHaveText(/slides for Monday/);
  await page.keyboard.press('Control+f');
  await page.keyboard.type('no such thing');
  await expect(page.getByText('Nothing fits.')).toBeVisible();
  await page.locator('h1').click();
  await page.keyboard.press('/');
  await page.keyboard.press('Backspace');
  await expect(rows).toHaveCount(3);
});
