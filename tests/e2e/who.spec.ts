import { findFaults } from './find-faults';
import { expect, test } from './fixture';
import { addGlobex, readAgenda } from './scene';

test.beforeEach(({ computer }) => addGlobex(computer));

interface Stranger {
  name?: string;
  channel: string;
  phone?: string;
}

test('whoever is unknown waits, is found to be a client by three keys, and is on the agenda; undo brings all back', async ({
  computer,
}) => {
  const app = await computer.start({ args: ['--show', 'palette'] });
  const list = () => computer.until.ask<Stranger[]>('who', 'list');

  await test.step('from the palette: the second of two ways out', async () => {
    const page = await app.palette();
    const line = page.getByRole('textbox', { name: 'Log a contact' });
    const ways = page.getByRole('list', { name: 'What becomes of it' });
    await line.fill('peter +43 1 555 0199 missed call x2 re lease');
    await expect(ways.getByRole('button', { pressed: true })).toHaveText('New client');
    await page.keyboard.press('ArrowDown');
    await expect(ways.getByRole('button', { pressed: true })).toHaveText('Ask later: who is this?');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Waits under “Who is this?”.')).toBeVisible();
    await expect.poll(list).toMatchObject([{ phone: '+43 1 555 0199' }]);
  });

  await test.step('from the tray, with one click', async () => {
    await app.tray.click('Who is this?', 'Left a voicemail');
    await expect.poll(list).toHaveLength(2);
    await app.tray.click('2 wait: who are they?');
  });

  const page = await app.window();
  const section = page.locator('section', { has: page.getByRole('heading', { name: 'Who is this?' }) });
  await test.step('three letters and Enter say whose it is', async () => {
    await expect(section.getByRole('listitem').filter({ hasText: '+43 1 555 0199' })).toContainText('2 missed calls');
    await section.getByRole('combobox', { name: /Peter/ }).focus();
    await page.keyboard.type('glo');
    await page.keyboard.press('Enter');
    await expect.poll(() => readAgenda(computer)).toEqual(['lease']);
    await expect.poll(list).toMatchObject([{ channel: 'voicemail' }]);
    expect(await computer.until.ask('client', 'show', 'Globex')).toMatchObject({
      people: [{ name: 'Dana Ruiz' }, { name: 'Peter', phones: ['+43 1 555 0199'] }],
    });
  });

  await test.step('the other one is of a new client', async () => {
    await expect(section.getByRole('combobox')).toBeFocused();
    await page.keyboard.type('Umbrella');
    await page.keyboard.press('Enter');
    await expect(section).toBeHidden();
    expect(await computer.until.ask<{ name: string }[]>('client', 'list')).toHaveLength(2);
  });

  await test.step('undo, and again', async () => {
    await page.keyboard.press('Control+z');
    await expect.poll(list).toHaveLength(1);
    await page.keyboard.press('Control+z');
    await expect.poll(list).toHaveLength(2);
    expect(await readAgenda(computer)).toEqual([]);
  });

  await test.step('what was for nobody is removed', async () => {
    await section.getByRole('button', { name: 'Remove' }).first().click();
    await expect.poll(list).toHaveLength(1);
  });
});

test('a new client in the same breath, by a name that can be put right', async ({ computer }) => {
  const app = await computer.start({ args: ['--show', 'palette'] });
  const page = await app.palette();
  await page.getByRole('textbox', { name: 'Log a contact' }).fill('umbrella missed call re offer');
  const name = page.getByRole('textbox', { name: 'New client' });
  await expect(name).toHaveValue('Umbrella');
  await name.fill('Umbrella Ltd');
  await page.keyboard.press('Enter');
  await expect
    .poll(() => computer.until.ask('requests'))
    .toMatchObject([{ client: 'Umbrella Ltd', subject: 'offer', contacts: [{ channel: 'missed-call' }] }]);
});

test('a name that two clients have waits with both, and the first of them is one key away', async ({ computer }) => {
  await computer.until.ask('client', 'add', 'Umbrella', '--contact', 'Dana Scott <dana@umbrella.example>');
  const app = await computer.start({ args: ['--hidden'] });
  expect(await app.again('--log', 'dana voicemail re slides')).toBe(0);
  await expect
    .poll(() => computer.until.ask<Stranger[]>('who', 'list'))
    .toMatchObject([{ name: 'Dana', candidates: ['Globex', 'Umbrella'] }]);
  await app.tray.click('1 waits: who is this?');
  const page = await app.window();
  const section = page.locator('section', { has: page.getByRole('heading', { name: 'Who is this?' }) });
  await expect(section.getByRole('listitem')).toContainText('Could be Globex or Umbrella');
  const field = section.getByRole('combobox', { name: /Dana/ });
  await field.click();
  await expect(page.getByRole('option')).toHaveText(['Globex', 'Umbrella', 'New client “Dana”']);
  expect(await findFaults(page)).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(section).toBeHidden();
  expect(await computer.until.ask('requests', '--open')).toMatchObject([
    { client: 'Umbrella', contacts: [{ person: 'Dana Scott', channel: 'voicemail' }] },
  ]);
});
