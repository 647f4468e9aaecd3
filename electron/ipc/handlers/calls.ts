import { Temporal } from 'temporal-polyfill';
import {
  addCall,
  addExtraCall,
  endCall,
  holdOccurrence,
  keepOccurrence,
  lengthenOccurrence,
  moveOccurrence,
  setCall,
  skipOccurrence,
} from '../../core/calls/changes';
import { warnOfCall, warnOfMove } from '../../core/calls/move-warnings';
import { occurrencesBetween } from '../../core/calls/occurrences';
import { defined } from '../../core/defined';
import { clientOf, findCall, findClient } from '../../core/find';
import type { StandingCall } from '../../core/model/call';
import type { ChangeNote } from '../../core/model/change';
import type { State } from '../../core/model/state';
import { removeCall } from '../../core/records';
import { refuse } from '../../core/refuse';
import type { Reason } from '../../core/verdict';
import type { Context, Handlers } from '../context';
import { shapeCall, shapeOccurrence } from '../shapes';

/** Longest span of days that occurrences are listed for. */
const DAYS_AT_MOST = 3700;

export const callHandlers: Handlers<
  | 'call.add'
  | 'call.list'
  | 'call.set'
  | 'call.skip'
  | 'call.move'
  | 'call.extra'
  | 'call.lengthen'
  | 'call.hold'
  | 'call.keep'
  | 'call.end'
  | 'call.remove'
  | 'calls'
> = {
  'call.add': async ({ client, ...fields }, context) => {
    const { changeId, call, next } = await change(context, 'call-added', (state) =>
      addCall(state, client, fields, context.moment),
    );
    return { changeId, ...shapeCall(context.store.state, call), ...mind(warnOfCall(next, call, context.moment.now)) };
  },
  'call.list': ({ client }, { store: { state } }) => {
    const only = client === undefined ? undefined : findClient(state, client).id;
    return state.calls
      .filter((call) => only === undefined || call.clientId === only)
      .map((call) => shapeCall(state, call));
  },
  'call.set': async ({ call: name, ...fields }, context) => {
    const { changeId, call, next } = await change(context, 'call-changed', (state) =>
      setCall(state, name, defined(fields), context.moment),
    );
    return { changeId, ...shapeCall(context.store.state, call), ...mind(warnOfCall(next, call, context.moment.now)) };
  },
  'call.skip': ({ call, occurrence }, context) =>
    changeOnly(context, 'call-skipped', (state) => skipOccurrence(state, call, occurrence)),
  'call.move': ({ call, occurrence, to }, context) =>
    changeMindfully(context, 'call-moved', occurrence, (state) => moveOccurrence(state, call, occurrence, to)),
  'call.extra': ({ call, at }, context) =>
    changeMindfully(context, 'call-extra', at, (state) => addExtraCall(state, call, at)),
  'call.lengthen': ({ call, occurrence, minutes }, context) =>
    changeMindfully(context, 'call-lengthened', occurrence, (state) =>
      lengthenOccurrence(state, call, occurrence, minutes),
    ),
  'call.hold': ({ call, occurrence }, context) =>
    changeOnly(context, 'call-held', (state) => holdOccurrence(state, call, occurrence)),
  'call.keep': ({ call, occurrence }, context) =>
    changeOnly(context, 'call-changed', (state) => keepOccurrence(state, call, occurrence)),
  'call.end': ({ call, on }, context) => changeOnly(context, 'call-ended', (state) => endCall(state, call, on)),
  'call.remove': ({ call: name }, context) =>
    changeOnly(context, 'call-removed', (state) => {
      const call = findCall(state, name);
      return { state: removeCall(state, call.id), call };
    }),
  calls: ({ from, to }, { store: { state } }) => {
    const first = Temporal.PlainDate.from(from);
    const days = first.until(Temporal.PlainDate.from(to)).days;
    if (days < 0) refuse('invalid', `${to} is before ${from}.`, { field: 'to' });
    if (days > DAYS_AT_MOST) refuse('invalid', `${from} to ${to} is longer than ten years.`, { field: 'to' });
    // A day on either side covers every zone's own days.
    const start = Temporal.Instant.from(`${from}T00:00Z`).subtract({ hours: 24 });
    const end = Temporal.Instant.from(`${to}T00:00Z`).add({ hours: 72 });
    return occurrencesBetween(state.calls, start, end)
      .filter((each) => {
        const day = each.startsAt.toZonedDateTimeISO(each.timeZone).toPlainDate().toString();
        return day >= from && day <= to;
      })
      .map((each) => shapeOccurrence(state, each));
  },
};

type CallChange = (state: State) => { state: State; call: StandingCall };

async function change({ store, dryRun }: Context, code: ChangeNote['code'], changeCall: CallChange) {
  const { changeId, result } = await store.update(
    (state) => {
      const { state: next, call } = changeCall(state);
      return { state: next, note: { code, values: { client: clientOf(state, call).name } }, result: { call, next } };
    },
    { dryRun },
  );
  return { changeId, ...result };
}

/** Answers what may not have been meant as well. */
async function changeMindfully(context: Context, code: ChangeNote['code'], occurrence: string, changeCall: CallChange) {
  const { changeId, call, next } = await change(context, code, changeCall);
  return { changeId, ...mind(warnOfMove(next, { callId: call.id, occurrence }, context.moment.now)) };
}

function mind(warnings: Reason[]): { warnings?: Reason[] } {
  return warnings.length > 0 ? { warnings } : {};
}

async function changeOnly(context: Context, code: ChangeNote['code'], changeCall: CallChange) {
  const { changeId } = await change(context, code, changeCall);
  return { changeId };
}
