import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../shared/button';
import { undo } from '../../shared/undo';
import { dismissTaken, type Taken } from '../../state/files';
import { FilesDialog } from './files-dialog';
import { Lines } from './lines';
import { MailList } from './mail-list';
import { OfferedList } from './offered-list';
import classes from './taken-files.module.css';
import { wordImported } from './word-imported';

const offers = ['unknown', 'several', 'automatic', 'mine'] as const;

/** What came of files: where each mail went, what is offered, what was passed over, and what could not be taken. */
export function Summary({ answer, isBusy, changeIds }: Taken) {
  const { t } = useTranslation();
  const close = useRef<HTMLButtonElement>(null);
  const { requests = [], unmatched = [], waiting = [], leftOut = [], offered = [], refused } = answer;
  const count = offered.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what had the keys went with what was decided
  useEffect(() => {
    if (document.activeElement === document.body) close.current?.focus();
  }, [count]);
  const senders = new Set(offered.map(({ name, address }) => (name === '' ? address : `${name} <${address}>`)));
  const known = leftOut.filter(({ why }) => why !== 'automatic' && why !== 'mine');

  async function takeBack(): Promise<void> {
    dismissTaken();
    for (const changeId of changeIds.toReversed()) await undo(changeId);
  }

  return (
    <FilesDialog title={t('files.title')}>
      <p role="status">{isBusy ? t('files.busy') : wordImported(answer)}</p>
      <MailList mails={requests} />
      <Lines title={t('who.title')} lines={waiting.map(({ name }) => ({ what: name, why: t('files.waits') }))} />
      {offers.map((why) => (
        <OfferedList key={why} why={why} mails={offered.filter((each) => each.why === why)} />
      ))}
      <Lines
        title={t('files.unknown')}
        lines={unmatched
          .filter(({ name }) => !senders.has(name))
          .map(({ name, reason }) => ({ what: name, why: reason }))}
      />
      <Lines
        title={t('files.leftOut')}
        lines={known.map(({ count: many, reason }) => ({ what: String(many), why: reason }))}
      />
      <Lines
        title={t('files.refused')}
        isTrouble
        lines={refused.map(({ file, line, reason }) => ({
          what: line === undefined ? file : t('settings.importLine', { file, line }),
          why: reason,
        }))}
      />
      <div className={classes.actions}>
        <Button ref={close} kind="main" data-first onClick={dismissTaken}>
          {t('files.close')}
        </Button>
        {changeIds.length > 0 && (
          <Button aria-disabled={isBusy} onClick={() => !isBusy && void takeBack()}>
            {t('files.undo')}
          </Button>
        )}
      </div>
    </FilesDialog>
  );
}
