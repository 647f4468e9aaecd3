import { useTranslation } from 'react-i18next';
import { Choice } from '../../shared/choice';
import { Section } from '../../shared/page';
import { Toggle } from '../../shared/toggle';
import { act } from '../../state/act';
import { useBook } from '../../state/use-book';
import classes from './settings.module.css';
import { ShortcutField } from './shortcut-field';

/** What belongs to this computer alone. */
export function ComputerSection() {
  const { t } = useTranslation();
  const { theme, shortcut, isCopyAutomatic } = useBook((state) => state.device);
  return (
    <Section title={t('settings.computer')}>
      <div className={classes.rows}>
        <Choice
          label={t('settings.theme')}
          value={theme}
          options={[
            { value: 'system', label: t('settings.system') },
            { value: 'light', label: t('settings.light') },
            { value: 'dark', label: t('settings.dark') },
          ]}
          onChange={(chosen) => act('device.set', { theme: chosen })}
        />
        <ShortcutField shortcut={shortcut} />
        <Toggle
          label={t('settings.copy')}
          hint={t('settings.copyHint')}
          isOn={isCopyAutomatic}
          onChange={(isOn) => act('device.set', { isCopyAutomatic: isOn })}
        />
      </div>
    </Section>
  );
}
