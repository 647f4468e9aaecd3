import { useTranslation } from 'react-i18next';
import { dayOf, isBefore } from '../../../electron/core/days';
import { showDate, showTime } from '../../shared/show-time';
import { nameWeekday, orderWeekdays } from '../../shared/weekdays';
import { addressOf } from '../../state/place';
import { useBook } from '../../state/use-book';
import { useNow } from '../../state/use-now';
import { useCallHandles } from './call-block';
import { NoteItems } from './day-notes';
import { type Moving, useDesk } from './desk';
import classes from './month-grid.module.css';
import type { MonthDay, MonthPicture } from './picture-month';
import type { CalendarCall } from './taken-days';
import { useToday } from './use-today';
import { sayCall, wordOtherTimes } from './word-call';

const FRIDAY = 5;
/** Calls that a day has room for; of more, one line says how many. */
const ROOM = 4;

/** The month on one page, week under week. */
export function MonthGrid({ picture }: { picture: MonthPicture }) {
  const { t } = useTranslation();
  const weekStartsOn = useBook((state) => state.settings.weekStartsOn);
  return (
    <table className={classes.month} aria-label={t('calendar.month')}>
      <thead>
        <tr>
          {orderWeekdays(weekStartsOn).map((weekday) => (
            <th key={weekday} scope="col" data-friday={weekday === FRIDAY || undefined}>
              {nameWeekday(weekday, 'short')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {picture.weeks.map((week) => (
          <tr key={week[0]?.date.toString()}>
            {week.map((day) => (
              <MonthCell key={day.date.toString()} day={day} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function MonthCell({ day }: { day: MonthDay }) {
  const { t } = useTranslation();
  const timeZone = useBook((state) => state.settings.timeZone);
  const isToday = useToday().equals(day.date);
  const { moving } = useDesk();
  const isTarget = moving && dayOf(moving.landing.startsAt, timeZone).equals(day.date);
  const shown = day.calls.length > ROOM ? day.calls.slice(0, ROOM - 1) : day.calls;
  const isFree = day.notes.some(({ kind }) => kind === 'day-off' || kind === 'holiday');
  return (
    <td
      className={classes.cell}
      data-cell={day.date.toString()}
      data-out={!day.isInMonth || undefined}
      data-off={!day.isWorkday || isFree || undefined}
      data-today={isToday || undefined}
      data-friday={day.date.dayOfWeek === FRIDAY || undefined}
      data-target={isTarget || undefined}
    >
      <a
        className={classes.number}
        href={addressOf('calendar', day.date.toString())}
        aria-current={isToday ? 'date' : undefined}
        aria-label={[
          showDate(day.date, 'long'),
          day.load > 0 && t('calendar.load', { percent: Math.round(day.load * 100) }),
        ]
          .filter(Boolean)
          .join(', ')}
      >
        {day.date.day}
      </a>
      {day.notes.length + day.clientsHolidays.length > 0 && (
        <ul className={classes.notes}>
          <NoteItems notes={day.notes} clientsHolidays={day.clientsHolidays} />
        </ul>
      )}
      <ul className={classes.calls}>
        {shown.map((call) => (
          <li key={call.key}>
            <MonthCall call={call} />
          </li>
        ))}
        {day.calls.length > shown.length && (
          <li className={classes.more}>{t('calendar.more', { count: day.calls.length - shown.length })}</li>
        )}
        {isTarget && <MonthGhost moving={moving} />}
      </ul>
      {day.load > 0 && (
        <span className={classes.load} aria-hidden="true">
          <span style={{ width: `${day.load * 100}%` }} />
        </span>
      )}
    </td>
  );
}

function MonthCall({ call }: { call: CalendarCall }) {
  const timeZone = useBook((state) => state.settings.timeZone);
  const isOver = !isBefore(useNow(), call.endsAt);
  return (
    <button
      type="button"
      {...useCallHandles(call)}
      className={classes.call}
      data-over={isOver || undefined}
      aria-label={sayCall(call, timeZone)}
    >
      <span className={classes.time}>{showTime(call.startsAt, timeZone)}</span> {call.client.name}
    </button>
  );
}

function MonthGhost({ moving: { call, landing } }: { moving: Moving }) {
  const timeZone = useBook((state) => state.settings.timeZone);
  return (
    <li className={classes.ghost} aria-hidden="true">
      {showTime(landing.startsAt, timeZone)} {call.client.name}
      {wordOtherTimes(call, landing.startsAt, timeZone).map((text) => (
        <span key={text}>{text}</span>
      ))}
    </li>
  );
}
