import { z } from 'zod';
import { isUsableRule } from '../calls/rule-parts';
import { dateSchema, localTimeSchema, recordFields, timeZoneSchema, wholeNumberSchema } from './scalars';

/** An exception of a standing call, named by the original local start as RFC 5545's RECURRENCE-ID does. */
export const exceptionSchema = z.object({
  occurrence: localTimeSchema,
  /**
   * The new local start in the call's zone; absent when the occurrence is skipped. The original start itself when the
   * occurrence stays where it is: it was lengthened, or is held although it falls on a holiday.
   */
  movedTo: localTimeSchema.optional(),
  /** The length of this occurrence, when it differs from the call's. */
  minutes: wholeNumberSchema(5, 480).optional(),
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
  /** Further local starts beside those of the rule (RFC 5545's RDATE), such as an extra call. */
  rdates: z.array(localTimeSchema).max(500).optional(),
  /** Floating (RFC 5545, 3.3.5): it stays at the same time of my day when I travel; `timeZone` is always mine then. */
  isFloating: z.boolean().optional(),
  /** The UID it has in the person's calendar, by which it is known again; else its own id stands for it. */
  uid: z.string().max(500).optional(),
  /** Last day, in the call's zone, on which it takes place. */
  endsOn: dateSchema.optional(),
});
/** A recurring call with a client. A change of "this and following" ends one and begins another, so that the past stays true. */
export type StandingCall = z.infer<typeof callSchema>;

/** Names one occurrence: the call and its original local start, so that moving it keeps its agenda. */
export const occurrenceRefSchema = z.object({ callId: z.string(), occurrence: localTimeSchema });
export type OccurrenceRef = z.infer<typeof occurrenceRefSchema>;
