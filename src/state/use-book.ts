import { useRef, useSyncExternalStore } from 'react';
import type { State } from '../../electron/core/model/state';
import { book } from './book';
import { share } from './share';

function readState(): State {
  const state = book.peek();
  if (!state) throw new Error('The book is shown before it was opened.');
  return state;
}

interface Selection<T> {
  state: State;
  select: (state: State) => T;
  value: T;
}

/** A part of the state, or something derived from it; drawn again only when that differs. */
export function useBook<T>(select: (state: State) => T): T {
  const last = useRef<Selection<T>>(undefined);
  return useSyncExternalStore(book.subscribe, () => {
    const state = readState();
    if (last.current?.state === state && last.current.select === select) return last.current.value;
    const value = share(last.current?.value, select(state));
    last.current = { state, select, value };
    return value;
  });
}
