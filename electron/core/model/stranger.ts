import { z } from 'zod';
import { contactSchema, requestSchema } from './request';
import { lineSchema, recordFields } from './scalars';

/** A contact of somebody who is not known yet: it waits until it is said whose it is. */
export const strangerSchema = z.object({
  ...recordFields,
  ...contactSchema.pick({
    at: true,
    channel: true,
    direction: true,
    count: true,
    minutes: true,
    subject: true,
    text: true,
    messageId: true,
    language: true,
    source: true,
  }).shape,
  ...requestSchema.pick({
    claimedUrgent: true,
    neededBy: true,
    neededWords: true,
    askedBy: true,
    purpose: true,
  }).shape,
  isEmergency: z.boolean(),
  /** Who it was, as far as the words say so: each as it was given. Without a firm the name can be that of one. */
  name: lineSchema.optional(),
  firm: lineSchema.optional(),
  email: lineSchema.optional(),
  phone: lineSchema.optional(),
});
export type Stranger = z.infer<typeof strangerSchema>;

/** What is known of somebody who is not known. */
export type Who = Pick<Stranger, 'name' | 'firm' | 'email' | 'phone'>;
