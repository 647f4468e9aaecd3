import type { Problem } from '../../electron/core/model/problem';
import type { State } from '../../electron/core/model/state';
import type { Bridge } from '../../electron/ipc/contract/bridge';
import { share } from './share';

/** What this window knows of the store: the published state, kept up by one subscription. */
export interface Book {
  /** Undefined until it was opened. */
  peek(): State | undefined;
  subscribe(listener: () => void): () => void;
  /** Loads the state and follows it from then on; the problem when that can't be done. */
  open(bridge: Pick<Bridge, 'call' | 'onState'>): Promise<Problem | undefined>;
}

/** The state with changed parts put in; everything equal keeps its identity. */
export function mergeState(state: State, changed: Partial<State>): State {
  return share(state, { ...state, ...changed });
}

export function createBook(): Book {
  let state: State | undefined;
  const listeners = new Set<() => void>();

  function publish(next: State): void {
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  }

  return {
    peek: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async open(bridge) {
      // Changes may arrive while the whole is under way; they are newer or the same, so they are put on top of it.
      const early: Partial<State>[] = [];
      bridge.onState((changed) => (state ? publish(mergeState(state, changed)) : early.push(changed)));
      const reply = await bridge.call('state.get', {});
      if (!reply.ok) return reply.problem;
      publish(early.reduce(mergeState, reply.value));
      return undefined;
    },
  };
}

/** This window's book. */
export const book = createBook();
