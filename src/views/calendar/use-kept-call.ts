import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/** A call that had the focus keeps it when it is drawn elsewhere, as after an undo. */
export function useKeptCall(root: RefObject<HTMLElement | null>): void {
  const last = useRef<HTMLElement>(undefined);
  useEffect(() => {
    const element = root.current;
    const note = (event: FocusEvent) => {
      last.current = event.target instanceof HTMLElement ? event.target : undefined;
    };
    element?.addEventListener('focusin', note);
    return () => element?.removeEventListener('focusin', note);
  }, [root]);
  // After every drawing: what stood elsewhere is gone by then.
  useLayoutEffect(() => {
    const key = last.current?.dataset.occurrence;
    if (!key || last.current?.isConnected || document.activeElement !== document.body) return;
    root.current?.querySelector<HTMLElement>(`[data-occurrence="${CSS.escape(key)}"]`)?.focus();
  });
}
