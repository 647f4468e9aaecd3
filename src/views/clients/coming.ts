import type { Temporal } from 'temporal-polyfill';
import { nextOccurrences, type Occurrence } from '../../../electron/core/calls/occurrences';
import type { StandingCall } from '../../../electron/core/model/call';

/** An occurrence ahead; a skipped one is still told, so that it can be put back. */
export interface Coming extends Occurrence {
  isSkipped: boolean;
}

/** The next occurrences, the skipped ones among them. */
export function listComing(calls: readonly StandingCall[], now: Temporal.Instant, count: number): Coming[] {
  const skips = new Set(
    calls.flatMap((call) =>
      call.exceptions.flatMap(({ occurrence, movedTo }) => (movedTo ? [] : `${call.id} ${occurrence}`)),
    ),
  );
  const withoutSkips = calls.map((call) => ({ ...call, exceptions: call.exceptions.filter((each) => each.movedTo) }));
  return nextOccurrences(withoutSkips, now, count).map((each) => ({
    ...each,
    isSkipped: skips.has(`${each.callId} ${each.occurrence}`),
  }));
}
