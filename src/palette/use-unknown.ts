import { useCallback, useState } from 'react';
import type { Understanding } from '../../electron/ipc/contract/answers';

/** What becomes of a contact of somebody unknown: a new client's first, or one that waits until it is known whose it is. */
export type WayOut = 'new' | 'later';

/** The two ways out where a line names nobody known: the first by the name that is guessed, where there is one. */
export function useUnknown(understood: Understanding | undefined) {
  const [chosen, setChosen] = useState<WayOut>();
  const [written, setWritten] = useState<string>();
  const name = written ?? understood?.stranger?.suggestedName ?? '';
  const way: WayOut = chosen ?? (name.trim() === '' ? 'later' : 'new');
  return {
    isUnknown: understood !== undefined && understood.candidates.length === 0,
    name,
    way,
    choose: setChosen,
    other: () => setChosen(way === 'new' ? 'later' : 'new'),
    write(words: string) {
      setWritten(words);
      setChosen('new');
    },
    clear: useCallback(() => {
      setChosen(undefined);
      setWritten(undefined);
    }, []),
  };
}

export type Unknown = ReturnType<typeof useUnknown>;
