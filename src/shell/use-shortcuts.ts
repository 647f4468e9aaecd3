import { useEffect } from 'react';
import { undo } from '../shared/undo';
import { pickFiles } from '../state/pick-files';
import { goTo, viewNames } from '../state/place';

/** Whether keys that print something belong to where the focus is. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input:not([type=checkbox], [type=radio]), textarea, select');
}

/** Whether undo means the text that is being written. */
function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) {
    const isClosedList = target.ariaHasPopup === 'listbox' && target.ariaExpanded !== 'true';
    if (target.readOnly || isClosedList || target.dataset.draft === 'saved') return false;
    return !['checkbox', 'radio', 'button'].includes(target.type);
  }
  return target instanceof HTMLTextAreaElement && target.dataset.draft !== 'saved';
}

/** F6 goes round the parts of the window, as in a desktop program. */
function focusNextPart(step: 1 | -1): void {
  const parts = [...document.querySelectorAll<HTMLElement>('nav[tabindex], main[tabindex], [data-part]')];
  const current = parts.findIndex((part) => part.contains(document.activeElement));
  const next = parts[(current + step + parts.length) % parts.length];
  const isNav = next?.tagName === 'NAV';
  (isNav ? next.querySelector<HTMLElement>('[aria-current]') : next)?.focus();
}

function handleKey(event: KeyboardEvent, onHelp: () => void): boolean {
  if (event.key === 'F6') {
    focusNextPart(event.shiftKey ? -1 : 1);
    return true;
  }
  const isMod = (event.ctrlKey || event.metaKey) && !event.altKey;
  if (isMod && !event.shiftKey) {
    const view = viewNames[Number(event.key) - 1];
    if (view) {
      goTo(view);
      return true;
    }
    if (event.key.toLowerCase() === 'o') {
      pickFiles();
      return true;
    }
    // In a field the field's own undo comes first.
    if (event.key.toLowerCase() === 'z' && !isWriting(event.target)) {
      void undo();
      return true;
    }
  }
  if (event.key === '?' && !isMod && !isTyping(event.target)) {
    onHelp();
    return true;
  }
  return false;
}

/** The keys that work everywhere in the window. */
export function useShortcuts(onHelp: () => void): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (!event.defaultPrevented && handleKey(event, onHelp)) event.preventDefault();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onHelp]);
}
