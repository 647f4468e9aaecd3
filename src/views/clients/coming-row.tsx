import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../electron/core/model/client';
import { Button } from '../../shared/button';
import { ClashWays } from '../../shared/occurrence/clash-ways';
import { MoveForm } from '../../shared/occurrence/move-form';
import { keep, lengthen, skip } from '../../shared/occurrence/occurrence-acts';
import { useClash } from '../../shared/occurrence/use-clash';
import { showShortDay, showTime } from '../../shared/show-time';
import { useBook } from '../../state/use-book';
import type { Coming } from './coming';
import classes from './coming-section.module.css';
import { wordComing } from './word-coming';

const LONGER_BY = 15;
const LONGEST = 480;

/** One call ahead: skipped, moved, made longer, put back. */
export function ComingRow({ coming, client }: { coming: Coming; client: Client }) {
  const { t } = useTranslation();
  // Once it was open, its button takes the focus back when it is drawn again.
  const [moving, setMoving] = useState<'not-yet' | 'now' | 'over'>('not-yet');
  const myZone = useBook((state) => state.settings.timeZone);
  const clashing = useClash(coming);
  const { startsAt, endsAt, isSkipped, isMoved, minutes } = coming;
  const isChanged = isSkipped || isMoved || coming.isHeld || coming.ownMinutes !== undefined;
  const hasWays = clashing !== undefined && !isSkipped && moving !== 'now';
  const when = `${showShortDay(startsAt, myZone)}, ${showTime(startsAt, myZone)}`;
  const named = (what: string) => ({ 'aria-label': `${what}: ${when}` });
  return (
    <li className={classes.row} data-skipped={isSkipped || undefined} data-clash={hasWays || undefined}>
      <span className={classes.day}>{showShortDay(startsAt, myZone)}</span>
      <span className={classes.time}>
        {showTime(startsAt, myZone)} – {showTime(endsAt, myZone)}
      </span>
      {moving === 'now' ? (
        <div className={classes.move}>
          <MoveForm occurrence={coming} onClose={() => setMoving('over')} />
        </div>
      ) : (
        <span className={classes.note}>{wordComing(coming, client, myZone)}</span>
      )}
      {hasWays && (
        <div className={classes.ways}>
          <ClashWays {...clashing} occurrence={coming} client={client} onOther={() => setMoving('now')} />
        </div>
      )}
      {!hasWays && moving !== 'now' && (
        <span className={classes.buttons}>
          {isChanged ? (
            <Button kind="plain" {...named(t('clients.keepIt'))} onClick={() => keep(coming)}>
              {t('clients.keepIt')}
            </Button>
          ) : (
            <Button kind="plain" {...named(t('clients.skip'))} onClick={() => skip(coming)}>
              {t('clients.skip')}
            </Button>
          )}
          {!isSkipped && (
            <>
              <Button
                kind="plain"
                {...named(t('clients.move'))}
                autoFocus={moving === 'over'}
                onClick={() => setMoving('now')}
              >
                {t('clients.move')}
              </Button>
              {minutes + LONGER_BY <= LONGEST && (
                <Button
                  kind="plain"
                  {...named(t('occurrence.longer'))}
                  onClick={() => lengthen(coming, minutes + LONGER_BY)}
                >
                  {t('occurrence.longer')}
                </Button>
              )}
            </>
          )}
        </span>
      )}
    </li>
  );
}
