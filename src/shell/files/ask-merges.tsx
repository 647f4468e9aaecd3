import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../shared/button';
import { type Taken, takeFiles } from '../../state/files';
import { FilesDialog } from './files-dialog';
import classes from './taken-files.module.css';

/** Asks before cards complete somebody who is known; each can be left out. */
export function AskMerges({ paths, answer }: Taken) {
  const { t } = useTranslation();
  const merges = answer.merges ?? [];
  const [left, setLeft] = useState<readonly string[]>([]);

  function toggle(card: string): void {
    setLeft(left.includes(card) ? left.filter((each) => each !== card) : [...left, card]);
  }

  // Esc leaves people as they are, too: the mail that came along is taken all the same.
  const leave = () => void takeFiles(paths, { merge: [] });

  return (
    <FilesDialog title={t('files.askTitle', { count: merges.length })} onClose={leave}>
      <ul className={classes.list}>
        {merges.map(({ card, person, client, into, adds }) => (
          <li key={card}>
            <label className={classes.merge}>
              <input type="checkbox" checked={!left.includes(card)} onChange={() => toggle(card)} />
              <span>
                {person === into ? t('files.same', { person, client }) : t('files.is', { person, into, client })}
                <span className={classes.detail}>{t('files.adds', { what: adds.join(', ') })}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <div className={classes.actions}>
        <Button
          kind="main"
          data-first
          onClick={() =>
            takeFiles(paths, { merge: merges.map(({ card }) => card).filter((each) => !left.includes(each)) })
          }
        >
          {t('files.merge')}
        </Button>
        <Button onClick={leave}>{t('files.mergeNone')}</Button>
      </div>
    </FilesDialog>
  );
}
