import { useTranslation } from 'react-i18next';
import { availabilityAt } from '../../../electron/core/availability';
import { dayOf } from '../../../electron/core/days';
import { Section } from '../../shared/page';
import { wordMomentInside } from '../../shared/request/word-request';
import { showDate, showTime } from '../../shared/show-time';
import spoken from '../../shared/spoken.module.css';
import { nameWeekday } from '../../shared/weekdays';
import { useBook } from '../../state/use-book';
import { useNow } from '../../state/use-now';
import classes from './availability.module.css';
import { type Block, hourOf, type StripDay, stripOf } from './availability-strip';

const FRIDAY = 5;

/** When I can be reached this week: hours, calls in them, callbacks, and how things stand now. */
export function Availability() {
  const { t } = useTranslation();
  const state = useBook((each) => each);
  const now = useNow();
  const { timeZone } = state.settings;
  const today = dayOf(now, timeZone);
  const { days, fromHour, toHour } = stripOf(state, today);
  const { now: status, until } = availabilityAt(state, now);
  const at = (hour: number) => ((hour - fromHour) / (toHour - fromHour)) * 100;
  const hours = Array.from({ length: toHour - fromHour + 1 }, (_, index) => fromHour + index);

  function sayBlock({ kind, startsAt, endsAt, client }: Block): string {
    const span = `${showTime(startsAt, timeZone)} – ${showTime(endsAt, timeZone)}`;
    return t(`load.block.${kind}`, { span, client: client ?? '' });
  }

  return (
    <Section
      title={t('load.availability')}
      line={
        <span className={classes.status} data-now={status}>
          <strong>{t(`now.${status}`)}</strong>{' '}
          {until &&
            t('now.until', {
              time: isSameDay(until) ? showTime(until, timeZone) : wordMomentInside(until, now, timeZone),
            })}
        </span>
      }
    >
      <div className={classes.hours} aria-hidden="true">
        {hours.map((hour) => (
          <span key={hour} style={{ left: `${at(hour)}%` }}>
            {hour}
          </span>
        ))}
      </div>
      <ul>
        {days.map((day) => (
          <li key={day.date.toString()} className={classes.day} data-today={day.date.equals(today) || undefined}>
            <span className={classes.date} data-friday={day.date.dayOfWeek === FRIDAY || undefined} aria-hidden="true">
              {nameWeekday(day.date.dayOfWeek, 'short')} {day.date.day}
            </span>
            <span className={spoken.spoken}>
              {showDate(day.date, 'long')}: {day.blocks.map(sayBlock).join('; ') || t('now.off')}
            </span>
            <DayBar day={day} at={at} timeZone={timeZone} sayBlock={sayBlock}>
              {day.date.equals(today) && (
                <span className={classes.needle} style={{ left: `${at(hourOf(now, day.date, timeZone))}%` }} />
              )}
            </DayBar>
          </li>
        ))}
      </ul>
      <p className={classes.legend}>
        <span data-kind="work">{t('load.legend.work')}</span>
        <span data-kind="call">{t('load.legend.call')}</span>
        <span data-kind="callback">{t('load.legend.callback')}</span>
      </p>
    </Section>
  );

  function isSameDay(instant: Parameters<typeof dayOf>[0]): boolean {
    return dayOf(instant, timeZone).equals(today);
  }
}

interface DayBarProps {
  day: StripDay;
  at: (hour: number) => number;
  timeZone: string;
  sayBlock: (block: Block) => string;
  children: React.ReactNode;
}

function DayBar({ day, at, timeZone, sayBlock, children }: DayBarProps) {
  return (
    <span className={classes.bar} aria-hidden="true">
      {day.blocks.map((block) => {
        const left = at(hourOf(block.startsAt, day.date, timeZone));
        const right = at(hourOf(block.endsAt, day.date, timeZone));
        return (
          <span
            key={`${block.kind} ${block.startsAt}`}
            className={classes.block}
            data-kind={block.kind}
            title={sayBlock(block)}
            style={{ left: `${left}%`, width: `${right - left}%` }}
          >
            {block.client && <span>{block.client}</span>}
          </span>
        );
      })}
      {children}
    </span>
  );
}
