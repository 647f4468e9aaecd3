import { z } from 'zod';
import { clashAnswerSchema, occurrenceAnswerSchema } from './answers';

const instant = z.string().describe('ISO 8601 with offset');

/* Shapes of the week, its load and availability; relied on from outside as those of `answers.ts` are. */

const wayFields = { text: z.string() };
/** How an item can be answered in time; `text` says it for people. Instants are in the offset of my zone. */
const wayAnswerSchema = z.discriminatedUnion('kind', [
  z.object({
    ...wayFields,
    kind: z.literal('longer'),
    callId: z.string(),
    occurrence: z.string(),
    startsAt: instant,
    /** The whole length. */
    minutes: z.number(),
  }),
  z.object({ ...wayFields, kind: z.literal('extra'), callId: z.string(), startsAt: instant, endsAt: instant }),
  z.object({ ...wayFields, kind: z.literal('callback'), startsAt: instant, endsAt: instant }),
  z.object({ ...wayFields, kind: z.literal('written') }),
]);
export type WayAnswer = z.infer<typeof wayAnswerSchema>;

/** An item that no call takes by the day it is needed. */
export const lateAnswerSchema = z.object({
  requestId: z.string(),
  subject: z.string(),
  neededBy: z.string(),
  /** The call it is on all the same. */
  placedOn: occurrenceAnswerSchema.optional(),
  ways: z.array(wayAnswerSchema),
});
export type LateAnswer = z.infer<typeof lateAnswerSchema>;

export const prepAnswerSchema = z.array(
  z.object({
    call: occurrenceAnswerSchema,
    client: z.string(),
    clientId: z.string(),
    items: z.array(
      z.object({
        requestId: z.string(),
        subject: z.string(),
        count: z.number(),
        neededBy: z.string().optional(),
        minutes: z.number(),
        people: z.array(z.string()),
        /** How often each of them; an empty name for nobody known. */
        byPerson: z.array(z.object({ person: z.string(), count: z.number() })),
        status: z.string(),
        claimedUrgent: z.boolean(),
        pinned: z.boolean(),
      }),
    ),
    minutesPlanned: z.number(),
    minutesAvailable: z.number(),
    /** Why it had better not take place that day; then nothing is on it until it is moved or held. */
    clash: clashAnswerSchema.optional(),
    /** With the client's next call: what no call takes by the day it is needed. */
    late: z.array(lateAnswerSchema).optional(),
    /** With the client's next call: what goes to a later one. */
    later: z.array(z.object({ requestId: z.string(), subject: z.string(), startsAt: instant.optional() })).optional(),
    promises: z.array(z.object({ promiseId: z.string(), what: z.string(), dueOn: z.string() })),
    asks: z.array(z.object({ askId: z.string(), what: z.string(), who: z.string(), asked: z.number() })),
  }),
);
export type PrepAnswer = z.infer<typeof prepAnswerSchema>;

export const loadAnswerSchema = z.array(
  z.object({
    client: z.string(),
    clientId: z.string(),
    week: z.string(),
    contacts: z.number(),
    interruptions: z.number(),
    minutes: z.number(),
    afterHours: z.number(),
    allowance: z.number(),
    allowanceUsed: z.number(),
    medianReturnMinutes: z.number().nullable(),
  }),
);
export type LoadAnswer = z.infer<typeof loadAnswerSchema>;

export const offerableSlotSchema = z.object({
  startsAt: instant,
  endsAt: instant,
  /** Names of other clients who were offered a part of this time. */
  offeredTo: z.array(z.string()),
});

export const availableAnswerSchema = z.object({
  now: z.enum(['free', 'call', 'focus', 'off']),
  until: instant.nullable(),
  /** Why it is so; absent while free. */
  why: z
    .object({
      kind: z.enum(['call', 'busy', 'focus', 'day-off', 'holiday', 'hours']),
      /** Of the client, the event, the day off or the holiday. */
      name: z.string().optional(),
    })
    .optional(),
  slots: z.array(offerableSlotSchema),
  /** With a client: now on their clock, and the impromptu calls that are left of their allowance. */
  clientNow: instant.optional(),
  impromptu: z.object({ today: z.number(), week: z.number() }).optional(),
});
export type AvailableAnswer = z.infer<typeof availableAnswerSchema>;
