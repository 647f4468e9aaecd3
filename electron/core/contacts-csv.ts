import { Temporal } from 'temporal-polyfill';
import { withOffset } from './days';
import { personOf } from './find';
import type { Client } from './model/client';
import type { Request } from './model/request';

const HEAD = ['at', 'client', 'person', 'channel', 'direction', 'count', 'minutes', 'subject', 'status', 'afterHours'];

/** Every contact as one line of CSV (RFC 4180), oldest first; instants carry the offset of the person's zone. */
export function contactsAsCsv(
  requests: readonly Request[],
  clientOf: (request: Request) => Client,
  timeZone: string,
): string {
  const entries = requests.flatMap((request) => request.contacts.map((contact) => ({ request, contact })));
  // By the instant: local times repeat themselves when summer time ends.
  entries.sort((a, b) => Temporal.Instant.compare(a.contact.at, b.contact.at));
  const rows = entries.map(({ request, contact }) => {
    const client = clientOf(request);
    return [
      withOffset(contact.at, timeZone),
      client.name,
      personOf(client, contact)?.name ?? '',
      contact.channel,
      contact.direction,
      String(contact.count),
      String(contact.minutes ?? ''),
      contact.subject || request.subject,
      request.status,
      String(contact.isAfterHours),
    ];
  });
  return `${[HEAD, ...rows].map((row) => row.map(quote).join(',')).join('\r\n')}\r\n`;
}

/** A field that a spreadsheet would run as a formula is kept as text by a leading apostrophe. */
function quote(field: string): string {
  const text = /^[=+\-@\t\r\n＝＋－＠]/.test(field) ? `'${field}` : field;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
