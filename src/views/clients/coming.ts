import type { Temporal } from 'temporal-polyfill';
import { type Clash, clashOfSkipped, type Days } from '../../../electron/core/calls/clashes';
import { nextOccurrences, type Occurrence } from '../../../electron/core/calls/occurrences';
import type { StandingCall } from '../../../electron/core/model/call';

/** An occurrence ahead; a skipped one is still told, so that it can be put back. */
export interface Coming extends Occurrence {
  isSkipped: boolean;
  /** What a skipped one would have clashed with. */
  skippedFor?: Clash;
  isMoved: boolean;
  /** The length, where it is another than the call's. */
  ownMinutes?: number;
}

/** The next occurrences, the skipped ones among them. */
export function listComing(calls: readonly StandingCall[], days: Days, now: Temporal.Instant, count: number): Coming[] {
  const byId = new Map(calls.map((call) => [call.id, call]));
  const withoutSkips = calls.map((call) => ({ ...call, exceptions: call.exceptions.filter((each) => each.movedTo) }));
  return nextOccurrences(withoutSkips, now, count).map((each): Coming => {
    const call = byId.get(each.callId);
    const exception = call?.exceptions.find(({ occurrence }) => occurrence === each.occurrence);
    const isSkipped = exception !== undefined && exception.movedTo === undefined;
    const skippedFor = call && isSkipped ? clashOfSkipped(days, call, each.occurrence) : undefined;
    return {
      ...each,
      isSkipped,
      ...(skippedFor && { skippedFor }),
      isMoved: each.movedFrom !== undefined && !each.movedFrom.equals(each.startsAt),
      ...(call && call.minutes !== each.minutes && { ownMinutes: each.minutes }),
    };
  });
}
