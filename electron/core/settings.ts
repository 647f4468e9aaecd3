import { rezoneFloating } from './calls/changes';
import { defined } from './defined';
import type { Settings } from './model/settings';
import type { State } from './model/state';
import { putSettings } from './records';

/** Settings that may be absent: `null` takes one away. */
type Optional =
  | 'country'
  | 'region'
  | 'bufferBeforeMinutes'
  | 'bufferAfterMinutes'
  | 'noticeMinutes'
  | 'soonerAbovePercent';

export type SettingsFields = {
  [K in keyof Omit<Settings, 'id' | 'updatedAt' | 'updatedBy' | 'isSample' | 'templates'>]?:
    | Settings[K]
    | undefined
    | (K extends Optional ? null : never);
};

/**
 * Changes what is given of the person's settings. A region belongs to its country and goes with it; floating calls go
 * along into another zone, at the same time of the day.
 */
export function setSettings(state: State, fields: SettingsFields): State {
  const isMoved = fields.country !== undefined && fields.country !== state.settings.country;
  const given = defined({ ...(isMoved && { region: null }), ...fields });
  const merged = { ...state.settings, ...given };
  // What is null was taken away, and only what may be absent can be null.
  const settings = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null)) as Settings;
  const next = putSettings(state, settings);
  return settings.timeZone === state.settings.timeZone ? next : rezoneFloating(next, settings.timeZone);
}
