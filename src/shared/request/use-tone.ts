import { useEffect, useState } from 'react';
import type { Output } from '../../../electron/ipc/contract/contract';
import { attempt } from '../../state/act';

export type ToneFinding = Output<'tone'>['findings'][number];

/** As long as one pauses between two words. */
const PAUSE_MILLISECONDS = 350;

/** What to mind in words as they stand, a moment after the last key; the latest question wins. */
export function useTone(text: string, language: string): readonly ToneFinding[] {
  const [findings, setFindings] = useState<readonly ToneFinding[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const reply = await attempt('tone', { text, language });
      if (isCurrent) setFindings(reply.ok ? reply.value.findings : []);
    }, PAUSE_MILLISECONDS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [text, language]);
  // What was found in the words of a moment ago may stand elsewhere in these.
  return findings.filter(({ start, end, text: words }) => end <= text.length && text.slice(start, end) === words);
}
