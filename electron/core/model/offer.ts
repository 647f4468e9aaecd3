import { z } from 'zod';
import { instantSchema, recordFields } from './scalars';

/** Slots that were offered to a client, so that nobody is offered them a second time unknowingly. */
export const offerSchema = z.object({
  ...recordFields,
  clientId: z.string(),
  offeredAt: instantSchema,
  slots: z
    .array(z.object({ startsAt: instantSchema, endsAt: instantSchema }))
    .min(1)
    .max(50),
});
export type Offer = z.infer<typeof offerSchema>;
