import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixture';
import { addGlobex } from './scene';
import { goTo } from './views';

/** A workshop on Wednesday, and Dana's call every Thursday. */
const CALENDAR = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//Example//EN',
  'BEGIN:VEVENT',
  'UID:workshop@example',
  'DTSTAMP:20261101T080000Z',
  'DTSTART;TZID=Europe/Vienna:20261125T090000',
  'DTEND;TZID=Europe/Vienna:20261125T120000',
  'SUMMARY:Workshop',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:dana@example',
  'DTSTAMP:20261101T080000Z',
  'DTSTART;TZID=Europe/Vienna:20261105T100000',
  'DTEND;TZID=Europe/Vienna:20261105T103000',
  'RRULE:FREQ=WEEKLY;BYDAY=TH',
  'SUMMARY:Globex weekly',
  'ORGANIZER:mailto:vera@example.org',
  'ATTENDEE:mailto:dana@globex.example',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

test('a calendar that is followed makes busy, and its call with a client is taken over', async ({ computer, app }) => {
  await addGlobex(computer);
  const file = join(computer.folder, 'work.ics');
  await writeFile(file, CALENDAR);
  const page = await app.window();
  await goTo(page, 'settings');
  await page.getByRole('textbox', { name: 'Add a calendar' }).fill(file);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/busy times/)).toBeVisible();

  await expect(page.getByText('Thursdays at 10:00 with Dana Ruiz')).toBeVisible();
  await page.getByRole('button', { name: 'Make it a standing call' }).click();
  await expect(page.getByText('Thursdays at 10:00 with Dana Ruiz')).toBeHidden();
  const [client] = await computer.until.ask<{ clientId: string }[]>('client', 'list');
  await goTo(page, 'clients', client?.clientId);
  await expect(page.getByText('Thursdays at 10:00')).toBeVisible();

  await test.step('nobody is offered the workshop', async () => {
    const { slots } = await computer.until.ask<{ slots: { startsAt: string }[] }>('available', '--days', '3');
    expect(slots.filter(({ startsAt }) => /^2026-11-25T(09|10|11)/.test(startsAt))).toEqual([]);
  });
});

test('a calendar that is not there is refused with what to do', async ({ app }) => {
  const page = await app.window();
  await page.getByRole('button', { name: 'Begin with nothing' }).click();
  await goTo(page, 'settings');
  await page.getByRole('textbox', { name: 'Add a calendar' }).fill('/nowhere/at/all.ics');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/The calendar is gone|That file can't be read/)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Add a calendar' })).toHaveValue('/nowhere/at/all.ics');
});

test('a call on a day off is moved from the week with one key, and comes back with undo', async ({ computer, app }) => {
  await addGlobex(computer);
  const page = await app.window();
  await goTo(page, 'settings');
  await page.getByLabel('From', { exact: true }).fill('2026-11-27');
  await page.getByRole('textbox', { name: 'What for' }).fill('Long weekend');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Remove Fri,? 27 Nov$/ })).toBeVisible();

  await goTo(page, 'week', '2026-11-27');
  await expect(page.locator('[data-call]').getByText('You are off: Long weekend')).toBeVisible();
  const starts = async () =>
    (await computer.until.ask<{ startsAt: string }[]>('calls', '--from', '2026-11-23', '--to', '2026-11-29')).map(
      ({ startsAt }) => startsAt.slice(0, 16),
    );
  expect(await starts()).toEqual(['2026-11-27T14:00']);
  await page.keyboard.press('1');
  await expect.poll(starts).not.toContain('2026-11-27T14:00');
  await expect(page.getByText('You are off: Long weekend')).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect.poll(starts).toEqual(['2026-11-27T14:00']);
  await expect(page.locator('[data-call]').getByText('You are off: Long weekend')).toBeVisible();
});

test('availability is shared in words, and its times are marked for everybody else', async ({ computer, app }) => {
  await addGlobex(computer);
  await computer.until.ask('client', 'add', 'Initech', '--contact', 'Sam Lindqvist <sam@initech.example>');
  const clients = await computer.until.ask<{ clientId: string; name: string }[]>('client', 'list');
  const idOf = (name: string) => clients.find((client) => client.name === name)?.clientId ?? '';
  const page = await app.window();
  await goTo(page, 'clients', idOf('Globex'));
  await page.getByRole('button', { name: 'Share availability' }).click();
  const letter = page.getByRole('textbox', { name: 'What to say' });
  await expect(letter).toHaveValue(/30 minutes/);
  const words = await letter.inputValue();
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(page.getByText('Copied, and kept as offered.')).toBeVisible();
  expect(await app.inMain(({ clipboard }) => clipboard.readText())).toBe(words);
  await expect(page.getByText('offered to Globex')).toHaveCount(3);
  await page.getByRole('button', { name: 'Save as a calendar file' }).click();
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible();

  await goTo(page, 'clients', idOf('Initech'));
  await page.getByRole('button', { name: 'Share availability' }).click();
  await page.getByRole('radio', { name: '5', exact: true }).check({ force: true });
  await expect(letter).toHaveValue(/30 minutes/);
  const { slots } = await page.evaluate(async (client) => {
    const reply = await window.untilFriday.call('availability.share', { client, days: 3, count: 50 });
    if (!reply.ok) throw new Error(reply.problem.message);
    return reply.value;
  }, idOf('Initech'));
  expect(slots.flatMap(({ offeredTo }) => offeredTo)).toContain('Globex');
});
