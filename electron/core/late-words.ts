import { sayTime } from './days';
import type { LateItem, Way } from './late';

/** A way to meet the day in English words, for the command line and Markdown; times are those of the zone. */
export function sayWay(way: Way, timeZone: string): string {
  switch (way.kind) {
    case 'longer':
      return `make the call ${way.minutes} minutes long on ${sayTime(way.occurrence.startsAt, timeZone)}`;
    case 'extra':
      return `have an extra call on ${sayTime(way.slot.startsAt, timeZone)}`;
    case 'callback':
      return `call back on ${sayTime(way.startsAt, timeZone)}`;
    case 'written':
      return 'answer in writing';
  }
}

/** All ways of an item: "make the call … long, have an extra call …, or answer in writing". */
export function sayWays({ ways }: Pick<LateItem, 'ways'>, timeZone: string): string {
  const said = ways.map((way) => sayWay(way, timeZone));
  const last = said.at(-1) ?? '';
  return said.length < 2 ? last : `${said.slice(0, -1).join('; ')}; or ${last}`;
}
