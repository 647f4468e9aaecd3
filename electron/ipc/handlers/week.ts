import { Temporal } from 'temporal-polyfill';
import { pinOf } from '../../core/agenda';
import { availabilityAt, freeSlots, overlap } from '../../core/availability';
import { atTimeOfDay, dayOf, isBefore, withOffset } from '../../core/days';
import { findClient } from '../../core/find';
import { loadOf } from '../../core/load';
import { peopleOf, prepareWeek } from '../../core/prep';
import { weekAsMarkdown } from '../../core/prep-markdown';
import { countContacts } from '../../core/records';
import type { Context, Handlers } from '../context';
import { shapeOccurrence, shapeStretch } from '../shapes';

export const weekHandlers: Handlers<'prep' | 'prep.markdown' | 'load' | 'available'> = {
  prep: ({ week }, context) => {
    const { state } = context.store;
    return prepareWeek(state, dayAsked(week, context), context.moment.now).calls.map((call) => ({
      call: shapeOccurrence(state, call.occurrence),
      client: call.client.name,
      clientId: call.client.id,
      items: call.items.map((request) => ({
        requestId: request.id,
        subject: request.subject,
        count: countContacts(request),
        ...(request.neededBy !== undefined && { neededBy: request.neededBy }),
        minutes: request.minutes,
        people: peopleOf(call.client, request),
        status: request.status,
        claimedUrgent: request.claimedUrgent,
        pinned: pinOf(request) !== undefined,
      })),
      minutesPlanned: call.minutesPlanned,
      minutesAvailable: call.occurrence.minutes,
      promises: [],
      asks: [],
    }));
  },
  'prep.markdown': ({ week }, context) => {
    const { state } = context.store;
    const prepared = prepareWeek(state, dayAsked(week, context), context.moment.now);
    return { markdown: weekAsMarkdown(prepared, state.settings.timeZone) };
  },
  load: async ({ week, weeks }, context) => {
    await context.store.refreshTally();
    return loadOf(context.store.state, dayAsked(week, context), weeks ?? 1).map((load) => ({
      client: load.client.name,
      clientId: load.client.id,
      week: load.week,
      contacts: load.sums.contacts,
      interruptions: load.sums.interruptions,
      minutes: load.sums.minutes,
      afterHours: load.sums.afterHours,
      allowance: load.client.allowance,
      allowanceUsed: load.sums.allowanceUsed,
      medianReturnMinutes: load.medianReturnMinutes ?? null,
    }));
  },
  available: ({ client: name, days = 7 }, { store: { state }, moment: { now } }) => {
    const { settings } = state;
    const client = name === undefined ? undefined : findClient(state, name);
    const { now: current, until } = availabilityAt(state, now);
    const mine = freeSlots(state, now, days);
    const slots = client ? overlap(mine, dayHours(client.timeZone, now, days)) : mine;
    return {
      now: current,
      until: until ? withOffset(until, settings.timeZone) : null,
      slots: slots
        .filter((slot) => slot.endsAt.epochMilliseconds - slot.startsAt.epochMilliseconds >= 15 * 60_000)
        .map((slot) => shapeStretch(slot, settings.timeZone)),
    };
  },
};

function dayAsked(week: string | undefined, { store, moment }: Context): Temporal.PlainDate {
  return week === undefined ? dayOf(moment.now, store.state.settings.timeZone) : Temporal.PlainDate.from(week);
}

/** Hours in which a client can be called: 8 to 18 on their own weekdays. */
function dayHours(timeZone: string, now: Temporal.Instant, days: number) {
  const today = dayOf(now, timeZone);
  return Array.from({ length: days + 2 }, (_, index) => today.add({ days: index - 1 }))
    .filter((day) => day.dayOfWeek <= 5)
    .map((day) => ({
      startsAt: atTimeOfDay(day, '08:00', timeZone),
      endsAt: atTimeOfDay(day, '18:00', timeZone),
    }))
    .filter((stretch) => isBefore(now, stretch.endsAt));
}
