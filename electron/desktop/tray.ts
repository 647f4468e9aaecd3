import { Menu, type MenuItemConstructorOptions, type NativeImage, Tray } from 'electron';
import type { Temporal } from 'temporal-polyfill';
import { availabilityAt } from '../core/availability/now';
import { callbacksDue } from '../core/callbacks';
import type { State } from '../core/model/state';
import { createTrayIcons } from './tray-icon';
import type { Intent, LastLogged, MenuItem } from './tray-menu';
import type { DescribeTray, TrayText } from './tray-text';

export interface TrayContext {
  /** Folder of the icons. */
  icons: string;
  readState(): State;
  readNow(): Temporal.Instant;
  perform(intent: Intent): void;
}

export interface ShownTray {
  /** From now on it says something, too: its words are more to load than the icon, which does not wait for them. */
  describe(describe: DescribeTray): void;
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

/**
 * Puts the icon into the panel, and keeps it true: after each change, and when time alone changes something. Tooltip and
 * menu come with `describe`.
 */
export function showTray(context: TrayContext): ShownTray {
  const { readState, readNow } = context;
  const iconOf = createTrayIcons(context.icons);
  const buildMenu = createMenuBuilder(context.perform);
  let timer: NodeJS.Timeout | undefined;
  let last: LastLogged | undefined;
  let describe: DescribeTray | undefined;
  let tray: Tray | undefined;
  let drawn = { icon: '', tooltip: '', menu: '' };

  function draw(): void {
    const now = readNow();
    const state = readState();
    tray = drawIcon(state, now);
    if (describe) drawText(tray, describe(state, now, last));
  }

  function drawIcon(state: State, now: Temporal.Instant): Tray {
    const availability = availabilityAt(state, now).now;
    const due = callbacksDue(state.requests).length;
    const icon = `${availability} ${due}`;
    const shown = tray ?? putIntoPanel(iconOf(availability, due));
    if (icon !== drawn.icon) {
      if (shown === tray) shown.setImage(iconOf(availability, due));
      if (process.platform === 'darwin') shown.setTitle(due > 0 ? `${due}` : '');
    }
    drawn = { ...drawn, icon };
    return shown;
  }

  function putIntoPanel(icon: NativeImage): Tray {
    const put = new Tray(icon);
    // Where a click doesn't open the menu by itself.
    if (process.platform !== 'darwin') put.on('click', () => context.perform({ kind: 'open', view: 'week' }));
    else put.on('drop-files', (_, paths) => context.perform({ kind: 'files', paths }));
    return put;
  }

  function drawText(shown: Tray, { tooltip, items, nextLookMs }: TrayText): void {
    if (tooltip !== drawn.tooltip) shown.setToolTip(tooltip);
    const menu = JSON.stringify(items);
    if (menu !== drawn.menu) shown.setContextMenu(buildMenu(items));
    drawn = { ...drawn, tooltip, menu };
    schedule(nextLookMs);
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
    describe(next) {
      describe = next;
      draw();
    },
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
