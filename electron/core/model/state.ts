import { z } from 'zod';
import type { Calendar, Reading } from './calendar';
import type { StandingCall } from './call';
import type { Client } from './client';
import type { Holidays } from './holiday';
import type { Offer } from './offer';
import type { Request } from './request';
import type { Device, Settings } from './settings';
import type { Stranger } from './stranger';

/** Sums of one client in one week, of what is over. Minutes are whole minutes. */
export const sumsSchema = z.object({
  contacts: z.number(),
  interruptions: z.number(),
  minutes: z.number(),
  afterHours: z.number(),
  allowanceUsed: z.number(),
  /** The same by day of mine (`YYYY-MM-DD`), where there were any. */
  allowanceByDay: z.record(z.string(), z.number()).optional(),
  /** Working minutes from each missed contact to the first answer, unsorted. */
  returnMinutes: z.array(z.number()),
  /** Outcomes of what was deferred and routes chosen by hand, by kind of request and by which; where there were any. */
  cases: z.record(z.string(), z.record(z.string(), z.number())).optional(),
  /** Replies that were sent, by situation, where there were any. */
  sent: z.record(z.string(), z.number()).optional(),
  /** Days of mine on which they came in or I reached them, in order, where there were any. */
  daysCame: z.array(z.string()).optional(),
  /** Days of mine on which replies were sent, by situation, in order, where there were any. */
  daysSent: z.record(z.string(), z.array(z.string())).optional(),
  /** Interruptions that were emergencies, confirmed as such, where there were any; they count among all, too. */
  emergencies: z.number().optional(),
});
export type Sums = z.infer<typeof sumsSchema>;

/** Weekly sums by first day of the week, then by client. */
export type Tally = Readonly<Record<string, Readonly<Record<string, Sums>>>>;
export const tallySchema = z.record(z.string(), z.record(z.string(), sumsSchema));

/** The published state: everything a view shows is derived from it. Never changed in place. */
export interface State {
  readonly settings: Settings;
  readonly device: Device;
  readonly clients: readonly Client[];
  readonly calls: readonly StandingCall[];
  /** Calendars of the person's own that are read for busy times. */
  readonly calendars: readonly Calendar[];
  /** Slots offered to clients that are not over. */
  readonly offers: readonly Offer[];
  /** Contacts that wait until it is said whose they are. */
  readonly strangers: readonly Stranger[];
  /** What is not over: open, waiting or parked. */
  readonly requests: readonly Request[];
  /** What is over, by UTC month of closing (`YYYY-MM`); only the months that were asked for. */
  readonly history: Readonly<Record<string, readonly Request[]>>;
  /** Weekly sums of all history, loaded or not. */
  readonly tally: Tally;
  /** What was last read of each calendar, by its id: a cache, not part of the book. */
  readonly readings: Readonly<Record<string, Reading>>;
  /** Public holidays of my country and the clients'; worked out, never kept. */
  readonly holidays: Holidays;
}

/** All that says when I am taken: what standing calls and availability are derived from. */
export type Diary = Pick<State, 'settings' | 'clients' | 'calls' | 'calendars' | 'readings' | 'holidays'>;
