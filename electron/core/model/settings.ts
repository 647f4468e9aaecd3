import { z } from 'zod';
import { channelSchema } from './request';
import {
  countrySchema,
  dateSchema,
  lineSchema,
  recordFields,
  regionSchema,
  requiredLineSchema,
  timeOfDaySchema,
  timeZoneSchema,
  wholeNumberSchema,
} from './scalars';
import { templateSchema } from './template';

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

/** Days on which I don't work, both included. */
export const dayOffSchema = z
  .object({ id: z.string(), from: dateSchema, to: dateSchema, name: lineSchema })
  .refine((days) => days.from <= days.to, 'ends before it begins');
export type DayOff = z.infer<typeof dayOffSchema>;

/** Working hours by ISO weekday, "1" to "7"; a weekday without spans is free. */
export const workingHoursSchema = z.record(z.enum(['1', '2', '3', '4', '5', '6', '7']), z.array(spanSchema).max(8));
export type WorkingHours = z.infer<typeof workingHoursSchema>;

export const settingsSchema = z.object({
  ...recordFields,
  myName: lineSchema,
  /** The person's own zone: days, weeks and "tomorrow" are counted in it. */
  timeZone: timeZoneSchema,
  weekStartsOn: weekdaySchema,
  workingHours: workingHoursSchema,
  callbackBlocks: z.array(callbackBlockSchema).max(20),
  // What follows came later: absent in what was written before, and then none.
  /** Time for work that no call should break into. */
  focusBlocks: z.array(callbackBlockSchema).max(20).optional(),
  daysOff: z.array(dayOffSchema).max(200).optional(),
  /** Whose public holidays I keep. */
  country: countrySchema.optional(),
  region: regionSchema.optional(),
  /** Kept free before and after each standing call. */
  bufferBeforeMinutes: wholeNumberSchema(0, 120).optional(),
  bufferAfterMinutes: wholeNumberSchema(0, 120).optional(),
  /** No slot is offered that begins sooner than this. */
  noticeMinutes: wholeNumberSchema(0, 20_160).optional(),
  /** Minutes that an item takes in a call, by how the request first came. */
  itemMinutes: z.partialRecord(channelSchema, wholeNumberSchema(1, 480)).optional(),
  /** What waits is moved up where surely more than this share of its like, in percent, could not wait; absent: 25. */
  soonerAbovePercent: wholeNumberSchema(5, 95).optional(),
  /** My own words for replies; one that is broken is not used. */
  templates: z.array(templateSchema).max(300).optional(),
  /** Mail addresses of my own: what was sent from them is mine. */
  myEmails: z.array(requiredLineSchema).max(20).optional(),
});
export type Settings = z.infer<typeof settingsSchema>;

/** What belongs to this machine alone. */
export const deviceSchema = z.object({
  ...recordFields,
  theme: z.enum(['system', 'light', 'dark']),
  shortcut: z.string().max(80),
  isCopyAutomatic: z.boolean(),
  isWelcomeDone: z.boolean(),
  /** Where the standing calls are kept as an .ics file for calendar programs; absent: nowhere. A whole path. */
  calendarFile: z
    .string()
    .max(4096)
    .regex(/^(\/|[A-Za-z]:[\\/]|\\\\).*\.ics$/i, 'is not a whole path of an .ics file such as /home/me/calls.ics')
    .optional(),
});
export type Device = z.infer<typeof deviceSchema>;
