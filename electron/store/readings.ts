import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type BusyTime, type Reading, readingSchema } from '../core/model/calendar';
import { isPlainInstant } from '../core/model/scalars';
import type { State } from '../core/model/state';
import type { Desk } from './desk';
import { listFolder, readText, writeDurably } from './durable';
import type { Layout } from './layout';
import { publish } from './publish';
import type { Book } from './schemas/v1';
import { codeOf } from './trouble';
import { KEPT_DAYS } from './undo';
import { isPlain } from './unknown';

/**
 * What was last read of each calendar, in a folder of its own: `<calendarId>.json`, and `<calendarId>.ics`, the last
 * good text. A cache: no part of backups or undo, and what can't be understood is left out, to be read again.
 */
export async function readReadings(layout: Layout, { calendars }: Book): Promise<State['readings']> {
  const found = await Promise.all(calendars.map(({ id }) => readReading(layout, id)));
  return Object.fromEntries(found.flatMap((reading) => (reading ? [[reading.calendarId, reading]] : [])));
}

/** A calendar has thousands of busy times, and the start waits for them: they are only looked at, which is much faster. */
const cacheSchema = readingSchema.extend({
  busy: z.custom<BusyTime[]>((list) => Array.isArray(list) && list.every(isBusyTime)),
});

function isBusyTime(value: unknown): boolean {
  if (!isPlain(value)) return false;
  const { uid, summary, startsAt, endsAt, isAllDay, freeBusy, emails } = value;
  return (
    typeof uid === 'string' &&
    typeof summary === 'string' &&
    typeof startsAt === 'string' &&
    isPlainInstant(startsAt) &&
    typeof endsAt === 'string' &&
    isPlainInstant(endsAt) &&
    (isAllDay === undefined || typeof isAllDay === 'boolean') &&
    (freeBusy === 'busy' || freeBusy === 'tentative' || freeBusy === 'free') &&
    (emails === undefined || (Array.isArray(emails) && emails.every((email) => typeof email === 'string')))
  );
}

async function readReading(layout: Layout, calendarId: string): Promise<Reading | undefined> {
  try {
    const text = await readText(pathOf(layout, calendarId, 'json'));
    const reading = text === undefined ? undefined : cacheSchema.safeParse(JSON.parse(text)).data;
    return reading?.calendarId === calendarId ? reading : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps what was read of a calendar, and the text it was read from if that is new, and publishes it. Nothing of a
 * calendar that is not there any more. A full disk keeps nobody from knowing what was read: then it holds until the end.
 */
export async function keepReading(desk: Desk, reading: Reading, text?: string): Promise<void> {
  if (!desk.state.calendars.some((calendar) => calendar.id === reading.calendarId)) return;
  await desk.lock.assertMine();
  try {
    await writeReading(desk, reading, text);
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
  }
  publish(desk, { ...desk.state, readings: { ...desk.state.readings, [reading.calendarId]: reading } });
}

/** Writes what was read of a calendar, and the text it was read from where that is another one now. */
export async function writeReading({ layout }: Desk, reading: Reading, text?: string): Promise<void> {
  // The text first: an older one beside a newer reading would be believed.
  if (text !== undefined) await writeDurably(pathOf(layout, reading.calendarId, 'ics'), text);
  await writeDurably(pathOf(layout, reading.calendarId, 'json'), `${JSON.stringify(reading)}\n`);
}

/** The last good text of a calendar; nothing when there is none or it can't be read. */
export async function readCalendarText({ layout }: Desk, calendarId: string): Promise<string | undefined> {
  return await readText(pathOf(layout, calendarId, 'ics')).catch(() => undefined);
}

/** Removes what is kept of calendars that are no longer in the book, once their removal can't be undone any more. */
export async function dropStrayReadings(layout: Layout, { calendars, tombstones }: Book, now: Temporal.Instant) {
  const limit = now.subtract({ hours: KEPT_DAYS * 24 });
  const isUndoable = ({ deletedAt }: { deletedAt: string }) => Temporal.Instant.compare(deletedAt, limit) > 0;
  const wanted = [...calendars, ...tombstones.filter(isUndoable)].flatMap(({ id }) => listReadingFiles(layout, id));
  const strays = (await listFolder(layout.calendars)).filter((name) => !wanted.includes(name));
  await Promise.all(strays.map((name) => rm(join(layout.calendars, name), { force: true })));
}

/** The names of the files that are kept of a calendar. */
export function listReadingFiles(layout: Layout, calendarId: string): string[] {
  return (['json', 'ics'] as const).map((kind) => basename(pathOf(layout, calendarId, kind)));
}

/** An id that is no plain name, as an import may bring, is never part of a path. */
function pathOf({ calendars }: Layout, calendarId: string, kind: 'json' | 'ics'): string {
  const isPlainName = /^[A-Za-z0-9_-]+$/.test(calendarId);
  const name = isPlainName ? calendarId : `~${createHash('sha256').update(calendarId).digest('hex')}`;
  return join(calendars, `${name}.${kind}`);
}
