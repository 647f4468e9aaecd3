import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { act } from '../../state/act';
import { Button } from '../button';
import classes from '../request/reply-letter.module.css';
import { LetterFields } from './letter-fields';
import { LetterWarnings } from './letter-warnings';
import { type LetterWords, useEdited } from './use-edited';

interface PlainLetterProps {
  words: LetterWords;
  warnings?: readonly { code: string; text: string }[];
  /** What happens when it was copied; its words stand beside the buttons. */
  onCopied?: () => Promise<string | undefined>;
  /** Hands over a file that goes with the words; whether it did. */
  onSave: () => Promise<boolean>;
  saveLabel: string;
  children?: ReactNode;
}

/** Words to send, open to changes; they start over when what they say changes. */
export function PlainLetter({ words, warnings = [], onCopied, onSave, saveLabel, children }: PlainLetterProps) {
  const { t } = useTranslation();
  const { subject, body, edit } = useEdited(words);
  const [said, setSaid] = useState('');

  async function copy(): Promise<void> {
    if (!(await act('clipboard.copy', { text: body }))) return;
    setSaid((await onCopied?.()) ?? t('letter.copied'));
  }

  async function save(): Promise<void> {
    // Said anew each time, so that it is heard anew.
    setSaid('');
    if (await onSave()) setSaid(t('letter.saved'));
  }

  return (
    <section className={classes.letter} aria-label={t('request.letter')}>
      <LetterFields words={{ language: words.language, subject, body }} onEdit={edit} />
      <LetterWarnings warnings={warnings} />
      <div className={classes.actions}>
        <Button kind="main" onClick={copy}>
          {t('request.copy')}
        </Button>
        <Button onClick={save}>{saveLabel}</Button>
        {children}
        <span className={classes.said} role="status">
          {said}
        </span>
      </div>
    </section>
  );
}
