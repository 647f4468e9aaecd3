import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Temporal } from 'temporal-polyfill';
import { Button } from '../../shared/button';
import { isWriting } from '../../shared/is-writing';
import { act } from '../../state/act';
import { goTo } from '../../state/place';
import { readLocale } from '../../words/i18n';
import classes from './week-view.module.css';

/** `23–29 November` */
export function showWeek(week: Temporal.PlainDate): string {
  const format = new Intl.DateTimeFormat(readLocale(), { day: 'numeric', month: 'long', timeZone: 'UTC' });
  const at = (date: Temporal.PlainDate) => Date.UTC(date.year, date.month - 1, date.day, 12);
  return format.formatRange(at(week), at(week.add({ days: 6 })));
}

/** Another week: the one before, the one after, or this one. */
export function WeekSwitch({ week, isThisWeek }: { week: Temporal.PlainDate; isThisWeek: boolean }) {
  const { t } = useTranslation();
  useEffect(() => {
    const goBy = (weeks: number) => goTo('week', week.add({ weeks }).toString());
    function handleKey(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      if (event.key === '[' || event.key === 'ArrowLeft') goBy(-1);
      else if (event.key === ']' || event.key === 'ArrowRight') goBy(1);
      else if (event.key.toLowerCase() === 't') goTo('week');
      else return;
      event.preventDefault();
    }
    window.addEventListener('keydown', handleKey);
    return () => window.removeEventListener('keydown', handleKey);
  }, [week]);
  return (
    <nav className={classes.switch} aria-label={t('week.switch')}>
      <Button
        className={classes.arrow}
        aria-label={t('week.previous')}
        aria-keyshortcuts="["
        onClick={() => goTo('week', week.subtract({ weeks: 1 }).toString())}
      >
        ‹
      </Button>
      {isThisWeek ? (
        <span className={classes.this}>{t('week.today')}</span>
      ) : (
        <Button aria-keyshortcuts="T" onClick={() => goTo('week')}>
          {t('week.today')}
        </Button>
      )}
      <Button
        className={classes.arrow}
        aria-label={t('week.following')}
        aria-keyshortcuts="]"
        onClick={() => goTo('week', week.add({ weeks: 1 }).toString())}
      >
        ›
      </Button>
    </nav>
  );
}

/** The week taken along: as text, or on paper. */
export function WeekTake({ week }: { week: Temporal.PlainDate }) {
  const { t } = useTranslation();
  async function copy(): Promise<void> {
    const answer = await act('prep.markdown', { week: week.toString() });
    if (answer) await act('clipboard.copy', { text: answer.markdown });
  }
  return (
    <>
      <Button kind="plain" onClick={copy}>
        {t('week.copy')}
      </Button>
      <Button kind="plain" onClick={() => act('print', {})}>
        {t('week.print')}
      </Button>
    </>
  );
}
