import type { StandingCall } from '../../../electron/core/model/call';

/** Whose clock a standing call keeps to. */
export type Anchor = 'theirs' | 'mine' | 'floating' | 'other';

type Anchored = Pick<StandingCall, 'timeZone' | 'isFloating'>;

export function anchorOf(call: Anchored, theirZone: string, myZone: string): Anchor {
  if (call.isFloating) return 'floating';
  if (call.timeZone === myZone) return 'mine';
  return call.timeZone === theirZone ? 'theirs' : 'other';
}
