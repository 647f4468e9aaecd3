import type { Temporal } from 'temporal-polyfill';
import { clientHours, freeForBoth } from '../../../electron/core/availability/client-slots';
import { takenBetween } from '../../../electron/core/availability/taken';
import { dayOf, isBefore, startOfDay } from '../../../electron/core/days';
import { holidayOn } from '../../../electron/core/holidays';
import type { Client } from '../../../electron/core/model/client';
import type { State } from '../../../electron/core/model/state';
import { type Block, hoursOf, type StripDay, takenOn, workOn } from '../../shared/strip/strip';

const DAYS = 10;
/** Shorter gaps are none that somebody could be called in. */
const SHORTEST_MINUTES = 15;

interface ReachStrip {
  days: StripDay[];
  fromHour: number;
  toHour: number;
}

/** When a client can reach me in the next ten days: my hours and theirs, what is taken, and what is free for both. */
export function reachStripOf(state: State, client: Client, now: Temporal.Instant): ReachStrip {
  const { timeZone } = state.settings;
  const today = dayOf(now, timeZone);
  const from = startOfDay(today, timeZone);
  const to = startOfDay(today.add({ days: DAYS }), timeZone);
  const taken = takenBetween(state, from, to);
  const free = freeForBoth(state, client, now, DAYS, SHORTEST_MINUTES);
  const firstOfTheirs = dayOf(from, client.timeZone).subtract({ days: 1 });
  const theirs = Array.from({ length: DAYS + 3 }, (_, index) => firstOfTheirs.add({ days: index })).flatMap((day) =>
    clientHours(client, state.holidays, day),
  );

  const days = Array.from({ length: DAYS }, (_, index): StripDay => {
    const date = today.add({ days: index });
    const begins = startOfDay(date, timeZone);
    const ends = startOfDay(date.add({ days: 1 }), timeZone);
    const onDay = (kind: Block['kind'], stretches: readonly Omit<Block, 'kind'>[]): Block[] =>
      stretches
        .filter((each) => isBefore(each.startsAt, ends) && isBefore(begins, each.endsAt))
        .map(({ startsAt, endsAt }) => ({
          kind,
          startsAt: isBefore(startsAt, begins) ? begins : startsAt,
          endsAt: isBefore(ends, endsAt) ? ends : endsAt,
        }));
    const own = takenOn(taken, date, timeZone);
    const blocks = [...workOn(state, date), ...onDay('free', free), ...own.blocks];
    const holiday = holidayOn(state.holidays, client, date.toString());
    const away: Block | undefined = holiday && {
      kind: 'holiday',
      startsAt: begins,
      endsAt: ends,
      name: `${client.name}: ${holiday.name}`,
    };
    const whole = own.whole ?? away;
    return { date, blocks: [...blocks, ...onDay('theirs', theirs)], ...(whole && { whole }) };
  }).filter(({ blocks, whole }) => whole || blocks.some(({ kind }) => kind !== 'theirs'));
  // Their night is not shown: only as far as my own day goes.
  const mine = days.map(({ date, blocks, ...rest }) => ({
    date,
    blocks: blocks.filter(({ kind }) => kind !== 'theirs'),
    ...rest,
  }));
  const { fromHour, toHour } = hoursOf(mine, timeZone, { from: 9, to: 17 });
  return { days, fromHour, toHour };
}
