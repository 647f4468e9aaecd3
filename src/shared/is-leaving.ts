import type { KeyboardEvent } from 'react';

/** Whether Escape was pressed to leave a form or a page: in a list that lies open it only closes the list. */
export function isLeaving(event: KeyboardEvent): boolean {
  if (event.key !== 'Escape' || event.defaultPrevented) return false;
  return !(event.target instanceof HTMLElement && event.target.ariaExpanded === 'true');
}

/** For a form's `onKeyDown`: Escape closes the form, and nothing around it. */
export function leaveWith(close: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (!isLeaving(event)) return;
    event.preventDefault();
    close();
  };
}
