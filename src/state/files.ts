import type { Output } from '../../electron/ipc/contract/contract';
import { attempt } from './act';
import { showNotice } from './notices';

/** What came of files, or what is to be said before they are taken. */
export interface Taken {
  paths: readonly string[];
  answer: Output<'import.paths'>;
}

interface Choices {
  automatic?: boolean;
  merge?: string[];
}

const listeners = new Set<() => void>();
let taken: Taken | 'busy' | undefined;

function publish(next: typeof taken): void {
  taken = next;
  for (const listener of listeners) listener();
}

export const readTaken = () => taken;

export function subscribeTaken(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Takes files in by where they lie, from wherever in the window they came; one lot after the other. */
export async function takeFiles(paths: readonly string[], choices: Choices = {}): Promise<void> {
  if (paths.length === 0 || taken === 'busy') return;
  publish('busy');
  const reply = await attempt('import.paths', { paths: [...paths], ...choices });
  publish(reply.ok ? { paths, answer: reply.value } : undefined);
  if (!reply.ok) showNotice({ kind: 'problem', problem: reply.problem });
}

export function dismissTaken(): void {
  publish(undefined);
}
