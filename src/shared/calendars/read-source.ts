import type { Input } from '../../../electron/ipc/contract/contract';

/** What somebody pasted: an address (`https:`, `webcal:`) or the path of a file; quotes around a path are the shell's. */
export function readSource(text: string): Pick<Input<'calendar.add'>, 'url' | 'path'> | undefined {
  const trimmed = text.trim().replace(/^(["'])(.*)\1$/, '$2');
  if (trimmed === '') return undefined;
  if (/^file:\/\//i.test(trimmed)) return { path: decodeURIComponent(new URL(trimmed).pathname) };
  const isPath = /^(\/|~\/|[A-Za-z]:[\\/]|\\\\)/.test(trimmed);
  if (isPath) return { path: trimmed };
  // People leave the beginning away, as browsers let them.
  return { url: /^[a-z][a-z0-9+.-]*:/i.test(trimmed) ? trimmed : `https://${trimmed}` };
}
