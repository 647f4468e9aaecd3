import { Temporal } from 'temporal-polyfill';
import type { BusyTime, Reading } from '../model/calendar';
import type { StandingCall } from '../model/call';
import type { Diary } from '../model/state';
import { compareStarts, type Stretch } from './stretch';

/** A time of my own calendars that takes, perhaps takes, or only shows something. */
export interface OwnTime extends Stretch {
  kind: BusyTime['freeBusy'];
  name: string;
  isAllDay?: true;
}

/**
 * What stands in the person's own calendars and touches the time from `from` (included) to `to` (not included), in
 * order. Events that are standing calls are left out: they stand there as calls. Those of a calendar that makes nobody
 * busy count as free.
 */
export function ownTimesBetween(diary: Diary, from: Temporal.Instant, to: Temporal.Instant): OwnTime[] {
  const [first, last] = [from.epochMilliseconds, to.epochMilliseconds];
  return allOwnTimes(diary).filter(
    ({ startsAt, endsAt }) => startsAt.epochMilliseconds < last && first < endsAt.epochMilliseconds,
  );
}

interface Kept {
  calls: Diary['calls'];
  calendars: Diary['calendars'];
  times: readonly OwnTime[];
}
/** Worked out once for the same readings, calendars and calls: none of them is ever changed in place. */
const kept = new WeakMap<Diary['readings'], Kept>();

function allOwnTimes({ calendars, readings, calls }: Diary): readonly OwnTime[] {
  const known = kept.get(readings);
  if (known && known.calls === calls && known.calendars === calendars) return known.times;
  const isCall = callFinder(calls);
  const times = calendars
    .flatMap(({ id, isBusy }) => {
      const reading = readings[id];
      if (!reading) return [];
      return parsedOf(reading)
        .filter(({ event }) => !isCall(event))
        .map(({ time }): OwnTime => (isBusy ? time : { ...time, kind: 'free' }));
    })
    .sort(compareStarts);
  kept.set(readings, { calls, calendars, times });
  return times;
}

/** Whether an event of a calendar is a standing call of mine that still takes place. */
function callFinder(calls: readonly StandingCall[]): (event: BusyTime) => boolean {
  const ends = new Map<string, string>();
  for (const call of calls)
    for (const uid of [call.id, ...(call.uid === undefined ? [] : [call.uid])]) {
      const end = call.endsOn ?? LAST_DAY;
      if (end > (ends.get(uid) ?? '')) ends.set(uid, end);
    }
  return ({ uid, startsAt }) => {
    // Our own export says where a uid comes from behind an @.
    const end = ends.get(uid) ?? ends.get(uid.replace(/@.*$/, ''));
    return end !== undefined && startsAt.slice(0, 10) <= end;
  };
}

const LAST_DAY = '9999-12-31';

/** Readings are never changed in place. */
const parsed = new WeakMap<Reading, { event: BusyTime; time: OwnTime }[]>();

function parsedOf(reading: Reading): { event: BusyTime; time: OwnTime }[] {
  let times = parsed.get(reading);
  if (!times) {
    times = reading.busy.map((event) => ({
      event,
      time: {
        kind: event.freeBusy,
        name: event.summary,
        startsAt: Temporal.Instant.from(event.startsAt),
        endsAt: Temporal.Instant.from(event.endsAt),
        ...(event.isAllDay && { isAllDay: true }),
      },
    }));
    parsed.set(reading, times);
  }
  return times;
}
