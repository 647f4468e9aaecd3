import { Temporal } from 'temporal-polyfill';

const HOUR = 3_600_000;
/**
 * Time between looks at a zone. From 1970 to 2100 no zone goes to another offset and back in less than the seven days of
 * Recife in 2000 and of Gaza in 2040, less an hour or two.
 */
const STEP = 6 * 24 * HOUR;
/** Farther than any zone is from UTC, and than any zone ever jumped: the 24 hours that Samoa left out. */
const MARGIN = 40 * HOUR;

/** Offsets in milliseconds, by zone and step: asking the zone itself is what takes long. */
const known = new Map<string, Map<number, number>>();

/**
 * The offset of a zone in milliseconds at a wall-clock time, given in milliseconds as if it were UTC, where the zone
 * keeps it for days before and after; `undefined` near a change. Throws a `RangeError` where there is no such zone.
 */
export function findSteadyOffset(timeZone: string, wallClock: number): number | undefined {
  const first = Math.floor((wallClock - MARGIN) / STEP);
  const last = Math.ceil((wallClock + MARGIN) / STEP);
  const offset = offsetAt(timeZone, first);
  for (let step = first + 1; step <= last; step++) if (offsetAt(timeZone, step) !== offset) return undefined;
  return offset;
}

function offsetAt(timeZone: string, step: number): number {
  let offsets = known.get(timeZone);
  if (!offsets) {
    offsets = new Map();
    known.set(timeZone, offsets);
  }
  let offset = offsets.get(step);
  if (offset === undefined) {
    const at = Temporal.Instant.fromEpochMilliseconds(step * STEP).toZonedDateTimeISO(timeZone);
    offset = at.offsetNanoseconds / 1_000_000;
    offsets.set(step, offset);
  }
  return offset;
}
