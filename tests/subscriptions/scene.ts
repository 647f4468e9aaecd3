import { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../../electron/core/model/calendar';
import { putCalendar, putClient, putSettings } from '../../electron/core/records';
import type { Store } from '../../electron/store/store';
import { makeCalendar, makeClient, makePerson } from '../helpers/build';
import { makeHome, openAt } from '../store/helpers/homes';
import { changing } from '../store/helpers/records';

export const MONDAY = Temporal.Instant.from('2026-11-23T08:00:00Z');

/** A clock that a test turns. */
export interface Clock {
  now: Temporal.Instant;
}

/** A real store in Vienna with a client, and calendars. */
export async function openScene(...calendars: readonly Partial<Calendar>[]): Promise<{ store: Store; clock: Clock }> {
  const clock = { now: MONDAY };
  const store = await openAt(await makeHome(), { now: () => clock.now });
  const dana = makePerson('Dana', { emails: ['Dana@Globex.example'] });
  await store.update(
    changing((state) => {
      const settled = putSettings(putClient(state, makeClient('Globex', { people: [dana] })), {
        ...state.settings,
        timeZone: 'Europe/Vienna',
      });
      return calendars.reduce((next, calendar) => putCalendar(next, makeCalendar(calendar)), settled);
    }),
  );
  return { store, clock };
}
