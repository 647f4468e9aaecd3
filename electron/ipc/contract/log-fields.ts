import { z } from 'zod';
import { clientSchema } from '../../core/model/client';
import { contactSchema, requestSchema } from '../../core/model/request';
import { dateSchema, instantSchema, lineSchema } from '../../core/model/scalars';
import { name } from './entry';

/** A contact as it is handed over to be logged. */
export const logFields = z.object({
  /** One line as a person types it; what else is given here overrides what was understood. */
  text: z.string().max(10_000, 'is longer than 10000 characters').optional(),
  client: name.optional(),
  /** Adds a client of this name, and logs it as their first contact: one change. */
  newClient: clientSchema.shape.name.optional(),
  /** By id, name or mail address; `null`: nobody of theirs, whatever the line says. */
  person: z.string().max(300).nullable().optional(),
  channel: contactSchema.shape.channel.optional(),
  direction: contactSchema.shape.direction.optional(),
  count: contactSchema.shape.count.optional(),
  /** `null`: now, whatever the line says. */
  at: instantSchema.nullable().optional(),
  subject: lineSchema.optional(),
  // `null` takes away what was understood.
  minutes: contactSchema.shape.minutes.nullable(),
  neededBy: dateSchema.nullable().optional(),
  neededWords: requestSchema.shape.neededWords.nullable(),
  askedBy: requestSchema.shape.askedBy.nullable(),
  purpose: requestSchema.shape.purpose.nullable(),
  claimedUrgent: z.boolean().optional(),
  isEmergency: z.boolean().optional(),
  /** When the line was written, if that was before now: its times and days are counted from there. */
  writtenAt: instantSchema.optional(),
  /** What brought it; the same is taken once. */
  source: contactSchema.shape.source,
});
