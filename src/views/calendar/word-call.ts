import i18next from 'i18next';
import type { Temporal } from 'temporal-polyfill';
import { dayOf } from '../../../electron/core/days';
import { wordClash } from '../../shared/occurrence/word-clash';
import { showShortDay, showTime, showZone } from '../../shared/show-time';
import type { CalendarCall, DayPiece } from './taken-days';

/** `10:00 – 10:45` */
export function showTimes({ startsAt, endsAt }: Pick<DayPiece, 'startsAt' | 'endsAt'>, timeZone: string): string {
  return `${showTime(startsAt, timeZone)} – ${showTime(endsAt, timeZone)}`;
}

/** What the clocks of the call's and the client's zones show where they differ from mine, with the day where that differs. */
export function wordOtherTimes(
  { timeZone, client }: Pick<CalendarCall, 'timeZone' | 'client'>,
  at: Temporal.Instant,
  myZone: string,
): string[] {
  const offsetIn = (zone: string) => at.toZonedDateTimeISO(zone).offsetNanoseconds;
  const zones = new Map([client.timeZone, timeZone].map((zone) => [offsetIn(zone), zone]));
  zones.delete(offsetIn(myZone));
  return [...zones.values()].map((zone) => {
    const day = dayOf(at, zone).equals(dayOf(at, myZone)) ? '' : `${showShortDay(at, zone)}, `;
    return i18next.t('week.theirs', { time: `${day}${showTime(at, zone)}`, zone: showZone(zone) });
  });
}

/** All that a call's place in the calendar says, for those who hear it. */
export function sayCall(call: CalendarCall, myZone: string, items?: number): string {
  return [
    call.client.name,
    showTimes(call, myZone),
    ...wordOtherTimes(call, call.startsAt, myZone),
    items !== undefined && items > 0 && i18next.t('week.onIt', { count: items }),
    call.clash && wordClash(call.clash, call.client.name),
  ]
    .filter(Boolean)
    .join(', ');
}
