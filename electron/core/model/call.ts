import { z } from 'zod';
import { isUsableRule } from '../calls/rule-parts';
import { dateSchema, localTimeSchema, recordFields, timeZoneSchema, wholeNumberSchema } from './scalars';

/** An exception of a standing call, named by the original local start as RFC 5545's RECURRENCE-ID does. */
export const exceptionSchema = z.object({
  occurrence: localTimeSchema,
  /** The new local start in the call's zone; absent when the occurrence is skipped. */
  movedTo: localTimeSchema.optional(),
});
export type Exception = z.infer<typeof exceptionSchema>;

export const callSchema = z.object({
  ...recordFields,
  clientId: z.string(),
  /** RFC 5545 recurrence rule without the `RRULE:` prefix, expanded as wall clock in `timeZone`. */
  rule: z.string().max(500).refine(isUsableRule, 'is no rule of a standing call, such as FREQ=WEEKLY;BYDAY=FR'),
  /** First local start (DTSTART). */
  start: localTimeSchema,
  timeZone: timeZoneSchema,
  minutes: wholeNumberSchema(5, 480),
  exceptions: z.array(exceptionSchema),
  /** Last day, in the call's zone, on which it takes place. */
  endsOn: dateSchema.optional(),
});
export type StandingCall = z.infer<typeof callSchema>;

/** Names one occurrence: the call and its original local start, so that moving it keeps its agenda. */
export const occurrenceRefSchema = z.object({ callId: z.string(), occurrence: localTimeSchema });
export type OccurrenceRef = z.infer<typeof occurrenceRefSchema>;
