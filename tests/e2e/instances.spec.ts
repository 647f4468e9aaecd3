import { openPanel } from '../helpers/panel';
import { runApp } from '../helpers/running-app';
import { expect, test } from './fixture';
import { addGlobex } from './scene';

test('a second start on the same home shows the window of the first', async ({ computer }) => {
  await addGlobex(computer);
  const app = await computer.start({ args: ['--hidden'] });
  expect(app.electron.windows()).toEqual([]);
  expect(await app.again()).toBe(0);
  const page = await app.window();
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible();
  expect(computer.panel.items(), 'one icon, not two').toHaveLength(1);

  expect(await app.again('--show', 'clients')).toBe(0);
  await expect(page.getByRole('heading', { level: 1, name: 'Clients' })).toBeVisible();
});

test('another home runs beside the first', async ({ computer }) => {
  await addGlobex(computer);
  const first = await computer.start({ args: ['--hidden'] });
  const second = await computer.start({ args: ['--hidden'], home: computer.another('second') });
  const labels = async (app: typeof first) => (await app.tray.readMenu()).map(({ label }) => label);
  expect(await labels(first)).toContain('Globex');
  expect(await labels(second)).toContain('Add your first client…');
  expect(computer.panel.items()).toHaveLength(2);
});

test('a home that another process has open is left alone, and it is said so', async ({ computer }) => {
  await addGlobex(computer);
  const app = await computer.start({ args: ['--hidden'] });
  // As another user's session would: it sees neither the first one's Chromium folder nor its socket.
  const elsewhere = { ...computer.env, XDG_CACHE_HOME: computer.another('cache-2') };
  const { status, stderr } = await runApp(elsewhere, ['--home', computer.home, '--hidden']);
  expect(status).toBe(1);
  expect(stderr).toContain("Until Friday can't start:");
  expect(stderr).toMatch(/in use|open/);
  expect((await app.tray.readMenu()).map(({ label }) => label)).toContain('Globex');
  expect(await computer.until.ask<unknown[]>('client', 'list')).toHaveLength(1);
});

test('quitting from the tray ends it, with its windows, and leaves the home free', async ({ computer }) => {
  const app = await computer.start();
  await app.window();
  const gone = computer.panel.gone(app.tray);
  await app.tray.click('Quit');
  expect(await app.ended()).toBe(0);
  await gone;
  await addGlobex(computer);
  expect(await computer.until.ask<unknown[]>('client', 'list')).toHaveLength(1);
});

test('closing the window leaves the tray', async ({ computer }) => {
  const app = await computer.start();
  const page = await app.window();
  await page.close();
  await app.tray.click('Open Until Friday');
  await expect((await app.window()).getByRole('heading', { level: 1 })).toBeVisible();
});

test('without a panel the window is the way in, and a panel that comes later gets the icon', async ({ computer }) => {
  const first = await computer.start();
  await (await first.window()).getByRole('button', { name: 'Begin with nothing' }).click();
  await first.tray.click('Quit');
  await first.ended();
  computer.panel.close();

  const app = await computer.startWithoutPanel();
  await expect((await app.window()).getByText('No clients yet.')).toBeVisible();
  const panel = await openPanel(computer.env.DBUS_SESSION_BUS_ADDRESS ?? '');
  const tray = await panel.nextItem();
  expect((await tray.readMenu()).map(({ label }) => label)).toContain('Add your first client…');
  panel.close();
});
