import { expect, test } from './fixture';
import { addGlobex, type Request } from './scene';
import { goTo } from './views';

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
  await expect.poll(async () => (await app.tray.readMenu()).map(({ label }) => label)).toContain('1 reply to send');

  await page.locator('[data-line]').focus();
  await page.keyboard.press('s');
  await expect(page.getByText('Every reply is out.')).toBeVisible();
  expect((await replies())[0]?.sentAt).toEqual(expect.any(String));

  await page.keyboard.press('Control+z');
  await expect(page.getByRole('heading', { name: 'Copied, not sent yet' })).toBeVisible();
});
