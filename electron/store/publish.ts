import type { Change } from '../core/model/change';
import type { State } from '../core/model/state';
import type { Desk } from './desk';

const PARTS = [
  ...([
    'settings',
    'device',
    'clients',
    'calls',
    'calendars',
    'offers',
    'strangers',
    'requests',
    'history',
    'tally',
  ] as const),
  ...(['readings', 'holidays'] as const),
] as const;

/** Makes a state the current one and tells what changed in it. */
export function publish(desk: Desk, next: State, change?: Change): void {
  const former = desk.state;
  const parts = PARTS.filter((part) => former[part] !== next[part]);
  if (parts.length === 0) return;
  desk.state = next;
  const changed: Partial<State> = Object.fromEntries(parts.map((part) => [part, next[part]]));
  for (const listener of [...desk.listeners]) {
    try {
      listener(changed, change);
    } catch (error) {
      // What is saved is saved, and the others have to hear of it.
      const message = `A part of the app failed to take in a change: ${String(error)}`;
      desk.reader.notices.push({ code: 'internal', message, action: 'Start the app again.' });
    }
  }
}
