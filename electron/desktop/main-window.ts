import path from 'node:path';
import { BrowserWindow, type Rectangle, screen } from 'electron';
import { viewOf } from './addresses';
import { clampInto } from './placing';
import { backgroundColor } from './theme';
import type { WindowContext } from './window-context';

const SIZE = { width: 1120, height: 780 };
const SMALLEST = { minWidth: 520, minHeight: 420 };

export interface MainWindow {
  /** Brings it to the front with that view, and makes it first where there is none. */
  open(view: string): void;
  /** Brings it to the front and takes these files in there. */
  openFiles(paths: readonly string[]): void;
  find(): BrowserWindow | undefined;
}

/** The window with the views: made when it is needed and destroyed when it is closed, since the tray stays. */
export function createMainWindow({ address, icons, preferences, door, title }: WindowContext): MainWindow {
  let window: BrowserWindow | undefined;
  let former: { bounds: Rectangle; isMaximized: boolean } | undefined;

  function make(view: string): BrowserWindow {
    const made = new BrowserWindow({
      ...(former ? clampInto(screen.getDisplayMatching(former.bounds).workArea, former.bounds) : SIZE),
      ...SMALLEST,
      title,
      icon: path.join(icons, 'app-64.png'),
      backgroundColor: backgroundColor(),
      show: false,
      autoHideMenuBar: true,
      webPreferences: preferences,
    });
    door.admit(made.webContents);
    made.once('ready-to-show', () => {
      if (former?.isMaximized) made.maximize();
      made.show();
    });
    made.on('close', () => {
      former = { bounds: made.getNormalBounds(), isMaximized: made.isMaximized() };
    });
    made.once('closed', () => {
      window = undefined;
    });
    made.loadURL(`${address('index')}#/${view}`);
    return made;
  }

  function show(): BrowserWindow {
    if (!window) {
      window = make('week');
      return window;
    }
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
    return window;
  }

  return {
    open(asked) {
      const view = viewOf(asked);
      if (window) door.pushOpen(show().webContents, view);
      else window = make(view);
    },
    openFiles: (paths) => door.pushFiles(show().webContents, paths),
    find: () => window,
  };
}
