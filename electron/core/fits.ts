import type { Temporal } from 'temporal-polyfill';
import type { Stretch } from './availability/stretch';
import { isBefore } from './days';

/** Whether so many minutes from an instant on lie within one of the stretches. */
export function fitsInto(stretches: readonly Stretch[], startsAt: Temporal.Instant, minutes: number): boolean {
  const endsAt = startsAt.add({ minutes });
  return stretches.some((each) => !isBefore(startsAt, each.startsAt) && !isBefore(each.endsAt, endsAt));
}
