import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../electron/core/model/problem';
import type { Span } from '../../../electron/core/model/settings';
import { useBook } from '../../state/use-book';
import { Button } from '../button';
import { DraftField } from '../draft-field';
import { nameWeekday, orderWeekdays } from '../weekdays';
import { proposeSpan, spansOn, type WorkingHours, withSpans } from './hours';
import classes from './hours-editor.module.css';

interface HoursEditorProps {
  hours: WorkingHours;
  /** Takes new hours; what goes wrong is shown as a notice. */
  set: (hours: WorkingHours) => void;
  /** Takes new hours; what goes wrong is for the field. */
  save: (hours: WorkingHours) => Promise<Problem | undefined>;
}

/** Working hours by weekday, several spans a day. */
export function HoursEditor(props: HoursEditorProps) {
  const weekStartsOn = useBook((state) => state.settings.weekStartsOn);
  return (
    <ul>
      {orderWeekdays(weekStartsOn).map((weekday) => (
        <DayRow key={weekday} weekday={weekday} {...props} />
      ))}
    </ul>
  );
}

function DayRow({ weekday, hours, set, save }: HoursEditorProps & { weekday: number }) {
  const { t } = useTranslation();
  const spans = spansOn(hours, weekday);
  const day = nameWeekday(weekday, 'long');
  const next = proposeSpan(spans);
  const put = (changed: readonly Span[]) => withSpans(hours, weekday, changed);
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
              save={(from) => save(replace(index, { ...span, from }))}
            />
            <span aria-hidden>–</span>
            <DraftField
              type="time"
              label={t('settings.to', { day })}
              isLabelHidden
              value={span.to === '24:00' ? '00:00' : span.to}
              check={(to) => checkSpan({ ...span, to: asEnd(to) })}
              save={(to) => save(replace(index, { ...span, to: asEnd(to) }))}
            />
            <Button
              kind="plain"
              className={classes.remove}
              aria-label={t('settings.removeSpan', { day, ...span })}
              onClick={() => set(put(spans.filter((_, place) => place !== index)))}
            >
              ×
            </Button>
          </div>
        ))}
      </div>
      {next && (
        <Button kind="plain" aria-label={t('settings.addSpanOn', { day })} onClick={() => set(put([...spans, next]))}>
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
