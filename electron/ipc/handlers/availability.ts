import { Temporal } from 'temporal-polyfill';
import { freeForBoth, slotsFor } from '../../core/availability/client-slots';
import { freeSlots } from '../../core/availability/free';
import { impromptuLeft } from '../../core/availability/impromptu';
import { availabilityAt } from '../../core/availability/now';
import { isBefore, withOffset } from '../../core/days';
import { findClient } from '../../core/find';
import { markOffered, offerSlots } from '../../core/offers';
import { refuse } from '../../core/refuse';
import { shareAvailability, warnOffered } from '../../core/replies/availability';
import { listPlaces } from '../../inputs/holidays';
import type { Handlers } from '../context';
import type { AvailableAnswer } from '../contract/week-answers';
import { toneOf } from '../letter-tone';
import { shapeStretch } from '../shapes';

/** More slots than anybody reads. */
const SLOTS_AT_MOST = 200;

export const availabilityHandlers: Handlers<
  'available' | 'availability.share' | 'availability.offer' | 'holiday.places'
> = {
  available: ({ client: name, days = 7, minutes }, { store: { state }, moment: { now } }) => {
    const { timeZone } = state.settings;
    const client = name === undefined ? undefined : findClient(state, name);
    const { now: current, until, why } = availabilityAt(state, now);
    const least = minutes ?? LEAST_MINUTES;
    const slots =
      client && minutes !== undefined
        ? slotsFor(state, client, now, { days, minutes, count: SLOTS_AT_MOST })
        : markOffered(
            state,
            client ? freeForBoth(state, client, now, days, least) : freeSlots(state, now, days, least),
            now,
            client,
          );
    const answer: AvailableAnswer = {
      now: current,
      until: until ? withOffset(until, timeZone) : null,
      slots: slots.map((slot) => ({ ...shapeStretch(slot, timeZone), offeredTo: slot.offeredTo })),
    };
    return {
      ...answer,
      ...(why && { why }),
      ...(client && { clientNow: withOffset(now, client.timeZone), impromptu: impromptuLeft(state, client, now) }),
    };
  },
  'availability.share': async ({ client: name, format, ...wish }, { store: { state }, moment: { now }, words }) => {
    const client = findClient(state, name);
    const shared = shareAvailability(state, client, words, now, wish);
    const { timeZone, myName } = state.settings;
    const slots = shared.slots.map((slot) => ({ ...shapeStretch(slot, timeZone), offeredTo: slot.offeredTo }));
    const tone = toneOf({ ...shared, body: shared.text });
    if (format !== 'ics') return { ...shared, slots, tone };
    const { writeSlots } = await import('../../outputs/calendar/slots');
    return { ...shared, slots, tone, ics: writeSlots({ slots: shared.slots, client, myName }, now) };
  },
  'availability.offer': async ({ client: name, slots: given }, { store, moment, words, dryRun }) => {
    const slots = given.map(({ startsAt, endsAt }) => ({
      startsAt: Temporal.Instant.from(startsAt),
      endsAt: Temporal.Instant.from(endsAt),
    }));
    for (const [index, { startsAt, endsAt }] of slots.entries()) {
      const field = `slots.${index}`;
      if (!isBefore(startsAt, endsAt)) refuse('invalid', 'A slot ends before it begins.', { field });
      if (!isBefore(moment.now, startsAt)) refuse('invalid', 'A slot has begun already.', { field });
    }
    const { changeId, result } = await store.update(
      (state) => {
        const client = findClient(state, name);
        const { state: next, offer, twice } = offerSlots(state, client, slots, moment);
        return {
          state: next,
          note: { code: 'slots-offered', values: { client: client.name, count: slots.length } },
          result: { offerId: offer.id, warnings: warnOffered(state, client, words, moment.now, twice) },
        };
      },
      { dryRun },
    );
    return { changeId, ...result };
  },
  'holiday.places': ({ country }) => listPlaces(country),
};

/** Shorter than this is no slot. */
const LEAST_MINUTES = 15;
