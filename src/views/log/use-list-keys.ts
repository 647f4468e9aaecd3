import { useEffect, useRef } from 'react';

interface ListKeys {
  isPaused: boolean;
  move: (step: 1 | -1) => void;
  edit: () => void;
  remove: () => void;
  undo: () => void;
}

function isInField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [role="listbox"], dialog') !== null;
}

/** The keys of a list, wherever on the page one is, except in a field. */
export function useListKeys(keys: ListKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      const { isPaused, move, edit, remove, undo } = latest.current;
      if (isPaused || isInField(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      const actions: Record<string, () => void> = {
        j: () => move(1),
        ArrowDown: () => move(1),
        k: () => move(-1),
        ArrowUp: () => move(-1),
        e: edit,
        u: undo,
        Delete: remove,
        Backspace: remove,
      };
      const action = actions[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
