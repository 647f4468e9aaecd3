import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Problem } from '../core/model/problem';
import type { Answer } from './answer';
import type { Reply } from './contract/bridge';
import type { Name } from './contract/contract';

/** A command or query as it comes from another program. */
export const questionSchema = z.object({
  /** Comes back with the answer. */
  id: z.union([z.string(), z.number()]).optional(),
  name: z.string(),
  input: z.unknown().optional(),
  /** The time that holds for it, ISO 8601 with offset; the owner's clock when absent. */
  now: z.string().optional(),
  /** Answered as if it were done, and not done. */
  dryRun: z.boolean().optional(),
});
export type Question = z.infer<typeof questionSchema>;

/** Answers what another program asks; never throws. */
export async function answerQuestion(answer: Answer, { name, input, now, dryRun }: Question): Promise<Reply<unknown>> {
  const instant = now === undefined ? undefined : readInstant(now);
  if (instant && 'problem' in instant) return { ok: false, problem: instant.problem };
  // A name that the contract does not have is refused by the answer itself.
  return answer(name as Name, input ?? {}, {
    door: 'socket',
    ...(instant && { now: instant.instant }),
    ...(dryRun !== undefined && { dryRun }),
  });
}

function readInstant(text: string): { instant: Temporal.Instant } | { problem: Problem } {
  try {
    return { instant: Temporal.Instant.from(text) };
  } catch {
    const message = `now: "${text}" is not an instant with an offset, such as 2026-11-27T10:00:00+01:00.`;
    return { problem: { code: 'invalid', message, field: 'now' } };
  }
}
