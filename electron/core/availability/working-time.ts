import type { Temporal } from 'temporal-polyfill';
import { atTimeOfDay, dayOf, isBefore } from '../days';
import { dayOffOn, holidayOn } from '../holidays';
import type { Holidays } from '../model/holiday';
import type { Settings, Span, WorkingHours } from '../model/settings';
import type { Diary } from '../model/state';
import { contains, merge, type Stretch } from './stretch';

/** What says when I work. */
export type WorkingTime = Pick<Diary, 'settings' | 'holidays'>;

/** Why a whole day is not worked. */
export interface Absence {
  kind: 'day-off' | 'holiday';
  /** Empty where a day off has no name. */
  name: string;
}

const NO_HOURS: readonly Span[] = [];

/** My day off or my public holiday on a day of mine, if it is one. */
export function absenceOn({ settings, holidays }: WorkingTime, day: Temporal.PlainDate): Absence | undefined {
  if (settings.country === undefined && !settings.daysOff?.length) return undefined;
  const date = day.toString();
  const dayOff = dayOffOn(settings, date);
  if (dayOff) return { kind: 'day-off', name: dayOff.name };
  const holiday = holidayOn(holidays, settings, date);
  return holiday && { kind: 'holiday', name: holiday.name };
}

/** The working hours of a day in the person's own zone: none on days off and on public holidays. */
export function workingHoursOn(when: WorkingTime, day: Temporal.PlainDate): readonly Span[] {
  return absenceOn(when, day) ? NO_HOURS : spansOn(when.settings.workingHours, day);
}

/** Whether the person works on that day at all. */
export function isWorkingDay(when: WorkingTime, day: Temporal.PlainDate): boolean {
  return workingHoursOn(when, day).length > 0;
}

/** Working hours of `days` days from a day on, as instants, merged where they touch. */
export function workingStretches(when: WorkingTime, from: Temporal.PlainDate, days: number): Stretch[] {
  const known = knownDays(when);
  const stretches: Stretch[] = [];
  for (let offset = 0; offset < days; offset++) {
    const day = from.add({ days: offset });
    const date = day.toString();
    let ofDay = known.get(date);
    if (!ofDay) {
      ofDay = spansAsStretches(workingHoursOn(when, day), day, when.settings.timeZone);
      if (known.size >= DAYS_KEPT) known.clear();
      known.set(date, ofDay);
    }
    for (const stretch of ofDay) {
      const last = stretches.at(-1);
      // One that ends at midnight goes on where the next day begins with it.
      if (last?.endsAt.equals(stretch.startsAt)) last.endsAt = stretch.endsAt;
      else stretches.push({ ...stretch });
    }
  }
  return stretches;
}

/** Whether an instant lies in the person's working hours. */
export function isWorkingTime(when: WorkingTime, at: Temporal.Instant): boolean {
  return workingStretches(when, dayOf(at, when.settings.timeZone), 1).some((stretch) => contains(stretch, at));
}

/** Spans of working hours that a weekday has. */
export function spansOn(hours: WorkingHours, day: Temporal.PlainDate): readonly Span[] {
  const key = String(day.dayOfWeek) as keyof WorkingHours;
  return hours[key] ?? NO_HOURS;
}

/** Spans of a day in a zone as instants, in order and merged; one that lies in an hour that a clock change leaves out is none. */
export function spansAsStretches(spans: readonly Span[], day: Temporal.PlainDate, timeZone: string): Stretch[] {
  const stretches = spans.map(({ from, to }) => ({
    startsAt: atTimeOfDay(day, from, timeZone),
    endsAt: atTimeOfDay(day, to, timeZone),
  }));
  return merge(stretches.filter(({ startsAt, endsAt }) => isBefore(startsAt, endsAt)));
}

/** More days than are ever asked for at once. */
const DAYS_KEPT = 1500;
/** Stretches by day. Settings and holidays are never changed in place, so changed ones are worked out anew. */
const kept = new WeakMap<Settings, WeakMap<Holidays, Map<string, Stretch[]>>>();

function knownDays({ settings, holidays }: WorkingTime): Map<string, Stretch[]> {
  let bySettings = kept.get(settings);
  if (!bySettings) {
    bySettings = new WeakMap();
    kept.set(settings, bySettings);
  }
  let days = bySettings.get(holidays);
  if (!days) {
    days = new Map();
    bySettings.set(holidays, days);
  }
  return days;
}
