import { useTranslation } from 'react-i18next';
import type { CallbackBlock } from '../../../electron/core/model/settings';
import { Button } from '../../shared/button';
import { DraftField } from '../../shared/draft-field';
import { Section } from '../../shared/page';
import { useKeptFocus } from '../../shared/use-kept-focus';
import { WeekdayChoice } from '../../shared/weekday-choice';
import { useBook } from '../../state/use-book';
import classes from './blocks-section.module.css';
import { saveSettings, setSettings } from './change-settings';

/** Fixed times of the day for returning calls. */
export function BlocksSection() {
  const { t } = useTranslation();
  const blocks = useBook((state) => state.settings.callbackBlocks);

  function add(): void {
    // The id only has to be new among the few there are.
    const id = `blk_${crypto.randomUUID()}`;
    setSettings({ callbackBlocks: [...blocks, { id, weekdays: [1, 2, 3, 4, 5], from: '16:30', minutes: 30 }] });
  }

  return (
    <Section
      ref={useKeptFocus<HTMLElement>()}
      title={t('settings.blocks')}
      line={t('settings.blocksLine')}
      actions={<Button onClick={add}>{t('settings.addBlock')}</Button>}
    >
      {blocks.length === 0 && <p className={classes.none}>{t('settings.noBlocks')}</p>}
      <ul className={classes.blocks}>
        {blocks.map((block) => (
          <BlockRow key={block.id} block={block} />
        ))}
      </ul>
    </Section>
  );
}

function isBlockLength(text: string): boolean {
  return /^\d+$/.test(text) && Number(text) >= 5 && Number(text) <= 480;
}

function BlockRow({ block }: { block: CallbackBlock }) {
  const { t } = useTranslation();
  const { callbackBlocks, weekStartsOn } = useBook((state) => state.settings);
  const put = (changed: Partial<CallbackBlock>) => ({
    callbackBlocks: callbackBlocks.map((each) => (each.id === block.id ? { ...each, ...changed } : each)),
  });
  return (
    <li className={classes.block} data-fields="stacked">
      <WeekdayChoice
        label={t('settings.blockOn')}
        weekStartsOn={weekStartsOn}
        value={block.weekdays}
        // A block on no day is no block: the last day stays.
        onChange={(weekdays) => weekdays.length > 0 && setSettings(put({ weekdays }))}
      />
      <div className={classes.short}>
        <DraftField
          type="time"
          label={t('settings.blockAt')}
          value={block.from}
          check={(from) => (from === '' ? t('call.timeWrong') : undefined)}
          save={(from) => saveSettings(put({ from }))}
        />
      </div>
      <div className={classes.short}>
        <DraftField
          label={t('settings.blockMinutes')}
          value={String(block.minutes)}
          check={(text) => (isBlockLength(text.trim()) ? undefined : t('settings.minutesWrong'))}
          save={(text) => saveSettings(put({ minutes: Number(text) }))}
        />
      </div>
      <Button
        kind="plain"
        aria-label={t('settings.removeBlock')}
        onClick={() => setSettings({ callbackBlocks: callbackBlocks.filter((each) => each.id !== block.id) })}
      >
        {t('shared.remove')}
      </Button>
    </li>
  );
}
