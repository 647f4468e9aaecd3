import type { Problem } from '../../../electron/core/model/problem';
import { attempt } from '../../state/act';
import type { FirstClient } from './first-client';

/** Adds the client and its call, and sets the name of whoever this is; the problem of whichever was refused. A client without its call is taken back. */
export async function saveFirstClient({ client, call, myName }: FirstClient): Promise<Problem | undefined> {
  // First, since it can be done again: a client can't be added twice.
  if (myName !== undefined) {
    const named = await attempt('settings.set', { myName });
    if (!named.ok) return named.problem;
  }
  const added = await attempt('client.add', client);
  if (!added.ok) return added.problem;
  if (!call) return undefined;
  const withCall = await attempt('call.add', { client: added.value.clientId, ...call });
  if (withCall.ok) return undefined;
  await attempt('undo', { change: added.value.changeId });
  return withCall.problem;
}
