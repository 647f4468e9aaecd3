import { useTranslation } from 'react-i18next';
import type { CallbackBlock, Settings } from '../../../electron/core/model/settings';
import { Button } from '../../shared/button';
import { DraftField } from '../../shared/draft-field';
import { Section } from '../../shared/page';
import { useKeptFocus } from '../../shared/use-kept-focus';
import { WeekdayChoice } from '../../shared/weekday-choice';
import { useBook } from '../../state/use-book';
import classes from './blocks-section.module.css';
import { saveSettings, setSettings } from './change-settings';

type Kind = 'callback' | 'focus';

/** What each kind of block is kept as, what it is called, and what a new one looks like. */
const kinds = {
  callback: { prefix: 'blk', first: { weekdays: [1, 2, 3, 4, 5], from: '16:30', minutes: 30 } },
  focus: { prefix: 'foc', first: { weekdays: [1, 2, 3, 4, 5], from: '09:00', minutes: 90 } },
} as const;

function blocksOf(settings: Settings, kind: Kind): readonly CallbackBlock[] {
  return kind === 'callback' ? settings.callbackBlocks : (settings.focusBlocks ?? []);
}

function asChange(kind: Kind, blocks: CallbackBlock[]) {
  return kind === 'callback' ? { callbackBlocks: blocks } : { focusBlocks: blocks };
}

/** Fixed times of the day: for returning calls, or for work that no call should break into. */
export function BlocksSection({ kind }: { kind: Kind }) {
  const { t } = useTranslation();
  const blocks = useBook((state) => blocksOf(state.settings, kind));

  function add(): void {
    const { prefix, first } = kinds[kind];
    // The id only has to be new among the few there are.
    const id = `${prefix}_${crypto.randomUUID()}`;
    setSettings(asChange(kind, [...blocks, { id, ...first, weekdays: [...first.weekdays] }]));
  }

  return (
    <Section
      ref={useKeptFocus<HTMLElement>()}
      title={t(`settings.block.${kind}.title`)}
      line={t(`settings.block.${kind}.line`)}
      actions={<Button onClick={add}>{t(`settings.block.${kind}.add`)}</Button>}
    >
      {blocks.length === 0 && <p className={classes.none}>{t(`settings.block.${kind}.none`)}</p>}
      <ul className={classes.blocks}>
        {blocks.map((block) => (
          <BlockRow key={block.id} kind={kind} block={block} />
        ))}
      </ul>
    </Section>
  );
}

function isBlockLength(text: string): boolean {
  return /^\d+$/.test(text) && Number(text) >= 5 && Number(text) <= 480;
}

function BlockRow({ kind, block }: { kind: Kind; block: CallbackBlock }) {
  const { t } = useTranslation();
  const blocks = useBook((state) => blocksOf(state.settings, kind));
  const weekStartsOn = useBook((state) => state.settings.weekStartsOn);
  const put = (changed: Partial<CallbackBlock>) =>
    asChange(
      kind,
      blocks.map((each) => (each.id === block.id ? { ...each, ...changed } : each)),
    );
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
        onClick={() =>
          setSettings(
            asChange(
              kind,
              blocks.filter((each) => each.id !== block.id),
            ),
          )
        }
      >
        {t('shared.remove')}
      </Button>
    </li>
  );
}
