import { join } from 'node:path';
import { findFaults } from './find-faults';
import { expect, test } from './fixture';
import { addGlobex } from './scene';
import { goTo, setSystemTheme, themes } from './views';

test('own words with an error are not used; once right, they are the reply', async ({ computer, app }) => {
  await addGlobex(computer);
  await computer.until.ask('log', 'dana missed call re invoice');
  const page = await app.window();
  await goTo(page, 'settings');
  const section = page.locator('section', { has: page.getByRole('heading', { name: 'Your own words' }) });
  const text = section.getByRole('textbox', { name: 'Text' });
  await expect(section.getByText('These are the original words.')).toBeVisible();

  await text.fill('Shall we take {item}\nto {callMomentum}?');
  const fault = section.getByText('Text, line 2, column 4: Nothing fills "{callMomentum}".');
  await expect(fault).toBeVisible();
  await section.getByRole('button', { name: 'Save' }).click();
  await expect(section.getByRole('alert')).toContainText('Line 2, column 4');
  const readBody = async () => (await computer.until.ask<{ body: string }>('reply', 'invoice')).body;
  expect(await readBody(), 'not active').not.toContain('Shall we take');

  await text.fill('Shall we take {item} to ');
  await section.getByText('What can be filled in').click();
  await section.getByRole('button', { name: 'Put in callMoment', exact: true }).click();
  await expect(text).toHaveValue('Shall we take {item} to {callMoment}');
  const preview = section.getByRole('region', { name: 'How it reads' });
  await expect(preview).toContainText('Shall we take "invoice" to Friday 27 November, 14:00');
  await section.getByText('What can be filled in').click();
  for (const theme of themes) {
    await setSystemTheme(app, page, theme);
    expect(await findFaults(page)).toEqual([]);
    await section.screenshot({ path: join(import.meta.dirname, `../../out/templates-${theme}.png`) });
  }
  const right = await text.inputValue();
  await text.fill('I was too busy. Shall we take {item} to {callMoment}?');
  const minded = preview.getByRole('listitem').filter({ hasText: 'too busy' });
  await expect(minded).toContainText('Write “tied up”');
  await expect(minded.getByRole('button'), 'the words stand in the field above').toHaveCount(0);
  await text.fill(right);
  await expect(minded).toHaveCount(0);
  await section.getByRole('button', { name: 'Save' }).click();
  await expect(section.getByText('Your own words, not used yet.')).toBeVisible();

  await goTo(page, 'replies');
  await page.locator('[data-line]').first().click();
  await expect(page.getByRole('textbox', { name: 'What to say' })).toHaveValue(/Shall we take "invoice" to Friday/);
  await page.getByRole('button', { name: 'Sent' }).click();
  await expect(page.getByText('Every reply is out.')).toBeVisible();
  await goTo(page, 'settings');
  await expect(section.getByText('Your own words, used once.')).toBeVisible();
  await section.getByRole('button', { name: 'Back to the original' }).click();
  await expect(section.getByText('These are the original words.')).toBeVisible();
});
