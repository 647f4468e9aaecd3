import { useState } from 'react';

export interface LetterWords {
  language: string;
  subject: string;
  body: string;
}

/** Words of a letter, open to changes; they start over when what they say changes. */
export function useEdited(words: Omit<LetterWords, 'language'>) {
  const [edited, setEdited] = useState<{ of: string; subject?: string; body?: string }>({ of: '' });
  const of = `${words.subject} ${words.body}`;
  const current = edited.of === of ? edited : { of };
  const { subject = words.subject, body = words.body } = current;
  return {
    subject,
    body,
    edit: (part: Partial<Omit<LetterWords, 'language'>>) => setEdited({ ...current, ...part }),
  };
}
