import type { Temporal } from 'temporal-polyfill';
import { type Clash, clashOf } from '../calls/clashes';
import { type Occurrence, occurrencesBetween } from '../calls/occurrences';
import { dayOf, startOfDay } from '../days';
import type { OccurrenceRef } from '../model/call';
import type { Diary } from '../model/state';
import { blocksFrom } from './blocks';
import { ownTimesBetween } from './busy-times';
import { compareStarts, isOverlapping, type Stretch } from './stretch';
import { absenceOn } from './working-time';

/** Something that takes time of mine, or stands beside it. */
export interface Taken extends Stretch {
  /** `free` is an event that takes no time; `callback` and `focus` are blocks; days off are given day by day. */
  kind: 'call' | 'busy' | 'tentative' | 'free' | 'focus' | 'callback' | 'day-off' | 'holiday';
  /** Of the client, the event, the day off or the holiday; may be empty. */
  name?: string;
  clientId?: string;
  /** Which occurrence of which standing call. */
  ref?: OccurrenceRef;
  isAllDay?: true;
  /** Why the call had better not take place that day; it still takes the time until that is decided. */
  clash?: Clash;
}

/**
 * Everything that stands in my days from `from` (included) to `to` (not included), in order of its start: the picture
 * that calendar, strip and prep draw. Blocks are left out on days off and public holidays.
 */
export function takenBetween(diary: Diary, from: Temporal.Instant, to: Temporal.Instant): Taken[] {
  const { settings, calls } = diary;
  const names = new Map(diary.clients.map((client) => [client.id, client.name]));
  const first = dayOf(from, settings.timeZone);
  const days = first.until(dayOf(to, settings.timeZone)).days + 1;
  const window = { startsAt: from, endsAt: to };
  // A block of the day before may run past midnight.
  const blocks = (kind: 'focus' | 'callback') =>
    blocksFrom(diary, kind, first.subtract({ days: 1 }), days + 1)
      .filter((block) => isOverlapping(block, window))
      .map((block): Taken => ({ kind, ...block }));
  return [
    ...absences(diary, first, days).filter((each) => isOverlapping(each, window)),
    ...occurrencesBetween(calls, from, to).map((occurrence) => callTaken(diary, occurrence, names)),
    ...ownTimesBetween(diary, from, to),
    ...blocks('focus'),
    ...blocks('callback'),
  ].sort(compareStarts);
}

function callTaken(diary: Diary, occurrence: Occurrence, names: ReadonlyMap<string, string>): Taken {
  const { callId, clientId, startsAt, endsAt } = occurrence;
  const clash = clashOf(diary, occurrence);
  const name = names.get(clientId);
  return {
    kind: 'call',
    startsAt,
    endsAt,
    clientId,
    ref: { callId, occurrence: occurrence.occurrence },
    ...(name !== undefined && { name }),
    ...(clash && { clash }),
  };
}

function absences(diary: Diary, first: Temporal.PlainDate, days: number): Taken[] {
  const { timeZone } = diary.settings;
  return Array.from({ length: days }, (_, offset) => first.add({ days: offset })).flatMap((day): Taken[] => {
    const absence = absenceOn(diary, day);
    if (!absence) return [];
    const startsAt = startOfDay(day, timeZone);
    return [{ ...absence, startsAt, endsAt: startOfDay(day.add({ days: 1 }), timeZone), isAllDay: true }];
  });
}
