import type { Reply } from '../ipc/contract/bridge';
import type { Output } from '../ipc/contract/contract';
import type { Input, Tools } from './command';

/** Chooses another route; `none` takes the choice back. */
export function chooseRoute({ route, ...input }: Input, { ask }: Tools): Promise<Reply<Output<'request.override'>>> {
  return ask('request.override', { ...input, route: route === 'none' ? null : route });
}

/** Says what became of a request; `none` goes back to what the log shows. */
export function noteOutcome({ outcome, ...input }: Input, { ask }: Tools): Promise<Reply<Output<'request.outcome'>>> {
  return ask('request.outcome', { ...input, outcome: outcome === 'none' ? null : outcome });
}
