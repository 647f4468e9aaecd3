import type { Problem } from '../core/model/problem';

/** What went wrong and what to do, in one piece. */
export function sayProblem({ message, action }: Problem): string {
  return [message, action].filter(Boolean).join(' ');
}

/** As many problems as can be read at once; more become one that counts them. */
export function summarize(problems: readonly Problem[], most: number): readonly Problem[] {
  const [first] = problems;
  if (!first || problems.length <= most) return problems;
  return [
    { ...first, message: `From the inbox, ${problems.length} files were not logged. The first: ${first.message}` },
  ];
}

/** That a file, or so many of the entries in it, were not logged. */
export function wordRefused(name: string, reason: string, count?: number): Problem {
  const what = count === undefined ? name : `${count} of the entries in ${name}`;
  const excerpt = reason.length <= 300 ? reason : `${reason.slice(0, 299)}…`;
  return {
    code: 'inbox-refused',
    message: `From the inbox, ${what} was not logged. ${excerpt.replace(/\n/g, ' ')}`,
    action: 'It is kept in inbox/refused, with the reason beside it.',
  };
}
