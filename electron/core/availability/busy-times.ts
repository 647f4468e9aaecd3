import { Temporal } from 'temporal-polyfill';
import { occurrencesBetween } from '../calls/occurrences';
import { atLocal } from '../days';
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
 * order. Events that are standing calls are left out: they stand there as calls. One that the calendar has moved or
 * lengthened, and the call has not yet, is kept: that time is mine no more. Those of a calendar that makes nobody busy
 * count as free.
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
  const all = calendars
    .flatMap(({ id, isBusy }) => {
      const reading = readings[id];
      const found = reading ? parsedOf(reading) : [];
      return isBusy ? found : found.map(({ uid, time }) => ({ uid, time: { ...time, kind: 'free' as const } }));
    })
    .sort((one, other) => compareStarts(one.time, other.time));
  const isCall = callFinder(
    calls,
    all.map(({ time }) => time),
  );
  const times = all.filter(({ uid, time }) => !isCall(uid, time)).map(({ time }) => time);
  kept.set(readings, { calls, calendars, times });
  return times;
}

/**
 * Whether a time of a calendar, one of those in order, is an occurrence of a standing call of mine, as the call has it or
 * as was decided here.
 */
function callFinder(
  calls: readonly StandingCall[],
  times: readonly Stretch[],
): (uid: string, { startsAt, endsAt }: Stretch) => boolean {
  const byUid = new Map<string, StandingCall[]>();
  for (const call of calls)
    for (const uid of new Set([call.id, call.uid ?? call.id])) byUid.set(uid, [...(byUid.get(uid) ?? []), call]);
  const ends = new Map<StandingCall, Map<number, number>>();
  const endsOf = (call: StandingCall) => {
    const known = ends.get(call) ?? endsByStart(call, times);
    ends.set(call, known);
    return known;
  };
  return (uid, { startsAt, endsAt }) =>
    // Our own export says where a uid comes from behind an @.
    (byUid.get(uid) ?? byUid.get(uid.replace(/@.*$/, '')))?.some((call) => {
      const end = endsOf(call).get(startsAt.epochMilliseconds);
      return end !== undefined && endsAt.epochMilliseconds <= end;
    }) ?? false;
}

/** When the call's occurrences end, by their start, in milliseconds; without an end those of which something was decided. */
function endsByStart(call: StandingCall, times: readonly Stretch[]): Map<number, number> {
  const [first, last] = [times.at(0), times.at(-1)];
  if (!first || !last) return new Map();
  const occurrences = occurrencesBetween([call], first.startsAt, last.startsAt.add({ minutes: 1 }));
  return new Map([
    ...occurrences.map(({ startsAt, endsAt }) => [startsAt.epochMilliseconds, endsAt.epochMilliseconds] as const),
    ...call.exceptions.map(
      ({ occurrence }) => [atLocal(occurrence, call.timeZone).epochMilliseconds, Number.POSITIVE_INFINITY] as const,
    ),
  ]);
}

/** Readings are never changed in place. */
const parsed = new WeakMap<Reading, { uid: string; time: OwnTime }[]>();

function parsedOf(reading: Reading): { uid: string; time: OwnTime }[] {
  let times = parsed.get(reading);
  if (!times) {
    times = reading.busy.map(({ uid, freeBusy, summary, startsAt, endsAt, isAllDay }) => ({
      uid,
      time: {
        kind: freeBusy,
        name: summary,
        startsAt: Temporal.Instant.from(startsAt),
        endsAt: Temporal.Instant.from(endsAt),
        ...(isAllDay && { isAllDay: true }),
      },
    }));
    parsed.set(reading, times);
  }
  return times;
}
