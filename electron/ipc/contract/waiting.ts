import { z } from 'zod';
import { situationSchema } from '../../core/model/request';
import { instantSchema, textSchema } from '../../core/model/scalars';
import { warningSchema } from './answers';
import { changed, entry, name, nothing } from './entry';
import { toneFindingSchema } from './tone';

const instant = z.string().describe('ISO 8601 with offset');

/** A message that waits to be sent; instants are in the offset of my own zone. */
export const waitingSchema = z.object({
  clientId: z.string(),
  client: z.string(),
  dueAt: instant,
  isDue: z.boolean(),
  /** The time was chosen by hand. */
  isChosen: z.boolean(),
  /** What it answers, the newest last. */
  items: z.array(z.object({ requestId: z.string(), subject: z.string(), count: z.number() })),
  language: z.string(),
  subject: z.string(),
  body: z.string(),
  situation: situationSchema,
  /** What to mind before it is sent. */
  warnings: z.array(warningSchema),
  tone: z.array(toneFindingSchema),
});
export type WaitingAnswer = z.infer<typeof waitingSchema>;

export const waitingContract = {
  /** One message for each client, the earliest first. */
  'replies.waiting': entry(nothing, z.array(waitingSchema)),
  /** Records the message as copied or sent, with every request it answers; as written, or with own words. */
  'replies.use': entry(
    z.object({
      client: name,
      how: z.enum(['copied', 'sent']),
      subject: textSchema.optional(),
      body: textSchema.optional(),
    }),
    changed,
  ),
  /** Chooses when it goes out; `null` goes back to the usual time. */
  'replies.later': entry(z.object({ client: name, at: instantSchema.nullable() }), changed),
} as const;
