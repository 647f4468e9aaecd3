import { z } from 'zod';
import {
  countrySchema,
  instantSchema,
  languageSchema,
  lineSchema,
  recordFields,
  regionSchema,
  requiredLineSchema,
  textSchema,
  timeZoneSchema,
  wholeNumberSchema,
} from './scalars';
import { workingHoursSchema } from './settings';

export const formSchema = z.enum(['formal', 'familiar']);

export const stageSchema = z.enum(['none', 'proposed', 'trade-off', 'held', 'pattern', 'rate', 'decided']);
/**
 * How far the talk about availability has gone: nothing said; a standing call proposed; the trade-off of an outside
 * consultant explained; held per contact; the pattern named with numbers; a rate for that availability offered; decided
 * to stay or part.
 */
export type Stage = z.infer<typeof stageSchema>;

/** A step of that talk that was taken by word of mouth; what is sent in writing is known from the replies. */
export const boundaryStepSchema = z.object({
  stage: stageSchema,
  at: instantSchema,
  decision: z.enum(['stay', 'part']).optional(),
});
export type BoundaryStep = z.infer<typeof boundaryStepSchema>;

export const personSchema = z.object({
  id: z.string(),
  name: requiredLineSchema,
  emails: z.array(lineSchema).max(20),
  phones: z.array(lineSchema).max(20),
  /** How this person is greeted, when it differs from "Hello <first name>". */
  greeting: lineSchema.optional(),
  /** What they do there, as their card says it. */
  title: lineSchema.optional(),
});
export type Person = z.infer<typeof personSchema>;

export const clientSchema = z.object({
  ...recordFields,
  name: requiredLineSchema,
  people: z.array(personSchema).max(200),
  timeZone: timeZoneSchema,
  language: languageSchema,
  form: formSchema,
  prefers: z.enum(['email', 'call', 'chat']),
  /** What both sides agreed to call an emergency, in their words; phrases parted by commas, semicolons or lines. */
  emergency: textSchema,
  /** Impromptu calls a week the consultant is willing to take. */
  allowance: wholeNumberSchema(0, 100),
  /** And on one day; absent: as many as the week has left. */
  allowanceADay: wholeNumberSchema(0, 100).optional(),
  /** When they can be called, in their zone; absent: nine to five from Monday to Friday. */
  workingHours: workingHoursSchema.optional(),
  /** Whose public holidays they keep. */
  country: countrySchema.optional(),
  region: regionSchema.optional(),
  /** How far the consultant is prepared to go in the talk about availability. */
  limit: z.enum(['keep', 'firm', 'ready-to-lose']),
  /** Steps of that talk that were said or agreed in a call, oldest first. */
  boundarySteps: z.array(boundaryStepSchema).max(500).optional(),
  /** Rate an hour for being available outside standing calls. */
  rate: z.number().positive().optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'is not a currency such as EUR')
    .optional(),
  /** Contacts of one person within this many minutes are one request. */
  joinWithinMinutes: wholeNumberSchema(0, 1440),
  notes: textSchema,
});
export type Client = z.infer<typeof clientSchema>;
