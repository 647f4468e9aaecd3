import ICAL from 'ical.js';

/** A calendar's text as another program reads it: ical.js, with no way around for what is not right. */
export function readStrictly(text: string): ICAL.Component {
  for (const line of text.split('\r\n')) {
    if (Buffer.byteLength(line) > 75) throw new Error(`A line is longer than 75 octets: ${line}`);
    if (/[\r\n]/.test(line)) throw new Error(`A line does not end with CRLF: ${line}`);
  }
  if (!text.endsWith('END:VCALENDAR\r\n')) throw new Error('The calendar does not end.');
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const name of ['prodid', 'version']) if (!calendar.hasProperty(name)) throw new Error(`There is no ${name}.`);
  const zones = new Set(calendar.getAllSubcomponents('vtimezone').map((zone) => zone.getFirstPropertyValue('tzid')));
  for (const event of calendar.getAllSubcomponents('vevent')) {
    for (const name of ['uid', 'dtstamp', 'dtstart'])
      if (event.getAllProperties(name).length !== 1) throw new Error(`An event has no ${name}.`);
    for (const property of event.getAllProperties()) {
      const zone = property.getFirstParameter('tzid');
      if (zone && !zones.has(zone)) throw new Error(`There is no VTIMEZONE ${zone}.`);
    }
  }
  return calendar;
}

/** Values of a property by name, as they are written. */
export function valuesOf(component: ICAL.Component | undefined, name: string): string[] {
  return (component?.getAllProperties(name) ?? []).map((property) => String(property.getFirstValue()));
}

/** The lines of a property as they stand in the text, unfolded: `DTSTART;TZID=Europe/Vienna:20261127T100000`. */
export function linesOf(text: string, name: string): string[] {
  const lines = text.replaceAll('\r\n ', '').split('\r\n');
  return lines.filter((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`));
}
