import { useTranslation } from 'react-i18next';
import type { Temporal } from 'temporal-polyfill';
import { Button } from '../../shared/button';
import { addressOf, goTo } from '../../state/place';
import { readLocale } from '../../words/i18n';
import classes from './calendar-view.module.css';
import { isInSpan, otherSpan, type Span, stepSpan, writeSpan } from './span';
import { useToday } from './use-today';

/** `23–29 November`, `November 2026` */
export function showSpan({ kind, first }: Span): string {
  if (kind === 'month') return first.toLocaleString(readLocale(), { month: 'long', year: 'numeric' });
  const format = new Intl.DateTimeFormat(readLocale(), { day: 'numeric', month: 'long', timeZone: 'UTC' });
  const at = (date: Temporal.PlainDate) => Date.UTC(date.year, date.month - 1, date.day, 12);
  return format.formatRange(at(first), at(first.add({ days: 6 })));
}

/** The way to this week or month. */
export function goToToday(kind: Span['kind'], today: Temporal.PlainDate): void {
  if (kind === 'month') goTo('calendar', writeSpan({ kind, first: today }));
  else goTo('calendar');
}

interface CalendarHeadProps {
  span: Span;
  weekStartsOn: number;
}

/** Week or month, and which. */
export function SpanSwitch({ span, weekStartsOn }: CalendarHeadProps) {
  const { t } = useTranslation();
  const today = useToday();
  const other = otherSpan(span, today, weekStartsOn);
  const week = span.kind === 'week' ? span : other;
  const month = span.kind === 'month' ? span : other;
  return (
    <>
      <nav className={classes.kinds} aria-label={t('calendar.kinds')}>
        {[week, month].map((each) => (
          <a
            key={each.kind}
            href={addressOf('calendar', writeSpan(each))}
            aria-current={each === span ? 'true' : undefined}
            aria-keyshortcuts={each === span ? undefined : 'V'}
          >
            {t(`calendar.${each.kind}`)}
          </a>
        ))}
      </nav>
      <nav className={classes.switch} aria-label={t(`calendar.switch.${span.kind}`)}>
        <Button
          className={classes.arrow}
          aria-label={t(`calendar.previous.${span.kind}`)}
          aria-keyshortcuts="ArrowLeft"
          onClick={() => goTo('calendar', writeSpan(stepSpan(span, -1)))}
        >
          ‹
        </Button>
        {isInSpan(span, today) ? (
          <span className={classes.this}>{t(`calendar.today.${span.kind}`)}</span>
        ) : (
          <Button aria-keyshortcuts="T" onClick={() => goToToday(span.kind, today)}>
            {t(`calendar.today.${span.kind}`)}
          </Button>
        )}
        <Button
          className={classes.arrow}
          aria-label={t(`calendar.following.${span.kind}`)}
          aria-keyshortcuts="ArrowRight"
          onClick={() => goTo('calendar', writeSpan(stepSpan(span, 1)))}
        >
          ›
        </Button>
      </nav>
    </>
  );
}
