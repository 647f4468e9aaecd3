import { Variant } from 'dbus-next';
import { type BusClient, connectBus } from './bus-client';
import { createTrayItem, type TrayItem } from './tray-item';

const WATCHER = 'org.kde.StatusNotifierWatcher';
const WATCHER_PATH = '/StatusNotifierWatcher';
const PROPERTIES = 'org.freedesktop.DBus.Properties';
const OWNER_CHANGED = 'org.freedesktop.DBus.NameOwnerChanged';

/** What shows tray icons on a desktop: programs register with it, and it reads and clicks their menus. */
export interface Panel {
  /** The icons that are there now. */
  items(): readonly TrayItem[];
  /** The next icon to be registered, or the first that nobody has taken yet. */
  nextItem(): Promise<TrayItem>;
  /** Over once that icon has gone. */
  gone(item: TrayItem): Promise<void>;
  close(): void;
}

export async function openPanel(address: string): Promise<Panel> {
  const bus = await connectBus(address);
  const items: TrayItem[] = [];
  const untaken: TrayItem[] = [];
  const waiting: Array<(item: TrayItem) => void> = [];
  const leaving = new Map<string, () => void>();

  function register(named: string, sender: string): void {
    // Newer Electrons give a well-known name, older ones their unique name; others only a path.
    const item = named.startsWith('/') ? createTrayItem(bus, sender, named) : createTrayItem(bus, named);
    items.push(item);
    const taker = waiting.shift();
    if (taker) taker(item);
    else untaken.push(item);
    bus.emit(WATCHER_PATH, `${WATCHER}.StatusNotifierItemRegistered`, 's', [named]);
  }

  function remove(service: string): void {
    const at = items.findIndex((item) => item.service === service);
    if (at < 0) return;
    items.splice(at, 1);
    untaken.splice(0, untaken.length, ...untaken.filter((item) => item.service !== service));
    leaving.get(service)?.();
  }

  await bus.onSignal(OWNER_CHANGED, ({ body: [name, , owner] }) => {
    if (typeof name === 'string' && owner === '') remove(name);
  });
  await serveWatcher(bus, register, items);

  return {
    items: () => items,
    nextItem() {
      const item = untaken.shift();
      return item ? Promise.resolve(item) : new Promise((resolve) => waiting.push(resolve));
    },
    gone: ({ service }) =>
      items.some((item) => item.service === service)
        ? new Promise((resolve) => leaving.set(service, resolve))
        : Promise.resolve(),
    close: () => bus.close(),
  };
}

function serveWatcher(
  bus: BusClient,
  register: (named: string, sender: string) => void,
  items: readonly TrayItem[],
): Promise<void> {
  const properties = () => ({
    IsStatusNotifierHostRegistered: new Variant('b', true),
    ProtocolVersion: new Variant('i', 0),
    RegisteredStatusNotifierItems: new Variant(
      'as',
      items.map((item) => item.service),
    ),
  });
  return bus.serve(WATCHER, WATCHER_PATH, {
    [`${WATCHER}.RegisterStatusNotifierItem`]({ body: [named], sender }) {
      register(String(named), sender);
      return undefined;
    },
    [`${WATCHER}.RegisterStatusNotifierHost`]: () => undefined,
    [`${PROPERTIES}.GetAll`]: () => ({ signature: 'a{sv}', body: [properties()] }),
    [`${PROPERTIES}.Get`]({ body: [, name] }) {
      const found = Object.entries(properties()).find(([key]) => key === name);
      return { signature: 'v', body: [found?.[1] ?? new Variant('s', '')] };
    },
  });
}
