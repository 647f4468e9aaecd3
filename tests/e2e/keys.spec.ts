import { readFile } from 'node:fs/promises';
import { openXKeyboard } from '../helpers/x-keyboard';
import { expect, test } from './fixture';

/** The entries one makes most, with the keys they take besides their words. README shows the same table. */
const ENTRIES = [
  { what: 'A missed call', line: 'globex', keys: ['Enter'], logged: { channel: 'missed-call' } },
  { what: 'Three missed calls', line: 'globex 3 missed calls', keys: ['Enter'], logged: { count: 3 } },
  { what: 'A voicemail', line: 'vm acme call me back re slides', keys: ['Enter'], logged: { channel: 'voicemail' } },
  { what: 'An empty voicemail', line: 'globex empty voicemail', keys: ['Enter'], logged: { channel: 'voicemail' } },
  { what: 'A mail', line: 'acme mail re budget', keys: ['Enter'], logged: { channel: 'email', subject: 'budget' } },
  {
    what: 'We spoke',
    line: 'spoke w/ globex 12 min, login fixed',
    keys: ['Enter'],
    logged: { channel: 'call', minutes: 12 },
  },
  {
    what: 'I left a message',
    line: 'left a message for acme',
    keys: ['Enter'],
    logged: { channel: 'voicemail', direction: 'out' },
  },
  { what: 'Urgent, by a day', line: 'globex called asap re invoice, needs it thu', keys: ['Enter'], logged: {} },
  {
    what: 'One of two Danas',
    line: 'dana voicemail re offer',
    keys: ['ArrowDown', 'Enter'],
    logged: { subject: 'offer' },
  },
  { what: 'What was just copied', line: '', keys: ['Control+Shift+V', 'Enter'], logged: { channel: 'email' } },
] as const;

interface Request {
  contacts: { id: string }[];
}

test('the ten commonest entries take three keys or fewer besides their words', async ({ computer }) => {
  const { DISPLAY: display, XAUTHORITY: authority } = process.env;
  test.skip(!display, 'There is no DISPLAY, so no keyboard that keys could be pressed on.');
  await computer.until.ask('client', 'add', 'Globex', '--contact', 'Dana Ruiz <dana@globex.example>');
  await computer.until.ask('client', 'add', 'Acme', '--contact', 'Dana Scott <dana@acme.example>');
  const app = await computer.start({ args: ['--hidden'] });
  const readme = await readFile('README.md', 'utf8');
  const keyboard = await openXKeyboard(display ?? '', authority);
  try {
    await expect
      .poll(() => app.inMain(({ globalShortcut }) => globalShortcut.isRegistered('CommandOrControl+Shift+U')))
      .toBe(true);
    for (const { what, line, keys, logged } of ENTRIES) {
      await test.step(what, async () => {
        // Logging has put a reply there.
        await app.inMain(({ clipboard }) =>
          clipboard.writeText('From: Dana <dana@acme.example>\nSubject: Offer 7\n\nHi'),
        );
        const before = new Set((await contacts()).map(({ id }) => id));
        await keyboard.press('Control', 'Shift', 'u');
        const page = await app.palette();
        await expect(page.getByRole('textbox', { name: 'Log a contact' })).toBeFocused();
        await page.keyboard.insertText(line);
        let pressed = 1;
        for (const key of keys) {
          await expect(page.locator('[data-chip="who"]')).toBeVisible({ visible: key !== 'Control+Shift+V' });
          await page.keyboard.press(key);
          pressed += 1;
        }
        const added = async () => (await contacts()).filter(({ id }) => !before.has(id));
        await expect.poll(added).toEqual([expect.objectContaining(logged)]);
        expect(pressed).toBeLessThanOrEqual(3);
        expect(readme).toContain(`| ${what} | ${line === '' ? 'nothing' : `\`${line}\``} | ${pressed} |`);
        await expect
          .poll(() => app.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((each) => each.isVisible())))
          .toBe(false);
      });
    }
  } finally {
    keyboard.close();
  }

  async function contacts() {
    return (await computer.until.ask<Request[]>('requests')).flatMap((request) => request.contacts);
  }
});
