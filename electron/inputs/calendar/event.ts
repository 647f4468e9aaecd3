import type { BusyTime } from '../../core/model/calendar';
import { cleanLine, LINE_LIMIT } from '../../core/model/scalars';
import { readAddresses } from './addresses';
import type { Component } from './components';
import { LONGEST_UID, MOST_EXCEPTIONS } from './limits';
import { findProperty, type Parsed, parameterOf, parseComponent, textOf } from './parse';
import { ruleText } from './rule-text';
import { type Length, lengthBetween, readDuration, readWhen, type TimeReader, type When } from './times';

/** One VEVENT: a whole event or series, or (with `replaces`) one changed occurrence of a series. */
export interface CalendarEvent {
  line: number;
  uid: string;
  summary: string;
  start: When;
  length: Length;
  rules: string[];
  /** RFC 2445's EXRULE, which old programs still write. */
  exceptRules: string[];
  exceptDates: When[];
  extraDates: { start: When; length?: Length }[];
  /** RECURRENCE-ID: the occurrence that this event stands for. */
  replaces?: When;
  /** RANGE=THISANDFUTURE: and for all that come after it. */
  isFromHere: boolean;
  isCancelled: boolean;
  isAllDay: boolean;
  freeBusy: BusyTime['freeBusy'];
  emails: string[];
  /** Who is newer of two with one UID: SEQUENCE, then when it was changed. */
  sequence: number;
  changed: string;
}

export interface EventReader extends TimeReader {
  myEmails: ReadonlySet<string>;
}

const SPARE = /^(SUMMARY|SEQUENCE|LAST-MODIFIED|DTSTAMP|ORGANIZER|ATTENDEE|X-)/i;

/**
 * Reads one VEVENT.
 * @throws Error whose message says in plain words why it is refused
 */
export function readEvent(component: Component, reader: EventReader): CalendarEvent {
  if (component.damage) throw new Error(component.damage);
  const parsed = parseComponent('VEVENT', component.lines, (line) => SPARE.test(line));
  const whenOf = (name: string): When | undefined => {
    const property = findProperty(parsed, name);
    return property && readWhen(property.values[0], property, component.head, reader);
  };
  const start = whenOf('dtstart');
  if (!start) throw new Error('It has no DTSTART, so that nobody knows when it begins.');
  const length = readLength(parsed, start, whenOf('dtend'));
  const people = readAddresses(parsed, reader.myEmails);
  const isAllDay =
    start.isDate || (isWholeDays(start, length) && textOf(parsed, 'x-microsoft-cdo-alldayevent') === 'TRUE');
  const range = findProperty(parsed, 'recurrence-id');
  const summary = shortLine(textOf(parsed, 'summary'));
  const replaces = whenOf('recurrence-id');

  return {
    line: component.line,
    uid: readUid(parsed) || `no-uid ${start.local} ${summary}`.slice(0, LONGEST_UID),
    summary,
    start,
    length,
    rules: rulesOf(parsed, 'rrule'),
    exceptRules: rulesOf(parsed, 'exrule'),
    exceptDates: datesOf(parsed, 'exdate', component, reader).map(({ start: date }) => date),
    extraDates: datesOf(parsed, 'rdate', component, reader),
    ...(replaces && { replaces }),
    isFromHere: range !== undefined && parameterOf(range, 'range').toUpperCase() === 'THISANDFUTURE',
    isCancelled: textOf(parsed, 'status').toUpperCase() === 'CANCELLED',
    isAllDay,
    freeBusy: length.days + length.milliseconds === 0 ? 'free' : readFreeBusy(parsed, people.myAnswer),
    emails: people.emails,
    sequence: Number(textOf(parsed, 'sequence')) || 0,
    changed: textOf(parsed, 'last-modified') || textOf(parsed, 'dtstamp'),
  };
}

function readUid(parsed: Parsed): string {
  const uid = cleanLine(textOf(parsed, 'uid'));
  if (uid.length > LONGEST_UID) throw new Error(`Its UID is longer than ${LONGEST_UID} characters.`);
  return uid;
}

