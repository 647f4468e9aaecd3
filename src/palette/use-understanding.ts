import { useEffect, useState } from 'react';
import type { Understanding } from '../../electron/ipc/contract/answers';
import { attempt } from '../state/act';

const DEBOUNCE_MILLISECONDS = 30;

/** What the line is understood as, a moment after the last key; the latest question wins. */
export function useUnderstanding(text: string): Understanding | undefined {
  const [answered, setAnswered] = useState<{ text: string; answer: Understanding }>();
  const isEmpty = text.trim() === '';
  useEffect(() => {
    if (isEmpty) return;
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const reply = await attempt('understand', { text });
      if (isCurrent && reply.ok) setAnswered({ text, answer: reply.value });
    }, DEBOUNCE_MILLISECONDS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [text, isEmpty]);
  // What stands there stays until the newer answer comes: chips that blink can't be read.
  return isEmpty ? undefined : answered?.answer;
}
