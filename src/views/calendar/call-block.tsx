import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '../../../electron/core/days';
import { wordClash } from '../../shared/occurrence/word-clash';
import { useBook } from '../../state/use-book';
import classes from './call-block.module.css';
import { useDesk } from './desk';
import type { WeekPillar } from './picture-week';
import type { CalendarCall } from './taken-days';
import { sayCall, showTimes, wordOtherTimes } from './word-call';

/** So long, in minutes, a call has room for a second line; shorter than the other its one line is small. */
const TWO_LINES = 45;
const ONE_LINE = 25;

/** What a call answers to wherever it is drawn: a click opens it, a drag or M moves it. */
export function useCallHandles(call: CalendarCall) {
  const { moving, openKey, open, grab, drag, isAfterDrag } = useDesk();
  return {
    'data-occurrence': call.key,
    'data-moving': moving?.call.key === call.key || undefined,
    'data-clash': call.clash ? true : undefined,
    'aria-haspopup': 'dialog' as const,
    'aria-expanded': openKey === call.key,
    'aria-keyshortcuts': 'M',
    onPointerDown: (event: React.PointerEvent<HTMLElement>) => drag(call, event),
    onClick(event: React.MouseEvent) {
      // A key's click has no drag before it.
      if (event.detail === 0 || !isAfterDrag()) open(call.key);
    },
    onKeyDown(event: React.KeyboardEvent) {
      if (event.key.toLowerCase() !== 'm' || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      grab(call);
    },
  };
}

interface CallBlockProps {
  pillar: WeekPillar;
  isOver: boolean;
  style: CSSProperties;
}

/** A standing call: a pillar of the week. */
export function CallBlock({ pillar, isOver, style }: CallBlockProps) {
  const { t } = useTranslation();
  const timeZone = useBook((state) => state.settings.timeZone);
  const { call, items } = pillar;
  const handles = useCallHandles(call);
  const minutes = pillar.to - pillar.from;
  const size = minutes >= TWO_LINES ? 'tall' : minutes >= ONE_LINE ? 'line' : 'small';
  const others = wordOtherTimes(call, call.startsAt, timeZone);
  const onIt = size === 'tall' ? t('week.onIt', { count: items }) : items || '';
  // What was on a call that is over is no longer on it.
  const note = call.clash ? t('calendar.clash') : isOver ? '' : onIt;
  const isBegun = dayOf(call.startsAt, timeZone).equals(dayOf(call.endsAt, timeZone)) || pillar.from > 0;
  return (
    <li className={classes.place} style={style}>
      <button
        type="button"
        {...handles}
        // What comes over midnight is moved where it begins.
        onPointerDown={isBegun ? handles.onPointerDown : undefined}
        className={classes.call}
        data-over={isOver || undefined}
        data-size={size}
        aria-label={sayCall(call, timeZone, items)}
      >
        <span className={classes.name}>{call.client.name}</span>
        <span className={classes.size}>{note}</span>
      </button>
      <span className={classes.tip} aria-hidden="true">
        <span>{showTimes(call, timeZone)}</span>
        {others.map((text) => (
          <span key={text}>{text}</span>
        ))}
        {call.clash && <em>{wordClash(call.clash, call.client.name)}</em>}
      </span>
    </li>
  );
}
