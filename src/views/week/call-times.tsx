import { useTranslation } from 'react-i18next';
import { Temporal } from 'temporal-polyfill';
import type { Occurrence } from '../../../electron/core/calls/occurrences';
import { dayOf } from '../../../electron/core/days';
import { showDay, showShortDay, showTime, showZone } from '../../shared/show-time';
import { useBook } from '../../state/use-book';

/** `15:00 – 15:30` on my clock. */
export function CallTime({ occurrence }: { occurrence: Occurrence }) {
  const timeZone = useBook((state) => state.settings.timeZone);
  return (
    <time dateTime={occurrence.startsAt.toString()}>
      {showTime(occurrence.startsAt, timeZone)} – {showTime(occurrence.endsAt, timeZone)}
    </time>
  );
}

interface TheirTimeProps {
  occurrence: Occurrence;
  clientZone: string;
  isShort?: boolean;
}

/** The client's own time, where their clock shows another; with the day where it is another day for them. */
export function TheirTime({ occurrence, clientZone, isShort = false }: TheirTimeProps) {
  const { t } = useTranslation();
  const timeZone = useBook((state) => state.settings.timeZone);
  const { startsAt } = occurrence;
  const offset = (zone: string) => startsAt.toZonedDateTimeISO(zone).offsetNanoseconds;
  if (offset(timeZone) === offset(clientZone)) return null;
  const isOtherDay = Temporal.PlainDate.compare(dayOf(startsAt, timeZone), dayOf(startsAt, clientZone)) !== 0;
  const showTheirDay = isShort ? showShortDay : showDay;
  const day = isOtherDay ? `${showTheirDay(startsAt, clientZone)}, ` : '';
  const time = `${day}${showTime(startsAt, clientZone)}`;
  return <span>{isShort ? t('time.theirs', { time }) : t('week.theirs', { time, zone: showZone(clientZone) })}</span>;
}
