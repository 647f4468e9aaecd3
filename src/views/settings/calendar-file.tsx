import { useTranslation } from 'react-i18next';
import { DraftField } from '../../shared/draft-field';
import { attempt } from '../../state/act';
import { useBook } from '../../state/use-book';
import classes from './calendars-section.module.css';

/** The file that holds my standing calls for other calendar programs. */
export function CalendarFile() {
  const { t } = useTranslation();
  const path = useBook((state) => state.device.calendarFile ?? '');

  async function save(text: string) {
    const reply = await attempt('device.set', { calendarFile: text.trim() || null });
    return reply.ok ? undefined : reply.problem;
  }

  return (
    <section className={classes.file}>
      <h3>{t('calendars.file')}</h3>
      <p>{t('calendars.fileLine')}</p>
      <div className={classes.path} data-fields="stacked">
        <DraftField label={t('calendars.filePath')} hint={t('calendars.fileHint')} value={path} save={save} />
      </div>
    </section>
  );
}
