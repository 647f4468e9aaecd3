import { useSyncExternalStore } from 'react';
import { useBook } from '../state/use-book';

const darkness = window.matchMedia('(prefers-color-scheme: dark)');

function subscribeDarkness(listener: () => void): () => void {
  darkness.addEventListener('change', listener);
  return () => darkness.removeEventListener('change', listener);
}

/** Light or dark: what the person chose on this device, else what the system says. */
export function useColorScheme(): 'light' | 'dark' {
  const chosen = useBook((state) => state.device.theme);
  const isSystemDark = useSyncExternalStore(subscribeDarkness, () => darkness.matches);
  if (chosen !== 'system') return chosen;
  return isSystemDark ? 'dark' : 'light';
}
