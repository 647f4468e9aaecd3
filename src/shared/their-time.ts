import i18next from 'i18next';
import { Temporal } from 'temporal-polyfill';
import { dayOf } from '../../electron/core/days';
import { showDay, showShortDay, showTime, showZone } from './show-time';
import { isSameClock } from './zone-away';

/**
 * The time on somebody's own clock, where it shows another than mine: `09:00 in New York`, with the day where it is
 * another day for them: `Saturday 28 November, 03:00 in Auckland`. Short: `Sat 28 Nov, 03:00 there`.
 */
export function wordTheirTime(
  at: Temporal.Instant,
  theirZone: string,
  myZone: string,
  style: 'short' | 'long' = 'long',
): string | undefined {
  if (isSameClock(theirZone, myZone, at)) return undefined;
  const isOtherDay = Temporal.PlainDate.compare(dayOf(at, myZone), dayOf(at, theirZone)) !== 0;
  const showTheirDay = style === 'short' ? showShortDay : showDay;
  const time = `${isOtherDay ? `${showTheirDay(at, theirZone)}, ` : ''}${showTime(at, theirZone)}`;
  return style === 'short'
    ? i18next.t('time.theirs', { time })
    : i18next.t('week.theirs', { time, zone: showZone(theirZone) });
}
