import { checkRule } from '../../core/calls/rule';
import { type RecurringEvent, recurringEventSchema } from '../../core/model/calendar';
import type { CalendarEvent } from './event';
import { isOver } from './expand';
import { nameOccurrence } from './series';

const SHORTEST = 5;
const LONGEST = 480;
/** Exceptions of one call. */
const MOST_KEPT = 1000;

/**
 * The event as a standing call could be made of it; `undefined` for one that no call can be: all day, longer than eight
 * hours, hourly, by several rules, changed by "this and following", over before `from` (a day of mine), or with nobody.
 */
export function offerEvent(
  master: CalendarEvent,
  changes: readonly CalendarEvent[],
  from: string,
): RecurringEvent | undefined {
  const [rule, ...more] = master.rules;
  const minutes = minutesOf(master);
  if (rule === undefined || more.length + master.exceptRules.length > 0 || master.emails.length === 0) return undefined;
  if (master.isAllDay || master.isCancelled || master.start.placedOnce !== undefined) return undefined;
  if (minutes < SHORTEST || minutes > LONGEST || isOver(rule, from)) return undefined;
  if (changes.some(({ isFromHere }) => isFromHere) || master.extraDates.some(({ length }) => length)) return undefined;
  if (master.exceptDates.length + changes.length > MOST_KEPT) return undefined;
  const start = master.start.local.slice(0, 16);
  try {
    checkRule(rule, start, master.start.timeZone);
  } catch {
    return undefined;
  }
  const rdates = master.extraDates.map((extra) => nameOccurrence(extra.start, master.start));
  const event = recurringEventSchema.safeParse({
    uid: master.uid,
    summary: master.summary,
    emails: master.emails,
    rule,
    start,
    timeZone: master.start.timeZone,
    minutes,
    exceptions: exceptionsOf(master, changes, minutes),
    ...(rdates.length > 0 && { rdates: [...new Set(rdates)].sort() }),
    ...(master.start.isFloating && { isFloating: true }),
  });
  return event.success ? event.data : undefined;
}

function exceptionsOf(
  master: CalendarEvent,
  changes: readonly CalendarEvent[],
  minutes: number,
): RecurringEvent['exceptions'] {
  const exceptions = new Map<string, RecurringEvent['exceptions'][number]>();
  for (const date of master.exceptDates) {
    const occurrence = nameOccurrence(date, master.start);
    exceptions.set(occurrence, { occurrence });
  }
  for (const change of changes) {
    if (!change.replaces) continue;
    const occurrence = nameOccurrence(change.replaces, master.start);
    const movedTo = change.start.isDate ? occurrence : nameOccurrence(change.start, master.start);
    const changed = Math.min(LONGEST, Math.max(SHORTEST, minutesOf(change)));
    exceptions.delete(occurrence);
    if (change.isCancelled) exceptions.set(occurrence, { occurrence });
    // A change of its words only is no exception of the call.
    else if (movedTo !== occurrence || changed !== minutes)
      exceptions.set(occurrence, { occurrence, movedTo, ...(changed !== minutes && { minutes: changed }) });
  }
  return [...exceptions.values()].sort((one, other) => (one.occurrence < other.occurrence ? -1 : 1));
}

function minutesOf({ length }: CalendarEvent): number {
  return Math.round(length.days * 24 * 60 + length.milliseconds / 60_000);
}
