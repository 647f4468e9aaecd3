import type { CardAnswer } from '../../ipc/contract/card';
import { sayContact } from './requests';
import { count, fields, indent, type Rendering, sayDay, sayMoment, sayTime } from './text';

/** What one reads before calling back, in the order one reads it. */
export function renderCard(card: CardAnswer, rendering: Rendering): string {
  const { client, person, last, open, promised, next, impromptu } = card;
  const details = fields([
    ['reach', person && [...person.phones, ...person.emails].join('\n')],
    ['there', `${sayTime(card.clientNow)}, ${card.timeZone}`],
    ['prefers', card.prefers],
    ['emergency', card.emergency],
    ['last', last && [sayContact(last, rendering), last.subject].filter(Boolean).join('\n')],
    ['open', open.map((each) => sayOpen(each, rendering)).join('\n') || 'nothing'],
    ['promised', promised.map(({ subject, startsAt }) => `${sayMoment(startsAt, rendering)}  ${subject}`).join('\n')],
    ['next call', next ? sayMoment(next.startsAtMine ?? next.startsAt, rendering) : 'none'],
    ['impromptu', `${count(impromptu.today, 'call')} left today, ${impromptu.week} this week`],
    ['notes', card.notes],
  ]);
  return `${[client, person?.name, person?.title].filter(Boolean).join(' · ')}\n${indent(details)}`;
}

function sayOpen(item: CardAnswer['open'][number], rendering: Rendering): string {
  const neededBy = item.neededBy ? sayDay(item.neededBy, rendering) : item.neededWords;
  const notes = [
    item.emergency && 'emergency',
    item.claimedUrgent && 'urgent',
    neededBy && `by ${neededBy}`,
    item.status !== 'open' && item.status,
    item.person,
    sayMoment(item.at, rendering),
  ];
  return `${item.subject || 'no subject'}${item.count > 1 ? ` ×${item.count}` : ''}  ${notes.filter(Boolean).join(', ')}`;
}
