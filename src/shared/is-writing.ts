/** Whether keys pressed there are text, or the business of a field or a dialog. */
export function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('dialog')) return true;
  return target.matches('input, textarea, select') || target.isContentEditable;
}
