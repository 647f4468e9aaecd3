import type { BusyTime } from '../../core/model/calendar';
import type { CalendarEvent } from './event';
import { MOST_BUSY_TIMES_OF_ONE, MOST_EXCEPTIONS } from './limits';
import { type Budget, expandRule, findBegin, prepareRule } from './rules';
import { nameOccurrence } from './series';
import { addDays, DAY, type Length, localAt, spanOf, type When } from './times';

/** What is asked for: milliseconds since 1970, the end not included. */
export interface Window {
  from: number;
  to: number;
}

/** The busy time of one taking place; `undefined` when it does not touch the window. */
export function placeOnce(
  event: CalendarEvent,
  window: Window,
  start: Pick<When, 'local' | 'timeZone'> = event.start,
  length: Length = event.length,
): BusyTime | undefined {
  // Most of an old calendar is far away: a look at the date is enough for it, zones differ by less than two days.
  const early = Date.parse(`${start.local.slice(0, 10)}T00:00:00Z`);
  if (early > window.to + 2 * DAY) return undefined;
  if (early + (length.days + 3) * DAY + length.milliseconds < window.from) return undefined;
  const { from, to } = spanOf(start, length);
  if (from >= window.to || (to <= window.from && !(from === to && from === window.from))) return undefined;
  return {
    uid: event.uid,
    summary: event.summary,
    startsAt: instantText(from),
    endsAt: instantText(to),
    ...(event.isAllDay && { isAllDay: true }),
    freeBusy: event.freeBusy,
    ...(event.emails.length > 0 && { emails: event.emails }),
  };
}

/**
 * All taking places of an event in the window.
 * @throws Error with the reason, when its rule can't be followed
 */
export function expandEvent(
  master: CalendarEvent,
  changes: readonly CalendarEvent[],
  window: Window,
  budget: Budget,
): BusyTime[] {
  if (changes.length > MOST_EXCEPTIONS)
    throw new Error(`It has more than ${MOST_EXCEPTIONS} changed occurrences, which is more than can be kept.`);
  const isSeries = master.rules.length + master.extraDates.length > 0;
  if (isSeries && master.start.placedOnce) throw new Error(master.start.placedOnce);
  const starts = isSeries
    ? budget.spend(() => startsOf(master, changes, window))
    : new Map([[firstOf(master), undefined]]);
  if (master.isCancelled) return [];
  if (starts.size > MOST_BUSY_TIMES_OF_ONE)
    throw new Error(`It takes place more than ${MOST_BUSY_TIMES_OF_ONE} times, which is more than can be kept.`);

  const single = changes.filter(({ isFromHere }) => !isFromHere);
  const replaced = new Set(single.map(({ replaces }) => replaces && nameOccurrence(replaces, master.start)));
  const placed = single.map((change) => (change.isCancelled ? undefined : placeOnce(change, window)));
  const fromHere = turnsOf(master, changes);
  for (const [local, length] of starts) {
    if (replaced.has(local)) continue;
    const turn = fromHere.findLast(({ at }) => at <= local);
    if (turn?.event.isCancelled) continue;
    const start = { local: `${turn ? shift(local, turn.by) : local}:00`, timeZone: master.start.timeZone };
    placed.push(placeOnce(turn?.event ?? master, window, start, turn?.event.length ?? length ?? master.length));
  }
  return placed.filter((time) => time !== undefined);
}

function firstOf(master: CalendarEvent): string {
  return master.start.local.slice(0, 16);
}

/** Original local starts that can touch the window; with its own length where an RDATE gives one. */
function startsOf(
  master: CalendarEvent,
  changes: readonly CalendarEvent[],
  window: Window,
): Map<string, Length | undefined> {
  const first = firstOf(master);
  const { timeZone } = master.start;
  const longest = [master, ...changes].map(({ length }) => length.days * DAY + length.milliseconds);
  const moves = turnsOf(master, changes).map(({ by }) => Math.abs(by));
  const from = localAt(window.from - Math.max(...longest) - Math.max(0, ...moves) - DAY, timeZone);
  const to = localAt(window.to + Math.max(0, ...moves) + DAY, timeZone);
  const expandAll = (rules: readonly string[]) =>
    rules.flatMap((rule) => {
      const begin = findBegin(rule, first);
      const prepared = prepareRule(rule, begin, timeZone);
      return isOver(prepared, from) ? [] : expandRule(prepared, begin, timeZone, from, to);
    });

  const starts = new Map<string, Length | undefined>();
  // Without a rule the start itself is the first of the dates (RFC 5545, 3.8.5.2).
  for (const local of master.rules.length === 0 ? [first] : expandAll(master.rules)) starts.set(local, undefined);
  for (const { start, length } of master.extraDates) starts.set(nameOccurrence(start, master.start), length);
  for (const date of master.exceptDates) starts.delete(nameOccurrence(date, master.start));
  for (const local of expandAll(master.exceptRules)) starts.delete(local);
  return starts;
}

/** Whether the rule ended well before a local time: most repeating events of an old calendar did. */
export function isOver(rule: string, from: string): boolean {
  const [, year, month, day] = /UNTIL=(\d{4})(\d\d)(\d\d)/.exec(rule) ?? [];
  return year !== undefined && `${year}-${month}-${day}` < addDays(from, -2).slice(0, 10);
}

/** Changes of "this and following": from which occurrence on, and by how many milliseconds of the clock they moved it. */
function turnsOf(
  master: CalendarEvent,
  changes: readonly CalendarEvent[],
): { at: string; by: number; event: CalendarEvent }[] {
  return changes
    .flatMap((event) => {
      if (!event.isFromHere || !event.replaces) return [];
      const at = nameOccurrence(event.replaces, master.start);
      const to = nameOccurrence(event.start, master.start);
      return [{ at, by: Date.parse(`${to}:00Z`) - Date.parse(`${at}:00Z`), event }];
    })
    .sort((one, other) => (one.at < other.at ? -1 : 1));
}

function shift(local: string, by: number): string {
  return new Date(Date.parse(`${local}:00Z`) + by).toISOString().slice(0, 16);
}

export function instantText(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}
