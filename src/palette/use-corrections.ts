import { useCallback, useState } from 'react';
import type { Understanding } from '../../electron/ipc/contract/answers';
import { book } from '../state/book';
import {
  type Clock,
  type Correctable,
  type Corrections,
  corrected,
  fieldsOf,
  givenBack,
  NO_CORRECTIONS,
  readingOf,
  stepped,
  type Written,
  withCount,
} from './corrections';

/** What the person sets right of what was understood; it holds until the line is empty or logged. */
export function useCorrections(answered: { line: string; understood: Understanding } | undefined, timeZone: string) {
  const [corrections, setCorrections] = useState<Corrections>(NO_CORRECTIONS);
  const now = new Date();
  const reading = answered && readingOf(answered.understood, corrections, answered.line, now);

  function correct(part: Correctable, fields: Parameters<typeof corrected>[2]): void {
    setCorrections((former) => corrected(former, part, fields));
  }

  return {
    corrections,
    reading,
    readFields: () => fieldsOf(corrections, answered?.line ?? '', answered?.understood),
    readWords: (part: Written) => reading?.[part] ?? '',
    step(part: Exclude<Correctable, Written>, by: 1 | -1, isBig: boolean) {
      if (reading) correct(part, stepped(part, by, reading, clockOf(timeZone), isBig));
    },
    count: (digit: string) => correct('channel', withCount(digit)),
    giveBack: (part: Correctable) => setCorrections((former) => givenBack(former, part)),
    write(part: Written, words: string) {
      const said = words.trim();
      correct(part, part === 'subject' ? { subject: said } : { [part]: said === '' ? null : said });
    },
    clear: useCallback(() => setCorrections(NO_CORRECTIONS), []),
  };
}

function clockOf(timeZone: string): Clock {
  const hours = book.peek()?.settings.workingHours;
  const isWorkday = (weekday: number) =>
    hours === undefined || Object.entries(hours).some(([day, spans]) => Number(day) === weekday && spans.length > 0);
  return { now: new Date(), timeZone, isWorkday };
}
