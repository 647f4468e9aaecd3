import { useEffect } from 'react';
import { isWriting } from '../../shared/is-writing';

/** "/" and Ctrl+F go to the line in which one finds; what stands there is typed over. */
export function useFindKeys(): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      const isMod = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      const isSlash =
        event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isWriting(event.target);
      if (!isSlash && !(isMod && event.key.toLowerCase() === 'f')) return;
      const field = document.querySelector<HTMLInputElement>('[data-log-find]');
      if (!field) return;
      event.preventDefault();
      field.focus();
      field.select();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
