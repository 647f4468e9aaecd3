import { clientOf, findClient, findRequest } from '../../core/find';
import type { Request } from '../../core/model/request';
import type { State } from '../../core/model/state';
import { verdictOf } from '../../core/verdict';
import { kindOf, outcomeOf } from '../../core/verdict/cases';
import { chooseRoute, noteOutcome } from '../../core/verdict/choose-route';
import { earlyIn } from '../../core/verdict/early';
import { pickUpOf, RINGING } from '../../core/verdict/pick-up';
import { knownAnswers } from '../../core/verdict/questions';
import type { Context, Handlers } from '../context';
import { shapeStretch, shapeVerdict } from '../shapes';
import { changeRequest } from './requests';

export const verdictHandlers: Handlers<'verdict' | 'request.override' | 'request.outcome' | 'pick-up' | 'early'> = {
  verdict: async ({ request: name }, context) => {
    const { store } = context;
    await store.loadHolding(name);
    const request = findRequest(store.state, name);
    const client = clientOf(store.state, request);
    const outcome = outcomeOf(request, store.state.settings.timeZone);
    return {
      ...judge(store.state, request, context),
      ...{ requestId: request.id, client: client.name, subject: request.subject },
      known: knownAnswers(store.state, request),
      ...(outcome && { outcome }),
    };
  },
  'request.override': async ({ request: name, route, to }, context) => {
    const choice = route === null ? null : { route, to };
    let chosen: ReturnType<typeof chooseRoute> | undefined;
    const saved = await changeRequest(context, name, 'route-chosen', (state) => {
      chosen = chooseRoute(state, name, choice, context.moment.now);
      return chosen;
    });
    // Of the state that it makes, which is not the store's after a dry run.
    const { state, request } = chosen ?? {
      state: context.store.state,
      request: findRequest(context.store.state, name),
    };
    return { ...saved, verdict: judge(state, request, context) };
  },
  'request.outcome': ({ request: name, outcome }, context) =>
    changeRequest(context, name, 'outcome-noted', (state) => noteOutcome(state, name, outcome)),
  'pick-up': ({ client: name }, { store: { state }, moment }) => {
    const client = findClient(state, name);
    const verdict = shapeVerdict(pickUpOf(state, client, moment.now), RINGING, state.settings.timeZone);
    return { ...verdict, clientId: client.id, client: client.name };
  },
  early: (_, { store: { state }, moment }) => {
    const { slot, items } = earlyIn(state, moment.now);
    return {
      ...(slot && { slot: shapeStretch(slot, state.settings.timeZone) }),
      items: items.map(({ client, request: { id, subject, minutes, neededBy } }) => ({
        ...{ requestId: id, client: client.name, clientId: client.id, subject, minutes },
        ...(neededBy !== undefined && { neededBy }),
      })),
    };
  },
};

function judge(state: State, request: Request, { moment }: Context) {
  return shapeVerdict(verdictOf(state, request, moment.now), kindOf(request), state.settings.timeZone);
}
