import { findLine } from '../helpers/tray-item';
import { expect, test } from './fixture';

interface Agenda {
  client: string;
  call: { occurrence: string; startsAt: string };
  items: { requestId: string; subject: string; count: number }[];
}

interface Request {
  requestId: string;
  client: string;
  contacts: { channel: string; count: number; at: string }[];
  replies: unknown[];
}

const FRIDAY = '2026-11-27T14:00';

test('a voicemail, logged from the tray, waits until Friday and survives a power cut', async ({ computer }) => {
  const { until, panel, toasts } = computer;
  await until.ask('client', 'add', 'Globex', '--contact', 'Dana Ruiz <dana@globex.example>');
  await until.ask(
    'call',
    'add',
    'Globex',
    '--rule',
    'FREQ=WEEKLY;BYDAY=FR',
    '--start',
    '2026-11-06T14:00',
    '--time-zone',
    'Europe/Vienna',
    '--minutes',
    '30',
  );

  const app = await computer.start({ args: ['--hidden'] });
  const menu = await app.tray.readMenu();
  expect(findLine(menu, ['Globex']).lines.map((line) => line.label)).toEqual([
    'Missed a call',
    'Left a voicemail',
    'Wrote',
    'We spoke',
  ]);
  expect(await app.tray.readTooltip()).toContain('Until Friday');

  await app.tray.click('Globex', 'Left a voicemail');

  await test.step('the toast arrives', async () => {
    await expect.poll(() => toasts.received().length).toBe(1);
    const [toast] = toasts.received();
    expect(toast?.title).toContain('Globex');
    expect(toast?.body).toMatch(/Fri/);
  });

  const [agenda] = await test.step('the agenda of Friday’s call holds it', async () => {
    const prep = await until.ask<Agenda[]>('prep');
    expect(prep.map(({ call }) => call.occurrence)).toEqual([FRIDAY]);
    expect(prep[0]?.items.map(({ count }) => count)).toEqual([1]);
    return prep;
  });

  await test.step('the reply on the clipboard names that Friday', async () => {
    await expect.poll(() => app.readClipboard()).toContain('Friday');
    expect(await app.readClipboard()).toMatch(/Dana/);
    const reply = await until.ask<{ body: string }>('reply', agenda?.items[0]?.requestId ?? '');
    expect(reply.body).toContain('Friday');
  });

  const before = await test.step('the command line tells the same while the app runs', async () => {
    const requests = await until.ask<Request[]>('requests', '--open');
    expect(requests.map(({ client, contacts }) => [client, contacts.map(({ channel }) => channel)])).toEqual([
      ['Globex', ['voicemail']],
    ]);
    expect(requests[0]?.requestId).toBe(agenda?.items[0]?.requestId);
    return requests;
  });

  await app.kill();
  await panel.gone(app.tray);
  const again = await computer.start({ args: ['--hidden'] });

  await test.step('nothing is missing', async () => {
    expect(await until.ask<Request[]>('requests', '--open')).toEqual(before);
    expect(await until.ask<Agenda[]>('prep')).toEqual([agenda]);
    expect(findLine(await again.tray.readMenu(), ['Globex · Fri']).label).toMatch(/1 item$/);
    const window = await again.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
    expect(window, 'nothing but the tray was opened').toBe(0);
  });
});
