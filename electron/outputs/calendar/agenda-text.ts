import { Temporal } from 'temporal-polyfill';
import type { Agenda } from '../../core/agenda';
import type { Request } from '../../core/model/request';
import { countContacts } from '../../core/records';

const LONG_DAY = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });

/** An agenda as plain text, in its order. Items have no numbers: an order changes. */
export function writeAgenda({ items, minutesPlanned, occurrence }: Agenda): string {
  const head = `On the agenda, ${minutesPlanned} of ${occurrence.minutes} minutes:`;
  return [head, '', ...items.map((item) => `• ${nameItem(item)}`)].join('\n');
}

function nameItem(item: Request): string {
  const count = countContacts(item);
  const named = `${item.subject === '' ? 'No subject given' : item.subject}${count > 1 ? ` ×${count}` : ''}`;
  const emergency = item.emergency && (item.emergency === 'confirmed' ? 'emergency' : 'an emergency?');
  const needed = item.neededBy && `needed by ${sayDay(item.neededBy)}`;
  return [named, emergency, needed].filter(Boolean).join(', ');
}

function sayDay(date: string): string {
  return LONG_DAY.format(Temporal.PlainDate.from(date).toZonedDateTime('UTC').epochMilliseconds).replace(',', '');
}
