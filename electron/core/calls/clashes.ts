import type { Temporal } from 'temporal-polyfill';
import { atLocal, dayOf, isBefore } from '../days';
import { dayOffOn, holidayOn } from '../holidays';
import type { StandingCall } from '../model/call';
import type { Diary } from '../model/state';
import { nextOccurrences, type Occurrence } from './occurrences';

/** In a long absence so many are looked through for those that take place. */
const OCCURRENCES_AT_MOST = 96;

/** Why an occurrence had better not take place on its day. */
export interface Clash {
  /** My day off, a public holiday of mine, or one of the client's; looked for in this order. */
  kind: 'my-day-off' | 'my-holiday' | 'client-holiday';
  /** Of the holiday or the day off; empty where a day off has none. */
  name: string;
  /** The plain date in the zone of the side whose day it is. */
  date: string;
  /** A public holiday of mine that the client has on their own day too. */
  isShared?: true;
}

/** What decides whether a call clashes. */
export type Days = Pick<Diary, 'settings' | 'clients' | 'holidays'>;

/**
 * What an occurrence clashes with: it begins on my day off, on my public holiday or on the client's, each counted in
 * that side's own zone. One that was moved, or is held on purpose, clashes with nothing: that was decided by hand.
 */
export function clashOf(diary: Days, occurrence: Occurrence): Clash | undefined {
  return isDecided(occurrence) ? undefined : clashAt(diary, occurrence.clientId, occurrence.startsAt);
}

/** What a call with that client would clash with, did it begin then. */
export function clashAt(
  { settings, clients, holidays }: Days,
  clientId: string,
  startsAt: Temporal.Instant,
): Clash | undefined {
  const client = clients.find((each) => each.id === clientId);
  const hasHolidays = settings.country !== undefined || client?.country !== undefined;
  // Most people's weeks have none of these: then no zone needs to be asked.
  if (!hasHolidays && (settings.daysOff?.length ?? 0) === 0) return undefined;

  const mine = dayOf(startsAt, settings.timeZone).toString();
  const dayOff = dayOffOn(settings, mine);
  if (dayOff) return { kind: 'my-day-off', name: dayOff.name, date: mine };
  if (!hasHolidays) return undefined;
  const theirs = client && dayOf(startsAt, client.timeZone).toString();
  const myHoliday = holidayOn(holidays, settings, mine);
  const theirHoliday = client && theirs ? holidayOn(holidays, client, theirs) : undefined;
  if (myHoliday)
    return { kind: 'my-holiday', name: myHoliday.name, date: mine, ...(theirHoliday && { isShared: true }) };
  if (theirHoliday && theirs) return { kind: 'client-holiday', name: theirHoliday.name, date: theirs };
  return undefined;
}

/** The next occurrences that have not ended and take place: without those that clash. */
export function takingPlace(
  diary: Days,
  calls: readonly StandingCall[],
  now: Temporal.Instant,
  count: number,
): Occurrence[] {
  for (let wanted = count; ; wanted *= 2) {
    const found = nextOccurrences(calls, now, wanted);
    const kept = found.filter((each) => !clashOf(diary, each));
    if (kept.length >= count || found.length < wanted || wanted >= OCCURRENCES_AT_MOST) return kept.slice(0, count);
  }
}

/** A call that would come next and doesn't, for a holiday or a day off. */
export interface NextOff {
  startsAt: Temporal.Instant;
  clash: Clash;
  /** Skipped by hand; else nothing was decided about it yet. */
  isSkipped: boolean;
}

/**
 * The client's next call by its rule, where it clashes or was skipped on a day that it would clash with; nothing where
 * another call takes place before it.
 */
export function nextOff(
  diary: Days & Pick<Diary, 'calls'>,
  clientId: string,
  now: Temporal.Instant,
): NextOff | undefined {
  const calls = diary.calls.filter((call) => call.clientId === clientId);
  const offs = [...undecidedOff(diary, calls, now), ...calls.flatMap((call) => skippedOff(diary, call, now))];
  const [first] = offs.sort((a, b) => a.startsAt.epochMilliseconds - b.startsAt.epochMilliseconds);
  if (!first) return undefined;
  const [next] = takingPlace(diary, calls, now, 1);
  return next && isBefore(next.startsAt, first.startsAt) ? undefined : first;
}

function undecidedOff(diary: Days, calls: readonly StandingCall[], now: Temporal.Instant): NextOff[] {
  const first = nextOccurrences(calls, now, 2).find((each) => isBefore(now, each.startsAt));
  const clash = first && clashOf(diary, first);
  return clash ? [{ startsAt: first.startsAt, clash, isSkipped: false }] : [];
}

/** What a skipped occurrence of a call would have clashed with: why it was left out. */
export function clashOfSkipped(diary: Days, call: StandingCall, occurrence: string): Clash | undefined {
  return clashAt(diary, call.clientId, atLocal(occurrence, call.timeZone));
}

function skippedOff(diary: Days, call: StandingCall, now: Temporal.Instant): NextOff[] {
  return call.exceptions.flatMap(({ occurrence, movedTo }) => {
    if (movedTo !== undefined || (call.endsOn !== undefined && occurrence.slice(0, 10) > call.endsOn)) return [];
    const startsAt = atLocal(occurrence, call.timeZone);
    const clash = isBefore(now, startsAt) && clashOfSkipped(diary, call, occurrence);
    return clash ? [{ startsAt, clash, isSkipped: true }] : [];
  });
}

/** In words for me: "public holiday here (Austrian National Day)". */
export function nameClash({ kind, name }: Pick<Clash, 'kind' | 'name'>): string {
  const what = {
    'my-day-off': 'my day off',
    'my-holiday': 'public holiday here',
    'client-holiday': 'public holiday of theirs',
  };
  return name === '' ? what[kind] : `${what[kind]} (${name})`;
}

function isDecided({ isHeld, movedFrom, startsAt }: Occurrence): boolean {
  return isHeld === true || (movedFrom !== undefined && !movedFrom.equals(startsAt));
}
