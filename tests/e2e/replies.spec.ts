import { join } from 'node:path';
import { findFaults } from './find-faults';
import { expect, test } from './fixture';
import { addGlobex, type Request } from './scene';
import { goTo, setSystemTheme, themes } from './views';

test('a reply is copied first, and sent when it is said so', async ({ computer, app }) => {
  await addGlobex(computer);
  await computer.until.ask('log', 'dana voicemail re invoice');
  const replies = async () => (await computer.until.ask<Request[]>('requests', '--open'))[0]?.replies ?? [];
  const page = await app.window();
  await goTo(page, 'replies');
  await expect(page.getByRole('heading', { name: 'Not answered yet' })).toBeVisible();

  await page.keyboard.press('j');
  await page.keyboard.press('c');
  await expect(page.getByRole('heading', { name: 'Copied, not sent yet' })).toBeVisible();
  expect(await app.readClipboard()).toContain('Friday');
  expect(await replies()).toMatchObject([{ copiedAt: expect.any(String) }]);
  expect((await replies())[0]?.sentAt, 'copied is not sent').toBeUndefined();
  await expect.poll(async () => (await app.tray.readMenu()).map(({ label }) => label)).toContain('Replies to send (1)');

  await page.locator('[data-line]').focus();
  await page.keyboard.press('s');
  await expect(page.getByText('Every reply is out.')).toBeVisible();
  expect((await replies())[0]?.sentAt).toEqual(expect.any(String));

  await page.keyboard.press('Control+z');
  await expect(page.getByRole('heading', { name: 'Copied, not sent yet' })).toBeVisible();
});

test('what one writes oneself is looked through, mended by a press, and never held back', async ({ computer, app }) => {
  await addGlobex(computer);
  await computer.until.ask('log', 'dana voicemail re invoice');
  const page = await app.window();
  await goTo(page, 'replies');
  await page.locator('[data-line]').first().click();
  const letter = page.getByRole('textbox', { name: 'What to say' });
  await expect(letter).toHaveValue(/Friday/);
  const minded = page.getByRole('list', { name: 'Words to mind' });
  await expect(minded, 'our own words hurt nobody').toHaveCount(0);

  await letter.fill('Hello Dana,\n\nI was too busy yesterday. I will call you soon.\n\nMartin');
  await expect(minded.getByRole('listitem')).toHaveCount(2);
  await expect(page.getByText('2 wordings to mind')).toBeAttached();
  for (const theme of themes) {
    await setSystemTheme(app, page, theme);
    expect(await findFaults(page)).toEqual([]);
    await page.screenshot({ path: join(import.meta.dirname, `../../out/tone-${theme}.png`) });
  }

  const better = minded.getByRole('button', { name: 'Write “by [day]”' });
  await better.focus();
  await page.keyboard.press('Enter');
  await expect(letter).toHaveValue(/call you by \[day\]\./);
  await page.keyboard.press('Control+z');
  await expect(letter, 'undone as typing is').toHaveValue(/call you soon\./);
  await better.click();
  await page.keyboard.type('Thursday');
  await expect(letter, 'the gap was chosen, to be filled').toHaveValue(/call you by Thursday\./);

  await page.getByRole('button', { name: 'Copy' }).click();
  await expect.poll(() => app.readClipboard(), 'nothing is held back').toContain('too busy');
});
