import { useTranslation } from 'react-i18next';
import { AddCalendar } from '../../shared/calendars/add-calendar';
import { OfferedCalls } from '../../shared/calendars/offered-calls';
import { Section } from '../../shared/page';
import { useKeptFocus } from '../../shared/use-kept-focus';
import { useBook } from '../../state/use-book';
import { CalendarFile } from './calendar-file';
import { CalendarRow } from './calendar-row';
import classes from './calendars-section.module.css';

/** Calendars of my own that are read, what they offer, and the one that is written. */
export function CalendarsSection() {
  const { t } = useTranslation();
  const calendars = useBook((state) => state.calendars);
  return (
    <Section ref={useKeptFocus<HTMLElement>()} title={t('calendars.title')} line={t('calendars.titleLine')}>
      <ul className={classes.calendars}>
        {calendars.map((calendar) => (
          <CalendarRow key={calendar.id} calendar={calendar} />
        ))}
      </ul>
      <OfferedCalls />
      <AddCalendar />
      <CalendarFile />
    </Section>
  );
}
