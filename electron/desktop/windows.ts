import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { WindowDoor } from '../ipc/window-door';
import { addressOf } from './addresses';
import { createMainWindow, type MainWindow } from './main-window';
import { createPaletteWindow, type PaletteWindow } from './palette-window';
import { secureWindows, webPreferences } from './security';
import type { WindowContext } from './window-context';
import type { Words } from './words';

export interface Windows {
  main: MainWindow;
  palette: PaletteWindow;
}

export interface WindowFolders {
  icons: string;
  preload: string;
  renderer: string;
  devServer: string | undefined;
}

/** The app's two windows, neither of which is there until it is needed. */
export function createWindows(folders: WindowFolders, door: WindowDoor, words: Words): Windows {
  secureWindows(folders.renderer, folders.devServer);
  Menu.setApplicationMenu(Menu.buildFromTemplate(applicationMenu(words)));
  const context: Omit<WindowContext, 'title'> = {
    address: (page) => addressOf(page, folders.devServer),
    icons: folders.icons,
    preferences: webPreferences(folders.preload),
    door,
  };
  const main = createMainWindow({ ...context, title: words.say('app.name') });
  const palette = createPaletteWindow({ ...context, title: words.say('window.palette') });
  // Closing the last window is no quitting: the tray stays.
  app.on('window-all-closed', () => undefined);
  app.on('activate', () => main.open('week'));
  return { main, palette };
}

/** Where the system has no menu of its own that must be filled, only what no page can do for itself: size and closing. */
function applicationMenu(words: Words): MenuItemConstructorOptions[] {
  const window: MenuItemConstructorOptions = {
    label: words.say('window.menu'),
    submenu: [
      { role: 'zoomIn', label: words.say('window.zoomIn') },
      // The same key without Shift, as most people press it.
      { role: 'zoomIn', accelerator: 'CommandOrControl+=', visible: false },
      { role: 'zoomOut', label: words.say('window.zoomOut') },
      { role: 'resetZoom', label: words.say('window.zoomReset') },
      { type: 'separator' },
      { role: 'close', label: words.say('window.close') },
    ],
  };
  return process.platform === 'darwin' ? [{ role: 'appMenu' }, { role: 'editMenu' }, window] : [window];
}
