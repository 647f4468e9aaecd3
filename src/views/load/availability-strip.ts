import type { Temporal } from 'temporal-polyfill';
import { callbackBlocksOn, type Stretch, workingHoursOn } from '../../../electron/core/availability';
import { occurrencesBetween } from '../../../electron/core/calls/occurrences';
import { atTimeOfDay, startOfDay, weekOf } from '../../../electron/core/days';
import type { State } from '../../../electron/core/model/state';

export interface Block extends Stretch {
  kind: 'work' | 'call' | 'callback';
  client?: string;
}

export interface StripDay {
  date: Temporal.PlainDate;
  /** In the order they are drawn: hours, callbacks, calls. */
  blocks: Block[];
}

export interface Strip {
  days: StripDay[];
  /** Hours of the day shown, the later not included. */
  fromHour: number;
  toHour: number;
}

/** The week's working hours with what lies in them, day by day. */
export function stripOf(state: State, today: Temporal.PlainDate): Strip {
  const { settings } = state;
  const { timeZone } = settings;
  const first = weekOf(today, settings.weekStartsOn);
  const days = Array.from({ length: 7 }, (_, index) => {
    const date = first.add({ days: index });
    const work = workingHoursOn(state, date).map(
      ({ from, to }): Block => ({
        kind: 'work',
        startsAt: atTimeOfDay(date, from, timeZone),
        endsAt: atTimeOfDay(date, to, timeZone),
      }),
    );
    const callbacks = callbackBlocksOn(settings, date).map((block): Block => ({ ...block, kind: 'callback' }));
    const calls = occurrencesBetween(
      state.calls,
      startOfDay(date, timeZone),
      startOfDay(date.add({ days: 1 }), timeZone),
    ).map(({ startsAt, endsAt, clientId }): Block => {
      const client = state.clients.find((each) => each.id === clientId)?.name;
      return { kind: 'call', startsAt, endsAt, ...(client && { client }) };
    });
    return { date, blocks: [...work, ...callbacks, ...calls] };
  }).filter(({ date, blocks }) => blocks.length > 0 || date.equals(today));

  const hours = days.flatMap(({ date, blocks }) =>
    blocks.flatMap(({ startsAt, endsAt }) => [hourOf(startsAt, date, timeZone), hourOf(endsAt, date, timeZone)]),
  );
  const last = Math.max(17, ...hours);
  const lastCall = Math.max(
    0,
    ...days.flatMap(({ date, blocks }) =>
      blocks.flatMap(({ kind, endsAt }) => (kind === 'call' ? [hourOf(endsAt, date, timeZone)] : [])),
    ),
  );
  return {
    days,
    fromHour: Math.max(0, Math.floor(Math.min(9, ...hours))),
    // A late call's name stands behind it and needs the room of an hour.
    toHour: Math.min(24, Math.ceil(Math.max(last, lastCall + 1))),
  };
}

/** Hours of an instant since the day began by the clock; what lies on another day is held at its edge. */
export function hourOf(at: Temporal.Instant, date: Temporal.PlainDate, timeZone: string): number {
  const local = at.toZonedDateTimeISO(timeZone);
  const day = local.toPlainDate();
  if (!day.equals(date)) return at.epochMilliseconds < startOfDay(date, timeZone).epochMilliseconds ? 0 : 24;
  return local.hour + local.minute / 60;
}
