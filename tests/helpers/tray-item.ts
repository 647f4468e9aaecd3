import { setTimeout as pause } from 'node:timers/promises';
import { Variant } from 'dbus-next';
import { z } from 'zod';
import type { BusClient } from './bus-client';

const ITEM = 'org.kde.StatusNotifierItem';
const MENU = 'com.canonical.dbusmenu';
/** How long a menu is waited for, and how often it is looked at. */
const [MENU_MS, LOOK_MS] = [3000, 5];
const PROPERTIES = 'org.freedesktop.DBus.Properties';

/** One line of a tray menu as a panel sees it. */
export interface MenuLine {
  id: number;
  label: string;
  isEnabled: boolean;
  isVisible: boolean;
  isSeparator: boolean;
  isChecked: boolean;
  lines: readonly MenuLine[];
}

/** One program's icon in the panel. */
export interface TrayItem {
  service: string;
  readTooltip(): Promise<string>;
  /** Width and height of the pixels the program gives for its icon, and how many differ from transparent. */
  readIcon(): Promise<{ width: number; height: number; painted: number }>;
  /** What the menu says, once it says something: it comes a moment after the icon. */
  readMenu(): Promise<readonly MenuLine[]>;
  /** Clicks the line under these labels, from the top down; each is the whole label or what it begins with. */
  click(...labels: string[]): Promise<void>;
  /** A click on the icon itself. */
  activate(): Promise<void>;
}

const variant = z.instanceof(Variant).transform((one): unknown => one.value);
const property = z.record(z.string(), variant);
type Node = [number, Record<string, unknown>, unknown[]];
const node = z.tuple([z.number(), property, z.array(variant)]);
const pixmaps = variant.pipe(z.array(z.tuple([z.number(), z.number(), z.instanceof(Uint8Array)])));
const tooltip = variant.pipe(z.tuple([z.string(), z.unknown(), z.string(), z.string()]));

export function createTrayItem(bus: BusClient, service: string, path = '/StatusNotifierItem'): TrayItem {
  const readProperty = async (name: string): Promise<unknown> =>
    (await bus.call(service, path, `${PROPERTIES}.Get`, 'ss', [ITEM, name]))[0];
  const menuPath = async (): Promise<string> => variant.pipe(z.string()).parse(await readProperty('Menu'));

  const item: TrayItem = {
    service,
    async readTooltip() {
      const [, , title, text] = tooltip.parse(await readProperty('ToolTip'));
      return [title, text].filter(Boolean).join('\n');
    },
    async readIcon() {
      const [first] = pixmaps.parse(await readProperty('IconPixmap'));
      if (!first) return { width: 0, height: 0, painted: 0 };
      const [width, height, pixels] = first;
      return { width, height, painted: pixels.filter((value, at) => at % 4 === 0 && value > 0).length };
    },
    async readMenu() {
      const everything = [0, -1, []];
      for (const end = performance.now() + MENU_MS; ; await pause(LOOK_MS)) {
        const [, layout] = await bus.call(service, await menuPath(), `${MENU}.GetLayout`, 'iias', everything);
        const { lines } = toLine(node.parse(layout));
        if (lines.length > 0 || performance.now() > end) return lines;
      }
    },
    async click(...labels) {
      const click = async () => {
        const line = findLine(await item.readMenu(), labels);
        const clicked = [line.id, 'clicked', new Variant('i', 0), Math.floor(Date.now() / 1000)];
        await bus.call(service, await menuPath(), `${MENU}.Event`, 'isvu', clicked);
      };
      // A menu that was built anew in between has other numbers: nothing was clicked then.
      await click().catch(click);
    },
    async activate() {
      await bus.call(service, path, `${ITEM}.Activate`, 'ii', [0, 0]);
    },
  };
  return item;
}

function toLine([id, properties, children]: Node): MenuLine {
  return {
    id,
    // An underscore marks the letter to press; a real one is doubled.
    label: String(properties.label ?? '').replace(/_(.)/g, '$1'),
    isEnabled: properties.enabled !== false,
    isVisible: properties.visible !== false,
    isSeparator: properties.type === 'separator',
    isChecked: properties['toggle-state'] === 1,
    lines: children.map((child) => toLine(node.parse(child))),
  };
}

/** The line under these labels, from the top down. @throws where there is none, with what is there */
export function findLine(lines: readonly MenuLine[], labels: readonly string[]): MenuLine {
  const [label = '', ...rest] = labels;
  const line = lines.find((each) => each.label === label) ?? lines.find((each) => each.label.startsWith(label));
  if (!line) throw new Error(`No "${label}" in the menu:\n${showMenu(lines)}`);
  return rest.length > 0 ? findLine(line.lines, rest) : line;
}

/** The menu as text, one line each, submenus indented. */
export function showMenu(lines: readonly MenuLine[], indent = ''): string {
  return lines
    .filter((line) => line.isVisible)
    .map((line) => {
      const label = line.isSeparator ? '─────' : `${line.label}${line.isEnabled ? '' : '  (greyed)'}`;
      return [`${indent}${label}`, ...(line.lines.length > 0 ? [showMenu(line.lines, `${indent}  `)] : [])].join('\n');
    })
    .join('\n');
}
