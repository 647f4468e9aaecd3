import ICAL from 'ical.js';

/** A property as RFC 7265 (jCal) has it: dates are written `2026-11-27T10:00:00`, names and parameters in lower case. */
export interface Property {
  name: string;
  params: Record<string, string | string[]>;
  type: string;
  values: unknown[];
}

export interface Parsed {
  name: string;
  properties: Property[];
  parts: Parsed[];
}

type JCal = [name: string, properties: [string, Property['params'], string, ...unknown[]][], parts: JCal[]];

/**
 * The properties of one component. A line that can't be read is left out when `isSpare` says that the component can
 * do without it, else the component is refused.
 * @throws Error with the line in its words
 */
export function parseComponent(name: string, lines: readonly string[], isSpare: (line: string) => boolean): Parsed {
  try {
    return parseLines(name, lines);
  } catch {
    // Which of them it is, is found out only now: nearly every component is sound.
    const sound = lines.filter((line) => {
      try {
        parseLines(name, [line]);
        return true;
      } catch {
        if (isSpare(line)) return false;
        throw new Error(`"${line.slice(0, 80)}" can not be read.`);
      }
    });
    return parseLines(name, sound);
  }
}

function parseLines(name: string, lines: readonly string[]): Parsed {
  // ical.js declares its answer as an object of any shape; RFC 7265 says which. Values are checked where they are used.
  const jcal = ICAL.parse([`BEGIN:${name}`, ...lines.map(quoteZone), `END:${name}`].join('\r\n')) as JCal;
  return readJCal(jcal);
}

function readJCal([name, properties, parts]: JCal): Parsed {
  return {
    name,
    properties: properties.map(([property, params, type, ...values]) => ({ name: property, params, type, values })),
    parts: parts.map(readJCal),
  };
}

/**
 * Outlook names zones such as `(UTC+01:00) Amsterdam, Berlin` without the quotes that a colon needs. The value of a
 * time has no colon, so the last one ends the parameters.
 */
function quoteZone(line: string): string {
  if (!/^(DTSTART|DTEND|EXDATE|RDATE|RECURRENCE-ID)[;:]/i.test(line)) return line;
  const colon = line.lastIndexOf(':');
  const begin = line.toUpperCase().indexOf(';TZID=') + ';TZID='.length;
  if (begin < ';TZID='.length || colon < begin || line[begin] === '"') return line;
  const next = line.indexOf(';', begin);
  const end = next >= 0 && next < colon ? next : colon;
  return `${line.slice(0, begin)}"${line.slice(begin, end).replaceAll('"', '')}"${line.slice(end)}`;
}

/** The first property of that name. */
export function findProperty(parsed: Parsed, name: string): Property | undefined {
  return parsed.properties.find((property) => property.name === name);
}

/** The first value of the first property of that name as text; empty where there is none. */
export function textOf(parsed: Parsed, name: string): string {
  const value = findProperty(parsed, name)?.values[0];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** A parameter as text; its first value where it has several. */
export function parameterOf(property: Property, name: string): string {
  const value = property.params[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
}
