import { agendasOf } from '../../core/agenda';
import { isSameOccurrence } from '../../core/calls/occurrences';
import { clientOf, findClient, findRequest } from '../../core/find';
import type { ChangeNote } from '../../core/model/change';
import type { Request } from '../../core/model/request';
import type { State } from '../../core/model/state';
import { knownRequests, removeRequest } from '../../core/records';
import { arrange, setRequest, setStatus } from '../../core/requests/changes';
import { joinRequests } from '../../core/requests/together';
import type { Context, Handlers } from '../context';
import { shapeRequest, shapeSaved } from '../shapes';
import { withWholeHistory } from '../whole-history';

export const requestHandlers: Handlers<
  | 'requests'
  | 'request.show'
  | 'request.set'
  | 'request.done'
  | 'request.wait'
  | 'request.park'
  | 'request.decline'
  | 'request.reopen'
  | 'request.remove'
  | 'request.join'
  | 'agenda.arrange'
> = {
  requests: async ({ open, client }, { store }) => {
    const state = open ? store.state : await withWholeHistory(store);
    const clientId = client === undefined ? undefined : findClient(state, client).id;
    return (open ? state.requests : knownRequests(state))
      .filter((request) => clientId === undefined || request.clientId === clientId)
      .filter((request) => state.clients.some((each) => each.id === request.clientId))
      .map((request) => shapeRequest(state, request));
  },
  'request.show': async ({ request: name }, { store }) => {
    await store.loadHolding(name);
    return shapeRequest(store.state, findRequest(store.state, name));
  },
  'request.set': ({ request: name, ...fields }, context) =>
    changeRequest(context, name, 'request-changed', (state) => setRequest(state, name, fields)),
  'request.done': ({ request: name }, context) =>
    changeRequest(context, name, 'request-closed', (state) => setStatus(state, name, 'done', context.moment.now)),
  'request.wait': ({ request: name }, context) =>
    changeRequest(context, name, 'request-changed', (state) => setStatus(state, name, 'waiting', context.moment.now)),
  'request.park': ({ request: name, until }, context) =>
    changeRequest(context, name, 'request-changed', (state) =>
      setStatus(state, name, 'parked', context.moment.now, until),
    ),
  'request.decline': ({ request: name }, context) =>
    changeRequest(context, name, 'request-closed', (state) => setStatus(state, name, 'declined', context.moment.now)),
  'request.reopen': ({ request: name }, context) =>
    changeRequest(context, name, 'request-reopened', (state) => setStatus(state, name, 'open', context.moment.now)),
  'request.remove': async ({ request: name }, context) => {
    const { changeId } = await changeRequest(context, name, 'request-removed', (state) => {
      const request = findRequest(state, name);
      return { state: removeRequest(state, request.id), request };
    });
    return { changeId };
  },
  'request.join': async ({ request: name, into }, context) => {
    await context.store.loadHolding(into);
    return changeRequest(context, name, 'joined-by-hand', (state) => joinRequests(state, name, into));
  },
  'agenda.arrange': async ({ callId, occurrence, requests }, { store, moment, dryRun }) => {
    const ref = { callId, occurrence };
    const { changeId } = await store.update(
      (state) => {
        const call = state.calls.find((each) => each.id === callId);
        const agenda =
          call &&
          agendasOf(state, call.clientId, moment.now).agendas.find((each) => isSameOccurrence(each.occurrence, ref));
        const placed = agenda?.items.map((item) => item.id) ?? [];
        const client = call ? clientOf(state, call).name : '';
        return {
          state: arrange(state, ref, requests, placed),
          note: { code: 'arranged', values: { client } },
          result: undefined,
        };
      },
      { dryRun },
    );
    return { changeId };
  },
};

/** Changes a request: one of an open one, or of a month that is loaded for it. */
export async function changeRequest(
  { store, dryRun }: Context,
  name: string,
  code: ChangeNote['code'],
  apply: (state: State) => { state: State; request: Request },
) {
  await store.loadHolding(name);
  const { changeId, result, state } = await store.update(
    (former) => {
      const { state: next, request } = apply(former);
      const values = { client: clientOf(next, request).name, subject: request.subject, status: request.status };
      return { state: next, note: { code, values }, result: request };
    },
    { dryRun },
  );
  return { changeId, ...shapeSaved(state, result) };
}
