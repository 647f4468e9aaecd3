import { z } from 'zod';
import {
  countrySchema,
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
