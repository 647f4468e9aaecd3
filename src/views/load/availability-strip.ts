import type { Temporal } from 'temporal-polyfill';
import { takenBetween } from '../../../electron/core/availability/taken';
import { startOfDay, weekOf } from '../../../electron/core/days';
import type { State } from '../../../electron/core/model/state';
import { hoursOf, type StripDay, takenOn, workOn } from '../../shared/strip/strip';

interface Strip {
  days: StripDay[];
  fromHour: number;
  toHour: number;
}

/** The week's working hours with what lies in them, day by day. */
export function stripOf(state: State, today: Temporal.PlainDate): Strip {
  const { timeZone, weekStartsOn } = state.settings;
  const first = weekOf(today, weekStartsOn);
  const taken = takenBetween(state, startOfDay(first, timeZone), startOfDay(first.add({ days: 7 }), timeZone));
  const days = Array.from({ length: 7 }, (_, index): StripDay => {
    const date = first.add({ days: index });
    const { blocks, whole } = takenOn(taken, date, timeZone);
    return { date, blocks: [...workOn(state, date), ...blocks], ...(whole && { whole }) };
  }).filter(({ date, blocks, whole }) => blocks.length > 0 || whole || date.equals(today));
  return { days, ...hoursOf(days, timeZone, { from: 9, to: 17 }) };
}
