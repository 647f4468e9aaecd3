import type { Reply } from '../../electron/ipc/contract/bridge';
import type { Input, Output } from '../../electron/ipc/contract/contract';
import { attempt } from './act';
import { showNotice } from './notices';

type Answer = Output<'import.paths'>;
type Choices = Omit<Input<'import.paths'>, 'paths'>;

/** What came of files, or what is to be said before they are taken. */
export interface Taken {
  paths: readonly string[];
  answer: Answer;
  /** Something more that was said of them is being done. */
  isBusy: boolean;
  /** All that was done, the last thing last. */
  changeIds: readonly string[];
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
  publish(reply.ok ? { paths, answer: reply.value, isBusy: false, changeIds: idsOf(reply) } : undefined);
  if (!reply.ok) showNotice({ kind: 'problem', problem: reply.problem });
}

/** Takes of the same files what was left, now that more is said of it; what is here already stays as it is. */
export async function takeMore(choices: Choices): Promise<void> {
  const former = taken;
  if (!former || former === 'busy') return;
  const { paths } = former;
  const reply = await work(() => attempt('import.paths', { paths: [...paths], merge: [], ...choices }));
  if (reply?.ok && taken && taken !== 'busy') publish({ ...taken, answer: together(former.answer, reply.value) });
}

/** Does something that belongs to the files that are shown, and keeps by what it can be taken back. */
export async function work<T extends { changeId?: string | undefined }>(
  run: () => Promise<Reply<T>>,
): Promise<Reply<T> | undefined> {
  if (!taken || taken === 'busy' || taken.isBusy) return undefined;
  publish({ ...taken, isBusy: true });
  const reply = await run();
  if (!reply.ok) showNotice({ kind: 'problem', problem: reply.problem });
  if (!taken) return undefined;
  publish({ ...taken, isBusy: false, changeIds: [...taken.changeIds, ...idsOf(reply)] });
  return reply;
}

function idsOf(reply: Reply<{ changeId?: string | undefined }>): string[] {
  return reply.ok && reply.value.changeId !== undefined ? [reply.value.changeId] : [];
}

/** What came before stays told; what is still open is as it is now. */
function together(former: Answer, next: Answer): Answer {
  return {
    ...next,
    created: former.created + next.created,
    updated: former.updated + next.updated,
    skipped: former.skipped,
    requests: [...(former.requests ?? []), ...(next.requests ?? [])],
    waiting: [...(former.waiting ?? []), ...(next.waiting ?? [])],
    leftOut: former.leftOut,
  };
}

export function dismissTaken(): void {
  publish(undefined);
}
