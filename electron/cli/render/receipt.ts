import type { Receipted } from '../steps-receipt';

/** What can be pasted as it is; the files that were written are named beneath. */
export function renderReceipt({ subject, line, otherwise, files }: Receipted): string {
  return [subject, '', line, otherwise, ...files.map((file) => `\nWritten to ${file}`)].join('\n');
}
