import { useTranslation } from 'react-i18next';
import { AddCalendar } from '../../shared/calendars/add-calendar';
import { useBook } from '../../state/use-book';
import classes from './welcome-view.module.css';

/** A calendar of one's own, for whoever has its address at hand; folded up, since it can be done any time. */
export function CalendarStep() {
  const { t } = useTranslation();
  const calendars = useBook((state) => state.calendars);
  const readings = useBook((state) => state.readings);
  return (
    <details className={classes.calendar}>
      <summary>{t('welcome.calendar')}</summary>
      <p className={classes.hint}>{t('welcome.calendarHint')}</p>
      <ul>
        {calendars.map(({ id, name }) => (
          <li key={id} className={classes.read}>
            <strong>{name}</strong>{' '}
            {t('calendars.busyTimes', {
              count: readings[id]?.busy.filter(({ freeBusy }) => freeBusy !== 'free').length ?? 0,
            })}
          </li>
        ))}
      </ul>
      <AddCalendar />
    </details>
  );
}
