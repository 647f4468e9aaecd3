import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { showMenu } from '../helpers/tray-item';
import { test } from './fixture';
import { goTo, setSystemTheme, themes, type View } from './views';

const FOLDER = join(import.meta.dirname, '../../out/pictures');
/** Thursday afternoon: the week is full, and Friday is still to come. */
const LATE_IN_WEEK = '2026-11-26T15:50:00+01:00';

test.use({ now: LATE_IN_WEEK });
test.beforeAll(() => mkdir(FOLDER, { recursive: true }));

function busy(summary: string, day: string, from: string, to: string, ...more: string[]): string[] {
  const at = (time: string) => `;TZID=Europe/Vienna:202611${day}T${time}00`;
  const when = [`DTSTART${at(from)}`, `DTEND${at(to)}`];
  return ['BEGIN:VEVENT', `UID:${summary}`, `SUMMARY:${summary}`, ...when, ...more, 'END:VEVENT'];
}

/** What stands in the person's own calendar that week. */
const OWN_CALENDAR = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  ...busy('Tax adviser', '23', '0930', '1030'),
  ...busy('Dentist', '24', '0900', '1000'),
  ...busy('Workshop', '25', '1300', '1600'),
  ...busy('Lunch with Mira', '26', '1200', '1330', 'STATUS:TENTATIVE'),
  ...busy('Swimming', '27', '1230', '1330'),
  'END:VCALENDAR',
  '',
].join('\r\n');

/** The pictures with a week in the book, each with the way there. */
const places: Record<string, (page: Page) => Promise<unknown>> = {
  week: (page) => goTo(page, 'week'),
  async 'week-request'(page) {
    await goTo(page, 'week');
    await page.locator('[data-item] [data-line][aria-expanded="false"]').first().click();
    await page.getByRole('textbox', { name: 'What to say' }).waitFor();
  },
  'calendar-week': (page) => goTo(page, 'calendar'),
  async 'calendar-month'(page) {
    await goTo(page, 'calendar', '2026-11');
    await page.getByRole('table', { name: 'Month' }).waitFor();
  },
  replies: (page) => goTo(page, 'replies'),
  clients: (page) => goTo(page, 'clients'),
  async client(page) {
    await goTo(page, 'clients');
    await page.getByRole('link', { name: /Globex/ }).click();
    await page.getByRole('heading', { name: 'Standing calls' }).waitFor();
  },
  log: (page) => goTo(page, 'log'),
  load: (page) => goTo(page, 'load'),
  settings: (page) => goTo(page, 'settings'),
  async keys(page) {
    await goTo(page, 'week');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  },
};

test('the sample week', async ({ computer }) => {
  await computer.until.ask('sample', 'add');
  await computer.until.ask('settings', 'set', '--my-name', 'Vera Novak', '--country', 'AT');
  const calendar = join(computer.folder, 'Work.ics');
  await writeFile(calendar, OWN_CALENDAR);
  await computer.until.ask('calendar', 'add', calendar);
  const app = await computer.start({ args: ['--show', 'week'] });
  const page = await app.window();
  for (const theme of themes) {
    await setSystemTheme(app, page, theme);
    for (const [name, go] of Object.entries(places)) {
      // Anew each time, so that nothing is left open from the one before.
      await page.reload();
      await go(page);
      await take(page, `${name}-${theme}`);
    }
  }
  const menu = `${await app.tray.readTooltip()}\n\n${showMenu(await app.tray.readMenu())}\n`;
  await writeFile(join(FOLDER, 'tray-menu.txt'), menu);
});

test('the palette', async ({ computer }) => {
  await computer.until.ask('sample', 'add');
  const app = await computer.start({ args: ['--show', 'palette'] });
  const page = await app.palette();
  const line = page.getByRole('textbox');
  for (const theme of themes) {
    await setSystemTheme(app, page, theme);
    await line.fill('');
    await page.getByText('Esc leaves').waitFor();
    await take(page, `palette-empty-${theme}`);
    await line.fill('dana missed call x3 re invoice, urgent, needs it fri');
    await page.locator('[data-chip="neededBy"]').waitFor();
    await take(page, `palette-${theme}`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await take(page, `palette-chips-${theme}`);
  }
});

test('nothing there yet', async ({ computer }) => {
  const app = await computer.start();
  const page = await app.window();
  for (const theme of themes) {
    await setSystemTheme(app, page, theme);
    await page.getByRole('button', { name: 'Begin', exact: true }).waitFor();
    await take(page, `welcome-${theme}`);
  }
  await page.getByRole('button', { name: 'Begin with nothing' }).click();
  await page.getByRole('navigation', { name: 'Views' }).waitFor();
  const empty: readonly View[] = ['week', 'calendar', 'replies', 'clients', 'log', 'load'];
  for (const theme of themes) {
    await setSystemTheme(app, page, theme);
    for (const view of empty) {
      await page.reload();
      await goTo(page, view);
      await take(page, `empty-${view}-${theme}`);
    }
  }
});

/** The picture of the window as it is, once its letters are there; nothing moves in it. */
async function take(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled', caret: 'hide' });
}
