import { type KeyboardEvent, useEffect, useRef } from 'react';
import { isLeaving } from '../../shared/is-leaving';
import { isWriting } from '../../shared/is-writing';

/** Escape leads back from a page: out of a field to the page first, then from the page to where one came from. */
export function useWayBack(leave: () => void) {
  const page = useRef<HTMLDivElement>(null);
  const latest = useRef(leave);
  useEffect(() => {
    latest.current = leave;
  });
  useEffect(() => {
    // The page itself may have no focus yet: it came by a link that is gone.
    function onKey(event: globalThis.KeyboardEvent): void {
      const isNowhere = event.target instanceof HTMLElement && event.target.matches('body, main');
      if (event.key === 'Escape' && isNowhere && !event.defaultPrevented) latest.current();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  function onKeyDown(event: KeyboardEvent): void {
    if (!isLeaving(event)) return;
    event.preventDefault();
    if (isWriting(event.target)) page.current?.focus();
    else leave();
  }
  return { ref: page, tabIndex: -1, onKeyDown };
}
