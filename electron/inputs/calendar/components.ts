import { DEEPEST, LARGEST_COMPONENT, MOST_ATTENDEES, MOST_EVENTS } from './limits';
import { type Line, unfoldLines } from './lines';

/** What one VCALENDAR says about all of its events; a file may hold several. */
export interface CalendarHead {
  name?: string;
  /** X-WR-TIMEZONE. */
  timeZone?: string;
  /** Which program wrote it. */
  program: string;
  /** VTIMEZONEs by their TZID. */
  zones: Map<string, Component>;
}

/** One VEVENT, VFREEBUSY or VTIMEZONE, with those of its lines that are read. */
export interface Component {
  name: string;
  /** Where it begins in the file, from 1. */
  line: number;
  lines: string[];
  head: CalendarHead;
  /** Why it can't be read, when a line of it is damaged. */
  damage?: string;
}

export interface Components {
  heads: CalendarHead[];
  events: Component[];
  freeBusy: Component[];
  /** How many events there are beyond the most that are read. */
  left: number;
}

/** The properties that say when an event is: one that is damaged would put the event at a wrong time. */
const TIMES = new Set(
  'UID DTSTART DTEND DURATION RRULE EXRULE EXDATE RDATE RECURRENCE-ID STATUS TRANSP FREEBUSY'.split(' '),
);
const OTHERS = new Set(
  'SUMMARY SEQUENCE LAST-MODIFIED DTSTAMP ORGANIZER ATTENDEE X-MICROSOFT-CDO-BUSYSTATUS X-MICROSOFT-CDO-ALLDAYEVENT'.split(
    ' ',
  ),
);
/** Components that never stand inside another one but VCALENDAR: the one before them was not ended. */
const OUTER = new Set(['VCALENDAR', 'VEVENT', 'VFREEBUSY', 'VTIMEZONE', 'VTODO', 'VJOURNAL']);
const READ = new Set(['VEVENT', 'VFREEBUSY', 'VTIMEZONE']);

/**
 * Splits a calendar into its components, so that each can be parsed by itself. A missing or misplaced END never takes
 * another component along: what stands outside of one is left out.
 */
export function splitComponents(text: string, myEmails: ReadonlySet<string>): Components {
  const found: Components = { heads: [], events: [], freeBusy: [], left: 0 };
  let head: CalendarHead | undefined;
  let open: Component | undefined;
  /** Names of the components inside the open one (alarms, the halves of a zone), or of one that is not read. */
  let inside: string[] = [];
  let last = '';
  let attendees = 0;
  let size = 0;

  const beginHead = (): CalendarHead => {
    head = { program: '', zones: new Map() };
    found.heads.push(head);
    return head;
  };
  const close = () => {
    if (open?.name === 'VTIMEZONE') {
      for (; inside.length > 0; inside.pop()) open.lines.push(`END:${inside.at(-1)}`);
      const tzid = open.lines.find((line) => /^TZID[:;]/i.test(line));
      if (tzid) open.head.zones.set(readZoneName(tzid), open);
    }
    open = undefined;
    inside = [];
  };
  const begin = (name: string, line: number) => {
    if (!OUTER.has(name)) {
      if (inside.length >= DEEPEST) return;
      if (open?.name === 'VTIMEZONE') open.lines.push(`BEGIN:${name}`);
      inside.push(name);
      return;
    }
    close();
    if (name === 'VCALENDAR') beginHead();
    else if (!READ.has(name)) inside = [name];
    else if (name === 'VEVENT' && found.events.length >= MOST_EVENTS) {
      found.left += 1;
      inside = [name];
    } else {
      open = { name, line, lines: [], head: head ?? beginHead() };
      last = '';
      attendees = 0;
      size = 0;
      if (name === 'VEVENT') found.events.push(open);
      if (name === 'VFREEBUSY') found.freeBusy.push(open);
    }
  };
  const end = (name: string) => {
    if (OUTER.has(name)) return close();
    const depth = inside.lastIndexOf(name);
    if (depth < 0) return;
    while (inside.length > depth) {
      const ended = inside.pop();
      if (open?.name === 'VTIMEZONE') open.lines.push(`END:${ended}`);
    }
  };
  const keep = (component: Component, line: Line) => {
    const name = /^([A-Za-z0-9-]+)[;:]/.exec(line.text)?.[1]?.toUpperCase();
    if (component.name === 'VTIMEZONE') {
      size += line.text.length;
      if (name && !line.isCut && size < LARGEST_COMPONENT) component.lines.push(line.text);
      return;
    }
    if (inside.length > 0) return;
    if (name === undefined) {
      // The rest of a text that was broken in two is harmless, the rest of a date is not.
      const begun = /^[A-Za-z0-9-]+/.exec(line.text)?.[0].toUpperCase() ?? '';
      if (TIMES.has(last) || TIMES.has(begun)) component.damage ??= `Line ${line.number} of the file is damaged.`;
      return;
    }
    last = name;
    if (!TIMES.has(name) && !OTHERS.has(name)) return;
    if (name === 'ATTENDEE' && ++attendees > MOST_ATTENDEES && !namesMe(line.text, myEmails)) return;
    size += line.text.length;
    if (size > LARGEST_COMPONENT) component.damage ??= 'It is too long to be an event of a person.';
    else if (!line.isCut) component.lines.push(line.text);
    else if (TIMES.has(name)) component.damage ??= `Line ${line.number} of the file is too long.`;
  };

  for (const line of unfoldLines(text)) {
    const [, edge, name = ''] = /^(BEGIN|END)\s*:\s*([A-Za-z0-9-]+)\s*$/i.exec(line.text) ?? [];
    if (edge?.toUpperCase() === 'BEGIN') begin(name.toUpperCase(), line.number);
    else if (edge) end(name.toUpperCase());
    else if (open) keep(open, line);
    else if (head && inside.length === 0) readHead(head, line.text);
  }
  close();
  return found;
}

function readHead(head: CalendarHead, line: string): void {
  const [, name = '', value = ''] = /^([A-Za-z0-9-]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? [];
  const plain = value
    .replace(/\\n/gi, ' ')
    .replace(/\\([\\;,])/g, '$1')
    .trim();
  if (plain === '') return;
  const upper = name.toUpperCase();
  if (upper === 'X-WR-CALNAME' || (upper === 'NAME' && head.name === undefined)) head.name = plain;
  if (upper === 'X-WR-TIMEZONE') head.timeZone = plain;
  if (upper === 'PRODID') head.program = plain;
}

function readZoneName(line: string): string {
  return line
    .slice(line.indexOf(':') + 1)
    .replace(/\\([\\;,])/g, '$1')
    .trim();
}

function namesMe(line: string, myEmails: ReadonlySet<string>): boolean {
  const lower = line.toLowerCase();
  for (const email of myEmails) if (lower.includes(email)) return true;
  return false;
}
