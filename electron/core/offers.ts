import { Temporal } from 'temporal-polyfill';
import { isOverlapping, type Stretch } from './availability/stretch';
import { isBefore } from './days';
import type { Client } from './model/client';
import type { Offer } from './model/offer';
import type { State } from './model/state';
import type { Moment } from './moment';
import { putOffer, UNSTAMPED } from './records';

/** A slot as it was offered, that another client was offered too. */
export interface TwiceOffered extends Stretch {
  client: string;
}

/**
 * Keeps which slots a client was offered, so that nobody else is offered them unknowingly. Offers that are over are
 * forgotten, and so is what this client was offered of the same time before.
 */
export function offerSlots(
  state: State,
  client: Client,
  slots: readonly Stretch[],
  moment: Moment,
): { state: State; offer: Offer; twice: TwiceOffered[] } {
  const offer: Offer = {
    id: moment.newId('off'),
    ...UNSTAMPED,
    clientId: client.id,
    offeredAt: moment.now.toString(),
    slots: slots.map(({ startsAt, endsAt }) => ({ startsAt: startsAt.toString(), endsAt: endsAt.toString() })),
  };
  const others = state.offers.flatMap((each): Offer[] => {
    const kept = each.slots.filter((slot) => {
      const stretch = stretchOf(slot);
      const isAnew = each.clientId === client.id && slots.some((one) => isOverlapping(one, stretch));
      return isBefore(moment.now, stretch.endsAt) && !isAnew;
    });
    if (kept.length === each.slots.length) return [each];
    return kept.length > 0 ? [{ ...each, slots: kept }] : [];
  });
  return {
    state: putOffer({ ...state, offers: others }, offer),
    offer,
    twice: twiceOffered(state, client, slots, moment.now),
  };
}

/** A slot that a client can be offered, with the names of others who were offered a part of it. */
export interface OfferableSlot extends Stretch {
  offeredTo: string[];
}

/** Marks of each slot which clients were offered a part of it, leaving out the one it is meant for. */
export function markOffered(
  state: Pick<State, 'clients' | 'offers'>,
  slots: readonly Stretch[],
  now: Temporal.Instant,
  client?: Client,
): OfferableSlot[] {
  const offered = offeredTo(state, now, client);
  return slots.map(({ startsAt, endsAt }) => {
    const names = offered.filter((each) => isOverlapping(each, { startsAt, endsAt })).map((each) => each.client);
    return { startsAt, endsAt, offeredTo: [...new Set(names)] };
  });
}

/** Those of the slots of which other clients were offered a part that is not over, in the order of the slots. */
export function twiceOffered(
  state: Pick<State, 'clients' | 'offers'>,
  client: Client,
  slots: readonly Stretch[],
  now: Temporal.Instant,
): TwiceOffered[] {
  return markOffered(state, slots, now, client).flatMap(({ offeredTo: names, ...slot }) =>
    names.map((name) => ({ ...slot, client: name })),
  );
}

/** What clients, or clients other than this one, were offered and is not over. */
function offeredTo(
  { clients, offers }: Pick<State, 'clients' | 'offers'>,
  now: Temporal.Instant,
  but?: Client,
): TwiceOffered[] {
  const names = new Map(clients.map(({ id, name }) => [id, name]));
  return offers
    .filter(({ clientId }) => clientId !== but?.id)
    .flatMap(({ clientId, slots }) => {
      const name = names.get(clientId);
      return name === undefined ? [] : slots.map((slot) => ({ client: name, ...stretchOf(slot) }));
    })
    .filter(({ endsAt }) => isBefore(now, endsAt));
}

function stretchOf({ startsAt, endsAt }: Offer['slots'][number]): Stretch {
  return { startsAt: Temporal.Instant.from(startsAt), endsAt: Temporal.Instant.from(endsAt) };
}
