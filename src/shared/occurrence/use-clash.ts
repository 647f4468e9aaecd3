import { useMemo } from 'react';
import type { Temporal } from 'temporal-polyfill';
import { type Clash, clashOf } from '../../../electron/core/calls/clashes';
import { proposeMoves } from '../../../electron/core/calls/clashes-ahead';
import type { Occurrence } from '../../../electron/core/calls/occurrences';
import { isBefore } from '../../../electron/core/days';
import { useBook } from '../../state/use-book';
import { useNow } from '../../state/use-now';

export interface Clashing {
  clash: Clash;
  /** Free for both sides, the best first. */
  moveTo: readonly Temporal.Instant[];
}

/** What a call that is to come clashes with, and the times it could be moved to. */
export function useClash(occurrence: Occurrence): Clashing | undefined {
  const state = useBook((each) => each);
  const now = useNow();
  return useMemo(() => {
    const client = state.clients.find((each) => each.id === occurrence.clientId);
    const clash = isBefore(now, occurrence.startsAt) ? clashOf(state, occurrence) : undefined;
    if (!client || !clash) return undefined;
    return { clash, moveTo: proposeMoves(state, client, occurrence, now) };
  }, [state, occurrence, now]);
}
