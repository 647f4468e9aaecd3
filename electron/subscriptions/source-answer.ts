import type { Temporal } from 'temporal-polyfill';
import type { Problem } from '../core/model/problem';

/** Longest calendar that is read, in bytes, unpacked. */
export const CALENDAR_LIMIT = 20 * 1024 * 1024;
export const CALENDAR_LIMIT_TEXT = '20 MB';

/** What the source of a calendar gave. */
export type SourceAnswer =
  | { kind: 'text'; text: string; etag?: string; lastModified?: string }
  | { kind: 'unchanged' }
  /** Not to be asked again before `retryAt`, where the source said so. */
  | { kind: 'failed'; problem: Problem; retryAt?: Temporal.Instant };

/** By what a source knows whether it has something new: what it said when it was read. */
export interface Known {
  etag?: string | undefined;
  lastModified?: string | undefined;
}

/** What is wrong with a text that should be a whole calendar; nothing when it looks like one. */
export function findFaultOfText(text: string): string | undefined {
  const start = text
    .slice(0, 4096)
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (/^(<!doctype html|<html)/i.test(start))
    return 'a web page came instead of a calendar; perhaps it is only for those who are signed in';
  if (start === '') return 'it is empty';
  if (!/^BEGIN:VCALENDAR/i.test(start)) return 'it is no calendar (it does not begin with BEGIN:VCALENDAR)';
  if (!/END:VCALENDAR\s*$/i.test(text.slice(-4096))) return 'it ends in the middle (END:VCALENDAR is missing)';
  return undefined;
}
