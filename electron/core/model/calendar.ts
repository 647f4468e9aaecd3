import { z } from 'zod';
import { callSchema } from './call';
import { problemSchema } from './problem';
import {
  dateSchema,
  instantSchema,
  lineSchema,
  recordFields,
  requiredLineSchema,
  timeZoneSchema,
  wholeNumberSchema,
} from './scalars';

/** Where a calendar comes from: a file that another program keeps, an address, or a file that was read once. */
export const calendarSourceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('file'), path: z.string().min(1).max(4096) }),
  z.object({ kind: z.literal('address'), url: z.string().min(1).max(2048) }),
  z.object({ kind: z.literal('import'), fileName: lineSchema }),
]);
export type CalendarSource = z.infer<typeof calendarSourceSchema>;

/** A calendar of the person's own that is read, never written: its busy times are mine. */
export const calendarSchema = z.object({
  ...recordFields,
  name: requiredLineSchema,
  source: calendarSourceSchema,
  /** Whether its events make me busy; else they are only shown. */
  isBusy: z.boolean(),
  /** UIDs of recurring events that the person does not want offered as standing calls again. */
  declined: z.array(z.string().max(500)).max(1000),
  /** Calls of the last days that took place and are not to be offered for the log, by their ids. Absent: none. */
  dismissed: z.array(z.string().max(100)).max(1000).optional(),
});
export type Calendar = z.infer<typeof calendarSchema>;

/** One taking place of an event in a calendar. */
export const busyTimeSchema = z.object({
  uid: z.string(),
  summary: lineSchema,
  startsAt: instantSchema,
  endsAt: instantSchema,
  isAllDay: z.boolean().optional(),
  /** RFC 5545's FBTYPE: whether it makes me busy, perhaps will, or does not (transparent). */
  freeBusy: z.enum(['busy', 'tentative', 'free']),
  /** Mail addresses of those who take part, as in {@link recurringEventSchema}; kept of the days around now only. */
  emails: z.array(lineSchema).max(200).optional(),
});
export type BusyTime = z.infer<typeof busyTimeSchema>;

/** A recurring event that could become a standing call. */
export const recurringEventSchema = callSchema
  .pick({ rule: true, start: true, timeZone: true, minutes: true, exceptions: true, rdates: true, isFloating: true })
  .extend({
    uid: z.string().max(500),
    summary: lineSchema,
    /** Mail addresses of organizer and attendees, lower case, without mine where that is known. */
    emails: z.array(lineSchema).max(200),
  });
export type RecurringEvent = z.infer<typeof recurringEventSchema>;

/** What could not be read of a calendar, and where. */
export const refusedSchema = z.object({ line: z.number().optional(), reason: z.string() });

/** What was last read of a calendar; a cache beside the book, read again from the source. */
export const readingSchema = z.object({
  calendarId: z.string(),
  /** When the source was last asked, and when it last gave something. */
  checkedAt: instantSchema,
  readAt: instantSchema.optional(),
  /** Not to be asked again before. */
  nextCheckAt: instantSchema.optional(),
  etag: z.string().max(1000).optional(),
  lastModified: z.string().max(200).optional(),
  /** Failures in a row since it was last read. */
  failures: wholeNumberSchema(0, 100_000),
  problem: problemSchema.optional(),
  /** Events are expanded within these days of mine, the second not included. */
  from: dateSchema,
  to: dateSchema,
  /** My zone at that time: all-day and floating events were placed in it. */
  timeZone: timeZoneSchema.optional(),
  /** My mail addresses at that time: what I declined under them was left free. */
  myEmails: z.array(lineSchema).optional(),
  busy: z.array(busyTimeSchema),
  recurring: z.array(recurringEventSchema),
  refused: z.array(refusedSchema),
});
export type Reading = z.infer<typeof readingSchema>;
