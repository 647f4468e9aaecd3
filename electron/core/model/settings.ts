import { z } from 'zod';
import { lineSchema, recordFields, timeOfDaySchema, timeZoneSchema, wholeNumberSchema } from './scalars';

export const spanSchema = z
  .object({ from: timeOfDaySchema, to: timeOfDaySchema })
  .refine((span) => span.from < span.to, 'ends before it begins');
/** A span of the day, in the person's own zone, the end not included. */
export type Span = z.infer<typeof spanSchema>;

/** ISO weekday: 1 Monday to 7 Sunday. */
export const weekdaySchema = wholeNumberSchema(1, 7);

export const callbackBlockSchema = z.object({
  id: z.string(),
  weekdays: z.array(weekdaySchema).min(1).max(7),
  from: timeOfDaySchema,
  minutes: wholeNumberSchema(5, 480),
});
export type CallbackBlock = z.infer<typeof callbackBlockSchema>;

export const settingsSchema = z.object({
  ...recordFields,
  myName: lineSchema,
  /** The person's own zone: days, weeks and "tomorrow" are counted in it. */
  timeZone: timeZoneSchema,
  weekStartsOn: weekdaySchema,
  /** Working hours by ISO weekday, "1" to "7"; a weekday without spans is free. */
  workingHours: z.record(z.enum(['1', '2', '3', '4', '5', '6', '7']), z.array(spanSchema).max(8)),
  callbackBlocks: z.array(callbackBlockSchema).max(20),
});
export type Settings = z.infer<typeof settingsSchema>;

/** What belongs to this machine alone. */
export const deviceSchema = z.object({
  ...recordFields,
  theme: z.enum(['system', 'light', 'dark']),
  shortcut: z.string().max(80),
  isCopyAutomatic: z.boolean(),
  isWelcomeDone: z.boolean(),
});
export type Device = z.infer<typeof deviceSchema>;
