import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf, isBefore } from '../../../electron/core/days';
import { showTime } from '../../shared/show-time';
import spoken from '../../shared/spoken.module.css';
import { useBook } from '../../state/use-book';
import { useNow } from '../../state/use-now';
import { CallBlock } from './call-block';
import classes from './day-column.module.css';
import { type Moving, useDesk } from './desk';
import { type Lane, type Piece, SHORTEST } from './lay-out';
import type { CalendarDay, WeekBusy } from './picture-week';
import { DAY_MINUTES, type DayPiece } from './taken-days';
import { showTimes, wordOtherTimes } from './word-call';

interface DayColumnProps {
  day: CalendarDay;
  fromHour: number;
  toHour: number;
  isToday: boolean;
}

/** Where a piece stands in a column that begins at an hour; pieces beside each other share its width. */
function placeAt({ from, to }: Piece, fromHour: number, { left, width }: Lane = { left: 0, width: 1 }) {
  const length = Math.max(to - from, SHORTEST);
  return {
    top: `calc(var(--hour) * ${from / 60 - fromHour})`,
    height: `calc(var(--hour) * ${length / 60})`,
    left: `${left * 100}%`,
    width: `${width * 100}%`,
  };
}

/** The hours of one day, and what lies in them. */
export function DayColumn({ day, fromHour, toHour, isToday }: DayColumnProps) {
  const timeZone = useBook((state) => state.settings.timeZone);
  const now = useNow();
  const { moving } = useDesk();
  const isTarget = moving && dayOf(moving.landing.startsAt, timeZone).equals(day.date);
  // As they come in the day, for those who go through them one by one.
  const blocks = [...day.bands, ...day.busy, ...day.pillars].toSorted((a, b) => a.from - b.from);
  const pillars = new Map(day.pillars.map((pillar) => [pillar.key, pillar]));
  const lanes = new Map([...day.busy, ...day.pillars].map((each) => [each.key, each]));
  return (
    <div
      className={classes.column}
      data-column={day.date.toString()}
      data-from-hour={fromHour}
      data-to-hour={toHour}
      style={{ height: `calc(var(--hour) * ${toHour - fromHour})` }}
    >
      {day.hours.map((piece) => (
        <div key={piece.from} className={classes.work} style={placeAt(piece, fromHour)} />
      ))}
      <div className={classes.lines} />
      <ul className={classes.blocks}>
        {blocks.map((piece) => {
          const pillar = pillars.get(piece.key);
          const lane = lanes.get(piece.key);
          const style = placeAt(piece, fromHour, lane);
          if (!lane) return <Band key={piece.key} piece={piece} style={style} />;
          if (!pillar) return <Busy key={piece.key} busy={lane} style={style} />;
          const isOver = !isBefore(now, piece.endsAt);
          return <CallBlock key={piece.key} pillar={pillar} isOver={isOver} style={style} />;
        })}
      </ul>
      {isTarget && <Ghost moving={moving} fromHour={fromHour} />}
      {isToday && <Needle fromHour={fromHour} toHour={toHour} />}
    </div>
  );
}

/** Time that is kept for something: calls and busy times stand on it. */
function Band({ piece, style }: { piece: DayPiece; style: React.CSSProperties }) {
  const { t } = useTranslation();
  const timeZone = useBook((state) => state.settings.timeZone);
  return (
    <li className={classes.band} data-kind={piece.kind} style={style}>
      {t(piece.kind === 'focus' ? 'calendar.focus' : 'calendar.callback')}
      <span className={spoken.spoken}> {showTimes(piece, timeZone)}</span>
    </li>
  );
}

function Busy({ busy, style }: { busy: WeekBusy; style: React.CSSProperties }) {
  const { t } = useTranslation();
  const timeZone = useBook((state) => state.settings.timeZone);
  const kind = busy.kind === 'tentative' || busy.kind === 'free' ? busy.kind : 'busy';
  return (
    <li className={classes.busy} data-kind={kind} style={style} title={`${busy.name} ${showTimes(busy, timeZone)}`}>
      <span className={classes.busyInside}>
        <span className={classes.busyText}>{busy.name || t('calendar.allDay.busy')}</span>
        <span className={spoken.spoken}>
          {' '}
          {showTimes(busy, timeZone)}
          {kind !== 'busy' && `, ${t(`calendar.allDay.${kind}`)}`}
        </span>
      </span>
    </li>
  );
}

/** Where the call that is on its way would stand. */
function Ghost({ moving, fromHour }: { moving: Moving; fromHour: number }) {
  const timeZone = useBook((state) => state.settings.timeZone);
  const { call, landing } = moving;
  const local = landing.startsAt.toZonedDateTimeISO(timeZone);
  const from = local.hour * 60 + local.minute;
  const minutes = call.startsAt.until(call.endsAt).total('minutes');
  const ghost = useRef<HTMLDivElement>(null);
  // After every step: what the keys move stays in sight.
  useEffect(() => {
    if (moving.by === 'keys') ghost.current?.scrollIntoView({ block: 'nearest' });
  });
  return (
    <div
      ref={ghost}
      className={classes.ghost}
      style={placeAt({ from, to: Math.min(DAY_MINUTES, from + minutes) }, fromHour)}
      aria-hidden="true"
    >
      <strong>{showTime(landing.startsAt, timeZone)}</strong>
      {wordOtherTimes(call, landing.startsAt, timeZone).map((text) => (
        <span key={text}>{text}</span>
      ))}
    </div>
  );
}

function Needle({ fromHour, toHour }: { fromHour: number; toHour: number }) {
  const timeZone = useBook((state) => state.settings.timeZone);
  const { hour, minute } = useNow().toZonedDateTimeISO(timeZone);
  const at = hour + minute / 60;
  if (at < fromHour || at > toHour) return null;
  return <div className={classes.needle} style={{ top: `calc(var(--hour) * ${at - fromHour})` }} aria-hidden="true" />;
}
