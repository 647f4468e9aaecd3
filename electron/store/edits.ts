import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import { monthOf } from '../core/days';
import { type Calendar, calendarSchema } from '../core/model/calendar';
import { callSchema, type StandingCall } from '../core/model/call';
import { type Client, clientSchema } from '../core/model/client';
import { type Offer, offerSchema } from '../core/model/offer';
import { Refusal } from '../core/model/problem';
import { type Request, requestSchema } from '../core/model/request';
import { type Device, deviceSchema, type Settings, settingsSchema } from '../core/model/settings';
import { type Stranger, strangerSchema } from '../core/model/stranger';
import { isOver, lastContact } from '../core/records';
import { sayIssue } from './examine';
import { keepUnknown } from './unknown';

/** What every record has. */
export interface Stamped {
  id: string;
  updatedAt: string;
  updatedBy: string;
}

/** What happens to one record: `before` is absent when it is new, `after` when it is deleted. */
export interface Edit<R extends Stamped> {
  id: string;
  before?: R;
  after?: R;
  /** A stamp that the new one has to be later than, where `before` does not tell: that of a tombstone. */
  floor?: string;
}

/** Where a request is kept: among the open ones, or in the history of a month (`YYYY-MM`). */
export type Place = 'open' | (string & {});

export interface RequestEdit extends Edit<Request> {
  /** Where it, or its tombstone, is before. */
  from?: Place;
  /** Where it, or its tombstone, is after. */
  to: Place;
}

/** Everything that one change does, by collection. */
export interface Edits {
  settings: Edit<Settings>[];
  device: Edit<Device>[];
  clients: Edit<Client>[];
  calls: Edit<StandingCall>[];
  calendars: Edit<Calendar>[];
  offers: Edit<Offer>[];
  strangers: Edit<Stranger>[];
  requests: RequestEdit[];
}

/** Nothing to do. */
export const NO_EDITS: Edits = {
  settings: [],
  device: [],
  clients: [],
  calls: [],
  calendars: [],
  offers: [],
  strangers: [],
  requests: [],
};

/** Whether there is nothing to do. */
export function isIdle(edits: Edits): boolean {
  return Object.values(edits).every((list) => list.length === 0);
}

/** Where a request belongs by what it says itself. */
export function placeOf(request: Request): Place {
  return isOver(request) ? monthOf(request.closedAt ?? lastContact(request).at) : 'open';
}

/** Who changes records, and when. */
export interface Stamping {
  now: Temporal.Instant;
  device: string;
  /** Whether properties unknown to the model stay: the file they go to was last written by a later version. */
  keepsUnknown: boolean;
}

/**
 * Validates, leaves out what did not really change, and stamps. A stamp is always later than the one before it,
 * even if the clock went back. Refuses with the field that is wrong.
 */
export function prepareEdits(edits: Edits, stamping: Stamping): Edits {
  return {
    settings: prepare(edits.settings, settingsSchema, stamping),
    device: prepare(edits.device, deviceSchema, stamping),
    clients: prepare(edits.clients, clientSchema, stamping),
    calls: prepare(edits.calls, callSchema, stamping),
    calendars: prepare(edits.calendars, calendarSchema, stamping),
    offers: prepare(edits.offers, offerSchema, stamping),
    strangers: prepare(edits.strangers, strangerSchema, stamping),
    requests: prepare(edits.requests, requestSchema, stamping).map((edit) => ({
      ...edit,
      to: edit.after
        ? placeOf(edit.after)
        : edit.from && edit.from !== 'open'
          ? edit.from
          : monthOf(stamping.now.toString()),
    })),
  };
}

function prepare<R extends Stamped, E extends Edit<R>>(
  edits: readonly E[],
  schema: z.ZodType<R>,
  stamping: Stamping,
): E[] {
  return edits.flatMap((edit) => {
    if (!edit.after) return edit.before ? [edit] : [];
    const parsed = schema.safeParse(edit.after);
    if (!parsed.success) throw refuseInvalid(edit.after, parsed.error);
    const after = stamping.keepsUnknown ? keepUnknown<R>(edit.after, parsed.data) : parsed.data;
    if (edit.before && contentOf(edit.before) === contentOf(after)) return [];
    const updatedAt = stampAfter(edit.before?.updatedAt ?? edit.floor, stamping.now);
    return [{ ...edit, after: { ...after, updatedAt, updatedBy: stamping.device } }];
  });
}

/** A stamp of now, to the millisecond, that is later than the former one. */
export function stampAfter(former: string | undefined, now: Temporal.Instant): string {
  const floor = former === undefined ? 0 : Temporal.Instant.from(former).epochMilliseconds + 1;
  const ms = Math.max(now.epochMilliseconds, floor);
  return Temporal.Instant.fromEpochMilliseconds(ms).toString({ smallestUnit: 'millisecond' });
}

function refuseInvalid(record: Stamped, error: z.ZodError): Refusal {
  const [issue] = error.issues;
  const what = issue ? sayIssue(issue) : 'it is not valid';
  return new Refusal({
    code: 'invalid',
    message: `Nothing was saved: ${record.id || 'a record'} would not be valid: ${what}.`,
    ...(issue && { field: issue.path.map(String).join('.') }),
  });
}

/** What a record says, without who changed it when: equal exactly when nothing a person entered differs. */
export function contentOf(record: Stamped): string {
  const { updatedAt: _at, updatedBy: _by, ...content } = record;
  return JSON.stringify(content, sortKeys);
}

/** A short name for what a record says. */
export function digestOf(record: Stamped): string {
  return createHash('sha256').update(contentOf(record)).digest('hex').slice(0, 32);
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
