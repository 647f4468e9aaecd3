import type { Temporal } from 'temporal-polyfill';
import type { Client } from '../../core/model/client';
import { instantProperty, nonStandardProperty, textProperty, writeDocument } from './document';

export interface Slot {
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
}

/**
 * Offered slots as a file for the client's calendar (RFC 5545 text): a tentative event each, to be kept or deleted.
 *
 * Not as VFREEBUSY, which would say it more exactly: Exchange neither reads nor writes it ([MS-STANXICAL] 2.2.69), and
 * every calendar program takes an event. They are transparent, for Google shows a tentative event as busy otherwise;
 * Outlook goes by a mark of its own ([MS-OXCICAL], X-MICROSOFT-CDO-BUSYSTATUS) and shows them as tentative.
 */
export function writeSlots(
  { slots, client, myName }: { slots: readonly Slot[]; client: Client; myName: string },
  now: Temporal.Instant,
): string {
  const summary = myName === '' ? 'Could talk' : `Could talk: ${myName}`;
  return writeDocument(
    [],
    slots.map(({ startsAt, endsAt }) => [
      'vevent',
      [
        // The same slot offered again replaces itself.
        textProperty('uid', `${client.id}-${startsAt.epochMilliseconds}@until-friday`),
        instantProperty('dtstamp', now),
        instantProperty('dtstart', startsAt),
        instantProperty('dtend', endsAt),
        textProperty('summary', summary),
        textProperty('status', 'TENTATIVE'),
        textProperty('transp', 'TRANSPARENT'),
        nonStandardProperty('x-microsoft-cdo-busystatus', 'TENTATIVE'),
      ],
      [],
    ]),
  );
}
