import type { Receipted } from '../steps-receipt';
import { mindTone } from './tone';

/** What can be pasted as it is; the files that were written are named beneath. */
export function renderReceipt({ subject, line, otherwise, tone, files }: Receipted): string {
  return [subject, '', line, otherwise, ...mindTone(tone), ...files.map((file) => `\nWritten to ${file}`)].join('\n');
}
