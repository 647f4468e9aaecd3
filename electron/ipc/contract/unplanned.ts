import { z } from 'zod';
import { logAnswerSchema } from './answers';
import { changed, entry, nothing } from './entry';

export const unplannedCallSchema = z.object({
  /** By this it is logged or dismissed. */
  id: z.string(),
  client: z.string(),
  clientId: z.string(),
  person: z.string().optional(),
  personId: z.string().optional(),
  /** In my zone. */
  startsAt: z.string(),
  endsAt: z.string(),
  minutes: z.number(),
  summary: z.string(),
  calendar: z.string(),
  calendarId: z.string(),
});
export type UnplannedCallAnswer = z.infer<typeof unplannedCallSchema>;

const call = z.object({ call: z.string().min(1, 'is empty').max(100) });

/** Calls of my calendars that took place without being planned as standing calls, and are not logged. */
export const unplannedContract = {
  'unplanned.list': entry(nothing, z.array(unplannedCallSchema)),
  /** Logs one as a talk, with its time, its length and its words. */
  'unplanned.log': entry(call, logAnswerSchema),
  /** Offers one no more. */
  'unplanned.dismiss': entry(call, changed),
} as const;
