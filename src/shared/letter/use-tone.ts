import { useEffect, useState } from 'react';
import type { ToneFinding } from '../../../electron/ipc/contract/tone';
import { attempt } from '../../state/act';

export interface ToneQuestion {
  subject: string;
  body: string;
  /** Where the words themselves do not tell. */
  language: string;
  /** What it answers: the client's own words in it are left alone. */
  requests?: readonly string[];
}

/** As long as one pauses between two words. */
const PAUSE_MILLISECONDS = 350;

/** What to mind in a letter as it stands, a moment after the last key; the latest question wins. */
export function useTone({ subject, body, language, requests = [] }: ToneQuestion): readonly ToneFinding[] {
  const answered = requests.join(' ');
  const [findings, setFindings] = useState<readonly ToneFinding[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const reply = await attempt('tone', {
        text: body,
        subject,
        language,
        requests: answered.split(' ').filter(Boolean),
      });
      if (isCurrent) setFindings(reply.ok ? reply.value.findings : []);
    }, PAUSE_MILLISECONDS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [subject, body, language, answered]);
  // What was found in the words of a moment ago may stand elsewhere in these.
  return findings.filter(({ field, start, end, text: words }) => {
    const text = field === 'subject' ? subject : body;
    return end <= text.length && text.slice(start, end) === words;
  });
}
