import type { Temporal } from 'temporal-polyfill';
import { atTimeOfDay, dayOf } from '../days';
import type { CallbackBlock, Settings } from '../model/settings';
import { compareStarts, contains, type Stretch } from './stretch';
import { absenceOn, type WorkingTime } from './working-time';

/** The callback blocks of one day, in order. */
export function callbackBlocksOn(settings: Settings, day: Temporal.PlainDate): readonly Stretch[] {
  return blocksOn(settings.callbackBlocks, day, settings.timeZone);
}

/** The callback block an instant falls in. */
export function isInCallbackBlock(settings: Settings, at: Temporal.Instant): boolean {
  const today = dayOf(at, settings.timeZone);
  // One of yesterday's may run past midnight.
  const blocks = [today.subtract({ days: 1 }), today].flatMap((day) => callbackBlocksOn(settings, day));
  return blocks.some((block) => contains(block, at));
}

/** The callback or focus blocks of `days` days from a day on, in order; days off and public holidays have none. */
export function blocksFrom(
  when: WorkingTime,
  kind: 'callback' | 'focus',
  from: Temporal.PlainDate,
  days: number,
): Stretch[] {
  const { settings } = when;
  const blocks = kind === 'callback' ? settings.callbackBlocks : (settings.focusBlocks ?? []);
  if (blocks.length === 0) return [];
  return Array.from({ length: days }, (_, offset) => from.add({ days: offset }))
    .filter((day) => !absenceOn(when, day))
    .flatMap((day) => blocksOn(blocks, day, settings.timeZone));
}

/** More days than are ever asked for at once. */
const DAYS_KEPT = 500;
/** Blocks by zone and day. A list of blocks is never changed in place. */
const kept = new WeakMap<readonly CallbackBlock[], Map<string, readonly Stretch[]>>();

function blocksOn(blocks: readonly CallbackBlock[], day: Temporal.PlainDate, timeZone: string): readonly Stretch[] {
  let days = kept.get(blocks);
  if (!days) {
    days = new Map();
    kept.set(blocks, days);
  }
  const key = `${timeZone} ${day.toString()}`;
  let ofDay = days.get(key);
  if (!ofDay) {
    ofDay = blocks
      .filter((block) => block.weekdays.includes(day.dayOfWeek))
      .map((block) => {
        const startsAt = atTimeOfDay(day, block.from, timeZone);
        return { startsAt, endsAt: startsAt.add({ minutes: block.minutes }) };
      })
      .sort(compareStarts);
    if (days.size >= DAYS_KEPT) days.clear();
    days.set(key, ofDay);
  }
  return ofDay;
}
