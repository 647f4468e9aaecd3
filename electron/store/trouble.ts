import { type Problem, Refusal } from '../core/model/problem';

/** The system's code of a failed file operation, such as `ENOSPC`. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Whether a file or folder is simply not there. */
export function isMissing(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const READ_ONLY = new Set(['EROFS', 'EACCES', 'EPERM', 'ENOTDIR', 'EEXIST']);

/** What a failed write means to a person; a {@link Refusal} and what is no file error stay as they are. */
export function explainWriting(error: unknown, path: string, outcome = 'Nothing was saved'): unknown {
  const code = codeOf(error);
  if (error instanceof Refusal || code === undefined) return error;
  return new Refusal(problemOf(code, path, outcome));
}

function problemOf(code: string, path: string, outcome: string): Problem {
  if (FULL.has(code))
    return {
      code: 'disk-full',
      message: `${outcome}: there is no space left for ${path} (${code}). What was there before is intact.`,
      action: 'Free some space, then do it again.',
    };
  if (READ_ONLY.has(code))
    return {
      code: 'home-read-only',
      message: `${outcome}: ${path} can't be written (${code}). What was there before is intact.`,
      action: 'Make the folder writable for you, or name another with --home.',
    };
  return {
    code: 'unavailable',
    message: `${outcome}: the folder of ${path} does not answer (${code}).`,
    action: 'See whether the disk is there and healthy, then start again.',
  };
}

/** What a failed reading means to a person. */
export function explainReading(error: unknown, path: string): unknown {
  const code = codeOf(error);
  if (error instanceof Refusal || code === undefined) return error;
  return new Refusal({
    code: 'file-unreadable',
    message: `${path} can't be read (${code}). It was left as it is.`,
    action: 'Make the file readable for you, then start again.',
  });
}
