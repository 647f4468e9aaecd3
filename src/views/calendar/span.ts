import { Temporal } from 'temporal-polyfill';
import { weekOf } from '../../../electron/core/days';

/** What of the calendar is shown: a week, or a month. `first` is its first day. */
export interface Span {
  kind: 'week' | 'month';
  first: Temporal.PlainDate;
}

/** The week or month that holds a day. */
export function spanAround(kind: Span['kind'], day: Temporal.PlainDate, weekStartsOn: number): Span {
  return { kind, first: kind === 'month' ? day.with({ day: 1 }) : weekOf(day, weekStartsOn) };
}

/** What an address asks for: `2026-11-25` its week, `2026-11` that month; a day or month that is none leads to this one. */
export function readSpan(detail: string | undefined, today: Temporal.PlainDate, weekStartsOn: number): Span {
  const isMonth = detail !== undefined && /^\d{4}-\d{2}$/.test(detail);
  const day = readDate(isMonth ? `${detail}-01` : detail) ?? today;
  return spanAround(isMonth ? 'month' : 'week', day, weekStartsOn);
}

/** How a span is written in an address. */
export function writeSpan({ kind, first }: Span): string {
  return kind === 'month' ? first.toString().slice(0, 7) : first.toString();
}

/** The week or month after this one, or before it. */
export function stepSpan({ kind, first }: Span, step: number): Span {
  return { kind, first: first.add(kind === 'month' ? { months: step } : { weeks: step }) };
}

/** The other kind, as near as can be: of the month that shows today, this week. */
export function otherSpan({ kind, first }: Span, today: Temporal.PlainDate, weekStartsOn: number): Span {
  if (kind === 'month') {
    const isThisMonth = today.toPlainYearMonth().equals(first.toPlainYearMonth());
    return spanAround('week', isThisMonth ? today : first, weekStartsOn);
  }
  // The month that most of the week is in.
  return spanAround('month', first.add({ days: 3 }), weekStartsOn);
}

/** Whether a day stands on the page of the span: a month shows the rest of its first and last week too. */
export function isOnPage(span: Span, day: Temporal.PlainDate, weekStartsOn: number): boolean {
  if (span.kind === 'week') return isInSpan(span, day);
  const next = stepSpan(span, 1).first.subtract({ days: 1 });
  const from = weekOf(span.first, weekStartsOn);
  const to = weekOf(next, weekStartsOn).add({ days: 7 });
  return Temporal.PlainDate.compare(from, day) <= 0 && Temporal.PlainDate.compare(day, to) < 0;
}

/** Whether a day lies in the span. */
export function isInSpan({ kind, first }: Span, day: Temporal.PlainDate): boolean {
  const next = stepSpan({ kind, first }, 1).first;
  return Temporal.PlainDate.compare(first, day) <= 0 && Temporal.PlainDate.compare(day, next) < 0;
}

function readDate(text: string | undefined): Temporal.PlainDate | undefined {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}
