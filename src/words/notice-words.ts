import i18next from 'i18next';
import { changeNoteSchema } from '../../electron/core/model/change';
import type { Problem, ProblemCode } from '../../electron/core/model/problem';
import { problemCodeSchema } from '../../electron/core/model/problem';

export interface ProblemWords {
  title: string;
  /** What exactly happened, in the words of whoever refused. */
  explanation: string;
  next?: string;
}

/** The words for a problem: ours for its code, its own for what is particular. */
export function wordProblem(problem: Problem): ProblemWords {
  const code: ProblemCode = problemCodeSchema.safeParse(problem.code).data ?? 'internal';
  const next = problem.action ?? i18next.t(`problems.${code}.next`);
  return {
    title: i18next.t(`problems.${code}.title`),
    explanation: problem.message || i18next.t(`problems.${code}.explanation`),
    ...(next ? { next } : {}),
  };
}

/** What is wrong, said at the field it is wrong with: without the field's name as the contract calls it. */
export function wordAtField(problem: Problem): string {
  const { field, message } = problem;
  const words = field && message.startsWith(`${field}: `) ? message.slice(field.length + 2) : message;
  return words ? words.charAt(0).toLocaleUpperCase() + words.slice(1) : wordProblem(problem).title;
}

/** The words for what a change did, such as "Logged: Globex, invoice". */
export function wordChange(note: { code: string; values: Record<string, string | number> }): string {
  const code = changeNoteSchema.shape.code.safeParse(note.code).data;
  if (!code) return note.code;
  const { client, subject, name, who } = note.values;
  const what = [client ?? name ?? who, subject].filter(Boolean).join(', ');
  const title = i18next.t(`changes.${code}`, note.values);
  return what ? i18next.t('changes.withWhat', { title, what }) : title;
}
