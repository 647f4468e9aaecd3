import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Problem } from '../../../electron/core/model/problem';
import type { Entry } from '../../../electron/ipc/contract/answers';
import type { Input } from '../../../electron/ipc/contract/contract';
import { attempt } from '../../state/act';
import { book } from '../../state/book';
import { share } from '../../state/share';

/** As many as are asked for at once. */
const AT_ONCE = 500;

export interface Found {
  /** The last answer; stays while a newer one is on its way. */
  entries?: Entry[];
  hasMore?: boolean;
  problem?: Problem;
  /** The first search looks through everything that was ever logged, which takes its time. */
  isLooking: boolean;
}

/** The first `wanted` contacts that fit, asked again whenever the filter or the state changes. */
export function useEntries(filter: Omit<Input<'entries'>, 'limit' | 'before' | 'beforeId'>, wanted: number): Found {
  const state = useSyncExternalStore(book.subscribe, book.peek);
  const key = JSON.stringify(filter);
  const [found, setFound] = useState<Omit<Found, 'isLooking'>>({});
  const [answered, setAnswered] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the filter, and the state is why it is asked again
  useEffect(() => {
    let isCurrent = true;
    readPages(filter, wanted, () => isCurrent).then((next) => {
      if (!isCurrent) return;
      setFound((last) => ('problem' in next ? { ...last, problem: next.problem } : share(last, next)));
      setAnswered(key);
    });
    return () => {
      isCurrent = false;
    };
  }, [key, wanted, state]);
  return { ...found, isLooking: answered !== key };
}

/** Page after page, each from where the one before ended. */
async function readPages(
  filter: Omit<Input<'entries'>, 'limit'>,
  wanted: number,
  isCurrent: () => boolean,
): Promise<Omit<Found, 'isLooking'>> {
  const entries: Entry[] = [];
  for (;;) {
    const last = entries.at(-1)?.contact;
    const limit = Math.min(AT_ONCE, wanted - entries.length);
    const from = last && { before: last.at, beforeId: last.id };
    const reply = await attempt('entries', { ...filter, limit, ...from });
    if (!reply.ok) return { problem: reply.problem };
    entries.push(...reply.value.entries);
    const { hasMore } = reply.value;
    if (!hasMore || entries.length >= wanted || !isCurrent()) return { entries, hasMore };
  }
}
