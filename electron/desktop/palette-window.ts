import { app, BrowserWindow, screen } from 'electron';
import { clampInto, placePalette } from './placing';
import { backgroundColor } from './theme';
import type { WindowContext } from './window-context';

const SIZE = { width: 640, height: 172 };
/** It grows with what it shows, as far as this. */
const MOST_HEIGHT = 560;
/** How long it is kept after use, so that the next use within the minute is at once. */
const KEPT_MS = 60_000;

export interface PaletteWindow {
  show(): void;
  /** Shows a line that somebody else wrote, for the person to log or to throw away. */
  propose(line: string): void;
  /** Puts it away and gives the focus back to what had it. */
  hide(): void;
  toggle(): void;
  /** Makes it as high as what it shows, in CSS pixels. */
  fit(height: number): void;
  find(): BrowserWindow | undefined;
}

/** One line above everything else; never brings the main window with it. */
export function createPaletteWindow({ address, preferences, door, title }: WindowContext): PaletteWindow {
  let window: BrowserWindow | undefined;
  let destruction: NodeJS.Timeout | undefined;

  function make(): BrowserWindow {
    const made = new BrowserWindow({
      ...place(),
      title,
      frame: false,
      show: false,
      resizable: false,
      maximizable: false,
      minimizable: process.platform === 'win32',
      fullscreenable: false,
      skipTaskbar: true,
      alwaysOnTop: true,
      backgroundColor: backgroundColor(),
      // A panel takes the keys without bringing the app's other windows to the front.
      ...(process.platform === 'darwin' && { type: 'panel' }),
      webPreferences: preferences,
    });
    door.admit(made.webContents);
    made.once('ready-to-show', () => reveal(made));
    made.on('blur', hide);
    made.once('closed', () => {
      clearTimeout(destruction);
      window = undefined;
    });
    made.loadURL(address('palette'));
    return made;
  }

  function show(): void {
    clearTimeout(destruction);
    if (!window) {
      window = make();
      return;
    }
    window.setBounds(place());
    door.pushPalette(window.webContents);
    reveal(window);
  }

  function propose(line: string): void {
    const keepsTyped = window?.isVisible() ?? false;
    if (!keepsTyped) show();
    if (window) door.pushPalette(window.webContents, { line, from: 'link', keepsTyped });
  }

  function fit(height: number): void {
    if (!window) return;
    const wanted = Math.min(Math.max(Math.ceil(height), SIZE.height), MOST_HEIGHT);
    const bounds = window.getBounds();
    if (wanted === bounds.height) return;
    const { workArea } = screen.getDisplayMatching(bounds);
    window.setBounds(clampInto(workArea, { ...bounds, height: wanted }));
  }

  function hide(): void {
    if (!window?.isVisible()) return;
    // Minimizing is what makes Windows give the focus back to the window before.
    if (process.platform === 'win32') window.minimize();
    window.hide();
    if (process.platform === 'darwin' && !hasOtherWindow(window)) app.hide();
    clearTimeout(destruction);
    destruction = setTimeout(() => window?.destroy(), KEPT_MS);
  }

  return {
    show,
    propose,
    hide,
    toggle: () => (window?.isVisible() ? hide() : show()),
    fit,
    find: () => window,
  };
}

function reveal(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function hasOtherWindow(window: BrowserWindow): boolean {
  return BrowserWindow.getAllWindows().some((each) => each !== window && each.isVisible());
}

/** On the display where the pointer is: a tray icon's own place is not known on Linux. */
function place() {
  return placePalette(screen.getDisplayNearestPoint(screen.getCursorScreenPoint()).workArea, SIZE);
}
