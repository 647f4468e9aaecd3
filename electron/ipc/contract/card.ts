import { z } from 'zod';
import { personSchema } from '../../core/model/client';
import { requestSchema } from '../../core/model/request';
import { contactAnswerSchema, occurrenceAnswerSchema, reasonSchema, verdictSchema } from './answers';
import { entry, name } from './entry';

const instant = z.string().describe('ISO 8601 with offset');

/** What one reads before calling back. Instants are in the offset of my own zone, unless told otherwise. */
const cardAnswerSchema = z.object({
  clientId: z.string(),
  client: z.string(),
  /** Whom to call back: who was named, else who was in contact last, else the only one there is. */
  person: personSchema.omit({ id: true }).extend({ personId: z.string() }).optional(),
  /** Now on the client's clock, in the offset of their zone. */
  clientNow: instant,
  timeZone: z.string(),
  prefers: z.string(),
  emergency: z.string(),
  notes: z.string(),
  last: contactAnswerSchema.extend({ requestId: z.string() }).optional(),
  /** Emergencies first, then who waits for a call back, then what was heard of last. */
  open: z.array(
    z.object({
      requestId: z.string(),
      subject: z.string(),
      status: requestSchema.shape.status,
      count: z.number(),
      /** When it was heard of last. */
      at: instant,
      person: z.string().optional(),
      claimedUrgent: z.boolean(),
      emergency: requestSchema.shape.emergency,
      neededBy: z.string().optional(),
      neededWords: z.string().optional(),
    }),
  ),
  /** Calls to come that sent replies have named. */
  promised: z.array(z.object({ requestId: z.string(), subject: z.string(), startsAt: instant })),
  /** The next standing call that takes place. */
  next: occurrenceAnswerSchema.optional(),
  /** Impromptu calls that are left of their allowance. */
  impromptu: z.object({ today: z.number(), week: z.number() }),
  /** Whether to pick up if they call now, and why. */
  pickUp: z.object({ isGood: z.boolean(), reasons: z.array(reasonSchema), tally: verdictSchema.shape.tally }),
});
export type CardAnswer = z.infer<typeof cardAnswerSchema>;

export const cardContract = {
  /** `person` by id, name or mail address; without it, the client's own card. */
  'client.card': entry(z.object({ client: name, person: z.string().max(300).optional() }), cardAnswerSchema),
} as const;
