import type { Temporal } from 'temporal-polyfill';
import { occurrencesBetween } from '../calls/occurrences';
import { dayOf, isBefore, minutesBetween } from '../days';
import type { Diary } from '../model/state';
import { blocksFrom } from './blocks';
import { ownTimesBetween } from './busy-times';
import { isOverlapping, overlap, type Stretch, subtractAll } from './stretch';
import { workingStretches } from './working-time';

/**
 * Free stretches inside working hours in the days from today, none shorter than `minMinutes`: without standing calls
 * and the time kept free around them, busy and tentative events, focus and callback blocks, and nothing that begins
 * sooner than the notice I want.
 */
export function freeSlots(diary: Diary, now: Temporal.Instant, days: number, minMinutes = 15): Stretch[] {
  const { settings } = diary;
  const today = dayOf(now, settings.timeZone);
  const stretches = workingStretches(diary, today, days);
  const end = stretches.at(-1)?.endsAt;
  if (!end || !isBefore(now, end)) return [];
  // A block of yesterday may run past midnight.
  const blocks = (kind: 'focus' | 'callback') => blocksFrom(diary, kind, today.subtract({ days: 1 }), days + 1);
  const taken = [...callsWithRoom(diary, now, end), ...ownTaken(diary, now, end), ...blocks('focus')];
  const soonest = now.add({ minutes: settings.noticeMinutes ?? 0 });
  return subtractAll(stretches, [...taken, ...blocks('callback')])
    .map((slot) => (isBefore(slot.startsAt, soonest) ? { ...slot, startsAt: soonest } : slot))
    .filter((slot) => minutesBetween(slot.startsAt, slot.endsAt) >= minMinutes);
}

/** Standing calls with what is kept free before and after them. */
function callsWithRoom({ settings, calls }: Diary, from: Temporal.Instant, to: Temporal.Instant): Stretch[] {
  const { bufferBeforeMinutes: before = 0, bufferAfterMinutes: after = 0 } = settings;
  return occurrencesBetween(calls, from.subtract({ minutes: after }), to.add({ minutes: before })).map((call) => ({
    startsAt: call.startsAt.subtract({ minutes: before }),
    endsAt: call.endsAt.add({ minutes: after }),
  }));
}

function ownTaken(diary: Diary, from: Temporal.Instant, to: Temporal.Instant): Stretch[] {
  return ownTimesBetween(diary, from, to).filter(({ kind }) => kind !== 'free');
}

/** Shorter than this, what is left of a callback block is no time to call anybody. */
const CALLBACK_MINUTES = 10;

/** How far ahead a callback block is looked for; a leave can be longer than two weeks. */
const DAYS_AHEAD = [14, 60];

/** A stretch for returning calls. */
export interface Callback extends Stretch {
  /** When its block began, where it is running. */
  blockStartedAt?: Temporal.Instant;
}

/**
 * The part of the next callback block in which a call can be returned: what has not passed, and what no standing call
 * and no busy event takes. Days off and public holidays have no blocks.
 */
export function nextCallback(diary: Diary, now: Temporal.Instant): Callback | undefined {
  return findCallback(diary, now, (block) => [block]);
}

/** The same within my working hours: a block that lies outside them is mine to use, and nobody is promised a call in it. */
export function nextCallbackAtWork(diary: Diary, now: Temporal.Instant): Callback | undefined {
  // A block may run past midnight.
  return findCallback(diary, now, (block) =>
    overlap([block], workingStretches(diary, dayOf(block.startsAt, diary.settings.timeZone), 2)),
  );
}

/** The callback that would come next, where it lies outside my working hours. */
export function blockOffHours(diary: Diary, now: Temporal.Instant): Callback | undefined {
  const [next, atWork] = [nextCallback(diary, now), nextCallbackAtWork(diary, now)];
  return next && !(atWork && isOverlapping(next, atWork)) ? next : undefined;
}

/** In the first of the blocks in which it can be, and in those parts of it that are wanted. */
function findCallback(
  diary: Diary,
  now: Temporal.Instant,
  partsOf: (block: Stretch) => Stretch[],
): Callback | undefined {
  const today = dayOf(now, diary.settings.timeZone);
  // Yesterday's may run past midnight.
  for (const days of DAYS_AHEAD)
    for (const block of blocksFrom(diary, 'callback', today.subtract({ days: 1 }), days + 1)) {
      if (!isBefore(now, block.endsAt)) continue;
      const left = isBefore(block.startsAt, now) ? { ...block, startsAt: now } : block;
      const [free] = partsOf(left).flatMap((part) => timeToCall(diary, part) ?? []);
      if (free) return free.startsAt === now ? { ...free, blockStartedAt: block.startsAt } : free;
    }
  return undefined;
}

/** The first part of a stretch in which a call can be returned: no standing call and no busy event takes it. */
export function timeToCall(diary: Diary, { startsAt, endsAt }: Stretch): Stretch | undefined {
  const events = ownTimesBetween(diary, startsAt, endsAt).filter(({ kind }) => kind === 'busy');
  const taken = [...occurrencesBetween(diary.calls, startsAt, endsAt), ...events];
  return subtractAll([{ startsAt, endsAt }], taken).find(
    (part) => !isBefore(part.endsAt, part.startsAt.add({ minutes: CALLBACK_MINUTES })),
  );
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
