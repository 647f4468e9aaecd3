import type { Temporal } from 'temporal-polyfill';
import { workingStretches } from '../../../electron/core/availability/working-time';
import { minutesBetween, weekOf } from '../../../electron/core/days';
import type { State } from '../../../electron/core/model/state';
import { type ClientsHoliday, clientsHolidays } from './clients-holidays';
import { sumMinutes } from './lay-out';
import { isWorkday } from './picture-week';
import { type CalendarCall, type DayNote, takeDays } from './taken-days';

export interface MonthDay {
  date: Temporal.PlainDate;
  isInMonth: boolean;
  isWorkday: boolean;
  /** In order of their start. */
  calls: CalendarCall[];
  notes: DayNote[];
  clientsHolidays: ClientsHoliday[];
  /** How full calls and my calendars make the day: 0 to 1. */
  load: number;
}

export interface MonthPicture {
  first: Temporal.PlainDate;
  weeks: MonthDay[][];
}

/** What a day without working hours is measured by. */
const ORDINARY_MINUTES = 8 * 60;

/** All that the calendar shows of a month: whole weeks, from the one with its first day to the one with its last. */
export function pictureMonth(state: State, first: Temporal.PlainDate): MonthPicture {
  const start = weekOf(first, state.settings.weekStartsOn);
  const end = weekOf(first.add({ months: 1 }).subtract({ days: 1 }), state.settings.weekStartsOn).add({ days: 7 });
  const holidaysOn = clientsHolidays(state);
  const days = takeDays(state, start, start.until(end).days).map(({ date, pieces, notes }): MonthDay => {
    const calls = pieces.flatMap(({ call, from, startsAt }) => {
      // One that runs past midnight stands on the day it begins.
      const hasBegun = call && (from > 0 || startsAt.toZonedDateTimeISO(state.settings.timeZone).day === date.day);
      return hasBegun ? [call] : [];
    });
    const taken = pieces.filter(({ kind }) => kind === 'call' || kind === 'busy' || kind === 'tentative');
    const takenMinutes = sumMinutes(taken);
    const isAllTaken = notes.some(({ kind }) => kind === 'busy');
    const working = workingStretches(state, date, 1);
    const room = working.reduce((sum, { startsAt, endsAt }) => sum + minutesBetween(startsAt, endsAt), 0);
    return {
      date,
      isInMonth: date.month === first.month,
      isWorkday: isWorkday(state.settings, date),
      calls,
      notes,
      clientsHolidays: holidaysOn(date),
      load: isAllTaken ? 1 : Math.min(1, takenMinutes / (room || ORDINARY_MINUTES)),
    };
  });
  return {
    first,
    weeks: Array.from({ length: days.length / 7 }, (_, index) => days.slice(index * 7, index * 7 + 7)),
  };
}
