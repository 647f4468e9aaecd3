import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Button } from '../../shared/button';
import { DraftField } from '../../shared/draft-field';
import { NextHolidays } from '../../shared/next-holidays';
import { Section } from '../../shared/page';
import { PlaceFields } from '../../shared/place-fields';
import { showZone } from '../../shared/show-time';
import { nameWeekday, orderWeekdays } from '../../shared/weekdays';
import { useZoneAway } from '../../shared/zone-away';
import { ZoneField } from '../../shared/zone-field';
import { useBook } from '../../state/use-book';
import { isAddress, readAddresses } from './addresses';
import { saveSettings, setSettings } from './change-settings';
import classes from './settings.module.css';

export function YouSection() {
  const { t } = useTranslation();
  const { myName, myEmails = [], timeZone, weekStartsOn, country, region } = useBook((state) => state.settings);
  const away = useZoneAway();
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
        <DraftField
          label={t('settings.myEmails')}
          hint={t('settings.myEmailsHint')}
          value={myEmails.join(', ')}
          check={(text) => {
            const wrong = readAddresses(text).find((address) => !isAddress(address));
            return wrong && t('settings.myEmailsWrong', { text: wrong });
          }}
          save={(text) => saveSettings({ myEmails: readAddresses(text) })}
        />
        <ZoneField label={t('settings.zone')} value={timeZone} onChange={(zone) => setSettings({ timeZone: zone })} />
        {away && (
          <p className={classes.below}>
            {t('settings.away', { place: showZone(away.timeZone) })}{' '}
            <Button kind="plain" onClick={() => setSettings({ timeZone: away.timeZone })}>
              {t('settings.countThere')}
            </Button>
          </p>
        )}
        <Select
          label={t('settings.weekStart')}
          data={weekdays}
          value={String(weekStartsOn)}
          allowDeselect={false}
          onChange={(weekday) => weekday && setSettings({ weekStartsOn: Number(weekday) })}
        />
        <PlaceFields label={t('settings.country')} country={country} region={region} onChange={setSettings} />
        <NextHolidays country={country} region={region} />
      </div>
    </Section>
  );
}
