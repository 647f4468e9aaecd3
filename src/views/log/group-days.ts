import { dayOf } from '../../../electron/core/days';
import type { Entry } from '../../../electron/ipc/contract/answers';

export interface Day {
  date: string;
  entries: Entry[];
}

/** Entries under the days they came on, in the order they have. */
export function groupDays(entries: readonly Entry[], timeZone: string): Day[] {
  const days: Day[] = [];
  for (const entry of entries) {
    const date = dayOf(entry.contact.at, timeZone).toString();
    const last = days.at(-1);
    if (last?.date === date) last.entries.push(entry);
    else days.push({ date, entries: [entry] });
  }
  return days;
}
