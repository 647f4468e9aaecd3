import { useTranslation } from 'react-i18next';
import type { Span } from '../../../electron/core/model/settings';
import { Button } from '../../shared/button';
import { DraftField } from '../../shared/draft-field';
import { Section } from '../../shared/page';
import { useKeptFocus } from '../../shared/use-kept-focus';
import { nameWeekday, orderWeekdays } from '../../shared/weekdays';
import { useBook } from '../../state/use-book';
import { saveSettings, setSettings } from './change-settings';
import { proposeSpan, spansOn, spreadMonday, withSpans } from './hours';
import classes from './hours-section.module.css';

export function HoursSection() {
  const { t } = useTranslation();
  const { workingHours, weekStartsOn } = useBook((state) => state.settings);
  return (
    <Section
      ref={useKeptFocus<HTMLElement>()}
      title={t('settings.hours')}
      line={t('settings.hoursLine')}
      actions={
        <Button kind="plain" onClick={() => setSettings({ workingHours: spreadMonday(workingHours) })}>
          {t('settings.sameDays')}
        </Button>
      }
    >
      <ul>
        {orderWeekdays(weekStartsOn).map((weekday) => (
          <DayRow key={weekday} weekday={weekday} />
        ))}
      </ul>
    </Section>
  );
}

function DayRow({ weekday }: { weekday: number }) {
  const { t } = useTranslation();
  const hours = useBook((state) => state.settings.workingHours);
  const spans = spansOn(hours, weekday);
  const day = nameWeekday(weekday, 'long');
  const next = proposeSpan(spans);
  const put = (changed: readonly Span[]) => ({ workingHours: withSpans(hours, weekday, changed) });
  const replace = (index: number, span: Span) => put(spans.map((each, place) => (place === index ? span : each)));
  const checkSpan = (span: Span) => {
    if (span.from === '' || span.to === '') return t('call.timeWrong');
    return span.from < span.to ? undefined : t('settings.spanOrder');
  };

  return (
    <li className={classes.day} data-fields="stacked">
      <span className={classes.name}>{day}</span>
      <div className={classes.spans}>
        {spans.length === 0 && <span className={classes.off}>{t('settings.dayOff')}</span>}
        {spans.map((span, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a span is its place in the day; its times change under the hand
          <div key={index} className={classes.span}>
            <DraftField
              type="time"
              label={t('settings.from', { day })}
              isLabelHidden
              value={span.from}
              check={(from) => checkSpan({ ...span, from })}
              save={(from) => saveSettings(replace(index, { ...span, from }))}
            />
            <span aria-hidden>–</span>
            <DraftField
              type="time"
              label={t('settings.to', { day })}
              isLabelHidden
              value={span.to === '24:00' ? '00:00' : span.to}
              check={(to) => checkSpan({ ...span, to: asEnd(to) })}
              save={(to) => saveSettings(replace(index, { ...span, to: asEnd(to) }))}
            />
            <Button
              kind="plain"
              className={classes.remove}
              aria-label={t('settings.removeSpan', { day, ...span })}
              onClick={() => setSettings(put(spans.filter((_, place) => place !== index)))}
            >
              ×
            </Button>
          </div>
        ))}
      </div>
      {next && (
        <Button
          kind="plain"
          aria-label={t('settings.addSpanOn', { day })}
          onClick={() => setSettings(put([...spans, next]))}
        >
          {t('settings.addSpan')}
        </Button>
      )}
    </li>
  );
}

/** Midnight ends a day as 24:00; a time field only knows 00:00. */
function asEnd(time: string): string {
  return time === '00:00' ? '24:00' : time;
}
