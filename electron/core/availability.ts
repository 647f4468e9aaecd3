import type { Temporal } from 'temporal-polyfill';
import { type Occurrence, occurrencesBetween } from './calls/occurrences';
import { atTimeOfDay, dayOf, isBefore } from './days';
import type { Settings, Span } from './model/settings';
import type { Diary } from './model/state';

/** A stretch of time; the end is not included. */
export interface Stretch {
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
}

/** What says when I work. */
export type WorkingTime = Pick<Diary, 'settings' | 'holidays'>;

export interface Availability {
  now: 'free' | 'call' | 'focus' | 'off';
  /** When that ends; absent when nothing ever ends it (no working hours at all). */
  until?: Temporal.Instant;
}

const DAYS_AHEAD = 14;

/** The working hours of a day in the person's own zone. */
export function workingHoursOn({ settings }: WorkingTime, day: Temporal.PlainDate): readonly Span[] {
  const key = String(day.dayOfWeek) as keyof Settings['workingHours'];
  return settings.workingHours[key] ?? [];
}

/** Whether the person works on that day at all. */
export function isWorkingDay(when: WorkingTime, day: Temporal.PlainDate): boolean {
  return workingHoursOn(when, day).length > 0;
}

/** Working hours from a day on, as instants, merged where they touch. */
export function workingStretches(when: WorkingTime, from: Temporal.PlainDate, days: number): Stretch[] {
  const { timeZone } = when.settings;
  const stretches: Stretch[] = [];
  for (let offset = 0; offset < days; offset++) {
    const day = from.add({ days: offset });
    for (const span of workingHoursOn(when, day).toSorted((a, b) => a.from.localeCompare(b.from))) {
      const startsAt = atTimeOfDay(day, span.from, timeZone);
      const endsAt = atTimeOfDay(day, span.to, timeZone);
      // A span that lies in the hour which a clock change leaves out is not worked.
      if (!isBefore(startsAt, endsAt)) continue;
      const last = stretches.at(-1);
      if (last && !isBefore(last.endsAt, startsAt)) last.endsAt = isBefore(last.endsAt, endsAt) ? endsAt : last.endsAt;
      else stretches.push({ startsAt, endsAt });
    }
  }
  return stretches;
}

/** Whether an instant lies in the person's working hours. */
export function isWorkingTime(when: WorkingTime, at: Temporal.Instant): boolean {
  return workingStretches(when, dayOf(at, when.settings.timeZone), 1).some((stretch) => contains(stretch, at));
}

/** The callback blocks of one day. */
export function callbackBlocksOn(settings: Settings, day: Temporal.PlainDate): Stretch[] {
  return settings.callbackBlocks
    .filter((block) => block.weekdays.includes(day.dayOfWeek))
    .map((block) => {
      const startsAt = atTimeOfDay(day, block.from, settings.timeZone);
      return { startsAt, endsAt: startsAt.add({ minutes: block.minutes }) };
    })
    .sort((a, b) => a.startsAt.epochMilliseconds - b.startsAt.epochMilliseconds);
}

/** Shorter than this, what is left of a callback block is no time to call anybody. */
const CALLBACK_MINUTES = 10;

/** A stretch for returning calls. */
export interface Callback extends Stretch {
  /** When its block began, where it is running. */
  blockStartedAt?: Temporal.Instant;
}

/** The part of the next callback block in which a call can be returned: what has not passed and no standing call takes. */
export function nextCallback(diary: Diary, now: Temporal.Instant): Callback | undefined {
  const { settings, calls } = diary;
  const today = dayOf(now, settings.timeZone);
  // Yesterday's may run past midnight.
  for (let offset = -1; offset < DAYS_AHEAD; offset++)
    for (const block of callbackBlocksOn(settings, today.add({ days: offset }))) {
      if (!isBefore(now, block.endsAt)) continue;
      const left = isBefore(block.startsAt, now) ? { ...block, startsAt: now } : block;
      const free = subtract(left, occurrencesBetween(calls, left.startsAt, left.endsAt)).find(
        (part) => !isBefore(part.endsAt, part.startsAt.add({ minutes: CALLBACK_MINUTES })),
      );
      if (free) return free.startsAt === now ? { ...free, blockStartedAt: block.startsAt } : free;
    }
  return undefined;
}

/** Nobody's phone should ring for a callback before 7 or from 21 on, on the client's clock. */
const CALLS_FROM = 7;
const CALLS_TO = 21;

