import type { Temporal } from 'temporal-polyfill';
import { dayOf } from '../../../electron/core/days';
import { useBook } from '../../state/use-book';
import { useNow } from '../../state/use-now';

/** The day it is where I am. */
export function useToday(): Temporal.PlainDate {
  const timeZone = useBook((state) => state.settings.timeZone);
  return dayOf(useNow(), timeZone);
}
