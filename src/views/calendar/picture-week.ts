import type { Temporal } from 'temporal-polyfill';
import { agendasOf } from '../../../electron/core/agenda';
import { spansOn, workingHoursOn } from '../../../electron/core/availability/working-time';
import { isSameOccurrence, occurrencesBetween } from '../../../electron/core/calls/occurrences';
import { dayOf, isBefore, startOfDay } from '../../../electron/core/days';
import type { Settings } from '../../../electron/core/model/settings';
import type { State } from '../../../electron/core/model/state';
import { type ClientsHoliday, clientsHolidays } from './clients-holidays';
import { type Lane, layOut, type Piece } from './lay-out';
import { type CalendarCall, type DayNote, type DayPiece, type Skipped, takeDays } from './taken-days';

/** A call on its place in the week. */
export interface WeekPillar extends DayPiece, Lane {
  call: CalendarCall;
  /** How much is on its agenda. */
  items: number;
}
/** A busy time on its place in the week. */
export type WeekBusy = DayPiece & Lane;

export interface CalendarDay {
  date: Temporal.PlainDate;
  /** Whether there is anything to see on it, or it is a day that is usually worked. */
  isUsual: boolean;
  hours: Piece[];
  /** Focus and callback blocks: what the rest stands on. */
  bands: DayPiece[];
  pillars: WeekPillar[];
  busy: WeekBusy[];
  notes: DayNote[];
  clientsHolidays: ClientsHoliday[];
  skipped: Skipped[];
}

export interface WeekPicture {
  first: Temporal.PlainDate;
  days: CalendarDay[];
  /** Calls in order of their start. */
  calls: CalendarCall[];
  /** Hours of the day worth showing, the later not included. */
  fromHour: number;
  toHour: number;
}

/** A call beside a busy time has more room: it is what one looks for. */
const CALL_WEIGHT = 1.6;

/** All that the calendar shows of a week, derived from the state; `now` decides what is still to come of the agendas. */
export function pictureWeek(state: State, first: Temporal.PlainDate, now: Temporal.Instant): WeekPicture {
  const holidaysOn = clientsHolidays(state);
  const days = takeDays(state, first, 7).map(({ date, pieces, notes, skipped }): CalendarDay => {
    const bands = pieces.filter(isBand);
    const laidOut = layOut(
      pieces.filter((piece) => !isBand(piece)),
      (piece) => (piece.call ? CALL_WEIGHT : 1),
    );
    const pillars = laidOut.flatMap(({ call, ...piece }) =>
      call ? [{ ...piece, call, items: countItems(state, call, now) }] : [],
    );
    const busy = laidOut.filter(({ call }) => !call);
    return {
      date,
      isUsual: isWorkday(state.settings, date) || laidOut.length > 0 || notes.length > 0,
      hours: workingHoursOn(state, date).map(({ from, to }) => ({ from: minutesOf(from), to: minutesOf(to) })),
      bands,
      pillars,
      busy,
      notes,
      clientsHolidays: holidaysOn(date),
      skipped,
    };
  });
  const calls = new Map(days.flatMap((day) => day.pillars.map(({ call }) => [call.key, call])));
  return { first, days, calls: [...calls.values()], ...hoursOf(days) };
}

function isBand({ kind }: DayPiece): boolean {
  return kind === 'focus' || kind === 'callback';
}

/** Whether a weekday is worked as a rule, holiday or not. */
export function isWorkday({ workingHours }: Settings, date: Temporal.PlainDate): boolean {
  return spansOn(workingHours, date).length > 0;
}

/**
 * When the agendas last changed by time alone: as the day began, or when a call of today ended. What is derived for
 * that instant holds until the next one.
 */
export function lastTurn({ settings, calls }: State, now: Temporal.Instant): Temporal.Instant {
  const midnight = startOfDay(dayOf(now, settings.timeZone), settings.timeZone);
  return occurrencesBetween(calls, midnight, now)
    .map(({ endsAt }) => endsAt)
    .filter((endsAt) => !isBefore(now, endsAt))
    .reduce((last, endsAt) => (isBefore(last, endsAt) ? endsAt : last), midnight);
}

function countItems(state: State, { client, ref }: CalendarCall, now: Temporal.Instant): number {
  const agenda = agendasOf(state, client.id, now).agendas.find((each) => isSameOccurrence(each.occurrence, ref));
  return agenda?.items.length ?? 0;
}

function hoursOf(days: readonly CalendarDay[]): Pick<WeekPicture, 'fromHour' | 'toHour'> {
  const pieces = days.flatMap(({ hours, bands, pillars, busy }) => [...hours, ...bands, ...pillars, ...busy]);
  // Half an hour of paper above and below, so that nothing sticks to the edge.
  const from = Math.min(9 * 60, ...pieces.map((piece) => piece.from)) - 30;
  const to = Math.max(17 * 60, ...pieces.map((piece) => piece.to)) + 30;
  return { fromHour: Math.max(0, Math.floor(from / 60)), toHour: Math.min(24, Math.ceil(to / 60)) };
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
