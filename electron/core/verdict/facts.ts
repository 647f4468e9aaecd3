import { Temporal } from 'temporal-polyfill';
import { impromptuLeft } from '../availability/impromptu';
import { sayDay, sayTime } from '../days';
import { isInterruption, isMissed } from '../interruptions';
import { allowanceUsed } from '../load';
import type { Client } from '../model/client';
import type { Contact, Request } from '../model/request';
import type { State } from '../model/state';
import { askedAt } from './questions';
import { because, type Reason } from './shape';
import { hasTime } from './time';

/** So many within the joining time are a burst. */
const BURST = 3;

/** What a verdict rests on: how often, whether a day was named, what was said of it, how much of the allowance is used. */
export function factsOf(state: State, request: Request, client: Client, now: Temporal.Instant): Reason[] {
  const { timeZone } = state.settings;
  const isDayNamed = request.neededBy !== undefined;
  const asked = request.claimedUrgent ? askedAt(request) : undefined;
  const reasons: Reason[] = [];
  if (request.status === 'waiting') reasons.push(because('waiting-for-them', 'It waits for their answer.'));
  if (request.status === 'parked' && request.parkedUntil !== undefined && isAhead(request.parkedUntil, now, timeZone))
    reasons.push(
      because('parked', `Parked until ${sayDay(request.parkedUntil)}.`, { parkedUntil: request.parkedUntil }),
    );
  if (asked !== undefined)
    reasons.push(
      because('asked-already', `You asked by when ${sayTime(Temporal.Instant.from(asked), timeZone)}.`, {
        askedAt: asked,
      }),
    );
  reasons.push(...countReasons(request, client));
  if (request.claimedUrgent && !isDayNamed)
    reasons.push(because('urgent-without-day', 'Called urgent; nothing says by when.'));
  else if (request.contacts.some(isMissed) && !isDayNamed) reasons.push(because('no-day', 'Nothing says by when.'));
  if (hasTime(request, state.settings, now)) reasons.push(timeReason(request));
  if (request.contacts.some(isInterruption)) reasons.push(...allowanceReasons(state, client, now));
  return reasons;
}

function timeReason({ neededBy }: Request): Reason {
  return neededBy === undefined
    ? because('you-have-time', 'They say that there is time.')
    : because('you-have-time', `There is time until ${sayDay(neededBy)}.`, { neededBy });
}

function isAhead(day: string, now: Temporal.Instant, timeZone: string): boolean {
  return day > now.toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** How often it came, and within what time where that was a burst. */
function countReasons(request: Request, client: Client): Reason[] {
  const burst = burstOf(request.contacts, client);
  if (burst && burst.entries > 1) {
    const { count, minutes } = burst;
    const within = minutes === 1 ? 'a minute' : `${minutes} minutes`;
    return [because('burst', `${count} contacts within ${within}.`, { count, minutes })];
  }
  const count = request.contacts.reduce((sum, each) => (each.direction === 'in' ? sum + each.count : sum), 0);
  return count > 1 ? [because('count', `It came up ${count} times.`, { count })] : [];
}

/** The tries that ended with the newest one, each within the client's joining time, where there were three or more. */
export function burstOf(
  contacts: readonly Contact[],
  client: Pick<Client, 'joinWithinMinutes'>,
): { count: number; entries: number; minutes: number } | undefined {
  const tries = contacts
    .filter(isInterruption)
    .map(({ at, count }) => ({ at: Temporal.Instant.from(at).epochMilliseconds, count }))
    .sort((one, other) => other.at - one.at);
  const [newest] = tries;
  if (!newest) return undefined;
  const near = tries.filter(({ at }) => newest.at - at <= client.joinWithinMinutes * 60_000);
  const count = near.reduce((sum, each) => sum + each.count, 0);
  if (count < BURST) return undefined;
  const minutes = Math.max(1, Math.round((newest.at - (near.at(-1)?.at ?? newest.at)) / 60_000));
  return { count, entries: near.length, minutes };
}

/** What is used of the allowance of the week, and of the day where there is one of its own. */
export function allowanceReasons(state: State, client: Client, now: Temporal.Instant): Reason[] {
  const { allowance, allowanceADay } = client;
  const used = allowanceUsed(state, client.id, now);
  const text = `Allowance: ${used} of ${allowance} used this week.`;
  const ofWeek = because('allowance', text, { used, allowance });
  if (allowanceADay === undefined) return [ofWeek];
  const left = impromptuLeft(state, client, now).today;
  const leftText = left === 0 ? 'No more impromptu calls today.' : `${left} of ${allowanceADay} left today.`;
  return [ofWeek, because('allowance-today', leftText, { left, allowanceADay })];
}
