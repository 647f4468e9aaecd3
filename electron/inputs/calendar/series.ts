import type { CalendarEvent } from './event';
import { instantOf, localAt, type When } from './times';

/** One event with the changed occurrences that belong to it. */
export interface Series {
  /** Missing where a calendar holds a changed occurrence only, as an invitation to just one of them does. */
  master?: CalendarEvent;
  /** Newest first wins: there is one for each occurrence. */
  changes: CalendarEvent[];
}

/** Brings together what has one UID, in whichever order the file has it. Of two that say the same, the newer one counts. */
export function gatherSeries(events: readonly CalendarEvent[]): Series[] {
  const byUid = new Map<string, CalendarEvent[]>();
  for (const event of events) {
    const same = byUid.get(event.uid);
    if (same) same.push(event);
    else byUid.set(event.uid, [event]);
  }
  return [...byUid.values()].map((same) => {
    const master = same.filter(({ replaces }) => !replaces).reduce<CalendarEvent | undefined>(newer, undefined);
    const changes = new Map<string, CalendarEvent>();
    for (const event of same) {
      if (!event.replaces) continue;
      const key = master ? nameOccurrence(event.replaces, master.start) : String(instantOf(event.replaces));
      changes.set(key, newer(changes.get(key), event));
    }
    return { ...(master && { master }), changes: [...changes.values()] };
  });
}

function newer(one: CalendarEvent | undefined, other: CalendarEvent): CalendarEvent {
  if (!one) return other;
  const isOlder = other.sequence - one.sequence || (other.changed >= one.changed ? 1 : -1);
  return isOlder < 0 ? one : other;
}

/**
 * How a series that begins at `start` calls the occurrence that a RECURRENCE-ID, EXDATE or RDATE names: its original
 * local start, `YYYY-MM-DDTHH:MM`. Programs name it in other zones, or by its day only.
 */
export function nameOccurrence(when: When, start: When): string {
  if (when.isDate) return `${when.local.slice(0, 10)}${start.local.slice(10, 16)}`;
  if (start.isDate) {
    const isUtcDay = when.timeZone === 'UTC' && !when.local.endsWith('T00:00:00');
    return `${(isUtcDay ? localAt(instantOf(when), start.timeZone) : when.local).slice(0, 10)}T00:00`;
  }
  // Without a zone, next to a start that has one, the same zone is meant.
  if (when.isFloating || when.timeZone === start.timeZone) return when.local.slice(0, 16);
  return localAt(instantOf(when), start.timeZone);
}
