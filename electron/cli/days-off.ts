import type { DayOff } from '../core/model/settings';
import { refuse } from '../core/refuse';
import { newId } from '../new-id';

const DAYS = /^(\d{4}-\d{2}-\d{2})(?:\.\.(\d{4}-\d{2}-\d{2}))?(?:\s+(.*))?$/;

/** Reads days off: `2026-12-24..2027-01-06 Christmas`; a single day needs no end, and none a name. */
export function readDaysOff(text: string): DayOff {
  const [, from, to = from, name = ''] = DAYS.exec(text.trim()) ?? [];
  if (from === undefined || to === undefined)
    return refuse('invalid', `days-off: "${text}" is not understood.`, {
      field: 'daysOff',
      action: 'Write them as "2026-12-24..2027-01-06 Christmas".',
    });
  return { id: newId('off'), from, to, name };
}

/** Days off as they are typed. */
export function writeDaysOff({ from, to, name }: DayOff): string {
  return [from === to ? from : `${from}..${to}`, name].filter((part) => part !== '').join(' ');
}
