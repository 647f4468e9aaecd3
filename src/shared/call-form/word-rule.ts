import i18next from 'i18next';
import { Temporal } from 'temporal-polyfill';
import { readRuleParts } from '../../../electron/core/calls/rule-parts';
import type { StandingCall } from '../../../electron/core/model/call';
import { readLocale } from '../../words/i18n';
import { nameWeekday } from '../weekdays';

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const NTH = ['1', '2', '3', '4', '5', '-1', '-2'] as const;

/** A rule beyond the usual cadences in words: "First Thursday of the month at 9:30". What has no simple words is said to have a rule of its own. */
export function wordRule({ rule, start }: Pick<StandingCall, 'rule' | 'start'>, time: string): string {
  const parts = readRuleParts(rule);
  const count = Number(parts.get('INTERVAL') ?? 1);
  const own = i18next.t('call.saysRule', { time });
  if (['BYMONTH', 'BYSETPOS', 'BYHOUR', 'BYMINUTE', 'BYYEARDAY', 'BYWEEKNO'].some((part) => parts.has(part)))
    return own;
  const days = parts.get('BYDAY')?.split(',');
  const first = Temporal.PlainDateTime.from(start);
  switch (parts.get('FREQ')) {
    case 'DAILY':
      return days || parts.has('BYMONTHDAY') ? own : i18next.t('call.saysDaily', { count, time });
    case 'WEEKLY': {
      const weekdays = days?.map((day) => WEEKDAYS.indexOf(day) + 1) ?? [first.dayOfWeek];
      const named = weekdays.toSorted((a, b) => a - b).map((weekday) => nameWeekday(weekday, 'long'));
      const list = new Intl.ListFormat(readLocale(), { type: 'conjunction' }).format(named);
      return i18next.t('call.saysWeeks', { count, days: list, time });
    }
    case 'MONTHLY': {
      const when = wordDayOfMonth(days, parts.get('BYMONTHDAY')?.split(',') ?? (days ? [] : [String(first.day)]));
      return when === undefined ? own : i18next.t('call.saysMonths', { count, when, time });
    }
    default:
      return own;
  }
}

/** "First Thursday", "Day 15", "Last day"; nothing where it is more than one. */
function wordDayOfMonth(days: readonly string[] | undefined, dates: readonly string[]): string | undefined {
  const [date, ...moreDates] = dates;
  if (!days && date !== undefined && moreDates.length === 0) {
    if (date === '-1') return i18next.t('call.lastDay');
    return date.startsWith('-') ? undefined : i18next.t('call.monthDay', { day: Number(date) });
  }
  const [day = '', ...moreDays] = days ?? [];
  if (moreDays.length > 0 || dates.length > 0) return undefined;
  const [, sign = '', digits = '', weekday = ''] = /^([+-]?)(\d+)([A-Z]{2})$/.exec(day) ?? [];
  const nth = NTH.find((each) => each === `${sign === '-' ? '-' : ''}${Number(digits)}`);
  return nth && i18next.t(`call.nth.${nth}`, { weekday: nameWeekday(WEEKDAYS.indexOf(weekday) + 1, 'long') });
}
