import { join } from 'node:path';
import { findFaults } from './find-faults';
import { expect, test } from './fixture';
import { addGlobex, type Request } from './scene';
import { goTo, setSystemTheme, themes } from './views';

test('from a third deferral to the pattern talk with true numbers', async ({ computer, app }) => {
  const { until } = computer;
  await addGlobex(computer);
  const log = (subject: string, at: string) =>
    until.ask<{ request: Request & { requestId: string } }>('log', `dana 2 missed calls re ${subject}`, '--now', at);
  const early = await log('onboarding', '2026-11-06T10:00:00+01:00');
  const explained = '2026-11-06T10:30:00+01:00';
  await until.ask('request', 'sent', early.request.requestId, '--situation', 'trade-off', '--now', explained);
  for (const [subject, at] of [
    ['budget', '2026-11-20T09:10:00+01:00'],
    ['access', '2026-11-23T14:00:00+01:00'],
    ['slides', '2026-11-24T09:00:00+01:00'],
  ] as const) {
    const { request } = await log(subject, at);
    await until.ask('request', 'sent', request.requestId, '--now', at);
  }
  const page = await app.window();
  await goTo(page, 'clients');
  await page
    .getByRole('link', { name: /Globex/ })
    .first()
    .click();
  const section = page.locator('section', { has: page.getByRole('heading', { name: 'How far the talk has gone' }) });
  await expect(section.locator('[aria-current="step"]')).toHaveText('Held for each contact');
  await expect(section).toContainText('Next: Four weeks named in numbers');
  await expect(section).toContainText('3 deferrals were sent in the last four weeks, on 3 days.');
  await section.scrollIntoViewIfNeeded();
  for (const theme of themes) {
    await setSystemTheme(app, page, theme);
    expect(await findFaults(page)).toEqual([]);
    await page.screenshot({ path: join(import.meta.dirname, `../../out/stage-${theme}.png`) });
  }

  await until.ask('log', 'dana missed call re contract');
  await goTo(page, 'replies');
  await page.locator('[data-line]').first().click();
  const letter = page.getByRole('textbox', { name: 'What to say' });
  await page.getByRole('button', { name: 'Write it' }).click();
  await expect(letter).toHaveValue(/there were 9 calls and messages from you outside our calls, on 4 different days/);
  await page.screenshot({ path: join(import.meta.dirname, '../../out/pattern.png') });
  await page.getByRole('button', { name: /^Sent/ }).click();
  await expect.poll(() => until.ask<{ stage: string }>('stage', 'Globex')).toMatchObject({ stage: 'pattern' });
});

test('words that need something ask for it', async ({ computer, app }) => {
  await addGlobex(computer);
  await computer.until.ask('log', 'dana voicemail re invoice');
  const page = await app.window();
  await goTo(page, 'replies');
  await page.locator('[data-line]').first().click();
  await page.getByLabel('Which words').selectOption('delegate');
  await page.getByLabel('Who takes it').fill('Eva Horn');
  await expect(page.getByRole('textbox', { name: 'What to say' })).toHaveValue(/I've asked Eva Horn to take care/);
});

test('a promise that contradicts another is warned of beside the letter', async ({ computer, app }) => {
  const { until } = computer;
  await addGlobex(computer);
  await until.ask('log', 'dana voicemail re invoice');
  await until.ask('request', 'sent', 'invoice', '--situation', 'promise', '--by', '2026-11-26');
  const page = await app.window();
  await goTo(page, 'week');
  await page.locator('[data-line]').first().click();
  await page.getByLabel('Which words').first().selectOption('promise');
  await page.getByLabel('By which day').fill('2026-11-29');
  await expect(page.getByText(/You don't work on Sunday 29 November\. Promise it by Friday 27 November/)).toBeVisible();
  const second = page.getByText(/You promised it by Thursday 26 November already/);
  await expect(second).toBeVisible();
  await expect(page.locator('[aria-live="polite"]').filter({ has: second }), 'it is read out, too').toHaveCount(1);
  for (const theme of themes) {
    await setSystemTheme(app, page, theme);
    expect(await findFaults(page)).toEqual([]);
    await page.screenshot({ path: join(import.meta.dirname, `../../out/contradiction-${theme}.png`), fullPage: true });
  }
});

test('from a voicemail to a clarifying reply in Slovak, which does not wait', async ({ computer, app }) => {
  const { until } = computer;
  await addGlobex(computer);
  await until.ask('client', 'set', 'Globex', '--language', 'sk', '--form', 'formal');
  await until.ask('log', 'dana voicemail re invoice, urgent');
  const page = await app.window();
  await goTo(page, 'replies');
  await page.locator('[data-line]').first().click();
  await expect(page.getByRole('textbox', { name: 'What to say' })).toHaveValue(
    /do ktorého dňa a hodiny to potrebujete a na čo\?/,
  );
  await page.getByRole('button', { name: /^Copy/ }).click();
  await expect.poll(() => app.readClipboard()).toContain('ďakujem za');
  expect(await until.ask('replies')).toEqual([]);
});

test('replies to a deferral wait above the week, one message for each client', async ({ computer, app }) => {
  const { until } = computer;
  await addGlobex(computer);
  await until.ask('log', 'dana voicemail re invoice', '--now', '2026-11-24T09:00:00+01:00');
  await until.ask('log', 'dana missed call re slides', '--now', '2026-11-24T10:30:00+01:00');
  const page = await app.window();
  await goTo(page, 'week');
  const section = page.locator('section', { has: page.getByRole('heading', { name: 'Replies to send' }) });
  const line = section.getByRole('button', { name: /Globex/ });
  await expect(line).toContainText('today, 16:45');
  await expect(line).toContainText('invoice, slides');
  await expect.poll(async () => (await app.tray.readMenu()).map(({ label }) => label)).toContain('Replies to send (1)');

  await line.focus();
  await page.keyboard.press('Enter');
  await expect(section.getByRole('textbox', { name: 'What to say' })).toHaveValue(
    /– Invoice: Friday 27 November, 14:00/,
  );
  for (const theme of themes) {
    await setSystemTheme(app, page, theme);
    expect(await findFaults(page)).toEqual([]);
    await line.scrollIntoViewIfNeeded();
    await page.screenshot({ path: join(import.meta.dirname, `../../out/to-send-${theme}.png`), fullPage: true });
  }
  await page.keyboard.press('l');
  await expect(line).toContainText('today, 17:45, as you chose');
  await page.keyboard.press('c');
  await expect.poll(() => app.readClipboard()).toContain('– Slides: Friday 27 November');
  await page.keyboard.press('s');
  await expect(section).toHaveCount(0);
  const requests = await until.ask<Request[]>('requests', '--open');
  expect(requests.map(({ replies }) => replies.at(-1)?.sentAt !== undefined)).toEqual([true, true]);

  await page.keyboard.press('Control+z');
  await expect(line).toBeVisible();
});
