import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/** A part of the page that keeps the focus: when what had it is removed, the part's first button, or `next`, has it. */
export function useKeptFocus<T extends HTMLElement>(next: 'button' | 'input' = 'button'): RefObject<T | null> {
  const part = useRef<T>(null);
  const last = useRef<Node>(undefined);
  useEffect(() => {
    const element = part.current;
    const note = (event: FocusEvent) => {
      last.current = event.target instanceof Node ? event.target : undefined;
    };
    element?.addEventListener('focusin', note);
    return () => element?.removeEventListener('focusin', note);
  }, []);
  // After every drawing: what was removed is gone by then.
  useLayoutEffect(() => {
    if (!last.current || last.current.isConnected || document.activeElement !== document.body) return;
    last.current = undefined;
    part.current?.querySelector<HTMLElement>(next)?.focus();
  });
  return part;
}
