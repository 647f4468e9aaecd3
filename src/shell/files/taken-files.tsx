import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useDropped } from '../../shared/use-dropped';
import { readTaken, subscribeTaken, takeFiles } from '../../state/files';
import { AskMerges } from './ask-merges';
import { Summary } from './summary';
import classes from './taken-files.module.css';

/** Files that were dropped on the window or opened with the app: where to let go of them, and what came of them. */
export function TakenFiles() {
  const { t } = useTranslation();
  const isOver = useDropped(takeFiles);
  const taken = useSyncExternalStore(subscribeTaken, readTaken);
  useEffect(() => window.untilFriday.onFiles((paths) => void takeFiles(paths)), []);
  return (
    <>
      {isOver && (
        <div className={classes.target}>
          <p>{t('files.letGo')}</p>
          <p className={classes.kinds}>{t('files.kinds')}</p>
        </div>
      )}
      {taken === 'busy' && (
        <p className={classes.busy} role="status">
          {t('files.busy')}
        </p>
      )}
      {taken && taken !== 'busy' && (taken.answer.isAsked ? <AskMerges {...taken} /> : <Summary {...taken} />)}
    </>
  );
}
