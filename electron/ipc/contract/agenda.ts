import { z } from 'zod';
import { callSchema } from '../../core/model/call';
import { wholeNumberSchema } from '../../core/model/scalars';
import { clashAnswerSchema, occurrenceAnswerSchema } from './answers';
import { entry, name } from './entry';
import { toneFindingSchema } from './tone';
import { lateAnswerSchema } from './week-answers';

const weeks = wholeNumberSchema(1, 52);

/** What calls cannot hold or cannot be, and calls that could be. */
export const agendaContract = {
  /** Calls of the next weeks (six unless given) that fall on a holiday or a day off and are not decided yet. */
  clashes: entry(
    z.object({ weeks: weeks.optional() }),
    z.array(
      z.object({
        call: occurrenceAnswerSchema,
        client: z.string(),
        clientId: z.string(),
        clash: clashAnswerSchema,
        /** The best first, in the offset of the call's zone. */
        moveTo: z.array(z.string()),
      }),
    ),
  ),
  /** Items that no call takes by the day they are needed, with the ways to answer them in time. */
  late: entry(
    z.object({ client: name.optional() }),
    z.array(z.object({ client: z.string(), clientId: z.string(), items: z.array(lateAnswerSchema) })),
  ),
  /** Standing calls that could be proposed, each with a letter; refused with `no-slot` where no time fits. */
  'call.propose': entry(
    z.object({
      client: name,
      times: z.union([z.literal(1), z.literal(2)]).optional(),
      minutes: callSchema.shape.minutes.optional(),
      weeks: weeks.optional(),
    }),
    z.array(
      z.object({
        rule: z.string(),
        /** Local, in the client's zone. */
        start: z.string(),
        timeZone: z.string(),
        minutes: z.number(),
        /** The first times, in the offset of the client's zone. */
        first: z.array(z.string()),
        language: z.string(),
        subject: z.string(),
        body: z.string(),
        tone: z.array(toneFindingSchema),
      }),
    ),
  ),
} as const;
