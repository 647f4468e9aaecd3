import { Temporal } from 'temporal-polyfill';
import { occurrencesBetween } from '../../../electron/core/calls/occurrences';
import { atLocal } from '../../../electron/core/days';
import type { StandingCall } from '../../../electron/core/model/call';
import type { Client } from '../../../electron/core/model/client';
import { act } from '../../state/act';

type Proposal = Pick<StandingCall, 'rule' | 'start' | 'timeZone' | 'minutes'>;

const DAYS_SEARCHED = 60;

/** Sets up what was agreed: in the place of the one call there was, from its first time on, or as a new one. */
export async function setUpCall(
  client: Client,
  calls: readonly StandingCall[],
  { rule, start, timeZone, minutes }: Proposal,
  now: Temporal.Instant,
): Promise<boolean> {
  const fields = { rule, start, timeZone, minutes };
  const [only, ...others] = calls;
  const from = only && others.length === 0 ? findFrom(only, atLocal(start, timeZone), now) : undefined;
  if (only && from !== undefined) return (await act('call.set', { call: only.id, from, ...fields })) !== undefined;
  // By this both calendars know that they mean the same call.
  const invitation = await act('call.invitation', { client: client.id, ...fields });
  if (!invitation) return false;
  return (await act('call.add', { client: client.id, ...fields, uid: invitation.uid })) !== undefined;
}

/** The first occurrence of a call that the new one takes the place of: of the week it begins in, but none that is over. */
export function findFrom(call: StandingCall, begins: Temporal.Instant, now: Temporal.Instant): string | undefined {
  const weekBefore = begins.subtract({ hours: 6 * 24 });
  const from = Temporal.Instant.compare(weekBefore, now) > 0 ? weekBefore : now;
  return occurrencesBetween([call], from, begins.add({ hours: 24 * DAYS_SEARCHED })).find(
    (each) => Temporal.Instant.compare(each.startsAt, now) > 0 && !each.isExtra,
  )?.occurrence;
}
