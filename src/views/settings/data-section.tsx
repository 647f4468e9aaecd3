import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../electron/ipc/contract/contract';
import { Button } from '../../shared/button';
import { Section } from '../../shared/page';
import { saveFile } from '../../shared/save-file';
import { showShortDay, showTime } from '../../shared/show-time';
import { act } from '../../state/act';
import { pickFiles } from '../../state/pick-files';
import { useAnswer } from '../../state/use-answer';
import { useBook } from '../../state/use-book';
import classes from './settings.module.css';

/** Where everything lives, and how it is kept. */
export function DataSection() {
  const { t } = useTranslation();
  const { answer: home } = useAnswer('home', {});
  const [moved, setMoved] = useState<string>();
  // Counted, so that the backups are read again even where the same is said twice.
  const [said, setSaid] = useState({ text: '', count: 0 });
  const folder = moved ?? home?.folder;

  function say(text: string): void {
    setSaid(({ count }) => ({ text, count: count + 1 }));
  }

  async function move(): Promise<void> {
    const answer = await act('home.move', {});
    if (!answer?.moved) return;
    setMoved(answer.folder);
    say(t('settings.moved', { folder: answer.folder }));
  }

  async function backUp(): Promise<void> {
    if (await act('backup', {})) say(t('settings.backedUp'));
  }

  async function exportAll(): Promise<void> {
    const answer = await act('export', { format: 'json' });
    if (answer) saveFile('until-friday.json', 'application/json', answer.text);
  }

  return (
    <Section title={t('settings.data')} line={t('settings.dataLine')}>
      <p className={classes.folder}>{folder}</p>
      <div className={classes.row}>
        <Button onClick={() => act('home.reveal', {})}>{t('settings.reveal')}</Button>
        <Button onClick={move}>{t('settings.move')}</Button>
        <Button onClick={backUp}>{t('settings.backup')}</Button>
        <Button onClick={exportAll}>{t('settings.export')}</Button>
        <Button onClick={pickFiles}>{t('settings.import')}</Button>
      </div>
      <p className={classes.said} role="status">
        {said.text}
      </p>
      <Backups round={said.count} onSaid={say} />
    </Section>
  );
}

type Backup = Output<'backups'>[number];
const SHOWN = 8;
const reasons = ['daily', 'import', 'migration', 'asked', 'before-restore'] as const;

interface BackupsProps {
  /** They are read again with every new one. */
  round: number;
  onSaid: (said: string) => void;
}

function Backups({ round, onSaid }: BackupsProps) {
  const { t } = useTranslation();
  const timeZone = useBook((state) => state.settings.timeZone);
  const [backups, setBackups] = useState<Backup[]>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the round is why they are read again
  useEffect(() => {
    act('backups', {}).then(setBackups);
  }, [round]);

  async function restore(backup: string): Promise<void> {
    if (await act('restore', { backup })) onSaid(t('settings.restored'));
  }

  return (
    <div className={classes.backups}>
      <h3>{t('settings.backups')}</h3>
      {backups?.length === 0 && <p className={classes.quiet}>{t('settings.noBackups')}</p>}
      <ul>
        {backups?.slice(0, SHOWN).map(({ backup, at, reason }) => {
          const known = reasons.find((each) => each === reason);
          const when = `${showShortDay(at, timeZone)}, ${showTime(at, timeZone)}`;
          return (
            <li key={backup} className={classes.backup}>
              <span>{when}</span>
              <span className={classes.quiet}>{known ? t(`settings.reasons.${known}`) : reason}</span>
              <Button kind="plain" aria-label={`${t('settings.restore')}: ${when}`} onClick={() => restore(backup)}>
                {t('settings.restore')}
              </Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
