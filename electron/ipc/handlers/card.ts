import { callerCard } from '../../core/caller-card';
import { withOffset } from '../../core/days';
import { findClient, findPerson, personOf } from '../../core/find';
import type { Request } from '../../core/model/request';
import { lastHeard } from '../../core/recency';
import { countContacts, lastContact } from '../../core/records';
import { pickUpOf, RINGING } from '../../core/verdict/pick-up';
import type { Store } from '../../store/store';
import type { Handlers } from '../context';
import { shapeContact, shapeOccurrence, shapeVerdict } from '../shapes';

export const cardHandlers: Handlers<'client.card'> = {
  'client.card': async ({ client: name, person: personName }, { store, moment: { now } }) => {
    const client = findClient(store.state, name);
    const person = personName === undefined ? undefined : findPerson(client, personName);
    const older = await readSinceHeard(store, client.id);
    const { state } = store;
    const { timeZone } = state.settings;
    const card = callerCard(state, client, { older, now, ...(person && { personId: person.id }) });
    const { last, open, promised, next, impromptu } = card;
    const { route, reasons, tally } = shapeVerdict(pickUpOf(state, client, now), RINGING, timeZone);
    const { id: clientId, timeZone: theirZone, prefers, emergency, notes } = client;
    return {
      ...{ clientId, client: client.name, timeZone: theirZone, prefers, emergency, notes },
      ...(card.person && { person: { ...omitId(card.person), personId: card.person.id } }),
      clientNow: withOffset(now, theirZone),
      ...(last && { last: { ...shapeContact(state, client, last.contact), requestId: last.request.id } }),
      open: open.map((request) => {
        const contact = lastContact(request);
        const { subject, status, claimedUrgent } = request;
        const whose = personOf(client, contact)?.name;
        return {
          ...{ requestId: request.id, subject, status, claimedUrgent, count: countContacts(request) },
          at: withOffset(contact.at, timeZone),
          ...(whose !== undefined && { person: whose }),
          ...(request.emergency && { emergency: request.emergency }),
          ...(request.neededBy !== undefined && { neededBy: request.neededBy }),
          ...(request.neededWords !== undefined && { neededWords: request.neededWords }),
        };
      }),
      promised: promised.map(({ request, occurrence }) => ({
        requestId: request.id,
        subject: request.subject,
        startsAt: withOffset(occurrence.startsAt, timeZone),
      })),
      ...(next && { next: shapeOccurrence(state, next) }),
      impromptu: { today: impromptu.today, week: impromptu.week },
      pickUp: { isGood: route === 'now', reasons, ...(tally && { tally }) },
    };
  },
};

function omitId<T extends { id: string }>({ id: _, ...rest }: T): Omit<T, 'id'> {
  return rest;
}

/**
 * What is over and may hold the client's last contact: the tally knows the week of it, and nothing is closed before it
 * was heard of. Nothing is read where what is loaded is newer.
 */
async function readSinceHeard(store: Store, clientId: string): Promise<Request[]> {
  const heard = lastHeard(store.state).get(clientId);
  const isWeekOnly = heard?.length === '2026-11-23'.length;
  if (!heard || !isWeekOnly) return [];
  const months = (await store.months()).filter((month) => month >= heard.slice(0, 7));
  const read: Request[] = [];
  for (const month of months) read.push(...(await store.readMonth(month)));
  return read;
}
