// Builds the renderer and looks at it without Electron: screenshots and axe, in both themes and two sizes.
// node tests/helpers/look.mjs OUT [name=hash?query[>selector to click]...]

import { mkdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { chromium } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const [out = '/tmp/look', ...asked] = process.argv.slice(2);
const places =
  asked.length > 0 ? asked : ['week=#/week', 'clients=#/clients', 'log=#/log', 'settings=#/settings', 'welcome=?empty'];
const dist = join(out, 'dist');
await mkdir(out, { recursive: true });
const quiet = { configFile: false, logLevel: 'warn' };
await build({
  ...quiet,
  root: 'src',
  base: './',
  plugins: [react()],
  build: { outDir: dist, emptyOutDir: true, assetsInlineLimit: 0 },
});
await build({
  ...quiet,
  build: {
    outDir: join(out, 'bridge'),
    lib: { entry: 'tests/helpers/fake-bridge.ts', formats: ['iife'], name: 'bridge', fileName: () => 'bridge.js' },
  },
});

const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' };
const server = createServer(async (request, response) => {
  const path = new URL(request.url, 'http://x').pathname;
  const body = await readFile(join(dist, path === '/' ? 'index.html' : path)).catch(() => undefined);
  response.writeHead(body ? 200 : path === '/favicon.ico' ? 204 : 404, {
    'content-type': types[extname(path)] ?? 'text/html',
  });
  response.end(body);
}).listen(0);
const { port } = server.address();

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
for (const place of places) {
  const [, name, address] = /^([^=]+)=(.*)$/.exec(place) ?? [];
  const [path, ...clicks] = address.split('>');
  for (const theme of ['light', 'dark']) {
    for (const [width, height] of [
      [1200, 800],
      [900, 640],
      [520, 420],
    ]) {
      const context = await browser.newContext({
        viewport: { width, height },
        locale: 'en-GB',
        timezoneId: 'Europe/Vienna',
        colorScheme: theme,
      });
      const page = await context.newPage();
      page.on(
        'console',
        (message) =>
          ['error', 'warning'].includes(message.type()) && console.log(`${name} ${theme}: ${message.text()}`),
      );
      page.on('pageerror', (error) => console.log(`${name} ${theme}: ${error.stack}`));
      await page.clock.setFixedTime('2026-11-24T10:20:00Z');
      await page.addInitScript({ path: join(out, 'bridge', 'bridge.js') });
      const [search, hash = ''] = path.split('#');
      await page.goto(`http://localhost:${port}/${search}#${hash}`);
      await page
        .locator('h1, h2')
        .first()
        .waitFor({ timeout: 4000 })
        .catch(() => console.log(`${name}: no heading`));
      for (const click of clicks) {
        if (click.startsWith('key:')) await page.keyboard.press(click.slice(4));
        else if (click.startsWith('type:')) await page.keyboard.type(click.slice(5));
        else
          await page
            .locator(click)
            .first()
            .click({ timeout: 3000 })
            .catch((error) => console.log(`${name}: ${error.message.split('\n')[0]}`));
      }
      await page.evaluate(() => document.fonts.ready);
      const overflow = await page.evaluate(() =>
        [...document.querySelectorAll('main, body')].some((each) => each.scrollWidth > each.clientWidth),
      );
      if (overflow) console.log(`${name} ${theme} ${width}: wider than the window`);
      await page.screenshot({ path: join(out, `${name}-${theme}-${width}.png`) });
      if (width === 1200) {
        const full = await page.evaluate(() => document.querySelector('main')?.scrollHeight ?? 0);
        if (full > height) {
          await page.setViewportSize({ width, height: Math.min(full + 20, 4000) });
          await page.screenshot({ path: join(out, `${name}-${theme}-full.png`) });
        }
        const { violations } = await new AxeBuilder({ page }).analyze();
        for (const each of violations)
          console.log(
            `AXE ${name} ${theme}: ${each.id}: ${each.nodes.map((node) => node.html.slice(0, 160)).join('\n    ')}\n  ${each.nodes[0]?.failureSummary?.split('\n')[1]}`,
          );
      }
      await context.close();
    }
  }
}
await browser.close();
server.close();
