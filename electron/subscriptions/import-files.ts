import { makeCalendar } from '../core/calendars';
import type { Calendar, Reading } from '../core/model/calendar';
import { Refusal } from '../core/model/problem';
import { LINE_LIMIT } from '../core/model/scalars';
import type { State } from '../core/model/state';
import type { Moment } from '../core/moment';
import { type ReadText, readTextHere, type TextContent } from './read-text';
import { CALENDAR_LIMIT, CALENDAR_LIMIT_TEXT } from './source-answer';
import { outdatedAt, windowAt } from './window';

export interface TextFile {
  name: string;
  text: string;
}

interface Refused {
  file: string;
  line?: number;
  reason: string;
}

export interface ImportReach {
  moment: Moment;
  readText?: ReadText | undefined;
  readKept: (calendarId: string) => Promise<string | undefined>;
}

/** What files of calendars are to become; counted in events. */
export interface ImportedCalendars {
  calendars: { calendar: Calendar; isNew: boolean; reading: Reading; text: string }[];
  created: number;
  updated: number;
  skipped: number;
  refused: Refused[];
}

/** Whether a file is to be taken for a calendar. */
export function isCalendarFile({ name, text }: TextFile): boolean {
  return /\.(ics|ical|ifb)$/i.test(name) || /^\s*BEGIN:VCALENDAR/i.test(text.slice(0, 1000).replace(/^\uFEFF/, ''));
}

/**
 * Reads files that each become a calendar of their own. One that is there already is known by its whole text, or by the
 * name of the file together with the name that the calendar gives itself, and is brought up to date.
 */
export async function importFiles(
  files: readonly TextFile[],
  state: Pick<State, 'settings' | 'calendars' | 'readings'>,
  reach: ImportReach,
): Promise<ImportedCalendars> {
  const imported: ImportedCalendars = { calendars: [], created: 0, updated: 0, skipped: 0, refused: [] };
  for (const file of files) {
    const { name, text } = file;
    const content = await readContent(file, state, reach);
    if ('reason' in content) {
      imported.refused.push({ file: name, ...content });
      continue;
    }
    imported.refused.push(...content.refused.map((each) => ({ file: name, ...each })));
    // A file of which nothing can be used is no calendar to keep.
    if (content.events === 0 && content.refused.length > 0) continue;
    const former = await findFormer(file, state, imported, reach);
    if (former?.text === text) {
      imported.skipped += content.events;
      continue;
    }
    const known = former?.reading && gatherEvents(former.reading);
    const found = gatherEvents(content);
    const fresh = [...found].filter(([uid]) => !known?.has(uid)).length;
    const changed = [...found].filter(([uid, said]) => known?.has(uid) && known.get(uid) !== said).length;
    imported.created += known ? fresh : content.events;
    imported.updated += changed;
    imported.skipped += known ? Math.max(0, content.events - fresh - changed) : 0;
    const calendar = former?.calendar ?? nameCalendar(file, content, reach.moment);
    const reading = makeReading(calendar, content, state, reach);
    imported.calendars = imported.calendars.filter((each) => each.calendar.id !== calendar.id);
    imported.calendars.push({ calendar, isNew: !state.calendars.includes(calendar), reading, text });
  }
  return imported;
}

async function readContent(
  { text }: TextFile,
  { settings }: Pick<State, 'settings'>,
  { moment, readText = readTextHere }: ImportReach,
): Promise<TextContent | { reason: string }> {
  if (Buffer.byteLength(text) > CALENDAR_LIMIT) return { reason: `It is longer than ${CALENDAR_LIMIT_TEXT}.` };
  try {
    return await readText(text, windowAt(moment.now, settings));
  } catch (error) {
    if (error instanceof Refusal) return { reason: error.problem.message };
    throw error;
  }
}

interface Former {
  calendar: Calendar;
  reading: Reading | undefined;
  text: string | undefined;
}

async function findFormer(
  { name, text }: TextFile,
  { calendars, readings }: Pick<State, 'calendars' | 'readings'>,
  { calendars: before }: ImportedCalendars,
  { readKept }: ImportReach,
): Promise<Former | undefined> {
  const known: Former[] = [...before];
  for (const calendar of calendars) {
    if (calendar.source.kind !== 'import' || before.some((each) => each.calendar.id === calendar.id)) continue;
    known.push({ calendar, reading: readings[calendar.id], text: await readKept(calendar.id) });
  }
  const isSameFile = ({ calendar: { source }, text: kept }: Former) =>
    source.kind === 'import' &&
    source.fileName === nameOfFile(name) &&
    (kept === undefined || readOwnName(kept) === readOwnName(text));
  return known.find((each) => each.text === text) ?? known.find(isSameFile);
}

/** The name that a calendar gives itself. */
function readOwnName(text: string): string | undefined {
  return /^X-WR-CALNAME[^:\r\n]*:(.*)$/im.exec(text)?.[1]?.trim();
}

/** What is said of each event, by its UID. */
function gatherEvents({ busy, recurring }: Pick<Reading, 'busy' | 'recurring'>): Map<string, string> {
  const events = new Map<string, string>();
  for (const each of [...busy, ...recurring])
    events.set(each.uid, `${events.get(each.uid) ?? ''}${JSON.stringify(each)}`);
  return events;
}

/** Without the folders that it lies in: the same file may be named from anywhere. */
function nameOfFile(path: string): string {
  return (path.split(/[\\/]/).at(-1) || 'calendar.ics').slice(-LINE_LIMIT);
}

function nameCalendar({ name: path }: TextFile, { name }: TextContent, moment: Moment): Calendar {
  const fileName = nameOfFile(path);
  const short = fileName.replace(/\.(ics|ical|ifb)$/i, '') || fileName;
  return makeCalendar({ name: name || short, source: { kind: 'import', fileName }, isBusy: true }, moment);
}

function makeReading(
  { id }: Calendar,
  { busy, recurring, refused }: TextContent,
  { settings }: Pick<State, 'settings'>,
  { moment: { now } }: ImportReach,
): Reading {
  const at = now.toString();
  return {
    ...{ calendarId: id, checkedAt: at, readAt: at, nextCheckAt: outdatedAt(now).toString(), failures: 0 },
    ...windowAt(now, settings),
    ...{ busy, recurring, refused },
  };
}
