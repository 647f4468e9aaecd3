import type { Temporal } from 'temporal-polyfill';
import type { State } from '../core/model/state';
import { type LastLogged, type MenuItem, trayMenu, trayTooltip } from './tray-menu';
import { nextLook, trayStatus } from './tray-status';
import type { Words } from './words';

/** What the tray says besides its icon. */
export interface TrayText {
  tooltip: string;
  items: readonly MenuItem[];
  /** Milliseconds until something of it, or the icon, can change by time alone. */
  nextLookMs: number;
}

export type DescribeTray = (state: State, now: Temporal.Instant, last: LastLogged | undefined) => TrayText;

/** Says in these words how things stand. */
export function createTrayText(words: Words): DescribeTray {
  return (state, now, last) => {
    const { timeZone } = state.settings;
    const status = trayStatus(state, now);
    return {
      tooltip: trayTooltip(status, timeZone, now, words),
      items: trayMenu(state, status, now, words, last),
      nextLookMs: nextLook(status, timeZone, now),
    };
  };
}
