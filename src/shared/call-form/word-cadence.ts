import i18next from 'i18next';
import { describeRule } from '../../../electron/core/calls/rule';
import type { StandingCall } from '../../../electron/core/model/call';
import { showClock } from '../show-time';
import { nameWeekday } from '../weekdays';
import { wordRule } from './word-rule';

/** When a standing call takes place, in words: "Fridays at 10:00", "Every other Friday at 14:00". */
export function wordCadence(call: Pick<StandingCall, 'rule' | 'start'>): string {
  const { cadence, weekdays } = describeRule(call.rule);
  const days = weekdays.map((weekday) => nameWeekday(weekday, 'long'));
  const time = showClock(call.start.slice(11));
  if (cadence === 'weekly') return i18next.t('call.saysWeekly', { day: days[0], time });
  if (cadence === 'twice-weekly') return i18next.t('call.saysTwice', { day: days[0], other: days[1], time });
  if (cadence === 'every-other-week') return i18next.t('call.saysOther', { day: days[0], time });
  return wordRule(call, time);
}
