import { useSyncExternalStore } from 'react';

const narrow = window.matchMedia('(max-width: 62rem)');

function subscribe(listener: () => void): () => void {
  narrow.addEventListener('change', listener);
  return () => narrow.removeEventListener('change', listener);
}

/** Whether the window has no room for an open call between its days; it then lies below them. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => narrow.matches);
}
