import path from 'node:path';
import { app, Menu } from 'electron';
import { Temporal } from 'temporal-polyfill';
import { argumentsSchema, readArguments } from './desktop/arguments';
import { chromiumFolder } from './desktop/chromium-folder';
import { gatherOpened } from './desktop/opened';
import { portalFeatures } from './desktop/portal-shortcuts';
import { registerScheme } from './desktop/renderer-files';
import { type ShownTray, showTray } from './desktop/tray';
import { newId } from './new-id';
import { readStartingPoint } from './starting-point';
import { resolveHome, socketPath } from './store/home';
import { openStore } from './store/open';
import type { Store } from './store/store';

const args = readArguments(process.argv.slice(1), process.cwd());
const opened = gatherOpened();

try {
  begin();
} catch (error) {
  fail(error);
}

/** One process for a home: Electron's lock on a running instance belongs to the folder that Chromium has for it. */
function begin(): void {
  const home = resolveHome({ flag: args.home, env: process.env, platform: process.platform });
  app.setPath('userData', chromiumFolder(home));
  if (!app.requestSingleInstanceLock({ ...args })) {
    app.exit(0);
    return;
  }
  const features = portalFeatures(process.platform, process.env, app.commandLine.getSwitchValue('enable-features'));
  if (features !== undefined) app.commandLine.appendSwitch('enable-features', features);
  registerScheme();
  // Electron's own menu would be made before the tray, and is not ours.
  Menu.setApplicationMenu(null);
  start(home).catch(fail);
}

/** The tray first; nothing that it does not need is loaded before it is there. */
async function start(home: string): Promise<void> {
  const socket = socketPath(home);
  // It is read while Electron gets ready.
  const opening = openStore({ home, ...readStartingPoint(), now: Temporal.Now.instant, newId, socket });
  // Met where it is awaited, which may be later than it fails.
  opening.catch(() => undefined);
  await app.whenReady();
  const store = await opening;

  const tray = showTray({
    icons: iconFolder(),
    readState: () => store.state,
    readNow: Temporal.Now.instant,
    perform: (intent) => behind.then(({ perform }) => perform(intent)).catch(report),
  });
  store.subscribe(() => tray.refresh());
  const behind = loadBehindTray(store, socket, tray);
  app.on('will-quit', (event) => {
    event.preventDefault();
    tray.close();
    const closing = behind.then(({ close }) => close()).finally(() => store.close());
    closing.catch(report).finally(() => app.exit(0));
  });
  const { followFirst, followAgain } = await import('./follow');
  opened.follow({
    openLink: (link) => void behind.then((ready) => ready.openLink(link)).catch(report),
    openFiles: (paths) => void behind.then((ready) => ready.windows.main.openFiles(paths)).catch(report),
  });
  app.on('second-instance', (_, __, ___, given) => {
    const again = argumentsSchema.safeParse(given);
    if (again.success) behind.then((ready) => followAgain(again.data, ready)).catch(report);
  });
  await followFirst(args, store, tray, await behind);
}

async function loadBehindTray(store: Store, socket: string, tray: ShownTray) {
  const { createWords } = await import('./desktop/words');
  const words = createWords(app.getLocale());
  const { createTrayText } = await import('./desktop/tray-text');
  tray.describe(createTrayText(words));
  const { startBehindTray } = await import('./behind-tray');
  const { moveAndRestart } = await import('./move-and-restart');
  return startBehindTray({
    store,
    socket,
    tray,
    words,
    folders: {
      icons: iconFolder(),
      preload: path.join(app.getAppPath(), 'out', 'preload', 'preload.cjs'),
      renderer: path.join(app.getAppPath(), 'out', 'renderer'),
      devServer: app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL,
    },
    readerScript: path.join(app.getAppPath(), 'out', 'main', 'read-worker.js'),
    moveHome: (folder) => moveAndRestart(store, folder, args, words),
  });
}

function iconFolder(): string {
  // Other programs show these files too, and none of them reads inside an archive.
  return path.join(app.getAppPath().replace(/\.asar$/, '.asar.unpacked'), 'resources', 'icons');
}

/** What fails later ends nothing. */
function report(error: unknown): void {
  console.error(error);
}

function fail(error: unknown): void {
  import('./desktop/start-problem').then(({ reportStartProblem }) => reportStartProblem(error, args.hidden));
}
