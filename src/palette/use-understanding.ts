import { useEffect, useState } from 'react';
import type { Understanding } from '../../electron/ipc/contract/answers';
import { attempt } from '../state/act';

const DEBOUNCE_MILLISECONDS = 30;

/** What the line is understood as, and which line that was; a moment after the last key; the latest question wins. */
export function useUnderstanding(text: string): { line: string; understood: Understanding } | undefined {
  const [answered, setAnswered] = useState<{ line: string; understood: Understanding }>();
  const isEmpty = text.trim() === '';
  useEffect(() => {
    // What another line meant says nothing of the next one.
    if (isEmpty) return setAnswered(undefined);
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const reply = await attempt('understand', { text });
      if (isCurrent && reply.ok) setAnswered({ line: text, understood: reply.value });
    }, DEBOUNCE_MILLISECONDS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [text, isEmpty]);
  // What stands there stays until the newer answer comes: chips that blink can't be read.
  return isEmpty ? undefined : answered;
}
