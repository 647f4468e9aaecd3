import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { PRODUCT } from './product';

/** A property in jCal (RFC 7265): name, parameters, type of the value, value. */
export type Property = readonly [name: string, parameters: Record<string, string>, type: string, value: unknown];
/** A component in jCal: name, properties, components within. */
export type Component = readonly [name: string, properties: readonly Property[], components: readonly Component[]];

/** RFC 5545, 3.1: a content line has at most 75 octets without its line break. */
const LINE_OCTETS = 75;

/** A whole calendar as RFC 5545 text: escaped by ical.js, folded, lines ended with CRLF. */
export function writeDocument(properties: readonly Property[], components: readonly Component[]): string {
  const head: Property[] = [
    ['prodid', {}, 'text', PRODUCT],
    ['version', {}, 'text', '2.0'],
    ['calscale', {}, 'text', 'GREGORIAN'],
  ];
  return `${writeComponent(['vcalendar', [...head, ...properties], components]).join('\r\n')}\r\n`;
}

function writeComponent([name, properties, components]: Component): string[] {
  return [
    `BEGIN:${name.toUpperCase()}`,
    // ical.js folds too, but a line that goes on may come out one octet too long.
    ...properties.flatMap((property) => foldLine(ICAL.stringify.property([...property], ICAL.design.icalendar, true))),
    ...components.flatMap(writeComponent),
    `END:${name.toUpperCase()}`,
  ];
}

/** Parts a long line between characters, never within one. */
function foldLine(line: string): string[] {
  const lines: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (octets + size > LINE_OCTETS) {
      lines.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...lines, part];
}

/** A text property. */
export function textProperty(name: string, value: string): Property {
  return [name, {}, 'text', value];
}

/** An instant, written in UTC to the second. */
export function instantProperty(name: string, instant: Temporal.Instant | string): Property {
  return [name, {}, 'date-time', Temporal.Instant.from(instant).toString({ smallestUnit: 'second' })];
}

/** A wall-clock time (`YYYY-MM-DDTHH:MM`) in a zone; floating (RFC 5545, 3.3.5) without one. */
export function localProperty(name: string, local: string, timeZone: string | undefined): Property {
  return [name, timeZone === undefined ? {} : { tzid: timeZone }, 'date-time', `${local}:00`];
}

/** A length of whole minutes. */
export function minutesProperty(name: string, minutes: number): Property {
  return [name, {}, 'duration', `PT${minutes}M`];
}

/** A property that RFC 5545 does not know, written as it is. */
export function nonStandardProperty(name: `x-${string}`, value: string): Property {
  return [name, {}, 'unknown', value];
}
