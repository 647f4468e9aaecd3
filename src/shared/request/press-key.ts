import type { KeyboardEvent } from 'react';

/**
 * Presses the button inside that says it has the key pressed (`aria-keyshortcuts`), unless the key is text being
 * written. True when one was pressed.
 */
export function pressKey(event: KeyboardEvent<HTMLElement>): boolean {
  const { target, key } = event;
  if (!(target instanceof HTMLElement) || target.matches('input, textarea, select')) return false;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || key.length !== 1) return false;
  const button = event.currentTarget.querySelector<HTMLButtonElement>(
    `button[aria-keyshortcuts="${CSS.escape(key.toUpperCase())}"]:not(:disabled)`,
  );
  if (!button) return false;
  event.preventDefault();
  button.click();
  return true;
}
