import { z } from 'zod';
import { outcomeSchema, routeSchema } from '../../core/model/request';
import { lineSchema } from '../../core/model/scalars';
import { requestAnswerSchema, verdictSchema } from './answers';
import { changed, entry, name } from './entry';

const instant = z.string().describe('ISO 8601 with offset');
const requestName = z.object({ request: name });

/** Where requests go, what was chosen instead, and whether they could have waited. */
export const verdictContract = {
  /** Where a request goes and why. `known` are the answers to the four questions; `outcome`, once it is done. */
  verdict: entry(
    requestName,
    verdictSchema.extend({
      requestId: z.string(),
      client: z.string(),
      subject: z.string(),
      known: z.partialRecord(z.enum(['by-when', 'who', 'what-for', 'form']), z.string()),
      outcome: outcomeSchema.optional(),
    }),
  ),
  /** Chooses another route; `null` takes the choice back. Delegating names somebody. */
  'request.override': entry(
    requestName.extend({ route: routeSchema.nullable(), to: lineSchema.optional() }),
    requestAnswerSchema.extend(changed.shape).extend({ verdict: verdictSchema }),
  ),
  /** Could it have waited? `null` goes back to what the log shows. */
  'request.outcome': entry(
    requestName.extend({ outcome: outcomeSchema.nullable() }),
    requestAnswerSchema.extend(changed.shape),
  ),
  /** Whether to pick up if that client calls now. */
  'pick-up': entry(z.object({ client: name }), verdictSchema.extend({ clientId: z.string(), client: z.string() })),
  /** The next free slot and what could be early in it: they say that there is time. */
  early: entry(
    z.object({}),
    z.object({
      slot: z.object({ startsAt: instant, endsAt: instant }).optional(),
      items: z.array(
        z.object({
          requestId: z.string(),
          client: z.string(),
          clientId: z.string(),
          subject: z.string(),
          minutes: z.number(),
          neededBy: z.string().optional(),
        }),
      ),
    }),
  ),
} as const;
