import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from '../request/reply-letter.module.css';
import { ToneFindings } from './tone-findings';
import type { LetterWords } from './use-edited';

interface LetterFieldsProps {
  words: LetterWords;
  onEdit: (part: Partial<LetterWords>) => void;
  /** What it answers. */
  requests?: readonly string[];
}

/** A letter that can be written in, with what to mind in it. */
export function LetterFields({ words, onEdit, requests = [] }: LetterFieldsProps) {
  const { t } = useTranslation();
  const fields = { subject: useRef<HTMLInputElement>(null), body: useRef<HTMLTextAreaElement>(null) };
  return (
    <>
      <input
        ref={fields.subject}
        className={classes.subject}
        aria-label={t('request.letterSubject')}
        value={words.subject}
        onChange={(event) => onEdit({ subject: event.currentTarget.value })}
      />
      <textarea
        ref={fields.body}
        className={classes.body}
        lang={words.language}
        aria-label={t('request.letter')}
        value={words.body}
        onChange={(event) => onEdit({ body: event.currentTarget.value })}
      />
      <ToneFindings fields={fields} {...words} requests={requests} />
    </>
  );
}
