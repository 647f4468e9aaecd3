import type { Problem } from '../../electron/core/model/problem';
import { Refusal } from '../../electron/core/model/problem';

/** The problem with which something is refused; fails when it is not, or breaks otherwise. */
export function refusalOf(run: () => unknown): Problem {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return error.problem;
    throw error;
  }
  throw new Error('It was not refused.');
}
