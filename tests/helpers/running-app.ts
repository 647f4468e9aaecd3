import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { _electron, type ElectronApplication, expect, type Page } from '@playwright/test';
import type * as Electron from 'electron';
import type { Panel } from './panel';
import type { TrayItem } from './tray-item';

const ROOT = join(import.meta.dirname, '../..');
const CLOCK = join(import.meta.dirname, 'shift-clock.cjs');
/** Far longer than it takes: what is not there by then never comes. */
const TRAY_MS = 20_000;
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

export interface StartOptions {
  home?: string;
  now?: string;
  args?: readonly string[];
}

interface Surroundings extends StartOptions {
  env: NodeJS.ProcessEnv;
  home: string;
  now: string;
}

/** The built app, running. */
export interface LaunchedApp {
  electron: ElectronApplication;
  /** Does something in the main process, with Electron's modules; it may be done twice. */
  inMain<R>(work: (electron: typeof Electron, text: string) => R | Promise<R>, text?: string): Promise<R>;
  /** What should not be there: errors and warnings of windows, and what the main process wrote of errors. */
  complaints: string[];
  /** The main window, once it is there and drawn. */
  window(): Promise<Page>;
  palette(): Promise<Page>;
  readClipboard(): Promise<string>;
  /** Starts it once more with these arguments, as a second click on its icon would; over when that process ends. */
  again(...args: string[]): Promise<number>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Over when it has ended by itself. */
  ended(): Promise<number>;
  /** All that it wrote to its standard error. */
  written(): string;
}

export interface RunningApp extends LaunchedApp {
  tray: TrayItem;
}

/** The Electron to test with; `npm test` names it. */
function findElectron(): string {
  const named = process.env.UNTIL_FRIDAY_ELECTRON;
  if (!named)
    throw new Error('UNTIL_FRIDAY_ELECTRON names no Electron: run these tests with "npm test -- --only e2e".');
  return named;
}

/** Starts the app as a plain process and gives what it says, for starts that end by themselves. */
export async function runApp(
  env: NodeJS.ProcessEnv,
  args: readonly string[],
): Promise<{ status: number; stderr: string }> {
  const child = spawn(findElectron(), [...sandbox, '.', ...args], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const [status] = await once(child, 'close');
  return { status: Number(status ?? -1), stderr };
}

/** Starts the app on a desktop with a panel, and waits for its icon there. */
export async function startApp(surroundings: Surroundings, panel: Panel): Promise<RunningApp> {
  const app = await launchApp(surroundings);
  try {
    return { ...app, tray: await withinTime(panel.nextItem()) };
  } catch {
    await app.kill();
    throw new Error(`The app put no icon into the panel within ${TRAY_MS} ms. It wrote:\n${app.written()}`);
  }
}

export async function launchApp({ env, home, now, args = [] }: Surroundings): Promise<LaunchedApp> {
  const time = String(Date.parse(now));
  const electron = await _electron.launch({
    executablePath: findElectron(),
    args: [...sandbox, '-r', CLOCK, '.', '--home', home, ...args],
    cwd: ROOT,
    env: definedOnly({ ...env, UNTIL_FRIDAY_TEST_NOW: time }),
    // What the desktop prefers is not to be played over.
    colorScheme: null,
  });
  const child = electron.process();
  const ended = once(child, 'exit').then(([status]) => Number(status ?? -1));
  const complaints: string[] = [];
  let written = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    written += text;
    complaints.push(...ownComplaints(text));
  });
  electron.on('window', (page) => watchPage(page, complaints));
  for (const page of electron.windows()) watchPage(page, complaints);

  const find = async (name: string): Promise<Page> => {
    // A window has no address yet when it is announced.
    const look = () => electron.windows().find((each) => each.url().split(/[?#]/)[0]?.endsWith(`/${name}.html`));
    await expect.poll(look, `no window shows ${name}.html`).toBeDefined();
    const page = look();
    if (!page) throw new Error(`The window of ${name}.html is gone again.`);
    await page.locator('#root > *').first().waitFor({ state: 'attached' });
    return page;
  };

  const inMain: LaunchedApp['inMain'] = async (work, text = '') => {
    try {
      return await electron.evaluate(work, text);
    } catch (error) {
      // V8 now and then lets go of the promise that the answer comes by, which says nothing about the app.
      if (!String(error).includes('promise was garbage collected')) throw error;
      return await electron.evaluate(work, text);
    }
  };

  return {
    electron,
    inMain,
    complaints,
    window: () => find('index'),
    palette: () => find('palette'),
    readClipboard: () => inMain(({ clipboard }) => clipboard.readText()),
    async again(...more) {
      return (await runApp(env, ['--home', home, ...more])).status;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    ended: () => ended,
    written: () => written,
  };
}

function withinTime<T>(promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(reject, TRAY_MS);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function watchPage(page: Page, complaints: string[]): void {
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.stack ?? error.message}`));
}

/** What the main process itself has to complain of; Chromium's words about this machine's graphics are not ours. */
function ownComplaints(text: string): string[] {
  return text.split('\n').filter((line) => /UnhandledPromise|Uncaught|^\w*Error:|\(node:\d+\)/.test(line));
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}
