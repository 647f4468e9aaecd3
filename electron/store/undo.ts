import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { calendarSchema } from '../core/model/calendar';
import { callSchema } from '../core/model/call';
import { type Change, changeSchema } from '../core/model/change';
import { clientSchema } from '../core/model/client';
import { offerSchema } from '../core/model/offer';
import { Refusal } from '../core/model/problem';
import { requestSchema } from '../core/model/request';
import { deviceSchema, settingsSchema } from '../core/model/settings';
import { strangerSchema } from '../core/model/stranger';
import { listFolder, readText } from './durable';
import { digestOf, type Edit, type Edits, type Stamped } from './edits';
import { layOut } from './layout';
import { CURRENT_VERSION } from './schemas/versions';

/** For so many days a change can be undone. */
export const KEPT_DAYS = 7;

function traceOf<R extends z.ZodType>(record: R) {
  return z.object({
    id: z.string(),
    before: record.nullable(),
    /** Digest of what the record said afterwards. */ after: z.string().nullable(),
  });
}
const placedTraceSchema = traceOf(requestSchema).extend({ from: z.string().optional(), to: z.string() });

/** One change as it is kept for undo: what the records were, and how to know whether they changed since. */
export const undoSchema = z.object({
  version: z.string(),
  ...changeSchema.shape,
  touched: z.object({
    settings: z.array(traceOf(settingsSchema)),
    device: z.array(traceOf(deviceSchema)),
    clients: z.array(traceOf(clientSchema)),
    calls: z.array(traceOf(callSchema)),
    // Not in what version 1.0 wrote.
    calendars: z.array(traceOf(calendarSchema)).default([]),
    offers: z.array(traceOf(offerSchema)).default([]),
    // Nor in what 1.1 wrote.
    strangers: z.array(traceOf(strangerSchema)).default([]),
    requests: z.array(placedTraceSchema),
  }),
});
export type UndoFile = z.infer<typeof undoSchema>;

/** What can be undone, oldest first, by the names of its files: they begin with a number, which no clock can disorder. */
export interface UndoTrail {
  names: string[];
  /** What was read of them, by their names; such a file is never written again. */
  read: Map<string, Change>;
}

/** Reads which changes are there; not what they are. */
export async function openTrail(home: string): Promise<UndoTrail> {
  const names = (await listFolder(layOut(home).undo)).filter((name) => sequenceOf(name) !== undefined);
  return { names: names.sort(), read: new Map() };
}

function sequenceOf(name: string): number | undefined {
  const match = /^(\d{10})-.+\.json$/.exec(name);
  return match ? Number(match[1]) : undefined;
}

/** The name of the next change's file. */
export function nameNext(trail: UndoTrail, changeId: string): string {
  const last = trail.names.at(-1);
  const sequence = (last === undefined ? 0 : (sequenceOf(last) ?? 0)) + 1;
  return `${String(sequence).padStart(10, '0')}-${changeId}.json`;
}

/** Finds the file of a change, or of the last one; refuses when there is none. */
export function findName(trail: UndoTrail, changeId?: string): string {
  const name =
    changeId === undefined ? trail.names.at(-1) : trail.names.findLast((each) => each.slice(11) === `${changeId}.json`);
  if (name !== undefined) return name;
  const message = changeId === undefined ? 'There is nothing to undo.' : `There is no change ${changeId} to undo.`;
  throw new Refusal({ code: 'nothing-to-undo', message, action: `Changes can be undone once, for ${KEPT_DAYS} days.` });
}

/** What a change did, for its file. */
export function traceEdits(change: Change, edits: Edits): UndoFile {
  const trace = <R extends Stamped>({ id, before, after }: Edit<R>) => ({
    id,
    before: before ?? null,
    after: after ? digestOf(after) : null,
  });
  return {
    version: CURRENT_VERSION,
    ...change,
    touched: {
      settings: edits.settings.map(trace),
      device: edits.device.map(trace),
      clients: edits.clients.map(trace),
      calls: edits.calls.map(trace),
      calendars: edits.calendars.map(trace),
      offers: edits.offers.map(trace),
      strangers: edits.strangers.map(trace),
      requests: edits.requests.map((edit) => ({ ...trace(edit), ...(edit.from && { from: edit.from }), to: edit.to })),
    },
  };
}

