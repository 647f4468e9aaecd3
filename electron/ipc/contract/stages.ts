import { z } from 'zod';
import { boundaryStepSchema, stageSchema } from '../../core/model/client';
import { situationSchema } from '../../core/model/request';
import { reasonSchema } from './answers';
import { changed, entry, name } from './entry';

/** Where the talk about availability with a client has got to. */
export const standingSchema = z.object({
  clientId: z.string(),
  client: z.string(),
  stage: stageSchema,
  /** First day of the week in which it came to that. */
  since: z.string().optional(),
  decision: boundaryStepSchema.shape.decision,
  limit: z.string(),
  /** The stage that it never goes beyond with this client. */
  furthest: stageSchema,
  /** Whole weeks in a row within the allowance; at `quietWeeksNeeded` the talk steps back. */
  quietWeeks: z.number(),
  quietWeeksNeeded: z.number(),
  next: z.object({ stage: stageSchema, situation: situationSchema }).optional(),
  /** Why that step, or why none. */
  reasons: z.array(reasonSchema),
});
export type StandingAnswer = z.infer<typeof standingSchema>;

export const stageContract = {
  'stage.show': entry(z.object({ client: name }), standingSchema),
  /** Notes a step that was taken by word of mouth, or agreed. What is sent in writing is known from the replies. */
  'stage.said': entry(
    z.object({ client: name, stage: stageSchema.exclude(['none']), decision: boundaryStepSchema.shape.decision }),
    standingSchema.extend(changed.shape),
  ),
} as const;
