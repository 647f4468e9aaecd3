import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findFaults } from './find-faults';
import { expect, test } from './fixture';
import { addGlobex, type Request } from './scene';
import { goTo } from './views';

/** Two calls of this Tuesday morning, one of them with Dana by her address. */
const CALENDAR = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Test//EN
BEGIN:VEVENT
UID:access@example
DTSTAMP:20261101T000000Z
DTSTART:20261124T080000Z
DTEND:20261124T082500Z
SUMMARY:Access for the auditors
ATTENDEE:mailto:dana@globex.example
END:VEVENT
BEGIN:VEVENT
UID:demo@example
DTSTAMP:20261101T000000Z
DTSTART:20261124T090000Z
DTEND:20261124T093000Z
SUMMARY:Globex demo
END:VEVENT
END:VCALENDAR
`;

test('calls from the calendar that were not planned are logged or left out by one key, and undone', async ({
  computer,
  app,
}) => {
  await addGlobex(computer);
  const path = join(computer.home, '..', 'work.ics');
  await writeFile(path, CALENDAR.replaceAll('\n', '\r\n'));
  await computer.until.ask('calendar', 'add', path);
  const subjectsNow = async () =>
    (await computer.until.ask<Request[]>('requests')).map(({ subject }) => subject).sort();

  const page = await app.window();
  await goTo(page, 'log');
  await expect(page.getByRole('heading', { name: 'Took place today?' })).toBeVisible();
  const offered = page.locator('[data-unplanned]');
  await expect(offered).toHaveText([/Globex.*30 min.*Globex demo/, /Globex.*Dana Ruiz.*25 min.*Access/]);

  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    expect(await findFaults(page), theme).toEqual([]);
  }

  await page.keyboard.press('x');
  await expect(offered).toHaveText([/Access for the auditors/]);
  expect(await subjectsNow()).toEqual([]);
  await page.keyboard.press('l');
  await expect(offered).toHaveCount(0);
  await expect(page.locator('[data-entry]')).toHaveText(/Globex.*Dana Ruiz.*spoke · 25 min.*Access for the auditors/);
  expect(await subjectsNow()).toEqual(['Access for the auditors']);

  await page.keyboard.press('Control+z');
  await expect(offered).toHaveText([/Access for the auditors/]);
  await page.keyboard.press('Control+z');
  await expect(offered).toHaveCount(2);
});
