import { withOffset } from '../../core/days';
import type { Request } from '../../core/model/request';
import {
  dismissUnplanned,
  findUnplanned,
  sourceOf,
  type UnplannedCall,
  unplannedCalls,
  unplannedMonths,
} from '../../core/unplanned-calls';
import type { Context, Handlers } from '../context';
import type { UnplannedCallAnswer } from '../contract/unplanned';
import { logHandlers } from './log';

/** Calls that took place without being planned, offered for the log. */
export const unplannedHandlers: Handlers<'unplanned.list' | 'unplanned.log' | 'unplanned.dismiss'> = {
  'unplanned.list': async (_, context) => {
    const { timeZone } = context.store.state.settings;
    return (await listCalls(context)).map((call) => shapeCall(call, timeZone));
  },
  'unplanned.log': async ({ call: id }, context) => {
    const call = findUnplanned(await listCalls(context), id);
    const { client, person, startsAt, minutes, summary } = call;
    const talk = {
      ...{ client: client.id, channel: 'call' as const, direction: 'in' as const, at: startsAt.toString() },
      ...{ minutes, subject: summary, source: sourceOf(call) },
      ...(person && { person: person.id }),
    };
    // It is logged in the window that tells of it; nothing was said that a reply has to go out for at once.
    return await logHandlers.log(talk, { ...context, effects: undefined });
  },
  'unplanned.dismiss': async ({ call: id }, context) => {
    const { store, moment, dryRun } = context;
    const closed = await readClosed(context);
    const { changeId } = await store.update(
      (state) => {
        const call = findUnplanned(unplannedCalls(state, closed, moment.now), id);
        const values = { client: call.client.name };
        return {
          state: dismissUnplanned(state, call, moment.now),
          note: { code: 'event-dismissed', values },
          result: undefined,
        };
      },
      { dryRun },
    );
    return { changeId };
  },
};

async function listCalls(context: Context): Promise<UnplannedCall[]> {
  return unplannedCalls(context.store.state, await readClosed(context), context.moment.now);
}

async function readClosed({ store, moment }: Context): Promise<Request[]> {
  const months = await Promise.all(unplannedMonths(store.state, moment.now).map((month) => store.readMonth(month)));
  return months.flat();
}

function shapeCall(
  { id, client, person, calendar, startsAt, endsAt, minutes, summary }: UnplannedCall,
  timeZone: string,
): UnplannedCallAnswer {
  return {
    ...{ id, client: client.name, clientId: client.id },
    ...(person && { person: person.name, personId: person.id }),
    ...{ startsAt: withOffset(startsAt, timeZone), endsAt: withOffset(endsAt, timeZone), minutes, summary },
    ...{ calendar: calendar.name, calendarId: calendar.id },
  };
}
