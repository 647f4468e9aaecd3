import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Desk } from './desk';
import { heirOf, type Stop } from './stops';

interface Chosen {
  key?: string;
  stop?: Stop;
  index: number;
}

function findLine(root: HTMLElement | null, id: string): HTMLElement | null | undefined {
  return root?.querySelector<HTMLElement>(`[data-item="${CSS.escape(id)}"] [data-line]`);
}

function itemOf(element: Element | null): string | undefined {
  return element?.closest<HTMLElement>('[data-item]')?.dataset.item;
}

/** One item has the keys; the call it stands on lies open. What leaves its place hands the keys to what comes there. */
export function useNewDesk(stops: readonly Stop[], defaultKey: string | undefined, asked: string | undefined) {
  const root = useRef<HTMLDivElement>(null);
  const dragged = useRef<string>(undefined);
  const [chosen, setChosen] = useState<Chosen>(() => place(stops, asked, {}));
  const [expandedId, setExpandedId] = useState(asked);
  const wantsFocus = useRef(asked !== undefined);

  const heir = chosen.stop && heirOf(stops, chosen.stop, chosen.index);
  const current = heir?.stop;
  const currentId = current?.id;
  const openKey = current?.key ?? chosen.key ?? defaultKey;
  const hasLeft = heir !== undefined && !heir.isSame;

  useEffect(() => {
    const focused = document.activeElement;
    // What left its place may have kept the focus on its way to another list; the keys are no longer its own.
    const hasGoneAlong = hasLeft && itemOf(focused) === chosen.stop?.id;
    const isFocusLost = focused === document.body || hasGoneAlong;
    if (currentId !== undefined && (wantsFocus.current || (isFocusLost && stops.length > 0 && wasMoved(stops, chosen))))
      findLine(root.current, currentId)?.focus();
    wantsFocus.current = false;
    if (hasLeft) {
      setChosen((last) => place(stops, currentId, last));
      setExpandedId(undefined);
    }
  }, [stops, chosen, currentId, hasLeft]);

  // A call that comes open above what is in view is shown from its name on, unless that would hide the item.
  useEffect(() => {
    const sheet = root.current?.querySelector(`[data-call="${CSS.escape(openKey ?? '')}"]`);
    const item = sheet?.querySelector('[data-current]');
    if (!sheet || !item || sheet.getBoundingClientRect().top >= 0) return;
    const depth = item.getBoundingClientRect().bottom - sheet.getBoundingClientRect().top;
    if (depth < window.innerHeight) sheet.scrollIntoView({ block: 'start' });
  }, [openKey]);

  // What is unfolded is read from its first line on.
  useEffect(() => {
    if (expandedId === undefined) return;
    findLine(root.current, expandedId)?.closest('[data-item]')?.scrollIntoView({ block: 'start' });
  }, [expandedId]);

  const select = useCallback((id: string) => setChosen((last) => place(stops, id, last)), [stops]);
  const move = useCallback(
    (step: 1 | -1) => {
      const from = stops.findIndex((stop) => stop.id === currentId);
      const next = from < 0 ? (stops.find((stop) => stop.key === openKey) ?? stops[0]) : stops[from + step];
      if (!next) return;
      wantsFocus.current = true;
      select(next.id);
      // Reading on: the next one is unfolded as this one was.
      setExpandedId((last) => (last !== undefined && last === currentId ? next.id : last));
    },
    [stops, currentId, openKey, select],
  );
  const desk = useMemo<Desk>(
    () => ({
      openKey,
      currentId,
      expandedId,
      dragged,
      openCall(key) {
        setChosen({ key, index: 0 });
        setExpandedId(undefined);
      },
      select,
      goTo(id) {
        wantsFocus.current = true;
        select(id);
      },
      toggle(id) {
        wantsFocus.current = true;
        select(id);
        setExpandedId((last) => (last === id ? undefined : id));
      },
      show(id) {
        wantsFocus.current = true;
        select(id);
        setExpandedId(id);
      },
    }),
    [openKey, currentId, expandedId, select],
  );
  return { desk, root, move };
}

function place(stops: readonly Stop[], id: string | undefined, last: Partial<Chosen>): Chosen {
  const index = stops.findIndex((stop) => stop.id === id);
  const stop = stops[index];
  if (!stop) return { index: 0, ...(last.key !== undefined && { key: last.key }) };
  const key = stop.key ?? last.key;
  return { stop, index, ...(key !== undefined && { key }) };
}

/** Whether the chosen item stands elsewhere than it did: drawn anew, it has lost the focus by that alone. */
function wasMoved(stops: readonly Stop[], { stop, index }: Chosen): boolean {
  return stop !== undefined && (stops[index]?.id !== stop.id || stops[index]?.list !== stop.list);
}
