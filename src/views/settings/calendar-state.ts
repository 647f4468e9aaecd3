import i18next from 'i18next';
import type { Temporal } from 'temporal-polyfill';
import type { Calendar, Reading } from '../../../electron/core/model/calendar';
import { wordMomentInside } from '../../shared/request/word-request';

/** How a calendar stands: when it was read, and how many times of it make me busy. Problems have words of their own. */
export function wordCalendarState(
  calendar: Pick<Calendar, 'source' | 'isBusy'>,
  reading: Reading | undefined,
  now: Temporal.Instant,
  timeZone: string,
): string {
  if (!reading?.readAt) return reading?.problem ? i18next.t('calendars.neverRead') : i18next.t('calendars.reading');
  const when = wordMomentInside(reading.readAt, now, timeZone);
  const key = calendar.source.kind === 'import' ? 'calendars.importedAt' : 'calendars.readAt';
  const count = reading.busy.filter((each) => each.freeBusy !== 'free').length;
  return `${i18next.t(key, { when })} · ${i18next.t('calendars.busyTimes', { count })}`;
}

/** Where a calendar comes from, short enough for a line: an address without what is secret in it. */
export function wordSource(source: Calendar['source']): string {
  if (source.kind === 'file') return source.path;
  if (source.kind === 'import') return source.fileName;
  return URL.canParse(source.url.replace(/^webcals?:/i, 'https:'))
    ? new URL(source.url.replace(/^webcals?:/i, 'https:')).host
    : source.url;
}
