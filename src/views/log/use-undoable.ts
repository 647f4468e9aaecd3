import { useMemo } from 'react';
import { useAnswer } from '../../state/use-answer';

/** Changes looked at: as many as the contract gives. */
const LIMIT = 200;

/** The entries, by their ids, whose last change can be taken back. */
export function useUndoable(): ReadonlySet<string | number> {
  const { answer } = useAnswer('changes', { limit: LIMIT });
  return useMemo(() => new Set(answer?.flatMap(({ note }) => note.values.contact ?? [])), [answer]);
}
