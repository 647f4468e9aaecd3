import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../shared/button';
import { OfferedCalls } from '../../shared/calendars/offered-calls';
import classes from './welcome-view.module.css';

/** What the calendar knows of the client that was just added: a key each, and it begins. */
export function OfferedStep({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  useEffect(() => {
    function handleKey(event: KeyboardEvent): void {
      if (event.key === 'Escape' && !event.defaultPrevented) onDone();
    }
    window.addEventListener('keydown', handleKey);
    return () => window.removeEventListener('keydown', handleKey);
  }, [onDone]);
  return (
    <section className={classes.form} aria-label={t('calendars.offeredTitle')}>
      <OfferedCalls />
      <Button kind="main" autoFocus className={classes.begin} onClick={onDone}>
        {t('welcome.done')}
      </Button>
    </section>
  );
}
