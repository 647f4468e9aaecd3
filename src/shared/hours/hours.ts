import type { Settings, Span } from '../../../electron/core/model/settings';

export type WorkingHours = Settings['workingHours'];
type Weekday = keyof WorkingHours;

const WEEKDAYS: readonly Weekday[] = ['1', '2', '3', '4', '5', '6', '7'];

function keyOf(weekday: number): Weekday {
  return WEEKDAYS[weekday - 1] ?? '1';
}

export function spansOn(hours: WorkingHours, weekday: number): readonly Span[] {
  return hours[keyOf(weekday)] ?? [];
}

/** The hours with one weekday's spans put in, in the order of the day. */
export function withSpans(hours: WorkingHours, weekday: number, spans: readonly Span[]): WorkingHours {
  return { ...hours, [keyOf(weekday)]: spans.toSorted((one, other) => one.from.localeCompare(other.from)) };
}

/** A further span after those there are: the afternoon after a break of an hour, else a first day from nine. */
export function proposeSpan(spans: readonly Span[]): Span | undefined {
  const last = spans.at(-1);
  if (!last) return { from: '09:00', to: '17:00' };
  const [hour = 0, minute = 0] = last.to.split(':').map(Number);
  if (hour >= 22) return undefined;
  const write = (at: number) => `${String(at).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  return { from: write(hour + 1), to: hour + 4 < 24 ? write(hour + 4) : '24:00' };
}

/** Monday's spans for Tuesday to Friday, too. */
export function spreadMonday(hours: WorkingHours): WorkingHours {
  const spans = spansOn(hours, 1);
  return [2, 3, 4, 5].reduce((next, weekday) => withSpans(next, weekday, spans), hours);
}
