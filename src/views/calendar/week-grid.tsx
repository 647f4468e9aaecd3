import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../shared/button';
import { showClock, showDate } from '../../shared/show-time';
import { nameWeekday } from '../../shared/weekdays';
import { useBook } from '../../state/use-book';
import { DayColumn } from './day-column';
import { DayNotes } from './day-notes';
import { useDesk } from './desk';
import type { WeekPicture } from './picture-week';
import { useToday } from './use-today';
import classes from './week-grid.module.css';

const FRIDAY = 5;
/** What the whole week shows at least. */
const EARLY = 6;
const LATE = 22;

/** Kept while the window is open: whoever works at the weekend does not say so anew each time. */
let wasWhole = false;

/** The week as the open pages of a diary: its days side by side, the hours from top to bottom. */
export function WeekGrid({ picture }: { picture: WeekPicture }) {
  const { t } = useTranslation();
  const timeZone = useBook((state) => state.settings.timeZone);
  const today = useToday();
  const { moving } = useDesk();
  const [isWhole, setWhole] = useState(wasWhole);
  const ghost = moving?.landing.startsAt.toZonedDateTimeISO(timeZone);
  const ghostDay = ghost?.toPlainDate();

  const days = picture.days.filter(
    ({ date, isUsual }) => isWhole || isUsual || date.equals(today) || (ghostDay && date.equals(ghostDay)),
  );
  // A call that is carried beyond the hours shown takes them along.
  const fromHour = Math.min(picture.fromHour, isWhole ? EARLY : 24, ghost?.hour ?? 24);
  const toHour = Math.max(picture.toHour, isWhole ? LATE : 0, ghost ? Math.min(24, ghost.hour + 2) : 0);
  const hours = Array.from({ length: toHour - fromHour - 1 }, (_, index) => fromHour + index + 1);
  const columns = `var(--gutter) repeat(${days.length}, minmax(0, 1fr))`;

  return (
    <div className={classes.week}>
      <div className={classes.heads} style={{ gridTemplateColumns: columns }}>
        {days.map(({ date }) => (
          <h2
            key={date.toString()}
            id={`day-${date}`}
            className={classes.head}
            data-today={date.equals(today) || undefined}
            data-friday={date.dayOfWeek === FRIDAY || undefined}
            aria-label={showDate(date, 'long')}
          >
            <span className={classes.name}>{nameWeekday(date.dayOfWeek, 'short')}</span>
            <span className={classes.number}>{date.day}</span>
          </h2>
        ))}
      </div>
      <div className={classes.body} style={{ gridTemplateColumns: columns }}>
        <div className={classes.hours} aria-hidden="true">
          {hours.map((hour) => (
            <span key={hour} style={{ top: `calc(var(--hour) * ${hour - fromHour})` }}>
              {showClock(`${String(hour).padStart(2, '0')}:00`)}
            </span>
          ))}
        </div>
        {days.map((day, index) => (
          <section
            key={day.date.toString()}
            className={classes.day}
            aria-labelledby={`day-${day.date}`}
            data-friday={day.date.dayOfWeek === FRIDAY || undefined}
            data-side={index * 2 < days.length ? 'start' : 'end'}
          >
            <DayNotes day={day} />
            <DayColumn day={day} fromHour={fromHour} toHour={toHour} isToday={day.date.equals(today)} />
          </section>
        ))}
      </div>
      <div className={classes.foot}>
        <p className={classes.legend} aria-hidden="true">
          <span data-kind="call">{t('calendar.legend.call')}</span>
          <span data-kind="busy">{t('calendar.legend.busy')}</span>
          <span data-kind="tentative">{t('calendar.legend.tentative')}</span>
          <span data-kind="callback">{t('calendar.legend.callback')}</span>
          <span data-kind="focus">{t('calendar.legend.focus')}</span>
        </p>
        <Button
          kind="plain"
          onClick={() => {
            wasWhole = !isWhole;
            setWhole(wasWhole);
          }}
        >
          {t(isWhole ? 'calendar.usual' : 'calendar.whole')}
        </Button>
      </div>
    </div>
  );
}
