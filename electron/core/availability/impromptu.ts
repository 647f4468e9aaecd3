import type { Temporal } from 'temporal-polyfill';
import { dayOf } from '../days';
import { allowanceUsed, allowanceUsedOn } from '../load';
import type { Client } from '../model/client';
import type { State } from '../model/state';

/** Impromptu calls that I am still willing to take from a client. */
export interface ImpromptuLeft {
  /** On the calendar day of mine that holds the instant; never more than the week has left. */
  today: number;
  /** In the week of mine that holds the instant. */
  week: number;
}

/** What is left of a client's allowance, by the day and by the week. */
export function impromptuLeft(state: State, client: Client, now: Temporal.Instant): ImpromptuLeft {
  const week = Math.max(0, client.allowance - allowanceUsed(state, client.id, now));
  if (client.allowanceADay === undefined) return { today: week, week };
  const today = dayOf(now, state.settings.timeZone);
  const left = Math.max(0, client.allowanceADay - allowanceUsedOn(state, client.id, today));
  return { today: Math.min(week, left), week };
}
