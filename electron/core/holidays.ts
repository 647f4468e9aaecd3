import type { Holiday, Holidays } from './model/holiday';
import type { DayOff, Settings } from './model/settings';
import type { State } from './model/state';

/** Whose public holidays are meant: a country, or a part of it with holidays of its own. */
export interface Place {
  /** ISO 3166-1, such as `DE`; without it there are no public holidays. */
  country?: string | undefined;
  /** Such as `BY`; a part of a part is joined to it by a dash, `LA-NO`. */
  region?: string | undefined;
}

/** A place that is known to be one. */
export interface HolidayPlace {
  country: string;
  region?: string;
}

/** The places whose public holidays matter: mine and the clients', each once. */
export function placesOf({ settings, clients }: Pick<State, 'settings' | 'clients'>): HolidayPlace[] {
  const places = new Map<string, HolidayPlace>();
  for (const { country, region } of [settings, ...clients])
    if (country !== undefined)
      places.set(placeKey(country, region), { country, ...(region !== undefined && { region }) });
  return [...places.values()];
}

/** The name under which a place's holidays are kept in the state: `AT`, `DE-BY`. */
export function placeKey(country: string, region?: string): string {
  return region === undefined ? country : `${country}-${region}`;
}

/** The public holiday of a place on a plain date (`YYYY-MM-DD`) of its own calendar. */
export function holidayOn(holidays: Holidays, { country, region }: Place, date: string): Holiday | undefined {
  if (country === undefined) return undefined;
  const known = holidays[placeKey(country, region)];
  return known && indexOf(known).get(date);
}

/** The day off of mine that a plain date (`YYYY-MM-DD`) of my calendar lies in; of several the first that was entered. */
export function dayOffOn({ daysOff }: Pick<Settings, 'daysOff'>, date: string): DayOff | undefined {
  return daysOff?.find((each) => each.from <= date && date <= each.to);
}

/** Lists of holidays are never changed in place. */
const indexes = new WeakMap<readonly Holiday[], ReadonlyMap<string, Holiday>>();

function indexOf(holidays: readonly Holiday[]): ReadonlyMap<string, Holiday> {
  let index = indexes.get(holidays);
  if (!index) {
    // Of two on one day the first names it.
    index = new Map(holidays.toReversed().map((holiday) => [holiday.date, holiday]));
    indexes.set(holidays, index);
  }
  return index;
}
