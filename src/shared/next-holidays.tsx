import { useTranslation } from 'react-i18next';
import { dayOf } from '../../electron/core/days';
import { placeKey } from '../../electron/core/holidays';
import { useBook } from '../state/use-book';
import { useNow } from '../state/use-now';
import classes from './next-holidays.module.css';
import { showDate } from './show-time';

const SHOWN = 3;

/** The next public holidays of a place, by name. */
export function NextHolidays({ country, region }: { country?: string; region?: string }) {
  const { t } = useTranslation();
  const now = useNow();
  const timeZone = useBook((state) => state.settings.timeZone);
  const holidays = useBook((state) => (country ? state.holidays[placeKey(country, region)] : undefined));
  const today = dayOf(now, timeZone).toString();
  const next = holidays?.filter(({ date }) => date >= today).slice(0, SHOWN) ?? [];
  if (next.length === 0) return null;
  return (
    <p className={classes.next}>
      {t('settings.nextHolidays')}
      {next.map(({ date, name }) => (
        <span key={`${date} ${name}`}>
          {showDate(date)} <strong>{name}</strong>
        </span>
      ))}
    </p>
  );
}
