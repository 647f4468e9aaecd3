import { useTranslation } from 'react-i18next';
import { Button } from '../../shared/button';
import { undo } from '../../shared/undo';
import { dismissTaken, type Taken, takeFiles } from '../../state/files';
import { FilesDialog } from './files-dialog';
import classes from './taken-files.module.css';
import { wordImported } from './word-imported';

/** More requests than these are counted. */
const SHOWN = 8;

/** What came of files: where each mail went, who is not known, what was passed over, and what could not be taken. */
export function Summary({ paths, answer }: Taken) {
  const { t } = useTranslation();
  const { requests = [], unmatched = [], waiting = [], leftOut = [], refused, changeId } = answer;
  const hasAutomatic = leftOut.some(({ why }) => why === 'automatic');
  return (
    <FilesDialog title={t('files.title')}>
      <p role="status">{wordImported(answer)}</p>
      {requests.length > 0 && (
        <ul className={classes.list}>
          {requests.slice(0, SHOWN).map(({ requestId, client, subject, joined }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a list that never changes; a request may be in it twice
            <li key={`${requestId} ${index}`}>
              <strong>{client}</strong> {subject || t('request.noSubject')}
              {joined && <span className={classes.detail}>{t('files.joined')}</span>}
            </li>
          ))}
          {requests.length > SHOWN && <li>{t('files.more', { count: requests.length - SHOWN })}</li>}
        </ul>
      )}
      <Lines title={t('who.title')} lines={waiting.map(({ name }) => ({ what: name, why: t('files.waits') }))} />
      <Lines title={t('files.unknown')} lines={unmatched.map(({ name, reason }) => ({ what: name, why: reason }))} />
      <Lines
        title={t('files.leftOut')}
        lines={leftOut.map(({ count, reason }) => ({ what: String(count), why: reason }))}
      />
      {hasAutomatic && (
        <Button onClick={() => takeFiles(paths, { automatic: true, merge: [] })}>{t('files.automatic')}</Button>
      )}
      <Lines
        title={t('files.refused')}
        isTrouble
        lines={refused.map(({ file, line, reason }) => ({
          what: line === undefined ? file : t('settings.importLine', { file, line }),
          why: reason,
        }))}
      />
      <div className={classes.actions}>
        <Button kind="main" data-first onClick={dismissTaken}>
          {t('files.close')}
        </Button>
        {changeId && (
          <Button
            onClick={() => {
              dismissTaken();
              void undo(changeId);
            }}
          >
            {t('files.undo')}
          </Button>
        )}
      </div>
    </FilesDialog>
  );
}

interface LinesProps {
  title: string;
  lines: readonly { what: string; why: string }[];
  isTrouble?: boolean;
}

function Lines({ title, lines, isTrouble }: LinesProps) {
  if (lines.length === 0) return null;
  return (
    <section className={classes.part} data-trouble={isTrouble || undefined}>
      <h3>{title}</h3>
      <ul>
        {lines.map(({ what, why }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list that never changes, of lines that may say the same
          <li key={index} className={classes.line}>
            <span className={classes.what}>{what}</span>
            <span>{why}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
