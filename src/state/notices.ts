import type { Notice } from '../../electron/ipc/contract/bridge';

/** A notice in this window. A change gives way to the next one; a problem stays until it is read. */
export type Shown = Notice & {
  id: number;
  /** Of a change: what may not have been meant by it. */
  mind?: string;
};

const listeners = new Set<() => void>();
let shown: readonly Shown[] = [];
let lastId = 0;
/** Of the last change that was answered with something to mind: its notice may come before the answer or after it. */
let minded: { changeId: string; text: string } | undefined;

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
  publish([...others, withMind({ ...notice, id: lastId })]);
}

/** Says with the notice of a change what may not have been meant by it. */
export function showMind(changeId: string, text: string): void {
  minded = { changeId, text };
  publish(shown.map(withMind));
}

function withMind(notice: Shown): Shown {
  if (notice.kind !== 'change' || notice.changeId !== minded?.changeId) return notice;
  return { ...notice, mind: minded.text };
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
