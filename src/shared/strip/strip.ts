import type { Temporal } from 'temporal-polyfill';
import type { Stretch } from '../../../electron/core/availability/stretch';
import type { Taken } from '../../../electron/core/availability/taken';
import { type WorkingTime, workingHoursOn } from '../../../electron/core/availability/working-time';
import type { Clash } from '../../../electron/core/calls/clashes';
import { atTimeOfDay, startOfDay } from '../../../electron/core/days';

/** My hours, theirs, or what is free for both; and what takes time of mine. */
export type BlockKind = 'work' | 'theirs' | 'free' | Exclude<Taken['kind'], 'free'>;

export interface Block extends Stretch {
  kind: BlockKind;
  /** Of the client, the event, the holiday. */
  name?: string;
  /** Of a call: why it had better not take place that day. */
  clash?: Clash;
}

export interface StripDay {
  date: Temporal.PlainDate;
  /** In the order they are drawn: hours, then what lies in them. */
  blocks: Block[];
  /** What stands over the whole day: a day off, a holiday. */
  whole?: Block;
}

/** A day of mine with its working hours. */
export function workOn(when: WorkingTime, date: Temporal.PlainDate): Block[] {
  const { timeZone } = when.settings;
  return workingHoursOn(when, date).map(({ from, to }) => ({
    kind: 'work',
    startsAt: atTimeOfDay(date, from, timeZone),
    endsAt: atTimeOfDay(date, to, timeZone),
  }));
}

/** What takes time of mine on a day, apart from what takes none. */
export function takenOn(
  taken: readonly Taken[],
  date: Temporal.PlainDate,
  timeZone: string,
): Pick<StripDay, 'blocks' | 'whole'> {
  const from = startOfDay(date, timeZone).epochMilliseconds;
  const to = startOfDay(date.add({ days: 1 }), timeZone).epochMilliseconds;
  const own = taken.flatMap(({ kind, startsAt, endsAt, name, isAllDay, clash }): (Block & { isWhole: boolean })[] => {
    if (kind === 'free' || startsAt.epochMilliseconds >= to || endsAt.epochMilliseconds <= from) return [];
    return [{ kind, startsAt, endsAt, isWhole: isAllDay === true, ...(name && { name }), ...(clash && { clash }) }];
  });
  const [whole] = own.filter((each) => each.isWhole).map(({ isWhole: _, ...block }) => block);
  const blocks = own.filter((each) => !each.isWhole).map(({ isWhole: _, ...block }) => block);
  // Calls stand before the rest.
  blocks.sort((one, other) => Number(one.kind === 'call') - Number(other.kind === 'call'));
  return { blocks, ...(whole && { whole }) };
}

/** Hours of the day that a strip shows, the later not included. */
export function hoursOf(
  days: readonly StripDay[],
  timeZone: string,
  least: { from: number; to: number },
): { fromHour: number; toHour: number } {
  const hours = days.flatMap(({ date, blocks }) =>
    blocks.flatMap(({ startsAt, endsAt }) => [hourOf(startsAt, date, timeZone), hourOf(endsAt, date, timeZone)]),
  );
  // A late call's name stands behind it and needs the room of an hour.
  const calls = days.flatMap(({ date, blocks }) =>
    blocks.flatMap(({ kind, endsAt }) => (kind === 'call' ? [hourOf(endsAt, date, timeZone) + 1] : [])),
  );
  return {
    fromHour: Math.max(0, Math.floor(Math.min(least.from, ...hours))),
    toHour: Math.min(24, Math.ceil(Math.max(least.to, ...hours, ...calls))),
  };
}

/** Hours of an instant since the day began by the clock; what lies on another day is held at its edge. */
export function hourOf(at: Temporal.Instant, date: Temporal.PlainDate, timeZone: string): number {
  const local = at.toZonedDateTimeISO(timeZone);
  const day = local.toPlainDate();
  if (!day.equals(date)) return at.epochMilliseconds < startOfDay(date, timeZone).epochMilliseconds ? 0 : 24;
  return local.hour + local.minute / 60;
}

/** What a call's name must not be written over. */
const IN_THE_WAY: ReadonlySet<BlockKind> = new Set(['call', 'busy', 'tentative', 'focus', 'callback']);

/** Hours that are free behind a call for its name: until what comes next, or the end of what is shown. */
export function roomBehind(call: Block, { blocks, date }: StripDay, timeZone: string, toHour: number): number {
  const end = hourOf(call.endsAt, date, timeZone);
  const next = blocks
    .filter((each) => each !== call && IN_THE_WAY.has(each.kind) && hourOf(each.endsAt, date, timeZone) > end)
    .map((each) => Math.max(end, hourOf(each.startsAt, date, timeZone)));
  return Math.max(0, Math.min(toHour, ...next) - end);
}
