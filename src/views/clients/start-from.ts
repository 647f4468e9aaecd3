import { Temporal } from 'temporal-polyfill';
import { describeRule } from '../../../electron/core/calls/rule';
import type { CallInput } from '../../shared/call-form/call-draft';

/**
 * A changed call as it begins with one of its occurrences (its local start): on the first of its days from there on. A
 * weekly call that changes its day keeps its week where that day is still ahead, so that no week goes without.
 */
export function startFrom(input: CallInput, occurrence: string, today: Temporal.PlainDate): CallInput {
  const day = Temporal.PlainDate.from(occurrence.slice(0, 10));
  const time = input.start.slice(11);
  const { cadence, weekdays } = describeRule(input.rule);
  const [only] = weekdays;
  if (cadence === 'other' || cadence === 'monthly' || only === undefined) return { ...input, start: `${day}T${time}` };
  if (cadence !== 'twice-weekly') {
    const inSameWeek = day.add({ days: only - day.dayOfWeek });
    const isAhead = Temporal.PlainDate.compare(inSameWeek, today) > 0 || inSameWeek.equals(day);
    const weeks = isAhead ? 0 : cadence === 'weekly' ? 1 : 2;
    return { ...input, start: `${inSameWeek.add({ weeks })}T${time}` };
  }
  let start = day;
  while (!weekdays.includes(start.dayOfWeek)) start = start.add({ days: 1 });
  return { ...input, start: `${start}T${time}` };
}
