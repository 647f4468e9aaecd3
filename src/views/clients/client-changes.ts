import type { Client } from '../../../electron/core/model/client';
import type { Problem } from '../../../electron/core/model/problem';
import type { Input } from '../../../electron/ipc/contract/contract';
import { act, attempt } from '../../state/act';

type ClientChange = Omit<Input<'client.set'>, 'client'>;

/** Changes of one client: `set` tells what goes wrong as a notice, `save` gives it back for the field. */
export function changesOf(client: Client) {
  return {
    set: (change: ClientChange) => void act('client.set', { client: client.id, ...change }),
    save: async (change: ClientChange): Promise<Problem | undefined> => {
      const reply = await attempt('client.set', { client: client.id, ...change });
      return reply.ok ? undefined : reply.problem;
    },
  };
}
