import type { DayOff } from '../../../electron/core/model/settings';

export interface DayOffDraft {
  from: string;
  /** Empty: the same day. */
  to: string;
  name: string;
}

export type DayOffField = 'from' | 'to';

/** Days off as they are kept, or the field that is wrong. One day alone needs no end. */
export function readDayOff(draft: DayOffDraft): Omit<DayOff, 'id'> | { wrong: DayOffField } {
  const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);
  if (!isDay(draft.from)) return { wrong: 'from' };
  const to = draft.to === '' ? draft.from : draft.to;
  if (!isDay(to) || to < draft.from) return { wrong: 'to' };
  return { from: draft.from, to, name: draft.name.trim() };
}

/** The list with days put in, in the order of the calendar. */
export function withDayOff(days: readonly DayOff[], added: DayOff): DayOff[] {
  return [...days.filter((each) => each.id !== added.id), added].sort(
    (one, other) => one.from.localeCompare(other.from) || one.to.localeCompare(other.to),
  );
}
