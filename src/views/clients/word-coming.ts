import i18next from 'i18next';
import type { Client } from '../../../electron/core/model/client';
import { wordClash } from '../../shared/occurrence/word-clash';
import { showLength, showShortDay, showTime } from '../../shared/show-time';
import { wordTheirTime } from '../../shared/their-time';
import type { Coming } from './coming';

/** What is particular about a call ahead: their time, and whether it is skipped, moved, extra or longer. */
export function wordComing(coming: Coming, client: Pick<Client, 'name' | 'timeZone'>, myZone: string): string {
  const { startsAt, movedFrom, isSkipped, skippedFor, isMoved, ownMinutes } = coming;
  if (isSkipped)
    return skippedFor
      ? i18next.t('occurrence.skippedWhy', { why: wordClash(skippedFor, client.name) })
      : i18next.t('clients.skipped');
  const moved = movedFrom && `${showShortDay(movedFrom, myZone)}, ${showTime(movedFrom, myZone)}`;
  return [
    wordTheirTime(startsAt, client.timeZone, myZone),
    isMoved && moved && i18next.t('occurrence.moved', { time: moved }),
    coming.isExtra && i18next.t('occurrence.extra'),
    coming.isHeld && ownMinutes === undefined && i18next.t('occurrence.held'),
    ownMinutes !== undefined && i18next.t('occurrence.length', { length: showLength(ownMinutes) }),
  ]
    .filter(Boolean)
    .join(' · ');
}
