import { type RefObject, useEffect } from 'react';
import { isWriting } from '../../shared/is-writing';
import { goTo } from '../../state/place';
import { goToToday } from './calendar-head';
import { otherSpan, type Span, stepSpan, writeSpan } from './span';
import { useToday } from './use-today';

/** The next call of the page, or the one before; from nowhere the first, or the last. */
function focusCall(root: HTMLElement | null, step: 1 | -1): void {
  const calls = [...(root?.querySelectorAll<HTMLElement>('[data-occurrence]') ?? [])];
  const at = calls.findIndex((call) => call.matches(':focus'));
  const next = at < 0 ? calls.at(step > 0 ? 0 : -1) : calls[at + step];
  next?.focus();
}

/** The keys of the calendar: which week or month, and from call to call. */
export function useCalendarKeys(root: RefObject<HTMLElement | null>, span: Span, weekStartsOn: number): void {
  const today = useToday();
  const dayText = today.toString();
  // biome-ignore lint/correctness/useExhaustiveDependencies: two days of one text are one day
  useEffect(() => {
    const go = (next: Span) => goTo('calendar', writeSpan(next));
    const keys: Record<string, () => void> = {
      ArrowLeft: () => go(stepSpan(span, -1)),
      ArrowRight: () => go(stepSpan(span, 1)),
      PageUp: () => go(stepSpan(span, -1)),
      PageDown: () => go(stepSpan(span, 1)),
      '[': () => go(stepSpan(span, -1)),
      ']': () => go(stepSpan(span, 1)),
      t: () => goToToday(span.kind, today),
      v: () => go(otherSpan(span, today, weekStartsOn)),
      j: () => focusCall(root.current, 1),
      k: () => focusCall(root.current, -1),
      ArrowDown: () => focusCall(root.current, 1),
      ArrowUp: () => focusCall(root.current, -1),
    };
    function handleKey(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!act) return;
      act();
      event.preventDefault();
    }
    window.addEventListener('keydown', handleKey);
    return () => window.removeEventListener('keydown', handleKey);
  }, [root, span, dayText, weekStartsOn]);
}
