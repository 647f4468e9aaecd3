import { useEffect, useState } from 'react';
import type { Understanding } from '../../electron/ipc/contract/answers';
import { attempt } from '../state/act';

/** What was understood, and which line that was. */
export interface Answered {
  line: string;
  understood: Understanding;
}

/** What the line is understood as, asked with every key: an answer takes less time than a key. The latest question wins. */
export function useUnderstanding(text: string): Answered | undefined {
  const [answered, setAnswered] = useState<Answered>();
  const isEmpty = text.trim() === '';
  useEffect(() => {
    // What another line meant says nothing of the next one.
    if (isEmpty) return setAnswered(undefined);
    let isCurrent = true;
    void attempt('understand', { text }).then((reply) => {
      if (isCurrent && reply.ok) setAnswered({ line: text, understood: reply.value });
    });
    return () => {
      isCurrent = false;
    };
  }, [text, isEmpty]);
  // What stands there stays until the newer answer comes: chips that blink can't be read.
  return isEmpty ? undefined : answered;
}
