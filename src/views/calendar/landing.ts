import { Temporal } from 'temporal-polyfill';
import { atLocal, isBefore } from '../../../electron/core/days';

/** Times of day that a call can be moved to stand this far apart, in minutes. */
export const STEP = 15;
const DAY = 24 * 60;
/** More than any clock change leaves out or tells twice. */
const TRIES = 16;

/** Where a call would come to stand. */
export interface Landing {
  startsAt: Temporal.Instant;
  /** The same as the contract wants it: a local time of the call's own zone. */
  to: string;
}

/** My zone, and the one that the call is anchored in. */
export interface Zones {
  mine: string;
  call: string;
}

/**
 * Where a call lands that is put to an instant. The hour that a clock change tells twice has one name only, and means
 * its first telling (RFC 5545, 3.3.5): a call put into the second lands in the first.
 */
export function landAt(at: Temporal.Instant, zones: Zones): Landing {
  const to = at.toZonedDateTimeISO(zones.call).toPlainDateTime().toString({ smallestUnit: 'minute' });
  return { to, startsAt: atLocal(to, zones.call) };
}

/** Where a call lands that is put on a day of mine, so many minutes after midnight by my clock; on the nearest step. */
export function landOn(day: Temporal.PlainDate, minutes: number, zones: Zones): Landing {
  const snapped = Math.min(DAY - STEP, Math.max(0, Math.round(minutes / STEP) * STEP));
  const time = Temporal.PlainTime.from('00:00').add({ minutes: snapped });
  return landAt(atLocal(day.toPlainDateTime(time), zones.mine), zones);
}

/** Where a call lands on another day of mine, at the same time by my clock. */
export function landOnDay(day: Temporal.PlainDate, from: Temporal.Instant, zones: Zones): Landing {
  const time = from.toZonedDateTimeISO(zones.mine).toPlainTime();
  return landAt(atLocal(day.toPlainDateTime(time), zones.mine), zones);
}

/** One step earlier or later, to the next quarter of an hour by my clock; over a clock change without standing still. */
export function stepMinutes(from: Temporal.Instant, direction: 1 | -1, zones: Zones): Landing {
  const past = from.toZonedDateTimeISO(zones.mine).minute % STEP;
  let minutes = direction > 0 ? STEP - past : past === 0 ? -STEP : -past;
  for (let tries = 0; tries < TRIES; tries++) {
    const landing = landAt(from.add({ minutes }), zones);
    if (direction > 0 ? isBefore(from, landing.startsAt) : isBefore(landing.startsAt, from)) return landing;
    minutes += direction * STEP;
  }
  return landAt(from, zones);
}

/** So many days earlier or later, at the same time by my clock. */
export function stepDays(from: Temporal.Instant, days: number, zones: Zones): Landing {
  return landOnDay(from.toZonedDateTimeISO(zones.mine).toPlainDate().add({ days }), from, zones);
}
