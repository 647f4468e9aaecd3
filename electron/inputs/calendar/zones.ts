import type { CalendarHead, Component } from './components';
import { type CustomZone, isSameZone, placeInCustomZone, readCustomZone } from './custom-zone';
import { findZone, ianaZone } from './known-zones';
import { MOST_CUSTOM_ZONES } from './limits';

/** What a TZID means: a known zone; one that only the file knows; or why it can't be told. */
export type Zone =
  | { kind: 'known'; timeZone: string }
  | { kind: 'custom'; place: (local: string) => number }
  | { kind: 'unknown'; reason: string };

export type ReadZone = (tzid: string, head: CalendarHead) => Zone;

/**
 * Finds what TZIDs mean in one file. A known name is trusted over the file's own description of it, unless it is short
 * as `EST` is, which programs use for what they like. An unknown one is compared with the known zones over `years`:
 * X-LIC-LOCATION first, then my zone, then all others.
 */
export function makeZoneReader(
  myZone: string,
  years: { from: number; to: number },
  heads: readonly CalendarHead[],
): ReadZone {
  const known = new Map<CalendarHead, Map<string, Zone>>();
  const described = new Map(heads.toReversed().flatMap(({ zones }) => [...zones]));
  let customs = 0;

  const read = (tzid: string, head: CalendarHead): Zone => {
    // Of several calendars in one file, often only the first describes the zones.
    const description = head.zones.get(tzid) ?? described.get(tzid);
    const named = findZone(tzid, myZone);
    if (named && (!description || named === 'UTC' || !isLoose(tzid))) return { kind: 'known', timeZone: named };
    if (!description)
      return { kind: 'unknown', reason: `The time zone "${tzid}" is not known, and the file does not describe it.` };
    customs += 1;
    if (customs > MOST_CUSTOM_ZONES)
      return { kind: 'unknown', reason: `The file describes more than ${MOST_CUSTOM_ZONES} time zones of its own.` };
    try {
      const custom = readCustomZone(description, years);
      const location = locationOf(description);
      const first = [named, location, myZone].filter((zone) => zone !== undefined);
      const same = [...first, ...allZones()].find((zone) => isSameZone(custom, zone, years));
      if (same) return { kind: 'known', timeZone: same };
      // A file that describes a known zone with old rules means the zone, not the rules.
      if (named ?? location) return { kind: 'known', timeZone: named ?? location ?? myZone };
      return { kind: 'custom', place: makePlace(custom) };
    } catch {
      if (named) return { kind: 'known', timeZone: named };
      return { kind: 'unknown', reason: `The time zone "${tzid}" is not known, and its description can not be read.` };
    }
  };

  return (tzid, head) => {
    const zones = known.get(head) ?? new Map<string, Zone>();
    known.set(head, zones);
    const zone = zones.get(tzid) ?? read(tzid, head);
    zones.set(tzid, zone);
    return zone;
  };
}

/** `EST` or `GMT+0100`: with these, programs name zones that have summer time, too. */
function isLoose(tzid: string): boolean {
  return !/[/\s]/.test(tzid);
}

function makePlace(custom: CustomZone): (local: string) => number {
  return (local) => placeInCustomZone(custom, local);
}

function locationOf({ lines }: Component): string | undefined {
  const line = lines.find((each) => /^X-LIC-LOCATION[:;]/i.test(each));
  return line === undefined ? undefined : ianaZone(line.slice(line.indexOf(':') + 1).trim());
}

let zones: readonly string[] | undefined;
function allZones(): readonly string[] {
  zones ??= Intl.supportedValuesOf('timeZone');
  return zones;
}
