import { useTranslation } from 'react-i18next';
import { SOONER_ABOVE_PERCENT, SURE } from '../../../electron/core/verdict/learned';
import { DraftField } from '../../shared/draft-field';
import { Section } from '../../shared/page';
import { useBook } from '../../state/use-book';
import { saveSettings } from './change-settings';
import classes from './settings.module.css';

const LEAST = 5;
const MOST = 95;

/** When what usually waits comes sooner: the threshold, and the rule in words. */
export function WaitingSection() {
  const { t } = useTranslation();
  const percent = useBook((state) => state.settings.soonerAbovePercent ?? SOONER_ABOVE_PERCENT);
  return (
    <Section title={t('settings.waiting')} line={t('settings.waitingLine')}>
      <div className={classes.rows}>
        <DraftField
          label={t('settings.soonerAbove')}
          hint={t('settings.soonerAboveHint', { sure: SURE * 100 })}
          value={String(percent)}
          isShort
          check={(text) => {
            const isFine = /^\d+$/.test(text.trim()) && Number(text) >= LEAST && Number(text) <= MOST;
            return isFine ? undefined : t('shared.wholeBetween', { least: LEAST, most: MOST });
          }}
          save={(text) => saveSettings({ soonerAbovePercent: Number(text) })}
        />
      </div>
    </Section>
  );
}
