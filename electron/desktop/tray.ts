import { Menu, type MenuItemConstructorOptions, Tray } from 'electron';
import type { Temporal } from 'temporal-polyfill';
import type { State } from '../core/model/state';
import { createTrayIcons } from './tray-icon';
import { type Intent, type LastLogged, type MenuItem, trayMenu, trayTooltip } from './tray-menu';
import { nextLook, trayStatus } from './tray-status';
import type { Words } from './words';

export interface TrayContext {
  /** Folder of the icons. */
  icons: string;
  words: Words;
  readState(): State;
  readNow(): Temporal.Instant;
  perform(intent: Intent): void;
}

export interface ShownTray {
  /** Draws anew what differs, soon; many calls in a row are one. */
  refresh(): void;
  /** Offers to take this back; nothing, when it is over. */
  offerUndo(last: LastLogged | undefined): void;
  readLast(): LastLogged | undefined;
  /** Registers anew with a panel that came later. */
  show(): void;
  close(): void;
}

/** Changes often come in twos and threes: logged, sums counted. */
const REFRESH_MS = 40;

/** Puts the icon into the panel, and keeps it true: after each change, and when time alone changes something. */
export function showTray(context: TrayContext): ShownTray {
  const { words, readState, readNow } = context;
  const iconOf = createTrayIcons(context.icons);
  const buildMenu = createMenuBuilder(context.perform);
  let timer: NodeJS.Timeout | undefined;
  let last: LastLogged | undefined;
  let tray: Tray | undefined;
  let drawn = { icon: '', tooltip: '', menu: '' };

  function draw(): void {
    const now = readNow();
    const state = readState();
    const { timeZone } = state.settings;
    const status = trayStatus(state, now);
    const icon = `${status.now} ${status.due}`;
    if (!tray) {
      tray = new Tray(iconOf(status.now, status.due));
      // Where a click doesn't open the menu by itself.
      if (process.platform !== 'darwin') tray.on('click', () => context.perform({ kind: 'open', view: 'week' }));
      else tray.on('drop-files', (_, paths) => context.perform({ kind: 'files', paths }));
    } else if (icon !== drawn.icon) tray.setImage(iconOf(status.now, status.due));
    if (icon !== drawn.icon && process.platform === 'darwin') tray.setTitle(status.due > 0 ? `${status.due}` : '');
    const tooltip = trayTooltip(status, timeZone, now, words);
    if (tooltip !== drawn.tooltip) tray.setToolTip(tooltip);
    const items = trayMenu(state, now, words, last);
    const menu = JSON.stringify(items);
    if (menu !== drawn.menu) tray.setContextMenu(buildMenu(items));
    drawn = { icon, tooltip, menu };
    schedule(nextLook(status, timeZone, now));
  }

  function schedule(milliseconds: number): void {
    clearTimeout(timer);
    timer = setTimeout(draw, milliseconds);
  }

  function show(): void {
    tray?.destroy();
    tray = undefined;
    drawn = { icon: '', tooltip: '', menu: '' };
    draw();
  }

  show();
  return {
    refresh: () => schedule(REFRESH_MS),
    offerUndo(next) {
      last = next;
      schedule(REFRESH_MS);
    },
    readLast: () => last,
    show,
    close() {
      clearTimeout(timer);
      tray?.destroy();
    },
  };
}

/** Builds menus; a submenu that is the same as in the menu before is that very one, since with many clients most are. */
function createMenuBuilder(perform: TrayContext['perform']): (items: readonly MenuItem[]) => Menu {
  let built = new Map<string, Menu>();

  function submenuOf(submenu: readonly MenuItem[], kept: Map<string, Menu>): Menu {
    const key = JSON.stringify(submenu);
    const menu = built.get(key) ?? Menu.buildFromTemplate(submenu.map((item) => templateOf(item, perform)));
    kept.set(key, menu);
    return menu;
  }

  return (items) => {
    const kept = new Map<string, Menu>();
    const template = items.map((item) =>
      item.submenu
        ? { id: item.id, label: item.label, submenu: submenuOf(item.submenu, kept) }
        : templateOf(item, perform),
    );
    built = kept;
    return Menu.buildFromTemplate(template);
  };
}

function templateOf(item: MenuItem, perform: TrayContext['perform']): MenuItemConstructorOptions {
  const { id, label, type, submenu, intent, accelerator } = item;
  if (type === 'separator') return { id, type };
  return {
    id,
    label,
    ...(submenu && { submenu: submenu.map((each) => templateOf(each, perform)) }),
    ...(intent && { click: () => perform(intent) }),
    // The keys themselves are shortcut.ts's.
    ...(accelerator && { accelerator, registerAccelerator: false }),
  };
}
