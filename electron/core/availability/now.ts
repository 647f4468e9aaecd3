import type { Temporal } from 'temporal-polyfill';
import { clashOf } from '../calls/clashes';
import { occurrencesBetween } from '../calls/occurrences';
import { dayOf, isBefore, startOfDay } from '../days';
import type { Diary } from '../model/state';
import { blocksFrom } from './blocks';
import { type OwnTime, ownTimesBetween } from './busy-times';
import { contains, earliest, merge, overlap, type Stretch, subtractAll } from './stretch';
import { absenceOn, workingStretches } from './working-time';

/** Why the state is what it is. */
export interface Why {
  /** `busy` is an event of my own calendar, `hours` that it is outside the working hours. */
  kind: 'call' | 'busy' | 'focus' | 'day-off' | 'holiday' | 'hours';
  /** Of the client, the event, the day off or the holiday. */
  name?: string;
}

export interface Availability {
  now: 'free' | 'call' | 'focus' | 'off';
  /** When that ends; absent when nothing ever ends it (no working hours at all). */
  until?: Temporal.Instant;
  /** Absent while free. */
  why?: Why | undefined;
}

/** The state in one word: why it is so, where that says more. */
export function nameState({ now, why }: Pick<Availability, 'now' | 'why'>) {
  if (now === 'call' && why?.kind === 'busy') return 'busy';
  if (now === 'off' && (why?.kind === 'day-off' || why?.kind === 'holiday')) return why.kind;
  return now;
}

/** Days in which the end is looked for, further ahead where the ones before have none: past a long leave, too. */
const REACHES = [2, 14, 60, 400];

/**
 * State at an instant, and until when it holds. A standing call comes first, then what my calendar says makes me busy,
 * as far as it is in my working hours; what takes whole days of them is time off. Buffers around calls are free, and so
 * are callback blocks, even where a focus block lies beneath. Tentative events change nothing, and neither do calls that
 * clash with a holiday or a day off: whether they take place is not decided.
 */
export function availabilityAt(diary: Diary, now: Temporal.Instant): Availability {
  let found: Availability = { now: 'off' };
  for (const days of REACHES) {
    found = lookAt(diary, now, days);
    if (found.until || !hasHours(diary)) break;
  }
  return found;
}

function hasHours({ settings, calls }: Diary): boolean {
  return calls.length > 0 || Object.values(settings.workingHours).some((spans) => spans.length > 0);
}

function lookAt(diary: Diary, now: Temporal.Instant, days: number): Availability {
  const { settings, calls } = diary;
  const today = dayOf(now, settings.timeZone);
  // Calls as they end: one that runs may have begun yesterday.
  const end = now.add({ hours: 24 * days });
  const own = ownTimesBetween(diary, now, end).filter(({ kind }) => kind === 'busy');
  const wholeDays = own.filter(({ isAllDay }) => isAllDay);
  const worked = subtractAll(workingStretches(diary, today, days + 1), wholeDays);
  const standing = occurrencesBetween(calls, now, end).filter((each) => !clashOf(diary, each));
  const events = own.filter(({ isAllDay }) => !isAllDay);
  const busy = overlap(worked, merge(events));
  const engaged = merge([...standing, ...busy]);

  const call = standing.find((each) => contains(each, now));
  if (call) {
    const name = diary.clients.find((each) => each.id === call.clientId)?.name;
    const until = merge(standing).find((each) => contains(each, now))?.endsAt ?? call.endsAt;
    return { now: 'call', until, why: { kind: 'call', ...(name !== undefined && { name }) } };
  }
  const event = busy.find((each) => contains(each, now));
  if (event) {
    const why: Why = { kind: 'busy', ...nameOf(events.find((each) => contains(each, now))) };
    return { now: 'call', until: firstOf(event.endsAt, nextAfter(standing, now)), why };
  }
  const nextEngaged = nextAfter(engaged, now);

  const working = worked.find((stretch) => contains(stretch, now));
  if (working) {
    // Yesterday's block may run past midnight.
    const from = today.subtract({ days: 1 });
    const focus = merge(subtractAll(blocksFrom(diary, 'focus', from, 3), blocksFrom(diary, 'callback', from, 3)));
    const inFocus = focus.find((block) => contains(block, now));
    if (inFocus)
      return { now: 'focus', until: firstOf(inFocus.endsAt, working.endsAt, nextEngaged), why: { kind: 'focus' } };
    const nextFocus = focus.find((block) => isBefore(now, block.startsAt))?.startsAt;
    return { now: 'free', until: firstOf(working.endsAt, nextEngaged, nextFocus) };
  }
  const next = worked.find((stretch) => isBefore(now, stretch.startsAt))?.startsAt;
  const until = earliest(next, nextEngaged);
  return { now: 'off', ...(until && { until }), why: whyOff(diary, now, wholeDays) };
}

/** When the next of the stretches, which are in order, begins. */
function nextAfter(stretches: readonly Stretch[], now: Temporal.Instant): Temporal.Instant | undefined {
  return stretches.find((each) => isBefore(now, each.startsAt))?.startsAt;
}

/** The earlier of an end that is sure and others that may be. */
function firstOf(sure: Temporal.Instant, ...others: (Temporal.Instant | undefined)[]): Temporal.Instant {
  return earliest(sure, ...others) ?? sure;
}

function whyOff(diary: Diary, now: Temporal.Instant, wholeDays: readonly OwnTime[]): Why {
  const { timeZone } = diary.settings;
  const today = dayOf(now, timeZone);
  const absence = absenceOn(diary, today);
  if (absence) return { kind: absence.kind, ...nameOf(absence) };
  const day: Stretch = { startsAt: startOfDay(today, timeZone), endsAt: startOfDay(today.add({ days: 1 }), timeZone) };
  const hours = overlap(workingStretches(diary, today, 1), [day]);
  const event = wholeDays.find((each) => contains(each, now));
  // On a day that is not worked anyway an event takes nothing away.
  return event && hours.length > 0 ? { kind: 'busy', ...nameOf(event) } : { kind: 'hours' };
}

function nameOf(named: { name: string } | undefined): { name?: string } {
  return named && named.name !== '' ? { name: named.name } : {};
}
