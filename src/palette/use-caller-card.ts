import { useEffect, useState } from 'react';
import type { CardAnswer } from '../../electron/ipc/contract/card';
import { attempt } from '../state/act';
import type { Candidate } from './understood';

/** The card of whoever the line means; the last one stays until the next has come. */
export function useCallerCard({ clientId, personId }: Candidate): CardAnswer | undefined {
  const [card, setCard] = useState<CardAnswer>();
  useEffect(() => {
    let isCurrent = true;
    void attempt('client.card', { client: clientId, ...(personId && { person: personId }) }).then((reply) => {
      if (isCurrent) setCard(reply.ok ? reply.value : undefined);
    });
    return () => {
      isCurrent = false;
    };
  }, [clientId, personId]);
  return card?.clientId === clientId ? card : undefined;
}
