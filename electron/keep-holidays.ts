import type { Temporal } from 'temporal-polyfill';
import { dayOf } from './core/days';
import { placeKey, placesOf } from './core/holidays';
import { readHolidays } from './inputs/holidays';
import type { Store } from './store/store';

interface Given {
  store: Pick<Store, 'state' | 'publishHolidays'>;
  readNow: () => Temporal.Instant;
}

/** Works out the public holidays of all places in use: from last year's to those of the year after next. */
export async function fillHolidays({ store, readNow }: Given): Promise<void> {
  const places = placesOf(store.state);
  // The rules of all countries take a while to read: only where somebody keeps any.
  if (places.length === 0 && Object.keys(store.state.holidays).length === 0) return;
  const { year } = dayOf(readNow(), store.state.settings.timeZone);
  await store.publishHolidays(await readHolidays(places, [year - 1, year, year + 1, year + 2]));
}

/** Works them out now, and anew whenever the places in use are others or a new year has begun. */
export function keepHolidays(given: Given & { store: Pick<Store, 'subscribe'> }): void {
  const { store, readNow } = given;
  let filled = '';
  const fill = () => {
    const { year } = dayOf(readNow(), store.state.settings.timeZone);
    const keys = placesOf(store.state).map(({ country, region }) => placeKey(country, region));
    const wanted = [year, ...keys.sort()].join(' ');
    // A backup that was gone back to brings none.
    if (wanted === filled && keys.every((key) => store.state.holidays[key])) return;
    filled = wanted;
    // Without them all goes on; the next change tries again.
    fillHolidays(given).catch(() => {
      filled = '';
    });
  };
  store.subscribe((changed) => {
    if (changed.settings || changed.clients) fill();
  });
  fill();
}
