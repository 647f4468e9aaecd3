import { Temporal } from 'temporal-polyfill';
import { findIana, findWindows, IANA_ALIAS_MAP, WINDOWS_TO_IANA_MAP } from 'windows-iana';

/** Windows' display names that name no city, or none that a zone is called after. */
const REGIONS: Record<string, string> = {
  adelaide: 'Australia/Adelaide',
  alaska: 'America/Anchorage',
  arizona: 'America/Phoenix',
  astana: 'Asia/Almaty',
  'atlantic time (canada)': 'America/Halifax',
  azores: 'Atlantic/Azores',
  'baja california': 'America/Tijuana',
  'central america': 'America/Guatemala',
  'central time (us & canada)': 'America/Chicago',
  'coordinated universal time': 'UTC',
  'eastern time (us & canada)': 'America/New_York',
  greenland: 'America/Nuuk',
  hawaii: 'Pacific/Honolulu',
  'indiana (east)': 'America/Indiana/Indianapolis',
  'mid-atlantic': 'Etc/GMT+2',
  monrovia: 'Africa/Monrovia',
  'mountain time (us & canada)': 'America/Denver',
  newfoundland: 'America/St_Johns',
  'pacific time (us & canada)': 'America/Los_Angeles',
  saskatchewan: 'America/Regina',
  'west central africa': 'Africa/Lagos',
};

/**
 * The zone that a TZID names: an IANA name, also behind a prefix such as `/mozilla.org/20050126_1/`, a Windows name
 * (`W. Europe Standard Time`), what Outlook shows (`(UTC+01:00) Amsterdam, Berlin, …`), or a plain offset of whole
 * hours. Where a Windows zone is mine too, mine is taken.
 */
export function findZone(tzid: string, myZone: string): string | undefined {
  const name = tzid.replace(/^["'\s]+|["'\s]+$/g, '');
  if (name.length > 200) return undefined;
  return ianaZone(name) ?? prefixedZone(name) ?? windowsZone(name, myZone) ?? displayedZone(name) ?? offsetZone(name);
}

/** The name as IANA spells it, when it is one. Offsets are none: they know no summer time. */
export function ianaZone(name: string): string | undefined {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(name)) return undefined;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId;
  } catch {
    return undefined;
  }
}

function prefixedZone(name: string): string | undefined {
  const parts = name.split('/');
  for (const count of [3, 2]) {
    if (parts.length <= count) continue;
    const zone = ianaZone(parts.slice(-count).join('/'));
    if (zone) return zone;
  }
  return undefined;
}

const WINDOWS_NAMES = new Map(WINDOWS_TO_IANA_MAP.map(({ windowsName }) => [windowsName.toLowerCase(), windowsName]));

function windowsZone(name: string, myZone: string): string | undefined {
  if (/^tzone:\/\/microsoft\/utc$/i.test(name)) return 'UTC';
  // Exchange numbers zones of one name: "W. Europe Standard Time 1".
  const windowsName =
    WINDOWS_NAMES.get(name.toLowerCase()) ?? WINDOWS_NAMES.get(name.toLowerCase().replace(/ \d$/, ''));
  if (windowsName === undefined) return undefined;
  if (windowsName === 'UTC') return 'UTC';
  if (findWindows(myZone).includes(windowsName)) return myZone;
  return findIana(windowsName, '001')[0] ?? findIana(windowsName)[0];
}

/** Winter and summer of one year: a display name gives the offset without summer time. */
const SEASONS = ['2025-01-15T12:00:00Z', '2025-07-15T12:00:00Z'].map((text) => Temporal.Instant.from(text));

function displayedZone(name: string): string | undefined {
  const [, sign, hours = '0', minutes = '00', places = ''] =
    /^\((?:UTC|GMT)(?:([+-])(\d\d?):?(\d\d))?\)\s*(.+)$/i.exec(name) ?? [];
  if (places === '') return undefined;
  const region = REGIONS[places.toLowerCase()];
  if (region) return region;
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000_000_000;
  const hasOffset = (zone: string) =>
    SEASONS.some((season) => season.toZonedDateTimeISO(zone).offsetNanoseconds === offset);
  for (const place of places.split(/[,/]/)) {
    const zone = REGIONS[place.trim().toLowerCase()] ?? CITIES.get(place.trim().toLowerCase());
    if (zone && hasOffset(zone)) return zone;
  }
  return undefined;
}

/** Zones by the city that they are named after. */
const CITIES = new Map(
  IANA_ALIAS_MAP.flatMap(({ alias }) => alias)
    .filter((zone) => !zone.startsWith('Etc/') && ianaZone(zone) !== undefined)
    .map((zone) => [
      zone
        .slice(zone.lastIndexOf('/') + 1)
        .replaceAll('_', ' ')
        .toLowerCase(),
      zone,
    ]),
);

/** `GMT+0100`, `UTC-5`: IANA has zones for whole hours, with the sign turned round. */
function offsetZone(name: string): string | undefined {
  const [, sign, hours, minutes] = /^\(?(?:GMT|UTC)?\s*([+-])0?(\d{1,2})(?::?(\d\d))?\)?$/i.exec(name) ?? [];
  if (hours === undefined || (minutes !== undefined && minutes !== '00')) return undefined;
  return hours === '0' ? 'UTC' : ianaZone(`Etc/GMT${sign === '+' ? '-' : '+'}${Number(hours)}`);
}
