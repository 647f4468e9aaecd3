import { Temporal } from 'temporal-polyfill';
import { workingStretches } from './availability/working-time';
import { answersOf } from './callbacks';
import { dayOf, isBefore, weekOf } from './days';
import { isInterruption, isMissed, usesAllowance } from './interruptions';
import type { Contact, Request } from './model/request';
import type { Settings } from './model/settings';
import type { Sums, Tally } from './model/state';
import { addCases, casesIn, kindOf } from './verdict/cases';

/** Longest wait that is counted, in days; what was never answered within it counts as not answered. */
const LONGEST_WAIT_DAYS = 31;

/** Weekly sums per client of the given requests; weeks are named by their first day in the person's own zone. */
export function tallyOf(requests: readonly Request[], settings: Settings): Tally {
  const weeks: Record<string, Record<string, Sums>> = {};
  const dayAt = (at: string) => dayOf(at, settings.timeZone);
  const add = (at: string, clientId: string, sums: Sums) => {
    const week = weekOf(dayAt(at), settings.weekStartsOn).toString();
    weeks[week] ??= {};
    weeks[week][clientId] = addSums(weeks[week][clientId] ?? NOTHING, sums);
  };
  for (const request of requests) {
    for (const contact of request.contacts) add(contact.at, request.clientId, sumsOf(request, contact, settings));
    for (const { what, at } of casesIn(request, settings.timeZone))
      add(at, request.clientId, { ...NOTHING, cases: { [kindOf(request)]: { [what]: 1 } } });
    for (const { situation, sentAt, withRequestId } of request.replies)
      if (sentAt !== undefined && withRequestId === undefined)
        add(sentAt, request.clientId, {
          ...NOTHING,
          sent: { [situation]: 1 },
          daysSent: { [situation]: [dayAt(sentAt).toString()] },
        });
  }
  return weeks;
}

/** Adds up tallies, such as those of two months that share a week. */
export function mergeTallies(tallies: readonly Tally[]): Tally {
  const merged: Record<string, Record<string, Sums>> = {};
  for (const tally of tallies)
    for (const [week, clients] of Object.entries(tally)) {
      merged[week] ??= {};
      for (const [clientId, sums] of Object.entries(clients))
        merged[week][clientId] = addSums(merged[week][clientId] ?? NOTHING, sums);
    }
  return merged;
}

export const NOTHING: Sums = {
  contacts: 0,
  interruptions: 0,
  minutes: 0,
  afterHours: 0,
  allowanceUsed: 0,
  returnMinutes: [],
};

export function addSums(one: Sums, other: Sums): Sums {
  return {
    contacts: one.contacts + other.contacts,
    interruptions: one.interruptions + other.interruptions,
    minutes: one.minutes + other.minutes,
    afterHours: one.afterHours + other.afterHours,
    allowanceUsed: one.allowanceUsed + other.allowanceUsed,
    ...byDay(one.allowanceByDay, other.allowanceByDay),
    returnMinutes: [...one.returnMinutes, ...other.returnMinutes],
    ...casesOfBoth(one, other),
    ...sentOfBoth(one, other),
    ...daysOfBoth(one, other),
    ...emergenciesOfBoth(one, other),
  };
}

function sentOfBoth({ sent: one }: Sums, { sent: other }: Sums): Pick<Sums, 'sent'> {
  if (!one || !other) return one || other ? { sent: one ?? other } : {};
  const sums = { ...one };
  for (const [situation, count] of Object.entries(other)) sums[situation] = (sums[situation] ?? 0) + count;
  return { sent: sums };
}

function daysOfBoth(one: Sums, other: Sums): Pick<Sums, 'daysCame' | 'daysSent'> {
  const came = bothDays(one.daysCame, other.daysCame);
  const situations = new Set([...Object.keys(one.daysSent ?? {}), ...Object.keys(other.daysSent ?? {})]);
  const sent = [...situations].map((each) => [each, bothDays(one.daysSent?.[each], other.daysSent?.[each])]);
  return { ...(came && { daysCame: came }), ...(sent.length > 0 && { daysSent: Object.fromEntries(sent) }) };
}

/** Each day once, in order. */
function bothDays(one?: readonly string[], other?: readonly string[]): string[] | undefined {
  if (!one && !other) return undefined;
  return [...new Set([...(one ?? []), ...(other ?? [])])].sort();
}

function emergenciesOfBoth(one: Sums, other: Sums): Pick<Sums, 'emergencies'> {
  const emergencies = (one.emergencies ?? 0) + (other.emergencies ?? 0);
  return emergencies > 0 ? { emergencies } : {};
}

function casesOfBoth(one: Sums, other: Sums): Pick<Sums, 'cases'> {
  const cases = addCases(one.cases, other.cases);
  return cases ? { cases } : {};
}

function byDay(one: Sums['allowanceByDay'], other: Sums['allowanceByDay']): Pick<Sums, 'allowanceByDay'> {
  if (!one || !other) return one || other ? { allowanceByDay: one ?? other } : {};
  const sums = { ...one };
  for (const [day, used] of Object.entries(other)) sums[day] = (sums[day] ?? 0) + used;
  return { allowanceByDay: sums };
}

/** A contact is one entry, whatever its count: "3 missed calls" is one contact after hours and three interruptions. */
function sumsOf(request: Request, contact: Contact, settings: Settings): Sums {
  const returned = isMissed(contact) ? returnMinutesOf(request, contact, settings) : undefined;
  const used = usesAllowance(request, contact) ? contact.count : 0;
  const isEmergency = request.emergency === 'confirmed' && isInterruption(contact);
  return {
    contacts: 1,
    interruptions: isInterruption(contact) ? contact.count : 0,
    minutes: contact.minutes ?? 0,
    afterHours: contact.direction === 'in' && contact.isAfterHours ? 1 : 0,
    allowanceUsed: used,
    ...(used > 0 && { allowanceByDay: { [dayOf(contact.at, settings.timeZone).toString()]: used } }),
    daysCame: [dayOf(contact.at, settings.timeZone).toString()],
    ...(isEmergency && { emergencies: contact.count }),
    returnMinutes: returned === undefined ? [] : [returned],
  };
}

/** Working minutes from a missed contact to the first answer. */
function returnMinutesOf(request: Request, missed: Contact, settings: Settings): number | undefined {
  const [first] = answersOf(request)
    .filter((at) => at > missed.at)
    .sort();
  return first === undefined
    ? undefined
    : workingMinutesBetween(settings, Temporal.Instant.from(missed.at), Temporal.Instant.from(first));
}

/**
 * Minutes of working hours between two instants, at most a month of them, days off left out. Public holidays are not:
 * the sums of what is over are kept, and would have to be counted anew whenever a country's list of holidays changes.
 */
export function workingMinutesBetween(settings: Settings, from: Temporal.Instant, to: Temporal.Instant): number {
  const day = dayOf(from, settings.timeZone);
  const days = Math.min(day.until(dayOf(to, settings.timeZone)).days + 1, LONGEST_WAIT_DAYS);
  let minutes = 0;
  for (const stretch of workingStretches({ settings, holidays: {} }, day, days)) {
    const startsAt = isBefore(stretch.startsAt, from) ? from : stretch.startsAt;
    const endsAt = isBefore(to, stretch.endsAt) ? to : stretch.endsAt;
    if (isBefore(startsAt, endsAt)) minutes += (endsAt.epochMilliseconds - startsAt.epochMilliseconds) / 60_000;
  }
  return Math.round(minutes);
}
