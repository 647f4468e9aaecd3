import { expect, test } from './fixture';

test('a window is shut in: no Node, no other page, no network, no permissions', async ({ computer }) => {
  // A camera that there is, or asking for one fails for want of it.
  const app = await computer.start({ args: ['--show', 'week', '--use-fake-device-for-media-stream'] });
  const page = await app.window();
  const address = page.url();

  await test.step('what a page finds', async () => {
    const found = await page.evaluate(() => ({
      node: ['process', 'require', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
        (name) => name in globalThis,
      ),
      bridge: Object.keys(window.untilFriday).sort(),
      isFrozen: Object.isFrozen(window.untilFriday),
    }));
    expect(found).toEqual({
      node: [],
      bridge: ['call', 'onFiles', 'onNotice', 'onOpen', 'onPalette', 'onState', 'pathsOf'],
      isFrozen: true,
    });
  });

  await test.step('how windows are made', async () => {
    const preferences = await app.inMain(({ webContents }) =>
      webContents.getAllWebContents().map((contents) => {
        // Missing in Electron's types, there in every version.
        const { getLastWebPreferences: read } = contents as unknown as {
          getLastWebPreferences: () => Record<string, unknown>;
        };
        const { sandbox, contextIsolation, nodeIntegration, webSecurity } = read.call(contents);
        return { sandbox, contextIsolation, nodeIntegration, webSecurity };
      }),
    );
    expect(preferences).toEqual([{ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true }]);
  });

  await test.step('other pages', async () => {
    expect(await page.evaluate(() => window.open('about:blank'))).toBeNull();
    expect(await page.evaluate(() => window.open('file:///etc/passwd'))).toBeNull();
    for (const target of ['file:///etc/passwd', 'app://until-friday/palette.html', 'data:text/html,elsewhere'])
      await page.evaluate((url) => {
        window.location.href = url;
        // Answered after the navigation was decided on: both go by way of the main process.
        return window.untilFriday.call('home', {});
      }, target);
    expect(await page.evaluate(() => window.location.href)).toBe(address);
    expect(app.electron.windows()).toHaveLength(1);
  });

  await test.step('the network, and files of ours outside the folder', async () => {
    const fetched = await page.evaluate(
      async (urls) => {
        const tryOne = (url: string) =>
          fetch(url).then(
            (answer) => answer.status,
            () => 'blocked',
          );
        return Promise.all(urls.map(tryOne));
      },
      [
        'http://127.0.0.1:9/',
        'https://example.com/',
        'file:///etc/passwd',
        'app://until-friday/%2e%2e/main/main.js',
        'app://elsewhere/index.html',
      ],
    );
    expect(fetched).toEqual(['blocked', 'blocked', 'blocked', 'blocked', 'blocked']);
  });

  await test.step('scripts that are not ours', async () => {
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.wasRun = true';
      document.head.append(script);
      return 'wasRun' in globalThis;
    });
    expect(ran).toBe(false);
    expect(await page.evaluate(() => document.querySelectorAll('iframe').length)).toBe(0);
  });

  await test.step('permissions', async () => {
    expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied');
    const camera = await page.evaluate(() =>
      navigator.mediaDevices.getUserMedia({ video: true }).then(
        () => 'given',
        (error: Error) => error.name,
      ),
    );
    expect(camera).toBe('NotAllowedError');
    const place = await page.evaluate(
      () =>
        new Promise((resolve) =>
          navigator.geolocation.getCurrentPosition(
            () => resolve('given'),
            (error) => resolve(error.code),
          ),
        ),
    );
    expect(place).toBe(1);
  });

  // Each of these attempts is complained of in the console, as it should be.
  app.complaints.length = 0;
});

test('what a window asks for is checked before anything is done', async ({ app, computer }) => {
  const page = await app.window();
  const ask = (name: string, input: unknown) =>
    page.evaluate(
      // The bridge's types keep our own code from asking so; somebody else's code would not care.
      ([asked, given]) => (window.untilFriday.call as (name: string, input: unknown) => Promise<unknown>)(asked, given),
      [name, input] as const,
    );
  const refused = (code: string, more: object = {}) => ({ ok: false, problem: { code, ...more } });

  expect(await ask('client.add', { name: '' })).toMatchObject(refused('invalid', { field: 'name' }));
  expect(await ask('client.add', { name: 'x'.repeat(100_000) })).toMatchObject({ ok: false });
  expect(await ask('client.add', null)).toMatchObject(refused('invalid'));
  expect(await ask('log', { text: 'x'.repeat(10_001) })).toMatchObject(refused('too-long', { field: 'text' }));
  expect(
    await ask('call.add', {
      client: 'nobody',
      rule: 'FREQ=WEEKLY',
      start: 'soon',
      timeZone: 'Europe/Vienna',
      minutes: 30,
    }),
  ).toMatchObject({ ok: false });
  expect(await ask('no.such.command', {})).toMatchObject(refused('usage'));
  expect(await ask('constructor', {})).toMatchObject(refused('usage'));
  expect(await ask('__proto__', {})).toMatchObject(refused('usage'));
  expect(await ask('client.list', {})).toEqual({ ok: true, value: [] });
  expect(await computer.until.ask<unknown[]>('client', 'list')).toEqual([]);
});