/** Whether a stretch lies where the client may be called without waking anybody. */
export function isDaytime(stretch: Stretch, timeZone: string): boolean {
  const from = stretch.startsAt.toZonedDateTimeISO(timeZone);
  const to = stretch.endsAt.toZonedDateTimeISO(timeZone);
  const isOneDay = from.toPlainDate().equals(to.toPlainDate());
  return isOneDay && from.hour >= CALLS_FROM && to.hour * 60 + to.minute <= CALLS_TO * 60;
}

/** The callback block an instant falls in. */
export function isInCallbackBlock(settings: Settings, at: Temporal.Instant): boolean {
  const today = dayOf(at, settings.timeZone);
  // One of yesterday's may run past midnight.
  const blocks = [today.subtract({ days: 1 }), today].flatMap((day) => callbackBlocksOn(settings, day));
  return blocks.some((block) => contains(block, at));
}

/** State at an instant: in a call, off outside the working hours, else free; and until when that holds. */
export function availabilityAt(diary: Diary, now: Temporal.Instant): Availability {
  const { settings, calls } = diary;
  const upcoming = occurrencesBetween(calls, now, now.add({ hours: 24 * DAYS_AHEAD }));
  const running = upcoming.filter((call) => contains(call, now));
  if (running.length > 0) return { now: 'call', until: latestEnd(running, upcoming) };

  const stretches = workingStretches(diary, dayOf(now, settings.timeZone), DAYS_AHEAD);
  const nextCall = upcoming[0]?.startsAt;
  const working = stretches.find((stretch) => contains(stretch, now));
  if (working) return { now: 'free', until: earliest(working.endsAt, nextCall) };
  const next = stretches.find((stretch) => isBefore(now, stretch.startsAt))?.startsAt;
  const until = earliest(next, nextCall);
  return until ? { now: 'off', until } : { now: 'off' };
}

/** A call that begins as another ends keeps the line busy. */
function latestEnd(running: Occurrence[], upcoming: Occurrence[]): Temporal.Instant | undefined {
  let end = running[0]?.endsAt;
  for (const call of upcoming)
    if (end && !isBefore(end, call.startsAt) && isBefore(end, call.endsAt)) end = call.endsAt;
  return end;
}

/**
 * Free stretches inside working hours in the days from today, standing calls taken out, none shorter than
 * `minMinutes`.
 */
export function freeSlots(diary: Diary, now: Temporal.Instant, days: number, minMinutes = 15): Stretch[] {
  const { settings, calls } = diary;
  const stretches = workingStretches(diary, dayOf(now, settings.timeZone), days);
  const end = stretches.at(-1)?.endsAt ?? now;
  const busy = isBefore(now, end) ? occurrencesBetween(calls, now, end) : [];
  return stretches
    .flatMap((stretch) => subtract(stretch, busy))
    .map((slot) => (isBefore(slot.startsAt, now) ? { ...slot, startsAt: now } : slot))
    .filter((slot) => slot.endsAt.epochMilliseconds - slot.startsAt.epochMilliseconds >= minMinutes * 60_000);
}

function subtract(stretch: Stretch, busy: readonly Stretch[]): Stretch[] {
  let free: Stretch[] = [stretch];
  for (const taken of busy)
    free = free.flatMap((slot) => {
      if (!isBefore(taken.startsAt, slot.endsAt) || !isBefore(slot.startsAt, taken.endsAt)) return [slot];
      const before = { startsAt: slot.startsAt, endsAt: taken.startsAt };
      const after = { startsAt: taken.endsAt, endsAt: slot.endsAt };
      return [before, after].filter((part) => isBefore(part.startsAt, part.endsAt));
    });
  return free;
}

/** The part of the stretches that both have: `theirs` must be in order. */
export function overlap(mine: readonly Stretch[], theirs: readonly Stretch[]): Stretch[] {
  return mine.flatMap((one) =>
    theirs
      .filter((other) => isBefore(one.startsAt, other.endsAt) && isBefore(other.startsAt, one.endsAt))
      .map((other) => ({
        startsAt: isBefore(one.startsAt, other.startsAt) ? other.startsAt : one.startsAt,
        endsAt: isBefore(one.endsAt, other.endsAt) ? one.endsAt : other.endsAt,
      })),
  );
}

function contains(stretch: Stretch, at: Temporal.Instant): boolean {
  return !isBefore(at, stretch.startsAt) && isBefore(at, stretch.endsAt);
}

function earliest(...instants: (Temporal.Instant | undefined)[]): Temporal.Instant | undefined {
  const known = instants.filter((each) => each !== undefined);
  return known.reduce<Temporal.Instant | undefined>(
    (first, each) => (!first || isBefore(each, first) ? each : first),
    undefined,
  );
}
