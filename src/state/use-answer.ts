import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Problem } from '../../electron/core/model/problem';
import type { Input, Name, Output } from '../../electron/ipc/contract/contract';
import { attempt } from './act';
import { book } from './book';
import { share } from './share';

export interface Answered<T> {
  /** The last answer; stays while a newer one is on its way. */
  answer?: T;
  problem?: Problem;
}

/** A query's answer, asked again whenever its input or the state changes. */
export function useAnswer<N extends Name>(name: N, input: Input<N>): Answered<Output<N>> {
  const state = useSyncExternalStore(book.subscribe, book.peek);
  const key = JSON.stringify(input);
  const [answered, setAnswered] = useState<Answered<Output<N>>>({});
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the input, and the state is why it is asked again
  useEffect(() => {
    let isCurrent = true;
    attempt(name, input).then((reply) => {
      if (!isCurrent) return;
      setAnswered((last) =>
        reply.ok ? { answer: share(last.answer, reply.value) } : { answer: last.answer, problem: reply.problem },
      );
    });
    return () => {
      isCurrent = false;
    };
  }, [name, key, state]);
  return answered;
}
