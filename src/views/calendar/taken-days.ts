import type { Temporal } from 'temporal-polyfill';
import { type Taken, takenBetween } from '../../../electron/core/availability/taken';
import type { Clash } from '../../../electron/core/calls/clashes';
import { atLocal, startOfDay } from '../../../electron/core/days';
import type { OccurrenceRef, StandingCall } from '../../../electron/core/model/call';
import type { Client } from '../../../electron/core/model/client';
import type { State } from '../../../electron/core/model/state';
import type { Piece } from './lay-out';

/** A standing call as the calendar shows it. */
export interface CalendarCall {
  /** Names the occurrence in this view. */
  key: string;
  ref: OccurrenceRef;
  client: Client;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  /** The zone it is anchored in. */
  timeZone: string;
  clash?: Clash;
}

/** What something takes of one day, in minutes from midnight by my clock. */
export interface DayPiece extends Piece {
  key: string;
  kind: Taken['kind'];
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  name: string;
  call?: CalendarCall;
}

/** What stands over a whole day. */
export interface DayNote {
  key: string;
  kind: 'day-off' | 'holiday' | 'busy' | 'tentative' | 'free';
  name: string;
}

export interface Skipped {
  key: string;
  ref: OccurrenceRef;
  client: Client;
  startsAt: Temporal.Instant;
}

export interface TakenDay {
  date: Temporal.PlainDate;
  /** In order of their start. */
  pieces: DayPiece[];
  notes: DayNote[];
  skipped: Skipped[];
}

export const DAY_MINUTES = 24 * 60;

/** Days of mine from `first` on, each with all that takes it. */
export function takeDays(state: State, first: Temporal.PlainDate, count: number): TakenDay[] {
  const { timeZone } = state.settings;
  const bounds = Array.from({ length: count + 1 }, (_, index) => startOfDay(first.add({ days: index }), timeZone));
  const [from, to] = [bounds[0], bounds[count]];
  if (!from || !to) return [];
  const clients = new Map(state.clients.map((client) => [client.id, client]));
  const calls = new Map(state.calls.map((call) => [call.id, call]));
  const days = bounds.slice(0, count).map((start, index) => ({
    start: start.epochMilliseconds,
    end: (bounds[index + 1] ?? start).epochMilliseconds,
    taken: { date: first.add({ days: index }), pieces: [], notes: [], skipped: [] } as TakenDay,
  }));

  for (const taken of takenBetween(state, from, to)) {
    const begin = taken.startsAt.epochMilliseconds;
    const end = Math.max(taken.endsAt.epochMilliseconds, begin + 1);
    const call = nameCall(taken, clients, calls);
    if (taken.kind === 'call' && !call) continue;
    for (const day of days) {
      if (begin >= day.end || end <= day.start) continue;
      const { date, pieces, notes } = day.taken;
      const key = `${taken.kind} ${taken.ref?.callId ?? taken.name ?? ''} ${taken.ref?.occurrence ?? begin} ${date}`;
      const name = call?.client.name ?? taken.name ?? '';
      const isWhole = taken.isAllDay || (begin <= day.start && end >= day.end);
      if (isWhole && isNote(taken.kind)) notes.push({ key, kind: taken.kind, name });
      else
        pieces.push({
          key: call?.key ?? key,
          kind: taken.kind,
          startsAt: taken.startsAt,
          endsAt: taken.endsAt,
          name,
          from: begin <= day.start ? 0 : minuteOf(taken.startsAt, day, timeZone),
          to: end >= day.end ? DAY_MINUTES : minuteOf(taken.endsAt, day, timeZone),
          ...(call && { call }),
        });
    }
  }
  for (const each of skippedOf(state, clients)) {
    const at = each.startsAt.epochMilliseconds;
    days.find((day) => day.start <= at && at < day.end)?.taken.skipped.push(each);
  }
  return days.map((day) => day.taken);
}

/** Minutes by the clock; only a day that the clock is changed on needs to be asked. */
function minuteOf(at: Temporal.Instant, day: { start: number; end: number }, timeZone: string): number {
  if (day.end - day.start === DAY_MINUTES * 60_000) return Math.round((at.epochMilliseconds - day.start) / 60_000);
  const local = at.toZonedDateTimeISO(timeZone);
  return local.hour * 60 + local.minute;
}

function nameCall(
  { kind, ref, clientId, startsAt, endsAt, clash }: Taken,
  clients: ReadonlyMap<string, Client>,
  calls: ReadonlyMap<string, StandingCall>,
): CalendarCall | undefined {
  const client = clients.get(clientId ?? '');
  const call = calls.get(ref?.callId ?? '');
  if (kind !== 'call' || !ref || !client || !call) return undefined;
  const key = `${ref.callId} ${ref.occurrence}`;
  return { key, ref, client, startsAt, endsAt, timeZone: call.timeZone, ...(clash && { clash }) };
}

function isNote(kind: Taken['kind']): kind is DayNote['kind'] {
  return kind !== 'call' && kind !== 'focus' && kind !== 'callback';
}

function skippedOf({ calls }: State, clients: ReadonlyMap<string, Client>): Skipped[] {
  return calls.flatMap((call) => {
    const client = clients.get(call.clientId);
    if (!client) return [];
    return call.exceptions.flatMap(({ occurrence, movedTo }) => {
      if (movedTo !== undefined) return [];
      const ref = { callId: call.id, occurrence };
      return [{ key: `${call.id} ${occurrence}`, ref, client, startsAt: atLocal(occurrence, call.timeZone) }];
    });
  });
}