/** Reads one change; nothing when its file can't be understood. */
export async function readUndo(home: string, name: string): Promise<UndoFile | undefined> {
  const text = await readText(join(layOut(home).undo, name));
  try {
    return undoSchema.safeParse(JSON.parse(text ?? '')).data;
  } catch {
    return undefined;
  }
}

/** Where the records of a change are found now. */
export interface Present {
  current: { [C in keyof Edits]: (id: string, place: string) => NonNullable<Edits[C][number]['after']> | undefined };
  /** The stamp of the tombstone of a deleted record. */
  floor: (id: string, place: string) => string | undefined;
}

/** The edits that take a change back. Refuses when a record of it says something else since. */
export function invert(undo: UndoFile, { current, floor }: Present): Edits {
  function inverse<R extends Stamped>(
    trace: { id: string; before: R | null; after: string | null },
    now: R | undefined,
    place = 'book',
  ): Edit<R> {
    if ((now ? digestOf(now) : null) !== trace.after) throw refuseChanged(undo, trace.id, now ?? trace.before);
    const stamp = now ? undefined : floor(trace.id, place);
    return {
      id: trace.id,
      ...(now && { before: now }),
      ...(trace.before && { after: trace.before }),
      ...(stamp && { floor: stamp }),
    };
  }
  const { settings, device, clients, calls, calendars, offers, strangers, requests } = undo.touched;
  return {
    settings: settings.map((trace) => inverse(trace, current.settings(trace.id, 'book'))),
    device: device.map((trace) => inverse(trace, current.device(trace.id, 'book'))),
    clients: clients.map((trace) => inverse(trace, current.clients(trace.id, 'book'))),
    calls: calls.map((trace) => inverse(trace, current.calls(trace.id, 'book'))),
    calendars: calendars.map((trace) => inverse(trace, current.calendars(trace.id, 'book'))),
    offers: offers.map((trace) => inverse(trace, current.offers(trace.id, 'book'))),
    strangers: strangers.map((trace) => inverse(trace, current.strangers(trace.id, 'book'))),
    requests: requests.map((trace) => ({
      ...inverse(trace, current.requests(trace.id, trace.to), trace.to),
      from: trace.to,
      to: trace.from ?? trace.to,
    })),
  };
}

function refuseChanged(undo: UndoFile, id: string, record: object | null | undefined): Refusal {
  const label = record && 'name' in record ? record.name : record && 'subject' in record ? record.subject : undefined;
  const what = typeof label === 'string' && label !== '' ? `"${label}" (${id})` : id;
  return new Refusal({
    code: 'changed-since',
    message: `This can't be undone: ${what} was changed since ${undo.at}.`,
    field: id,
    action: 'Undo the later changes first, or put it right by hand.',
  });
}

/** Whether a change is too old to be undone. */
export function isExpired(at: string, now: Temporal.Instant): boolean {
  return now.epochMilliseconds - Temporal.Instant.from(at).epochMilliseconds > KEPT_DAYS * 86_400_000;
}

/** Deletes what is too old, from the oldest on until the first that is not. */
export async function expireUndo(home: string, trail: UndoTrail, now: Temporal.Instant): Promise<void> {
  for (const name of [...trail.names]) {
    const undo = await readUndo(home, name);
    if (undo && !isExpired(undo.at, now)) {
      // From the future: the clock went back, and says nothing about those that follow.
      if (Temporal.Instant.compare(undo.at, now) > 0) continue;
      return;
    }
    await rm(join(layOut(home).undo, name), { force: true });
    trail.names = trail.names.filter((each) => each !== name);
  }
}
