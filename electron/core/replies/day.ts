import type { Temporal } from 'temporal-polyfill';
import { overlap, type Stretch, subtract } from '../availability/stretch';
import { takenBetween } from '../availability/taken';
import { isWorkingTime, workingStretches } from '../availability/working-time';
import { dayOf, isBefore, minutesBetween, startOfDay } from '../days';
import type { State } from '../model/state';

/** What is left of my working day, in minutes. */
interface RestOfDay {
  worked: number;
  /** Of it, what neither a standing call nor an event of my calendar takes. */
  free: number;
}

/** With fewer free minutes left, nothing is promised for today. */
const LAST_MINUTES = 30;

/** What is left of today's working hours at an instant. */
export function restOfDay(state: State, now: Temporal.Instant): RestOfDay {
  const { timeZone } = state.settings;
  const today = dayOf(now, timeZone);
  const endsAt = startOfDay(today.add({ days: 1 }), timeZone);
  const left = overlap([{ startsAt: now, endsAt }], workingStretches(state, today, 1));
  const taken = engagedBetween(state, now, endsAt);
  return { worked: minutesOf(left), free: minutesOf(left.flatMap((stretch) => subtract(stretch, taken))) };
}

/** Whether calls and events take most of what is left of the day. */
export function isTiedUp({ worked, free }: RestOfDay): boolean {
  return worked > 0 && (worked - free) * 2 > worked;
}

/** Whether too little is left of the day to promise anything for it. */
export function isDayEnding({ free }: RestOfDay): boolean {
  return free < LAST_MINUTES;
}

/** Looked for further ahead where nearer days have none: past a long leave, too. */
const REACHES = [14, 60, 400];
/** Shorter than this between two events is no time to look at anything. */
const SHORTEST_MINUTES = 15;

/**
 * When I am next at work and have time; busy events, days off and public holidays are passed over. `undefined` while I
 * am at work, and where I never am.
 */
export function backAtWork(state: State, now: Temporal.Instant): Temporal.Instant | undefined {
  if (isWorkingTime(state, now)) return undefined;
  const today = dayOf(now, state.settings.timeZone);
  for (const days of REACHES) {
    const stretches = workingStretches(state, today, days).filter((each) => isBefore(now, each.startsAt));
    const last = stretches.at(-1);
    if (!last) continue;
    const taken = engagedBetween(state, now, last.endsAt).filter(({ kind }) => kind === 'busy');
    const first = stretches
      .flatMap((stretch) => subtract(stretch, taken))
      .find((each) => minutesBetween(each.startsAt, each.endsAt) >= SHORTEST_MINUTES);
    if (first) return first.startsAt;
  }
  return undefined;
}

function engagedBetween(state: State, from: Temporal.Instant, to: Temporal.Instant) {
  return takenBetween(state, from, to).filter(({ kind, clash }) => kind === 'busy' || (kind === 'call' && !clash));
}

function minutesOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, each) => sum + minutesBetween(each.startsAt, each.endsAt), 0);
}
