import i18next from 'i18next';
import type { WorkingHours } from '../../../electron/core/model/settings';
import { spansOn } from '../../shared/hours/hours';
import { showClock } from '../../shared/show-time';
import { nameWeekday } from '../../shared/weekdays';

/** Working hours in a line, days alike together: "Mon – Thu 09:00 – 17:00, Fri 09:00 – 14:00". */
export function wordHours(hours: WorkingHours): string {
  const runs: { from: number; to: number; spans: string }[] = [];
  for (let weekday = 1; weekday <= 7; weekday++) {
    const spans = spansOn(hours, weekday).map(wordSpan).join(', ');
    const last = runs.at(-1);
    if (spans === '') continue;
    if (last?.to === weekday - 1 && last.spans === spans) last.to = weekday;
    else runs.push({ from: weekday, to: weekday, spans });
  }
  if (runs.length === 0) return i18next.t('clients.noHours');
  const day = (weekday: number) => nameWeekday(weekday, 'short');
  return runs
    .map(({ from, to, spans }) => `${from === to ? day(from) : `${day(from)} – ${day(to)}`} ${spans}`)
    .join('; ');
}

function wordSpan({ from, to }: { from: string; to: string }): string {
  return `${showClock(from)} – ${to === '24:00' ? '24:00' : showClock(to)}`;
}
