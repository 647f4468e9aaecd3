import { useTranslation } from 'react-i18next';
import { Temporal } from 'temporal-polyfill';
import { dayOf } from '../../../electron/core/days';
import { Button } from '../../shared/button';
import { keep } from '../../shared/occurrence/occurrence-acts';
import { wordClash } from '../../shared/occurrence/word-clash';
import { nameWeekday } from '../../shared/weekdays';
import { useBook } from '../../state/use-book';
import { useNow } from '../../state/use-now';
import classes from './board.module.css';
import { CallPillar } from './call-pillar';
import { CallSheet } from './call-sheet';
import { useDesk } from './desk';
import { useIsNarrow } from './use-is-narrow';
import type { WeekCall, WeekDay, WeekPicture } from './week-picture';

const FRIDAY = 5;

/** How wide each day is: the open one takes the room, an empty one just its name. */
function widthOf(day: WeekDay, openKey: string | undefined, isNarrow: boolean): string {
  if (day.calls.length === 0 && day.skipped.length === 0 && !day.absence) return 'minmax(3.25rem, 0.3fr)';
  if (!isNarrow && day.calls.some((call) => call.key === openKey)) return 'minmax(19rem, 4fr)';
  return 'minmax(5rem, 1fr)';
}

function holds(call: WeekCall, id: string): boolean {
  return [...call.items, ...call.lateItems, ...call.waiting, ...call.parked, ...call.closed].some(
    (request) => request.id === id,
  );
}

/** The week as the pages of a diary: its days side by side, their calls as pillars, one of them lying open. */
export function Board({ picture }: { picture: WeekPicture }) {
  const { openKey, expandedId } = useDesk();
  const hasNoRoom = useIsNarrow();
  const calls = picture.days.flatMap((day) => day.calls);
  const open = calls.find((call) => call.key === openKey);
  const openDay = picture.days.find((day) => day.calls.some((call) => call.key === openKey));
  // An unfolded request needs the whole width; the days then stand above it.
  const isNarrow = hasNoRoom || (open !== undefined && expandedId !== undefined && holds(open, expandedId));
  return (
    <div className={classes.board}>
      <div
        className={classes.days}
        data-brief={isNarrow || undefined}
        style={{ gridTemplateColumns: picture.days.map((day) => widthOf(day, openKey, isNarrow)).join(' ') }}
      >
        {picture.days.map((day) => (
          <DayColumn key={day.date.toString()} day={day} picture={picture} isNarrow={isNarrow} />
        ))}
      </div>
      {isNarrow && open && openDay && (
        <div className={classes.below} data-friday={openDay.date.dayOfWeek === FRIDAY || undefined}>
          <CallSheet key={open.key} call={open} isNext={open.key === picture.next?.key} isWide />
        </div>
      )}
    </div>
  );
}

function DayColumn({ day, picture, isNarrow }: { day: WeekDay; picture: WeekPicture; isNarrow: boolean }) {
  const { t } = useTranslation();
  const { openKey } = useDesk();
  const now = useNow();
  const timeZone = useBook((state) => state.settings.timeZone);
  const today = dayOf(now, timeZone);
  const isToday = day.date.equals(today);
  return (
    <section
      className={classes.day}
      data-friday={day.date.dayOfWeek === FRIDAY || undefined}
      data-today={isToday || undefined}
      data-past={Temporal.PlainDate.compare(day.date, today) < 0 || undefined}
    >
      <h2 className={classes.date} aria-current={isToday ? 'date' : undefined}>
        <span>{nameWeekday(day.date.dayOfWeek, 'short')}</span> <span className={classes.number}>{day.date.day}</span>
      </h2>
      <div className={classes.calls}>
        {day.absence && (
          <p className={classes.skipped}>{day.absence.name || t(`calendar.allDay.${day.absence.kind}`)}</p>
        )}
        {day.calls.map((call) => {
          const isNext = call.key === picture.next?.key;
          const isOpen = call.key === openKey;
          return isOpen && !isNarrow ? (
            <CallSheet key={call.key} call={call} isNext={isNext} />
          ) : (
            <CallPillar key={call.key} call={call} isNext={isNext} isBrief={isNarrow} isOpen={isOpen} />
          );
        })}
        {day.skipped.map(({ client, ref, clash }) => (
          <p key={`${ref.callId} ${ref.occurrence}`} className={classes.skipped}>
            {t('week.skipped', { client: client.name })} {clash && `${wordClash(clash, client.name)}.`}{' '}
            <Button kind="plain" className={classes.keep} onClick={() => keep(ref)}>
              {t('week.keep')}
            </Button>
          </p>
        ))}
      </div>
    </section>
  );
}
