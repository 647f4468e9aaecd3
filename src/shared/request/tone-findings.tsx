import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isMac } from '../platform';
import spoken from '../spoken.module.css';
import classes from './tone-findings.module.css';
import { type ToneFinding, useTone } from './use-tone';
import { select, writeInto } from './write-into';

/** Words in a letter that would hurt, beneath it, each with a better wording one press away. Nothing is held back. */
export function ToneFindings({
  field,
  text,
  language,
}: {
  field: RefObject<HTMLTextAreaElement | null>;
  text: string;
  language: string;
}) {
  const { t } = useTranslation();
  const findings = useTone(text, language);
  const [changed, setChanged] = useState('');
  function mend({ start, end, say }: ToneFinding): void {
    if (!field.current) return;
    if (say === undefined) select(field.current, start, end);
    else {
      writeInto(field.current, start, end, say);
      setChanged(field.current.value);
    }
  }
  return (
    <div className={classes.tone}>
      <p role="status" className={findings.length > 0 || changed !== text ? spoken.spoken : classes.taken}>
        {changed !== '' && changed === text
          ? t('request.tone.mended', { key: isMac ? '⌘Z' : 'Ctrl+Z' })
          : findings.length > 0
            ? t('request.tone.found', { count: findings.length })
            : ''}
      </p>
      {findings.length > 0 && (
        <ul className={classes.list} aria-label={t('request.tone.title')}>
          {findings.map((finding) => (
            <li key={`${finding.start} ${finding.kind}`} className={classes.finding}>
              <span>
                {finding.text && <q className={classes.words}>{finding.text}</q>} {finding.why}
              </span>
              <button type="button" className={classes.better} onClick={() => mend(finding)}>
                {wordMending(finding)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );

  function wordMending({ say, start, end }: ToneFinding): string {
    if (say === undefined) return t('request.tone.fill');
    if (say === '') return t('request.tone.leaveOut');
    return t(start === end ? 'request.tone.add' : 'request.tone.better', { words: say.trim() });
  }
}
