import { useTranslation } from 'react-i18next';
import type { ToneFinding } from '../../../electron/ipc/contract/tone';
import classes from './tone-list.module.css';

interface ToneListProps {
  findings: readonly ToneFinding[];
  /** Writes the better wording; without it the words cannot be changed here, and it is only said. */
  onMend?: ((finding: ToneFinding) => void) | undefined;
}

/** Words in a letter that would hurt, each with why and a better wording. Nothing is held back. */
export function ToneList({ findings, onMend }: ToneListProps) {
  const { t } = useTranslation();
  if (findings.length === 0) return null;
  return (
    <ul className={classes.list} aria-label={t('request.tone.title')}>
      {findings.map((finding) => {
        const { field = '', start, kind, text, why } = finding;
        return (
          <li key={`${field} ${start} ${kind}`} className={classes.finding}>
            <span>
              {text && <q className={classes.words}>{text}</q>} {why}
            </span>
            {onMend ? (
              <button type="button" className={classes.better} onClick={() => onMend(finding)}>
                {wordMending(finding)}
              </button>
            ) : (
              <span className={classes.words}>{wordMending(finding)}</span>
            )}
          </li>
        );
      })}
    </ul>
  );

  function wordMending({ say, start, end }: ToneFinding): string {
    if (say === undefined) return t('request.tone.fill');
    if (say === '') return t('request.tone.leaveOut');
    return t(start === end ? 'request.tone.add' : 'request.tone.better', { words: say.trim() });
  }
}
