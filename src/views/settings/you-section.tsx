import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DraftField } from '../../shared/draft-field';
import { Section } from '../../shared/page';
import { nameWeekday, orderWeekdays } from '../../shared/weekdays';
import { ZoneField } from '../../shared/zone-field';
import { useBook } from '../../state/use-book';
import { saveSettings, setSettings } from './change-settings';
import classes from './settings.module.css';

export function YouSection() {
  const { t } = useTranslation();
  const { myName, timeZone, weekStartsOn } = useBook((state) => state.settings);
  const weekdays = orderWeekdays(1).map((weekday) => ({ value: String(weekday), label: nameWeekday(weekday, 'long') }));
  return (
    <Section title={t('settings.you')}>
      <div className={classes.rows}>
        <DraftField
          label={t('settings.myName')}
          hint={t('settings.myNameHint')}
          value={myName}
          save={(name) => saveSettings({ myName: name })}
        />
        <ZoneField label={t('settings.zone')} value={timeZone} onChange={(zone) => setSettings({ timeZone: zone })} />
        <Select
          label={t('settings.weekStart')}
          data={weekdays}
          value={String(weekStartsOn)}
          onChange={(weekday) => setSettings({ weekStartsOn: Number(weekday) })}
        />
      </div>
    </Section>
  );
}
