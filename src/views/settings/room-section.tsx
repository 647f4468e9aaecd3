import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { defaultMinutes } from '../../../electron/core/item-minutes';
import type { Settings } from '../../../electron/core/model/settings';
import { DraftField } from '../../shared/draft-field';
import { Section } from '../../shared/page';
import { showLength } from '../../shared/show-time';
import { useBook } from '../../state/use-book';
import { saveSettings, setSettings } from './change-settings';
import classes from './settings.module.css';

const channels = ['call', 'missed-call', 'voicemail', 'email', 'chat', 'in-person'] as const;

/** From at once to a fortnight. */
const notices = [0, 60, 120, 240, 1440, 2880, 10_080, 20_160];

type Buffer = keyof Pick<Settings, 'bufferBeforeMinutes' | 'bufferAfterMinutes'>;

/** The room that calls need around them, and items in them. */
export function RoomSection() {
  const { t } = useTranslation();
  const settings = useBook((state) => state.settings);
  const { itemMinutes = {}, noticeMinutes = 0 } = settings;
  // One that was set elsewhere stands among those offered here.
  const offered = [...new Set([...notices, noticeMinutes])].sort((one, other) => one - other);

  function renderBuffer(field: Buffer) {
    return (
      <DraftField
        label={t(`settings.${field}`)}
        hint={t(`settings.${field}Hint`)}
        value={String(settings[field] ?? 0)}
        isShort
        check={checkWhole(0, 120)}
        save={(text) => saveSettings({ [field]: Number(text) })}
      />
    );
  }
  function checkWhole(least: number, most: number) {
    return (text: string) => {
      const isFine = /^\d+$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;
      return isFine ? undefined : t('shared.wholeBetween', { least, most });
    };
  }

  function wordNotice(minutes: number): string {
    if (minutes === 0) return t('shared.none');
    return minutes % 1440 === 0 ? t('time.days', { count: minutes / 1440 }) : showLength(minutes);
  }

  return (
    <Section title={t('settings.room')} line={t('settings.roomLine')}>
      <div className={classes.rows}>
        {renderBuffer('bufferBeforeMinutes')}
        {renderBuffer('bufferAfterMinutes')}
        <Select
          label={t('settings.noticeMinutes')}
          description={t('settings.noticeMinutesHint')}
          styles={{ wrapper: { maxWidth: '9rem' } }}
          data={offered.map((minutes) => ({ value: String(minutes), label: wordNotice(minutes) }))}
          value={String(noticeMinutes)}
          allowDeselect={false}
          onChange={(minutes) => minutes && setSettings({ noticeMinutes: Number(minutes) })}
        />
        <fieldset className={classes.kinds}>
          <legend>{t('settings.itemMinutes')}</legend>
          <div className={classes.kindList} data-fields="stacked">
            {channels.map((channel) => (
              <DraftField
                key={channel}
                label={t(`request.channelNames.${channel}`)}
                value={String(itemMinutes[channel] ?? defaultMinutes(channel))}
                check={checkWhole(1, 480)}
                save={(text) => saveSettings({ itemMinutes: { ...itemMinutes, [channel]: Number(text) } })}
              />
            ))}
          </div>
          <p className={classes.hint}>{t('settings.itemMinutesHint')}</p>
        </fieldset>
      </div>
    </Section>
  );
}
