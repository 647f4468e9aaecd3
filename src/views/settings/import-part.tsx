import { type ChangeEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../electron/ipc/contract/contract';
import { Button } from '../../shared/button';
import { act } from '../../state/act';
import classes from './import-part.module.css';
import { readImport } from './read-import';

export type Imported = Omit<Output<'import'>, 'changeId'>;

interface ImportButtonProps {
  onStart: () => void;
  /** Without an outcome when it could not be done at all. */
  onDone: (imported: Imported | undefined) => void;
}

/** Takes exports of Until Friday back in, one or several. */
export function ImportButton({ onStart, onDone }: ImportButtonProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [isBusy, setBusy] = useState(false);

  async function take({ currentTarget }: ChangeEvent<HTMLInputElement>): Promise<void> {
    const picked = [...(currentTarget.files ?? [])];
    // The same file can be picked again, once it was put right.
    currentTarget.value = '';
    if (picked.length === 0) return;
    setBusy(true);
    onStart();
    const { files, refused } = await readImport(picked, {
      tooLong: (count) => t('settings.importTooLong', { count }),
      unreadable: t('settings.importUnreadable'),
    });
    const none = { created: 0, updated: 0, skipped: 0, refused: [] };
    const answer = files.length > 0 ? await act('import', { files }) : none;
    setBusy(false);
    onDone(answer && { ...answer, refused: [...refused, ...answer.refused] });
  }

  return (
    <>
      <input ref={field} type="file" accept=".json,application/json" multiple hidden onChange={take} />
      <Button aria-disabled={isBusy} onClick={() => !isBusy && field.current?.click()}>
        {t('settings.import')}
      </Button>
    </>
  );
}

/** What was not taken, each with its file, its place in it, and why. */
export function Refusals({ refused }: { refused: Imported['refused'] }) {
  const { t } = useTranslation();
  if (refused.length === 0) return null;
  return (
    <section className={classes.refusals}>
      <h3>{t('settings.importRefused', { count: refused.length })}</h3>
      <ul>
        {refused.map(({ file, line, reason }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list that never changes, of lines that may say the same
          <li key={index} className={classes.refusal}>
            <span className={classes.file}>{line === undefined ? file : t('settings.importLine', { file, line })}</span>
            <span>{reason}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
