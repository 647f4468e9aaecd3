import { Temporal } from 'temporal-polyfill';
import { readLocale } from '../words/i18n';

/** 2024-01-01 was a Monday. */
const MONDAY = Temporal.PlainDate.from('2024-01-01');

/** ISO weekdays in the order of a week that starts on the given one. */
export function orderWeekdays(weekStartsOn: number): number[] {
  return Array.from({ length: 7 }, (_, index) => ((weekStartsOn - 1 + index) % 7) + 1);
}

/** The name of an ISO weekday in the language shown. */
export function nameWeekday(weekday: number, weekdayStyle: 'long' | 'short' | 'narrow'): string {
  return MONDAY.add({ days: weekday - 1 }).toLocaleString(readLocale(), { weekday: weekdayStyle });
}
