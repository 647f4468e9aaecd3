import type { Temporal } from 'temporal-polyfill';
import { type ImpromptuLeft, impromptuLeft } from '../core/availability/impromptu';
import { nameState } from '../core/availability/now';
import type { Client } from '../core/model/client';
import type { Channel } from '../core/model/request';
import type { State } from '../core/model/state';
import { labelOf } from './label';
import { lastLogged, recentClients, sortByName } from './recent-clients';
import { showDay, showTime } from './show-time';
import type { TrayStatus } from './tray-status';
import type { Words } from './words';

/** What a click means. */
export type Intent =
  | { kind: 'log'; clientId: string; channel: Channel; personId?: string }
  | { kind: 'keep'; channel: Channel }
  | { kind: 'undo'; changeId: string }
  | { kind: 'open'; view: string }
  | { kind: 'palette' }
  | { kind: 'files'; paths: readonly string[] }
  | { kind: 'quit' };

/** A menu as plain data: drawn by Electron, read by tests without it. */
export interface MenuItem {
  id: string;
  /** As Electron takes it: a single `&` would mark a key. */
  label?: string;
  type?: 'separator';
  submenu?: MenuItem[];
  intent?: Intent;
  /** Shown beside the label; the keys themselves belong to shortcut.ts. */
  accelerator?: string;
}

/** What was logged from the tray last, so that a slip of the mouse can be taken back where it was made. */
export interface LastLogged {
  changeId: string;
  what: string;
}

const RECENT_COUNT = 5;
/** More clients than this are parted by their first letters, so that no menu is longer than the screen. */
const GROUP_SIZE = 25;
const CHANNELS = ['missed-call', 'voicemail', 'email', 'call'] as const;

/** The tray's menu: what came last once more, then recent clients, then all, then the day, then the app. */
export function trayMenu(
  state: State,
  status: TrayStatus,
  now: Temporal.Instant,
  words: Words,
  last?: LastLogged,
): MenuItem[] {
  return [
    ...againItems(state, words),
    ...clientItems(state, now, words),
    ...strangerItems(state, words),
    ...(last ? [undoItem(last, words)] : []),
    { id: 'line-day', type: 'separator' },
    ...dayItems(status, state.settings.timeZone, now, words),
    { id: 'line-app', type: 'separator' },
    { id: 'log', label: words.say('tray.log'), intent: { kind: 'palette' }, ...shortcutOf(state) },
    { id: 'open', label: words.say('tray.open'), intent: { kind: 'open', view: 'week' } },
    { id: 'quit', label: words.say('tray.quit'), intent: { kind: 'quit' } },
  ];
}

/** "Again" for whoever came last, wherever that was logged: who calls once often calls again. */
function againItems(state: State, words: Words): MenuItem[] {
  const latest = lastLogged(state);
  if (!latest) return [];
  const { client, person, contact } = latest;
  const label = words.say('tray.again', {
    who: labelOf(person?.name ?? client.name),
    what: words.say(`again.${contact.channel}`),
  });
  const who = { clientId: client.id, ...(person && { personId: person.id }) };
  return [
    { id: 'again', label, intent: { kind: 'log', channel: contact.channel, ...who } },
    { id: 'line-again', type: 'separator' },
  ];
}

function clientItems(state: State, now: Temporal.Instant, words: Words): MenuItem[] {
  const { clients } = state;
  if (clients.length === 0)
    return [{ id: 'add-first', label: words.say('tray.addFirst'), intent: { kind: 'open', view: 'clients' } }];
  const recent = recentClients(state).slice(0, RECENT_COUNT);
  const items = recent.map((client) =>
    clientItem(client, `recent-${client.id}`, words, impromptuLeft(state, client, now)),
  );
  if (recent.length === clients.length) return items;
  const all = sortByName(clients, words.locale);
  return [...items, { id: 'all', label: words.say('tray.allClients'), submenu: groupItems(all, words) }];
}

/** Whoever is not known yet: logged at once, and asked about later. */
function strangerItems({ strangers }: State, words: Words): MenuItem[] {
  const submenu = CHANNELS.map((channel): MenuItem => {
    return { id: `who-${channel}`, label: words.say(`channel.${channel}`), intent: { kind: 'keep', channel } };
  });
  const who: MenuItem = { id: 'who', label: words.say('tray.who'), submenu };
  if (strangers.length === 0) return [who];
  const label = words.say('tray.whoWaits', { count: strangers.length });
  return [who, { id: 'who-waits', label, intent: { kind: 'open', view: 'week' } }];
}

