import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { act } from '../../state/act';
import { Button } from '../button';
import classes from '../request/reply-letter.module.css';
import { LetterWarnings } from './letter-warnings';

interface Words {
  language: string;
  subject: string;
  body: string;
}

interface PlainLetterProps {
  words: Words;
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
  const [edited, setEdited] = useState<{ of: string; subject?: string; body?: string }>({ of: '' });
  const [said, setSaid] = useState('');
  const of = `${words.subject} ${words.body}`;
  const { subject = words.subject, body = words.body } = edited.of === of ? edited : {};

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
      <input
        className={classes.subject}
        aria-label={t('request.letterSubject')}
        value={subject}
        onChange={(event) => setEdited({ ...(edited.of === of && edited), of, subject: event.currentTarget.value })}
      />
      <textarea
        className={classes.body}
        lang={words.language}
        aria-label={t('request.letter')}
        value={body}
        onChange={(event) => setEdited({ ...(edited.of === of && edited), of, body: event.currentTarget.value })}
      />
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
