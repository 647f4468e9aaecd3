import { useTranslation } from 'react-i18next';
import { atTimeOfDay, dayOf } from '../../../electron/core/days';
import { useNow } from '../../state/use-now';
import { wordClash } from '../occurrence/word-clash';
import { showDate, showTime } from '../show-time';
import spoken from '../spoken.module.css';
import { nameWeekday } from '../weekdays';
import { isSameClock } from '../zone-away';
import { type Block, type BlockKind, hourOf, roomBehind, type StripDay } from './strip';
import classes from './strip.module.css';

const FRIDAY = 5;
/** Percent of the day's width; in less a name is only its first letters. */
const LEAST_ROOM = 5;

interface StripPictureProps {
  days: readonly StripDay[];
  fromHour: number;
  toHour: number;
  timeZone: string;
  /** A second row of hours, where their clock shows others. */
  theirZone?: string;
  /** What the two rows of hours are called. */
  zoneNames?: { mine: string; theirs: string };
}

/** Days one below the other, their hours side by side. For eyes a picture, for ears a sentence a day. */
export function StripPicture({ days, fromHour, toHour, timeZone, theirZone, zoneNames }: StripPictureProps) {
  const { t } = useTranslation();
  const now = useNow();
  const today = dayOf(now, timeZone);
  // What lies beyond the hours shown ends at their edge.
  const at = (hour: number) => (Math.min(Math.max(hour - fromHour, 0), toHour - fromHour) / (toHour - fromHour)) * 100;
  const hours = Array.from({ length: toHour - fromHour + 1 }, (_, index) => fromHour + index);
  const first = days[0]?.date ?? today;
  const hasTheirs = theirZone !== undefined && !isSameClock(theirZone, timeZone, now);

  function sayBlock({ kind, startsAt, endsAt, name = '', clash }: Block, isWhole = false): string {
    const span = isWhole ? t('strip.allDay') : `${showTime(startsAt, timeZone)} – ${showTime(endsAt, timeZone)}`;
    const said = t(`strip.block.${kind}`, { span, name }).trim();
    return clash ? `${said}, ${wordClash(clash, name)}` : said;
  }

  function theirHour(hour: number): number {
    const clock = `${String(hour % 24).padStart(2, '0')}:00`;
    const instant = atTimeOfDay(hour === 24 ? first.add({ days: 1 }) : first, clock, timeZone);
    return instant.toZonedDateTimeISO(theirZone ?? timeZone).hour;
  }

  return (
    <div className={classes.strip} data-two={theirZone !== undefined || undefined}>
      <div className={classes.hours} aria-hidden="true">
        {zoneNames && hasTheirs && <em>{zoneNames.mine}</em>}
        {hours.map((hour) => (
          <span key={hour} style={{ left: `${at(hour)}%` }}>
            {hour}
          </span>
        ))}
      </div>
      {hasTheirs && (
        <div className={classes.hours} data-theirs aria-hidden="true">
          {zoneNames && <em>{zoneNames.theirs}</em>}
          {hours.map((hour) => (
            <span key={hour} style={{ left: `${at(hour)}%` }}>
              {theirHour(hour)}
            </span>
          ))}
        </div>
      )}
      <ul>
        {days.map((day) => {
          const { date, blocks, whole } = day;
          return (
            <li key={date.toString()} className={classes.day} data-today={date.equals(today) || undefined}>
              <span className={classes.date} data-friday={date.dayOfWeek === FRIDAY || undefined} aria-hidden="true">
                {nameWeekday(date.dayOfWeek, 'short')} {date.day}
              </span>
              <span className={spoken.spoken}>
                {showDate(date, 'long')}:{' '}
                {[...(whole ? [sayBlock(whole, true)] : []), ...blocks.map((block) => sayBlock(block))].join('; ') ||
                  t('strip.nothing')}
              </span>
              <span className={classes.bar} aria-hidden="true">
                {whole && (
                  <span className={classes.whole} data-kind={whole.kind}>
                    {whole.name || t(`strip.legend.${whole.kind}`)}
                  </span>
                )}
                {blocks.map((block) => {
                  const left = at(hourOf(block.startsAt, date, timeZone));
                  const right = at(hourOf(block.endsAt, date, timeZone));
                  if (right <= left) return null;
                  return (
                    <span
                      key={`${block.kind} ${block.startsAt} ${block.name ?? ''}`}
                      className={classes.block}
                      data-kind={block.kind}
                      data-clash={block.clash ? '' : undefined}
                      title={sayBlock(block)}
                      style={{ left: `${left}%`, width: `${right - left}%` }}
                    />
                  );
                })}
                {blocks.map((block) => {
                  const room = (roomBehind(block, day, timeZone, toHour) / (toHour - fromHour)) * 100;
                  if (block.kind !== 'call' || !block.name || room < LEAST_ROOM) return null;
                  return (
                    <span
                      key={`${block.startsAt} ${block.name}`}
                      className={classes.name}
                      style={{ left: `${at(hourOf(block.endsAt, date, timeZone))}%`, maxWidth: `${room}%` }}
                    >
                      {block.name}
                    </span>
                  );
                })}
                {date.equals(today) && (
                  <span className={classes.needle} style={{ left: `${at(hourOf(now, date, timeZone))}%` }} />
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** What the colours mean, of those kinds that are there. */
export function StripLegend({ days, kinds }: { days: readonly StripDay[]; kinds: readonly BlockKind[] }) {
  const { t } = useTranslation();
  const shown = kinds.filter((kind) =>
    days.some(({ blocks, whole }) => whole?.kind === kind || blocks.some((block) => block.kind === kind)),
  );
  return (
    <p className={classes.legend}>
      {shown.map((kind) => (
        <span key={kind} data-kind={kind}>
          {t(`strip.legend.${kind}`)}
        </span>
      ))}
    </p>
  );
}
