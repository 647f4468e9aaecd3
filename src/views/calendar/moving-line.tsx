import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { showShortDay, showTime } from '../../shared/show-time';
import { useBook } from '../../state/use-book';
import type { Moving } from './desk';
import classes from './moving-line.module.css';
import type { Span } from './span';
import { wordOtherTimes } from './word-call';

/** Where a call would come to stand, said while it is on its way. It has the keys when they move the call. */
export function MovingLine({ moving, kind }: { moving: Moving | undefined; kind: Span['kind'] }) {
  const { t } = useTranslation();
  const line = useRef<HTMLDivElement>(null);
  const timeZone = useBook((state) => state.settings.timeZone);
  const isByKeys = moving?.by === 'keys';
  useEffect(() => {
    if (isByKeys) line.current?.focus();
  }, [isByKeys]);
  if (!moving) return null;
  const { call, landing } = moving;
  return (
    <div
      ref={line}
      className={classes.line}
      tabIndex={-1}
      role="application"
      aria-label={t('calendar.move.title', { client: call.client.name })}
    >
      <p role="status" className={classes.where}>
        <strong>{call.client.name}</strong>{' '}
        <span>
          {showShortDay(landing.startsAt, timeZone)}, {showTime(landing.startsAt, timeZone)}
        </span>{' '}
        {wordOtherTimes(call, landing.startsAt, timeZone).map((text) => (
          <span key={text} className={classes.theirs}>
            {text}
          </span>
        ))}
      </p>
      <p className={classes.keys}>{t(isByKeys ? `calendar.move.keys.${kind}` : 'calendar.move.pointer')}</p>
    </div>
  );
}
