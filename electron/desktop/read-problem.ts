import { type Problem, Refusal } from '../core/model/problem';

/** What went wrong, as it can be shown. */
export function readProblem(error: unknown): Problem {
  if (error instanceof Refusal) return error.problem;
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { code: 'internal', message, action: 'Run "until-friday doctor", and report this.' };
}
