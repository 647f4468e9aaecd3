import { Temporal } from 'temporal-polyfill';
import { type HolidayPlace, placeKey } from '../core/holidays';
import type { Holiday, Holidays } from '../core/model/holiday';
import { refuse } from '../core/refuse';

/** The library brings the rules of all countries: 0.8 MB that are read when first asked for. */
async function load() {
  return (await import('date-holidays')).default;
}

const DAY_MS = 86_400_000;
/** More than every country in a few years: more is no calendar of a consultant. */
const YEARS_KEPT = 2000;
/** Working out a country's year takes a millisecond or two, and gives the same again. */
const known = new Map<string, readonly Holiday[]>();

/**
 * Public holidays of the places in the years, by place, in order: plain dates of the place's own calendar, the days of
 * long ones one by one, in English where there is an English name. Half holidays are left out: one can be called on
 * them. A place that is not known has none.
 */
export async function readHolidays(places: readonly HolidayPlace[], years: readonly number[]): Promise<Holidays> {
  const found: Record<string, Holiday[]> = {};
  for (const place of places) {
    const key = placeKey(place.country, place.region);
    if (found[key]) continue;
    const byDate = new Map<string, Holiday>();
    for (const year of years)
      for (const day of await readYear(place, year)) byDate.set(day.date, byDate.get(day.date) ?? day);
    found[key] = [...byDate.values()].sort((a, b) => a.date.localeCompare(b.date));
  }
  return found;
}

async function readYear(place: HolidayPlace, year: number): Promise<readonly Holiday[]> {
  const key = `${placeKey(place.country, place.region)} ${year}`;
  const before = known.get(key);
  if (before) return before;
  const Library = await load();
  const [state, region] = place.region?.split('-') ?? [];
  const library = new Library(
    { country: place.country, ...(state && { state }), ...(region && { region }) },
    { types: ['public'] },
  );
  const days = library.getHolidays(year, 'en').flatMap(({ date, start, end, name }) => {
    const first = Temporal.PlainDate.from(date.slice(0, 10));
    // Rounded, for a day of a clock change is not 24 hours long.
    const length = Math.round((end.getTime() - start.getTime()) / DAY_MS - 0.3);
    return Array.from({ length }, (_, offset) => ({ date: first.add({ days: offset }).toString(), name }));
  });
  if (known.size >= YEARS_KEPT) known.clear();
  known.set(key, days);
  return days;
}

/** Places that have public holidays, by name in English. */
export interface Places {
  countries: { country: string; name: string }[];
  /** Parts of the country that was asked for, and theirs; empty without one. */
  regions: { region: string; name: string }[];
}

/** Countries, and the regions of one of them, for a person to choose from. */
export async function listPlaces(country?: string): Promise<Places> {
  const Library = await load();
  const library = new Library();
  const byName = (one: { name: string }, other: { name: string }) => one.name.localeCompare(other.name);
  const entries = (names: Record<string, string> | undefined) => Object.entries(names ?? {});
  const countries = entries(library.getCountries('en')).map(([code, name]) => ({ country: code, name }));
  const regions =
    country === undefined
      ? []
      : entries(library.getStates(country, 'en')).flatMap(([state, name]) => [
          { region: state, name },
          ...entries(library.getRegions(country, state, 'en')).map(([region, part]) => ({
            region: `${state}-${region}`,
            name: `${name}, ${part}`,
          })),
        ]);
  return { countries: countries.sort(byName), regions: regions.sort(byName) };
}

/** Refuses, where a place is given, one that has no public holidays: a wrong code would be taken for a place without any. */
export async function refuseUnknownPlace(
  given: { country?: string | null | undefined; region?: string | null | undefined },
  former: Partial<HolidayPlace>,
): Promise<void> {
  if (!given.country && !given.region) return;
  const country = given.country ?? former.country;
  if (country === undefined)
    refuse('invalid', 'A region needs its country.', { field: 'region', action: 'Name the country too.' });
  const { countries, regions } = await listPlaces(country);
  if (!countries.some((each) => each.country === country))
    refuse('invalid', `No public holidays are known for "${country}".`, {
      field: 'country',
      action: 'Use its two letters, such as AT, DE or US.',
    });
  if (given.region && !regions.some((each) => each.region === given.region))
    refuse('invalid', `"${given.region}" is no region of ${country}.`, {
      field: 'region',
      action: regions.length > 0 ? 'Use one of these, or none.' : 'It has no regions with holidays of their own.',
      candidates: regions.map(({ region, name }) => `${region} (${name})`),
    });
}
