import { TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '../../../electron/core/days';
import type { Problem } from '../../../electron/core/model/problem';
import type { DayOff } from '../../../electron/core/model/settings';
import { Button } from '../../shared/button';
import { Section } from '../../shared/page';
import { showDate } from '../../shared/show-time';
import { useKeptFocus } from '../../shared/use-kept-focus';
import { useBook } from '../../state/use-book';
import { useNow } from '../../state/use-now';
import { wordAtField } from '../../words/notice-words';
import { saveSettings, setSettings } from './change-settings';
import { type DayOffField, readDayOff, withDayOff } from './day-off-draft';
import classes from './days-off-section.module.css';

const none: DayOff[] = [];

/** Days on which I don't work: what stands in them moves. */
export function DaysOffSection() {
  const { t } = useTranslation();
  const now = useNow();
  const { timeZone, daysOff = none } = useBook((state) => state.settings);
  const today = dayOf(now, timeZone).toString();
  const isPast = (days: DayOff) => days.to < today;
  const [isPastShown, setPastShown] = useState(false);
  const past = daysOff.filter(isPast);
  const shown = isPastShown ? daysOff : daysOff.filter((days) => !isPast(days));
  return (
    <Section ref={useKeptFocus<HTMLElement>()} title={t('settings.daysOff')} line={t('settings.daysOffLine')}>
      <ul className={classes.days}>
        {shown.map((days) => (
          <li key={days.id} className={classes.day} data-past={isPast(days) || undefined}>
            <span className={classes.when}>{wordDays(days)}</span>
            <span className={classes.name}>{days.name}</span>
            <Button
              kind="plain"
              aria-label={t('settings.removeDaysOff', { days: wordDays(days) })}
              onClick={() => setSettings({ daysOff: daysOff.filter((each) => each.id !== days.id) })}
            >
              {t('shared.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <DayOffForm daysOff={daysOff} />
      {past.length > 0 && !isPastShown && (
        <Button kind="plain" className={classes.past} onClick={() => setPastShown(true)}>
          {t('settings.daysOffPast', { count: past.length })}
        </Button>
      )}
    </Section>
  );
}

function wordDays({ from, to }: DayOff): string {
  return from === to ? showDate(from) : `${showDate(from)} – ${showDate(to)}`;
}

const empty = { from: '', to: '', name: '' };

/** A line to write days off into: Enter takes them, and it is ready for the next. */
function DayOffForm({ daysOff }: { daysOff: readonly DayOff[] }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(empty);
  const [wrong, setWrong] = useState<DayOffField>();
  const [problem, setProblem] = useState<Problem>();
  const form = useRef<HTMLFormElement>(null);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const read = readDayOff(draft);
    setWrong('wrong' in read ? read.wrong : undefined);
    if ('wrong' in read) return;
    const refused = await saveSettings({
      daysOff: withDayOff(daysOff, { id: `off_${crypto.randomUUID()}`, ...read }),
    });
    setProblem(refused);
    if (refused) return;
    setDraft(empty);
    form.current?.querySelector('input')?.focus();
  }

  return (
    <form ref={form} className={classes.form} data-fields="stacked" onSubmit={submit} noValidate>
      <TextInput
        type="date"
        label={t('settings.offFrom')}
        value={draft.from}
        error={wrong === 'from' && t('call.fromWrong')}
        onChange={(event) => setDraft({ ...draft, from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('settings.offTo')}
        min={draft.from}
        value={draft.to}
        error={wrong === 'to' && t('settings.offOrder')}
        onChange={(event) => setDraft({ ...draft, to: event.currentTarget.value })}
      />
      <TextInput
        label={t('settings.offName')}
        placeholder={t('settings.offNameExample')}
        value={draft.name}
        error={problem && wordAtField(problem)}
        onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
      />
      <Button type="submit">{t('shared.add')}</Button>
    </form>
  );
}
