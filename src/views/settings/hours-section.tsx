import { useTranslation } from 'react-i18next';
import { Button } from '../../shared/button';
import { spreadMonday } from '../../shared/hours/hours';
import { HoursEditor } from '../../shared/hours/hours-editor';
import { Section } from '../../shared/page';
import { useKeptFocus } from '../../shared/use-kept-focus';
import { useBook } from '../../state/use-book';
import { saveSettings, setSettings } from './change-settings';

export function HoursSection() {
  const { t } = useTranslation();
  const workingHours = useBook((state) => state.settings.workingHours);
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
      <HoursEditor
        hours={workingHours}
        set={(hours) => setSettings({ workingHours: hours })}
        save={(hours) => saveSettings({ workingHours: hours })}
      />
    </Section>
  );
}
