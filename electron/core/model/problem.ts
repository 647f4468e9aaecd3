import { z } from 'zod';

export const problemCodeSchema = z.enum([
  'ambiguous',
  'backup-unusable',
  'calendar-gone',
  'calendar-refused',
  'calendar-too-large',
  'calendar-unreachable',
  'calendar-unreadable',
  'changed-since',
  'clock',
  'disk-full',
  'exists',
  'file-unreadable',
  'foreign-data',
  'home-in-use',
  'home-read-only',
  'inbox-refused',
  'internal',
  'invalid',
  'newer-data',
  'no-client',
  'no-mail-address',
  'no-reply',
  'no-slot',
  'not-an-occurrence',
  'not-found',
  'nothing-copied',
  'nothing-sent',
  'nothing-to-undo',
  'rule-never',
  'rule-too-often',
  'rule-unreadable',
  'shortcut-taken',
  'template-broken',
  'too-long',
  'unavailable',
  'usage',
  'wrong-status',
  'zone-unknown',
]);
export type ProblemCode = z.infer<typeof problemCodeSchema>;

/** An error as data: a stable code, what happened in words, where, and what to do next. */
export const problemSchema = z.object({
  code: problemCodeSchema,
  message: z.string(),
  field: z.string().optional(),
  action: z.string().optional(),
  /** For `ambiguous`: what it could have meant. */
  candidates: z.array(z.string()).optional(),
});
export type Problem = z.infer<typeof problemSchema>;

/** Thrown where something is refused; every door turns it back into its {@link Problem}. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
    this.name = 'Refusal';
  }
}
