import { type Problem, Refusal } from './model/problem';

/** Refuses what was asked: the code, the words, where, and what to do next. */
export function refuse(
  code: Problem['code'],
  message: string,
  more: { field?: string; action?: string; candidates?: string[] } = {},
): never {
  throw new Refusal({ code, message, ...more });
}
