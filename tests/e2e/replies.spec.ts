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

test('words that are refused leave no other letter in their place', async ({ computer, app }) => {
  await addGlobex(computer);
  await computer.until.ask('client', 'set', 'Globex', '--limit', 'ready-to-lose');
  await computer.until.ask('log', 'dana voicemail re invoice');
  const page = await app.window();
  await goTo(page, 'replies');
  await page.locator('[data-line]').first().click();
  const letter = page.getByRole('textbox', { name: 'What to say' });
  const situation = page.getByRole('combobox', { name: 'Which words' });
  const ways = ['Copy', 'Open in mail', 'Sent'].map((name) => page.getByRole('button', { name }));
  await expect(letter).toHaveValue(/Friday/);

  await situation.selectOption('rate');
  const refused = page.getByRole('alert');
  await expect(refused).toContainText('Globex has no rate yet. Set it on their page.');
  await expect(letter).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'Subject of the reply' })).toHaveCount(0);
  await expect(situation).toHaveValue('rate');
  for (const way of ways) await expect(way).toBeDisabled();
  expect(await findFaults(page)).toEqual([]);
  await page.screenshot({ path: join(import.meta.dirname, '../../out/refused-light.png') });

  await situation.selectOption('delegate');
  await expect(refused).toContainText('Nobody is named who takes it.');
  await page.getByLabel('Who takes it').fill('Lee Okafor');
  await expect(letter).toHaveValue(/Lee Okafor/);
  await expect(refused).toHaveCount(0);
  await expect(page.getByText('It says that Lee Okafor has it: make sure that they know')).toBeVisible();
  for (const way of ways) await expect(way).toBeEnabled();
});

test('what was typed stays to be read where its words are refused meanwhile', async ({ computer, app }) => {
  await addGlobex(computer);
  await computer.until.ask('log', 'dana voicemail re invoice');
  await computer.until.ask('client', 'set', 'Globex', '--limit', 'ready-to-lose', '--rate', '150', '--currency', 'EUR');
  const page = await app.window();
  await goTo(page, 'replies');
  await page.locator('[data-line]').first().click();
  const letter = page.getByRole('textbox', { name: 'What to say' });
  await page.getByRole('combobox', { name: 'Which words' }).selectOption('rate');
  await expect(letter).toHaveValue(/€150/);
  await letter.fill('Hello Dana, shall we talk about the rate on Friday?');
  await computer.until.ask('client', 'set', 'Globex', '--rate', 'none');
  await expect(page.getByRole('alert')).toContainText('Globex has no rate yet.');
  await expect(letter).toHaveValue('Hello Dana, shall we talk about the rate on Friday?');
  await expect(page.getByRole('button', { name: 'Copy' })).toBeDisabled();
});

test('a reply in own words says what to mind while it waits, and can be mended there', async ({ computer, app }) => {
  const { until } = computer;
  await addGlobex(computer);
  const place = ['can-it-wait', '--language', 'en', '--subject', 'Our call'];
  await until.ask('template', 'set', ...place, 'I was too busy today. Can it wait until {callMoment}?');
  await until.ask('log', 'dana missed call re invoice');
  const page = await app.window();
  await goTo(page, 'week');
  const section = page.locator('section', { has: page.getByRole('heading', { name: 'Replies to send' }) });
  const minded = section.getByRole('list', { name: 'Words to mind' });
  await expect(minded, 'before it is opened').toContainText('too busy');
  expect(await findFaults(page)).toEqual([]);
  const item = page.locator('[data-call] [data-item] [data-line]');
  await item.focus();
  await page.keyboard.press('c');
  await expect(page.getByText('“too busy”: It says that others matter more.'), 'copied unread').toBeVisible();

  await section.getByRole('button', { name: /Globex/ }).click();
  await minded.getByRole('button', { name: 'Write “tied up”' }).click();
  await expect(section.getByRole('textbox', { name: 'What to say' })).toHaveValue(/I was tied up today\. Can/);
  await expect(minded).toHaveCount(0);
  await section.screenshot({ path: join(import.meta.dirname, '../../out/to-send-own.png') });
  await section.getByRole('button', { name: /^Copy/ }).click();
  await expect.poll(() => app.readClipboard()).toContain('I was tied up today');
});

test('a reply that is copied unread says what speaks against it', async ({ computer, app }) => {
  const { until } = computer;
  await addGlobex(computer);
  await until.ask('log', 'dana missed call re invoice');
  await until.ask('request', 'sent', 'invoice', '--situation', 'promise', '--by', '2026-11-26');
  await until.ask('log', 'dana missed call re invoice');
  const page = await app.window();
  await goTo(page, 'week');
  await page.locator('[data-call] [data-item] [data-line]').focus();
  await page.keyboard.press('c');
  await expect(
    page.getByText(/You promised it by Thursday 26 November; .* Have it ready by that day, or say in the letter/),
  ).toBeVisible();
});

test('times that are shared are looked through as they are written', async ({ computer, app }) => {
  await addGlobex(computer);
  const [client] = await computer.until.ask<{ clientId: string }[]>('client', 'list');
  const page = await app.window();
  await goTo(page, 'clients', client?.clientId);
  await page.getByRole('button', { name: 'Share availability' }).click();
  const letter = page.getByRole('textbox', { name: 'What to say' });
  await expect(letter).toHaveValue(/Which of these/);
  const minded = page.getByRole('list', { name: 'Words to mind' });
  await expect(minded).toHaveCount(0);
  await page.getByRole('textbox', { name: 'Subject of the reply' }).fill('Times, ASAP');
  await letter.fill('As I already said, I am free on Friday.');
  await expect(minded.getByRole('listitem')).toHaveCount(2);
  await minded.getByRole('button', { name: 'Write “by [day]”' }).click();
  await expect(page.getByRole('textbox', { name: 'Subject of the reply' })).toHaveValue('Times, by [day]');
});
