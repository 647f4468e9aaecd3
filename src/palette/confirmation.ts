import i18next from 'i18next';
import type { Route } from '../../electron/core/model/request';
import { waitedBefore } from '../../electron/core/verdict/learned';
import type { LogAnswer } from '../../electron/ipc/contract/answers';
import { readLocale } from '../words/i18n';
import { daysUntil, sayTime } from './say-when';

/** The day of an instant with an offset, as one says it after "on": `today`, `tomorrow`, `Friday`, `Fri 4 Dec`. */
function sayDayAfterOn(instant: string, now: Date, timeZone: string): { key?: 'today' | 'tomorrow'; day: string } {
  const date = new Date(instant);
  const days = daysUntil(date, now, timeZone);
  const isNear = days < 7;
  const day = new Intl.DateTimeFormat(readLocale(), {
    weekday: isNear ? 'long' : 'short',
    ...(!isNear && { day: 'numeric', month: 'short' }),
    timeZone,
  }).format(date);
  if (days === 0) return { key: 'today', day };
  if (days === 1) return { key: 'tomorrow', day };
  return { day };
}

/** That what is for now is so as good service, not because it presses. */
function serviceOf({ reasons }: LogAnswer['verdict']): { context?: 'service' } {
  return reasons[0]?.code === 'call-back-now' ? { context: 'service' } : {};
}

/** `Usually waits: 36 of 41.`; empty where there were too few to go by, or waiting is not in question. */
export function sayWaited(route: Route, tally: LogAnswer['verdict']['tally']): string {
  const waited = waitedBefore(route, tally);
  if (!waited) return '';
  const { waitedFine, deferred, isUsual } = waited;
  return i18next.t(isUsual ? 'palette.usually' : 'palette.waited', { waitedFine, deferred });
}

/** Where a logged contact went, in a few words: "On Friday's call. Reply copied." */
export function confirm(answer: LogAnswer, isCopied: boolean, now: Date, timeZone: string): string {
  const { verdict, call, request, joinedBy } = answer;
  const until = verdict.until ?? call?.startsAt;
  const values = until
    ? { ...sayDayAfterOn(until, now, timeZone), time: sayTime(new Date(until), timeZone), client: request.client }
    : { day: '', time: '', client: request.client };
  const near = 'key' in values && values.key ? values.key : 'later';
  const isOnCall = verdict.route === 'standing-call' && until !== undefined;
  const isCallback = verdict.route === 'callback' && until !== undefined;
  const where = isOnCall
    ? i18next.t(`palette.onCall.${near}`, values)
    : isCallback
      ? i18next.t(`palette.callback.${near}`, values)
      : i18next.t(`palette.route.${verdict.route}`, { ...values, ...serviceOf(verdict) });
  const what = [request.subject, `×${request.count}`].filter(Boolean).join(' ');
  const joined = joinedBy ? i18next.t(`palette.joined.${joinedBy}`, { what }) : '';
  const waited = sayWaited(verdict.route, verdict.tally);
  return [joined, where, waited, isCopied ? i18next.t('palette.copied') : ''].filter(Boolean).join(' ');
}
