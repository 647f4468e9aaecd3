import { useEffect, useRef, useState } from 'react';
import { isWriting } from '../../shared/is-writing';

/** Rows with one key each: j and k go up and down; where a row leaves, the next one has the keys. */
export function useRows(ids: readonly string[]) {
  const root = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState({ id: ids[0], index: 0 });
  const wantsFocus = useRef(false);
  const isThere = chosen.id !== undefined && ids.includes(chosen.id);
  const currentId = isThere ? chosen.id : ids[Math.min(chosen.index, ids.length - 1)];

  useEffect(() => {
    const isLost = chosen.id !== undefined && !isThere && document.activeElement === document.body;
    if ((isLost || wantsFocus.current) && currentId !== undefined)
      root.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(currentId)}"] [data-line]`)?.focus();
    wantsFocus.current = false;
    if (!isThere && currentId !== undefined) setChosen((last) => ({ id: currentId, index: last.index }));
  }, [currentId, chosen, isThere]);

  useEffect(() => {
    function handleKey(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
      if (step === undefined || ids.length === 0) return;
      event.preventDefault();
      const isInside = root.current?.contains(document.activeElement) ?? false;
      const from = currentId === undefined ? -1 : ids.indexOf(currentId);
      // The first key only takes hold of the row that is unfolded already.
      const index = isInside ? Math.min(Math.max(from + step, 0), ids.length - 1) : Math.max(from, 0);
      wantsFocus.current = true;
      setChosen({ id: ids[index], index });
    }
    window.addEventListener('keydown', handleKey);
    return () => window.removeEventListener('keydown', handleKey);
  }, [ids, currentId]);

  return { root, currentId, choose: (id: string) => setChosen({ id, index: ids.indexOf(id) }) };
}
