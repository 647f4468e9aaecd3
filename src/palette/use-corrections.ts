import { useCallback, useRef, useState } from 'react';
import { attempt } from '../state/act';
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
import type { Answered } from './use-understanding';

/** What the person sets right of what was understood; it holds until the line is empty or logged. */
export function useCorrections(answered: Answered | undefined, timeZone: string) {
  const [corrections, setCorrections] = useState<Corrections>(NO_CORRECTIONS);
  // The key that writes a part may log, too, before anything is drawn anew.
  const latest = useRef(corrections);
  const reading = answered && readingOf(answered.understood, corrections, answered.line, new Date());

  const set = useCallback((next: Corrections) => {
    latest.current = next;
    setCorrections(next);
  }, []);

  function correct(part: Correctable, fields: Parameters<typeof corrected>[2]): void {
    set(corrected(latest.current, part, fields));
  }

  return {
    corrections,
    reading,
    readAll: () => latest.current,
    /** What `log` is to be told beside the line, which may have been typed on since it was understood. */
    async readFields(line: string) {
      const said = latest.current;
      if (said.given.length === 0 || answered?.line === line) return fieldsOf(said, line, answered?.understood);
      const reply = await attempt('understand', { text: line });
      return fieldsOf(said, line, reply.ok ? reply.value : undefined);
    },
    readWords: (part: Written) => reading?.[part] ?? '',
    step(part: Exclude<Correctable, Written>, by: 1 | -1, isBig: boolean) {
      if (reading) correct(part, stepped(part, by, reading, clockOf(timeZone), isBig));
    },
    count: (digit: string) => correct('channel', withCount(digit)),
    giveBack: (part: Correctable) => set(givenBack(latest.current, part)),
    write(part: Written, words: string) {
      const said = words.trim();
      correct(part, part === 'subject' ? { subject: said } : { [part]: said === '' ? null : said });
    },
    set,
    clear: useCallback(() => set(NO_CORRECTIONS), [set]),
  };
}

function clockOf(timeZone: string): Clock {
  const hours = book.peek()?.settings.workingHours;
  const isWorkday = (weekday: number) =>
    hours === undefined || Object.entries(hours).some(([day, spans]) => Number(day) === weekday && spans.length > 0);
  return { now: new Date(), timeZone, isWorkday };
}
