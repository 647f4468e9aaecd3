import { Temporal } from 'temporal-polyfill';
import { dayOf, isBefore } from '../days';
import { holidayOn } from '../holidays';
import type { Client } from '../model/client';
import type { Holidays } from '../model/holiday';
import type { WorkingHours } from '../model/settings';
import type { State } from '../model/state';
import { markOffered, type OfferableSlot } from '../offers';
import { freeSlots } from './free';
import { overlap, type Stretch } from './stretch';
import { spansAsStretches, spansOn } from './working-time';

/** What is wanted of slots: on how many days from today of mine, how long each, how many at most. */
export interface SlotWish {
  days: number;
  minutes: number;
  count: number;
}

const nineToFive = [{ from: '09:00', to: '17:00' }];
/** When a client can be called who has said nothing else. */
export const USUAL_HOURS: WorkingHours = {
  1: nineToFive,
  2: nineToFive,
  3: nineToFive,
  4: nineToFive,
  5: nineToFive,
  6: [],
  7: [],
};

/** When a client can be called on a day of theirs: their working hours, none on public holidays of their place. */
export function clientHours(client: Client, holidays: Holidays, day: Temporal.PlainDate): Stretch[] {
  if (holidayOn(holidays, client, day.toString())) return [];
  return spansAsStretches(spansOn(client.workingHours ?? USUAL_HOURS, day), day, client.timeZone);
}

/** What is free for me inside the client's hours, in the days from today of mine, none shorter than `minMinutes`. */
export function freeForBoth(
  state: State,
  client: Client,
  now: Temporal.Instant,
  days: number,
  minMinutes: number,
): Stretch[] {
  const mine = freeSlots(state, now, days, minMinutes);
  const [first, last] = [mine.at(0), mine.at(-1)];
  if (!first || !last) return [];
  const from = dayOf(first.startsAt, client.timeZone);
  const length = from.until(dayOf(last.endsAt, client.timeZone)).days + 1;
  const theirs = Array.from({ length }, (_, offset) => from.add({ days: offset })).flatMap((day) =>
    clientHours(client, state.holidays, day),
  );
  return overlap(mine, theirs).filter((slot) => lengthOf(slot) >= minMinutes * MINUTE);
}

/**
 * Slots that a client can be offered, in order: inside my free time and their hours, on full and half hours of their
 * clock where there is one, on different days first, none of them twice. Those that others were offered come last.
 */
export function slotsFor(
  state: State,
  client: Client,
  now: Temporal.Instant,
  { days, minutes, count }: SlotWish,
): OfferableSlot[] {
  const fitting = freeForBoth(state, client, now, days, minutes).flatMap((stretch) =>
    cut(stretch, minutes, client.timeZone),
  );
  const candidates = markOffered(state, fitting, now, client);
  return spread(candidates, client.timeZone)
    .slice(0, count)
    .toSorted((a, b) => a.startsAt.epochMilliseconds - b.startsAt.epochMilliseconds);
}

const MINUTE = 60_000;
const HALF_HOUR = 30 * MINUTE;
const FIVE_MINUTES = 5 * MINUTE;

/** One slot after the other, each on the next half hour of the client's clock; where none is, on the next five minutes. */
function cut(stretch: Stretch, minutes: number, timeZone: string): Stretch[] {
  const fitting = cutOn(HALF_HOUR, stretch, minutes, timeZone);
  return fitting.length > 0 ? fitting : cutOn(FIVE_MINUTES, stretch, minutes, timeZone).slice(0, 1);
}

function cutOn(grid: number, stretch: Stretch, minutes: number, timeZone: string): Stretch[] {
  // Some clocks are a quarter of an hour off the full hours of UTC.
  const offset = stretch.startsAt.toZonedDateTimeISO(timeZone).offsetNanoseconds / 1_000_000;
  const slots: Stretch[] = [];
  let at = stretch.startsAt.epochMilliseconds;
  for (;;) {
    at = Math.ceil((at + offset) / grid) * grid - offset;
    const startsAt = Temporal.Instant.fromEpochMilliseconds(at);
    const endsAt = startsAt.add({ minutes });
    if (isBefore(stretch.endsAt, endsAt)) return slots;
    slots.push({ startsAt, endsAt });
    at = endsAt.epochMilliseconds;
  }
}

/** Those nobody else was offered first; of these one of each day, then a second one of each day, and so on. */
function spread(slots: readonly OfferableSlot[], timeZone: string): OfferableSlot[] {
  return [
    slots.filter((slot) => slot.offeredTo.length === 0),
    slots.filter((slot) => slot.offeredTo.length > 0),
  ].flatMap((group) => {
    const days = new Map<string, OfferableSlot[]>();
    for (const slot of group) {
      const day = dayOf(slot.startsAt, timeZone).toString();
      days.set(day, [...(days.get(day) ?? []), slot]);
    }
    const ordered = [...days.values()].map(varyHours);
    const longest = Math.max(0, ...ordered.map((each) => each.length));
    return Array.from({ length: longest }, (_, round) => ordered.flatMap((each) => each[round] ?? [])).flat();
  });
}

const HALF_DAY = 3 * 60 * MINUTE;

/** The first slot of a day, then the first some hours later, then the others. */
function varyHours(slots: readonly OfferableSlot[]): OfferableSlot[] {
  const [first] = slots;
  const later =
    first && slots.find((slot) => slot.startsAt.epochMilliseconds >= first.endsAt.epochMilliseconds + HALF_DAY);
  if (!first || !later) return [...slots];
  return [first, later, ...slots.filter((slot) => slot !== first && slot !== later)];
}

function lengthOf({ startsAt, endsAt }: Stretch): number {
  return endsAt.epochMilliseconds - startsAt.epochMilliseconds;
}
