import { z } from 'zod';
import { calendarSchema, recurringEventSchema, refusedSchema } from '../../core/model/calendar';
import { problemSchema } from '../../core/model/problem';
import { changed, entry, name, nothing } from './entry';

const instant = z.string().describe('ISO 8601 with the offset of my zone');

/** A calendar and what is known of it. The address of a calendar is as good as a key, so answers name its host only. */
export const calendarAnswerSchema = z.object({
  calendarId: z.string(),
  name: z.string(),
  kind: z.enum(['file', 'address', 'import']),
  /** The path of a file, the host of an address, the name of a file that was read once. */
  from: z.string(),
  isBusy: z.boolean(),
  /** When it last gave something; absent when it never did. */
  readAt: instant.optional(),
  checkedAt: instant.optional(),
  nextCheckAt: instant.optional(),
  /** Failures in a row since it was last read. */
  failures: z.number(),
  problem: problemSchema.optional(),
  /** How many events of the time around now it has, and how many recurring ones. */
  events: z.number(),
  recurring: z.number(),
  refused: z.array(refusedSchema),
});
export type CalendarAnswer = z.infer<typeof calendarAnswerSchema>;

/** A recurring event that could be a standing call, or one that is and differs from it by now. */
export const offeredCallAnswerSchema = recurringEventSchema
  .pick({ uid: true, summary: true, rule: true, start: true, timeZone: true, minutes: true, isFloating: true })
  .extend({
    kind: z.enum(['new', 'changed']),
    calendarId: z.string(),
    calendar: z.string(),
    /** Whose it may be, likeliest first; the person whose address it has, where that is known. */
    clients: z.array(z.object({ clientId: z.string(), client: z.string(), person: z.string().optional() })).min(1),
    /** The standing call that it is, for `changed`. */
    callId: z.string().optional(),
  });
export type OfferedCallAnswer = z.infer<typeof offeredCallAnswerSchema>;

const adopted = z.object({ callId: z.string(), client: z.string(), clientId: z.string() });

/** Calendars of the person's own that are read, and the standing calls found in them. */
export const calendarContract = {
  /** Reads a calendar, and goes on following it; one that can't be read is refused, with the reason. */
  'calendar.add': entry(
    z.object({
      /** `http`, `https`, `webcal` or `webcals`. */
      url: z.string().trim().min(1, 'is empty').max(2048, 'is longer than 2048 characters').optional(),
      /** An `.ics` file that another program keeps; absolute, or beginning with `~/`. */
      path: z.string().min(1, 'is empty').max(4096, 'is longer than 4096 characters').optional(),
      name: calendarSchema.shape.name.optional(),
      isBusy: z.boolean().optional(),
    }),
    calendarAnswerSchema.extend(changed.shape),
  ),
  'calendar.list': entry(nothing, z.array(calendarAnswerSchema)),
  'calendar.set': entry(
    calendarSchema.pick({ name: true, isBusy: true }).partial().extend({ calendar: name }),
    calendarAnswerSchema.extend(changed.shape),
  ),
  'calendar.remove': entry(z.object({ calendar: name }), changed),
  /** Reads one calendar now, or all; what went wrong is the `problem` of each. */
  'calendar.refresh': entry(z.object({ calendar: name.optional() }), z.array(calendarAnswerSchema)),
  'calendar.offered': entry(nothing, z.array(offeredCallAnswerSchema)),
  /** Makes a standing call of a recurring event; one that it is already takes over what changed. */
  'calendar.adopt': entry(
    z.object({ calendar: name, uid: z.string().min(1, 'is empty').max(500), client: name.optional() }),
    adopted.extend(changed.shape),
  ),
  /** Offers a recurring event no more. */
  'calendar.decline': entry(z.object({ calendar: name, uid: z.string().min(1, 'is empty').max(500) }), changed),
  /** Asks for a file; without `path` when the person thought better of it. */
  'calendar.choose': entry(nothing, z.object({ path: z.string().optional() }), 'window'),
} as const;