function groupItems(clients: readonly Client[], words: Words): MenuItem[] {
  const itemsOf = (group: readonly Client[]) => group.map((client) => clientItem(client, client.id, words));
  if (clients.length <= GROUP_SIZE) return itemsOf(clients);
  const count = Math.ceil(clients.length / GROUP_SIZE);
  const size = Math.ceil(clients.length / count);
  return Array.from({ length: count }, (_, index) => clients.slice(index * size, (index + 1) * size)).map(
    (group, index) => {
      const [from, to] = [group.at(0), group.at(-1)].map((client) => labelOf(client?.name ?? '', 12));
      const label = words.say('tray.someClients', { from: from ?? '', to: to ?? '' });
      return { id: `group-${index}`, label, submenu: itemsOf(group) };
    },
  );
}

function clientItem(client: Client, id: string, words: Words, left?: ImpromptuLeft): MenuItem {
  return {
    id,
    label: labelOf(client.name),
    submenu: CHANNELS.map((channel) => ({
      id: `${id}-${channel}`,
      label: channel === 'call' ? spokeLabel(words, left) : words.say(`channel.${channel}`),
      intent: { kind: 'log', clientId: client.id, channel },
    })),
  };
}

/** Says so where a call more would be over what I am willing to take. */
function spokeLabel(words: Words, left: ImpromptuLeft | undefined): string {
  const spoke = words.say('channel.call');
  if (!left || left.today > 0) return spoke;
  return words.say(left.week > 0 ? 'tray.usedToday' : 'tray.usedThisWeek', { what: spoke });
}

function undoItem(last: LastLogged, words: Words): MenuItem {
  const label = words.say('tray.undo', { what: labelOf(last.what) });
  return { id: 'undo', label, intent: { kind: 'undo', changeId: last.changeId } };
}

function dayItems(status: TrayStatus, timeZone: string, now: Temporal.Instant, words: Words): MenuItem[] {
  const { next, due, toSend, waiting } = status;
  return [
    { id: 'now', label: nowLabel(status, timeZone, now, words), intent: { kind: 'open', view: 'week' } },
    {
      id: 'next-call',
      label: next
        ? words.say('tray.nextCall', {
            client: labelOf(next.client.name),
            when: `${showDay(next.occurrence.startsAt, now, timeZone, words.locale)} ${showTime(next.occurrence.startsAt, timeZone, words.locale)}`,
            count: next.items,
          })
        : words.say('tray.noCall'),
      intent: { kind: 'open', view: 'week' },
    },
    { id: 'callbacks', label: words.say('tray.due', { count: due }), intent: { kind: 'open', view: 'replies' } },
    { id: 'prep', label: words.say('tray.prep'), intent: { kind: 'open', view: 'week' } },
    {
      id: 'replies',
      label: words.say('tray.replies', { count: toSend }),
      // What waits for its time stands above the week; what was copied, with the replies.
      intent: { kind: 'open', view: waiting > 0 ? 'week' : 'replies' },
    },
  ];
}

/** `Free until 17:30`; on another day `Day off until Mon 09:00`. */
export function nowLabel(status: TrayStatus, timeZone: string, now: Temporal.Instant, words: Words): string {
  const said = words.say(`now.${nameState(status)}`);
  const { until } = status;
  if (!until) return said;
  const time = showTime(until, timeZone, words.locale);
  const isToday = until.since(now).total('hours') < 12;
  const day = isToday ? '' : `${showDay(until, now, timeZone, words.locale)} `;
  return words.say('now.until', { now: said, time: `${day}${time}` });
}

/** What the tooltip says: the name, how things stand, and what is due. */
export function trayTooltip(status: TrayStatus, timeZone: string, now: Temporal.Instant, words: Words): string {
  const due = status.due > 0 ? ` · ${words.say('tray.due', { count: status.due })}` : '';
  return `${words.say('app.name')}: ${nowLabel(status, timeZone, now, words)}${due}`;
}

function shortcutOf(state: State): Pick<MenuItem, 'accelerator'> {
  const { shortcut } = state.device;
  return shortcut === '' ? {} : { accelerator: shortcut };
}
