import { z } from 'zod';

/** No input, or nothing to answer. */
export const nothing = z.object({});
/** An id or, where a person would write one, a name. */
export const name = z.string().min(1, 'is empty').max(300);
/** What every change answers with: by this it is undone. */
export const changed = z.object({ changeId: z.string() });

/** One command or query: what it takes, what it answers, and who may ask. */
export function entry<I extends z.ZodType, O extends z.ZodType>(input: I, output: O, door: 'both' | 'window' = 'both') {
  return { input, output, door };
}
