import i18next from 'i18next';
import { clashAt, type Days } from '../../../electron/core/calls/clashes';
import { atLocal } from '../../../electron/core/days';
import { showShortDay, showTime } from '../show-time';
import { isSameClock } from '../zone-away';
import { wordClash } from './word-clash';

/**
 * What a local time of the call's zone means, while it is written into a field: when that is by my clock, where that
 * differs, and what it would clash with.
 */
export function wordWanted(days: Days, clientId: string, local: string, timeZone: string): string[] {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local)) return [];
  const at = atLocal(local, timeZone);
  const myZone = days.settings.timeZone;
  const words: string[] = [];
  if (!isSameClock(timeZone, myZone, at))
    words.push(i18next.t('occurrence.forMe', { when: `${showShortDay(at, myZone)}, ${showTime(at, myZone)}` }));
  const clash = clashAt(days, clientId, at);
  const client = days.clients.find((each) => each.id === clientId);
  if (clash && client) words.push(wordClash(clash, client.name));
  return words;
}
