import type { Temporal } from 'temporal-polyfill';
import type { Receipt } from '../../core/replies/receipt';
import { instantProperty, textProperty, writeDocument } from './document';

/**
 * A receipt as a note in the client's calendar (RFC 5545 text): an event at the time of the call, transparent, since the
 * call itself is in that calendar already.
 */
export function writeReceiptNote(receipt: Receipt, requestId: string, now: Temporal.Instant): string {
  const { subject, line, otherwise, call } = receipt;
  return writeDocument(
    [],
    [
      [
        'vevent',
        [
          // The same request confirmed again, for another call too, replaces what was there.
          textProperty('uid', `${requestId}@until-friday`),
          instantProperty('dtstamp', now),
          instantProperty('dtstart', call.startsAt),
          instantProperty('dtend', call.endsAt),
          textProperty('summary', subject),
          textProperty('description', `${line}\n\n${otherwise}`),
          textProperty('transp', 'TRANSPARENT'),
        ],
        [],
      ],
    ],
  );
}
