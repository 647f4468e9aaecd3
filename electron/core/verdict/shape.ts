import type { Temporal } from 'temporal-polyfill';
import type { Route } from '../model/request';
import type { Cases } from './cases';
import type { Question } from './questions';

/** Why: a stable code, the facts, and the same in words for people. */
export interface Reason {
  code: string;
  values: Record<string, string | number>;
  text: string;
}

export interface Verdict {
  route: Route;
  /** When the request comes up: the start of the call or block it goes to. */
  until?: Temporal.Instant;
  /** To whom it is delegated. */
  to?: string;
  /** In order: what decided it comes first. */
  reasons: Reason[];
  /** Which of the four questions should be asked; none where the answers are known or don't matter. */
  ask?: Question[];
  /** What became of its like; absent where nothing is known of them. */
  cases?: Cases;
}

/** A reason of the given code; its words end like a sentence. */
export function because(code: string, text: string, values: Reason['values'] = {}): Reason {
  return { code, values, text };
}
