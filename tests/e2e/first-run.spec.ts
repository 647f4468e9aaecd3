import { findLine } from '../helpers/tray-item';
import { expect, test } from './fixture';
import { goTo } from './views';

interface Call {
  client: string;
  rule: string;
  timeZone: string;
  minutes: number;
}

const labels = (lines: readonly { label: string }[]) => lines.map(({ label }) => label);

test('a first client with its standing call, in one form', async ({ app, computer }) => {
  const page = await app.window();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('It can wait until Friday.');
  expect(labels(await app.tray.readMenu())[0]).toBe('Add your first client…');

  await test.step('a name is needed, and is asked for at its field', async () => {
    await page.getByRole('button', { name: 'Begin', exact: true }).click();
    await expect(page.getByText('A name is missing.')).toBeVisible();
  });

  // By keys alone, as far as they lead.
  await page.getByRole('textbox', { name: 'Client', exact: true }).focus();
  await page.keyboard.type('Globex');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Dana Ruiz');
  await page.keyboard.press('Tab');
  await page.keyboard.type('dana@globex.example');
  await page.getByRole('textbox', { name: 'At', exact: true }).fill('14:00');
  await page.keyboard.press('Enter');

  await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible();
  await expect.poll(async () => labels(await app.tray.readMenu())).toContain('Globex');
  expect(labels(findLine(await app.tray.readMenu(), ['Globex']).lines)).toContain('We spoke');
  expect(await computer.until.ask<Call[]>('call', 'list')).toMatchObject([
    { client: 'Globex', rule: 'FREQ=WEEKLY;BYDAY=FR', timeZone: 'Europe/Vienna' },
  ]);
  const [client] = await computer.until.ask<{ people: { name: string; emails: string[] }[] }[]>('client', 'list');
  expect(client?.people).toMatchObject([{ name: 'Dana Ruiz', emails: ['dana@globex.example'] }]);
});

test('the sample week comes, goes without a trace, and comes back with undo', async ({ app, computer }) => {
  const clients = () => computer.until.ask<{ name: string }[]>('client', 'list');
  const page = await app.window();
  await page.getByRole('button', { name: 'Take the sample week' }).click();
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible();
  await expect.poll(async () => labels(await app.tray.readMenu())).toContain('Globex');
  expect(await clients()).toHaveLength(4);

  await goTo(page, 'settings');
  await page.getByRole('button', { name: 'Remove the sample week' }).click();
  await expect(page.getByRole('button', { name: 'Add the sample week' })).toBeVisible();
  expect(await clients()).toEqual([]);
  await expect.poll(async () => labels(await app.tray.readMenu())).toContain('Add your first client…');

  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: 'Remove the sample week' })).toBeVisible();
  expect(await clients()).toHaveLength(4);
});

test('it begins with nothing, too', async ({ app }) => {
  const page = await app.window();
  await page.getByRole('button', { name: 'Begin with nothing' }).click();
  await expect(page.getByText('No clients yet.')).toBeVisible();
});
