import type { Notice } from '../../electron/ipc/contract/bridge';

/** A notice in this window. A change gives way to the next one; a problem stays until it is read. */
export type Shown = Notice & { id: number };

const listeners = new Set<() => void>();
let shown: readonly Shown[] = [];
let lastId = 0;

function publish(next: readonly Shown[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

function isSame(one: Notice, other: Notice): boolean {
  if (one.kind === 'change') return other.kind === 'change' && one.changeId === other.changeId;
  return (
    other.kind === 'problem' && one.problem.code === other.problem.code && one.problem.field === other.problem.field
  );
}

/** Shows a notice; the same one is not shown twice. */
export function showNotice(notice: Notice): void {
  lastId += 1;
  const others = shown.filter((each) => !isSame(each, notice) && each.kind === 'problem').slice(-2);
  publish([...others, { ...notice, id: lastId }]);
}

export function dismissNotice(id: number): void {
  publish(shown.filter((each) => each.id !== id));
}

/** Takes away the offer to undo: it was taken. */
export function dismissChanges(): void {
  publish(shown.filter((each) => each.kind !== 'change'));
}

export function readNotices(): readonly Shown[] {
  return shown;
}

export function subscribeNotices(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
