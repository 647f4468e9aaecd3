import type { Temporal } from 'temporal-polyfill';
import { isBefore } from '../days';

/** A stretch of time; the end is not included. */
export interface Stretch {
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
}

/** Whether an instant lies in a stretch. */
export function contains(stretch: Stretch, at: Temporal.Instant): boolean {
  return !isBefore(at, stretch.startsAt) && isBefore(at, stretch.endsAt);
}

/** Whether two stretches have a part in common. */
export function isOverlapping(one: Stretch, other: Stretch): boolean {
  return isBefore(one.startsAt, other.endsAt) && isBefore(other.startsAt, one.endsAt);
}

/** What is left of a stretch when others are taken out of it, in order. */
export function subtract(stretch: Stretch, taken: readonly Stretch[]): Stretch[] {
  let free: Stretch[] = [stretch];
  for (const each of taken)
    free = free.flatMap((part) => {
      if (!isOverlapping(each, part)) return [part];
      const before = { startsAt: part.startsAt, endsAt: each.startsAt };
      const after = { startsAt: each.endsAt, endsAt: part.endsAt };
      return [before, after].filter((left) => isBefore(left.startsAt, left.endsAt));
    });
  return free;
}

/** What is left of stretches that are in order and apart, when others are taken out of them. */
export function subtractAll(stretches: readonly Stretch[], taken: readonly Stretch[]): Stretch[] {
  const merged = merge(taken);
  let first = 0;
  return stretches.flatMap((stretch) => {
    while (first < merged.length && endsBefore(merged[first], stretch)) first++;
    let last = first;
    while (last < merged.length && startsBefore(merged[last], stretch)) last++;
    return subtract(stretch, merged.slice(first, last));
  });
}

function endsBefore(one: Stretch | undefined, other: Stretch): boolean {
  return one !== undefined && !isBefore(other.startsAt, one.endsAt);
}

function startsBefore(one: Stretch | undefined, other: Stretch): boolean {
  return one !== undefined && isBefore(one.startsAt, other.endsAt);
}

/** The part of the stretches that both have: `theirs` must be in order. */
export function overlap(mine: readonly Stretch[], theirs: readonly Stretch[]): Stretch[] {
  return mine.flatMap((one) =>
    theirs
      .filter((other) => isOverlapping(one, other))
      .map((other) => ({
        startsAt: isBefore(one.startsAt, other.startsAt) ? other.startsAt : one.startsAt,
        endsAt: isBefore(one.endsAt, other.endsAt) ? one.endsAt : other.endsAt,
      })),
  );
}

/** The same time as stretches in order that neither overlap nor touch. */
export function merge(stretches: readonly Stretch[]): Stretch[] {
  const merged: Stretch[] = [];
  for (const { startsAt, endsAt } of stretches.toSorted(compareStarts)) {
    const last = merged.at(-1);
    if (!last || isBefore(last.endsAt, startsAt)) merged.push({ startsAt, endsAt });
    else if (isBefore(last.endsAt, endsAt)) last.endsAt = endsAt;
  }
  return merged;
}

/** Orders by start, then by end. */
export function compareStarts(one: Stretch, other: Stretch): number {
  return (
    one.startsAt.epochMilliseconds - other.startsAt.epochMilliseconds ||
    one.endsAt.epochMilliseconds - other.endsAt.epochMilliseconds
  );
}

/** The earliest of the instants that are given. */
export function earliest(...instants: (Temporal.Instant | undefined)[]): Temporal.Instant | undefined {
  let first: Temporal.Instant | undefined;
  for (const each of instants) if (each && (!first || isBefore(each, first))) first = each;
  return first;
}
