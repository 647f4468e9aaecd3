import { Temporal } from 'temporal-polyfill';
import { pinOf } from '../../core/agenda';
import { dayOf } from '../../core/days';
import { loadOf } from '../../core/load';
import { contactsByPerson, peopleOf, prepareWeek } from '../../core/prep';
import { weekAsMarkdown } from '../../core/prep-markdown';
import { countContacts } from '../../core/records';
import type { Context, Handlers } from '../context';
import { shapeClash, shapeLate, shapeLater, shapeOccurrence } from '../shapes';

export const weekHandlers: Handlers<'prep' | 'prep.markdown' | 'load'> = {
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
        byPerson: contactsByPerson(call.client, request).map(({ person, count }) => ({ person, count })),
        status: request.status,
        claimedUrgent: request.claimedUrgent,
        pinned: pinOf(request) !== undefined,
      })),
      minutesPlanned: call.minutesPlanned,
      minutesAvailable: call.occurrence.minutes,
      ...(call.clash && { clash: shapeClash(call.clash) }),
      ...(call.late.length > 0 && { late: call.late.map((item) => shapeLate(state, item)) }),
      ...(call.later.length > 0 && { later: call.later.map((each) => shapeLater(state, each)) }),
      promises: [],
      asks: [],
    }));
  },
  'prep.markdown': ({ week }, context) => {
    const { state } = context.store;
    const prepared = prepareWeek(state, dayAsked(week, context), context.moment.now);
    return {
      markdown: weekAsMarkdown(prepared, state.settings.timeZone),
    };
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
};

function dayAsked(week: string | undefined, { store, moment }: Context): Temporal.PlainDate {
  return week === undefined ? dayOf(moment.now, store.state.settings.timeZone) : Temporal.PlainDate.from(week);
}
