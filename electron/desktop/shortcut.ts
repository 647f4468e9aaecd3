import { globalShortcut } from 'electron';
import { isShortcut } from './shortcut-keys';

/** Sets the keys that work everywhere. False when they can't be had; the former ones hold then. */
export type SetShortcut = (accelerator: string) => boolean;

/** One shortcut for the whole system, or none when it is empty. */
export function createShortcut(onPressed: () => void): SetShortcut {
  let held = '';

  function take(accelerator: string): boolean {
    try {
      return globalShortcut.register(accelerator, onPressed);
    } catch {
      // No shortcut at all, as Electron sees it.
      return false;
    }
  }

  return (accelerator) => {
    if (accelerator === held) return true;
    // The new one is taken before the old one is let go: what is held can't be lost in between.
    if (accelerator !== '' && !(isShortcut(accelerator) && take(accelerator))) return false;
    if (held !== '') globalShortcut.unregister(held);
    held = accelerator;
    return true;
  };
}
