import { useTranslation } from 'react-i18next';
import { Button } from '../../shared/button';
import spoken from '../../shared/spoken.module.css';
import { act } from '../../state/act';
import type { ClientsHoliday } from './clients-holidays';
import classes from './day-notes.module.css';
import type { CalendarDay } from './picture-week';
import type { DayNote } from './taken-days';

/** Clients named one by one; more are counted. */
const NAMED = 2;

/** What stands over a whole day: days off, holidays, all-day events, and calls that are off. */
export function DayNotes({ day }: { day: CalendarDay }) {
  const { t } = useTranslation();
  if (day.notes.length + day.clientsHolidays.length + day.skipped.length === 0) return null;
  return (
    <ul className={classes.notes}>
      <NoteItems notes={day.notes} clientsHolidays={day.clientsHolidays} />
      {day.skipped.map(({ key, ref, client }) => (
        <li key={key} className={classes.skipped}>
          <span>
            <s>{client.name}</s> {t('calendar.skipped')}
          </span>
          <Button
            kind="plain"
            className={classes.back}
            aria-label={t('calendar.putBackOf', { client: client.name })}
            onClick={() => act('call.keep', { call: ref.callId, occurrence: ref.occurrence })}
          >
            {t('calendar.putBack')}
          </Button>
        </li>
      ))}
    </ul>
  );
}

interface NoteItemsProps {
  notes: readonly DayNote[];
  clientsHolidays: readonly ClientsHoliday[];
}

export function NoteItems({ notes, clientsHolidays }: NoteItemsProps) {
  const { t } = useTranslation();
  return (
    <>
      {notes.map(({ key, kind, name }) => (
        <li key={key} className={classes.note} data-kind={kind}>
          <span className={spoken.spoken}>{t(`calendar.allDay.${kind}`)} </span>
          {name || t(`calendar.allDay.${kind}`)}
        </li>
      ))}
      {clientsHolidays.map(({ name, clients }) => (
        <li key={name} className={classes.theirs} title={`${clients.join(', ')}: ${name}`}>
          <strong>{clients.slice(0, NAMED).join(', ')}</strong>
          {clients.length > NAMED && ` ${t('calendar.andMore', { count: clients.length - NAMED })}`}{' '}
          {notes.some((note) => note.name === name) ? t('calendar.too') : name}
        </li>
      ))}
    </>
  );
}
