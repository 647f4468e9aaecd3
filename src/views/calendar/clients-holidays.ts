import type { Temporal } from 'temporal-polyfill';
import { type HolidayPlace, holidayOn, placeKey } from '../../../electron/core/holidays';
import type { State } from '../../../electron/core/model/state';

/** A holiday, and the clients that keep it. */
export interface ClientsHoliday {
  name: string;
  clients: string[];
}

/** Tells the clients' public holidays of a day, those of one name together. */
export function clientsHolidays({ clients, holidays }: State): (date: Temporal.PlainDate) => ClientsHoliday[] {
  // Many clients are in few places.
  const keepers = new Map<string, { place: HolidayPlace; names: string[] }>();
  for (const { name, country, region } of clients) {
    if (country === undefined) continue;
    const key = placeKey(country, region);
    const known = keepers.get(key);
    if (known) known.names.push(name);
    else keepers.set(key, { place: { country, ...(region !== undefined && { region }) }, names: [name] });
  }
  return (date) => {
    const found = new Map<string, ClientsHoliday>();
    for (const { place, names } of keepers.values()) {
      const holiday = holidayOn(holidays, place, date.toString());
      if (!holiday) continue;
      const known = found.get(holiday.name);
      if (known) known.clients.push(...names);
      else found.set(holiday.name, { name: holiday.name, clients: [...names] });
    }
    return [...found.values()];
  };
}