/** RFC 5545, 3.6.1: without DTEND and DURATION a day lasts one day, and a time takes no time. */
function readLength(parsed: Parsed, start: When, end: When | undefined): Length {
  const text = textOf(parsed, 'duration');
  if (end) {
    const length = lengthBetween(start, end);
    if (length.days + length.milliseconds < 0) throw new Error('It ends before it begins (DTEND before DTSTART).');
    // Some programs end a day on the day itself.
    return start.isDate && length.days === 0 ? { days: 1, milliseconds: 0 } : length;
  }
  if (text === '') return { days: start.isDate ? 1 : 0, milliseconds: 0 };
  const length = readDuration(text);
  if (!length) throw new Error(`Its DURATION "${cleanLine(text).slice(0, 40)}" is no length of time.`);
  if (length.isNegative) throw new Error(`Its DURATION "${cleanLine(text).slice(0, 40)}" ends before it begins.`);
  if (!start.isDate) return { days: length.days, milliseconds: length.milliseconds };
  return { days: Math.max(1, length.days + Math.ceil(length.milliseconds / 86_400_000)), milliseconds: 0 };
}

/** An all-day event as Exchange writes it for some: midnight to midnight in a zone. */
function isWholeDays(start: When, length: Length): boolean {
  return start.local.endsWith('T00:00:00') && length.days * 24 + length.milliseconds / 3_600_000 >= 23;
}

function rulesOf(parsed: Parsed, name: string): string[] {
  return parsed.properties.filter((property) => property.name === name).map(ruleText);
}

function datesOf(
  parsed: Parsed,
  name: string,
  component: Component,
  reader: EventReader,
): { start: When; length?: Length }[] {
  const properties = parsed.properties.filter((property) => property.name === name);
  const count = properties.reduce((sum, { values }) => sum + values.length, 0);
  if (count > MOST_EXCEPTIONS) throw new Error(`It has more than ${MOST_EXCEPTIONS} ${name.toUpperCase()} dates.`);
  return properties.flatMap((property) =>
    property.values
      .filter((value) => value !== '--T::' && value !== '--')
      .map((value) => {
        const read = (text: unknown) => readWhen(text, property, component.head, reader);
        if (!Array.isArray(value)) return { start: read(value) };
        // A PERIOD: begin and end, or begin and length.
        const [begin, until] = value;
        const start = read(begin);
        const length = readDuration(String(until)) ?? lengthBetween(start, read(until));
        if (length.days + length.milliseconds < 0)
          throw new Error(`A period of its ${name.toUpperCase()} ends before it begins.`);
        return { start, length: { days: length.days, milliseconds: length.milliseconds } };
      }),
  );
}

/** What Outlook shows others comes first, for it is the person's own choice; then TRANSP, STATUS and my answer. */
function readFreeBusy(parsed: Parsed, myAnswer: string | undefined): BusyTime['freeBusy'] {
  if (myAnswer === 'DECLINED') return 'free';
  const shown = textOf(parsed, 'x-microsoft-cdo-busystatus').toUpperCase();
  if (shown === 'FREE' || shown === 'WORKINGELSEWHERE') return 'free';
  if (shown === 'TENTATIVE') return 'tentative';
  if (shown === 'BUSY' || shown === 'OOF') return 'busy';
  if (textOf(parsed, 'transp').toUpperCase() === 'TRANSPARENT') return 'free';
  if (textOf(parsed, 'status').toUpperCase() === 'TENTATIVE') return 'tentative';
  return myAnswer === 'TENTATIVE' || myAnswer === 'NEEDS-ACTION' ? 'tentative' : 'busy';
}

/** One line of text that comes from outside, as long as one may be, never cut within a character. */
export function shortLine(text: string): string {
  return cleanLine(text.slice(0, LINE_LIMIT * 4))
    .slice(0, LINE_LIMIT)
    .replace(/[\ud800-\udbff]$/, '');
}
