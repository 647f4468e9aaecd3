import { addClient, setClient } from '../../core/clients';
import { findClient } from '../../core/find';
import { removeClient } from '../../core/records';
import { standingWith } from '../../core/stages';
import { refuseUnknownPlace } from '../../inputs/holidays';
import type { Handlers } from '../context';
import { shapeClient } from '../shapes';
import { shapeStanding } from './stages';

export const clientHandlers: Handlers<
  'client.add' | 'client.list' | 'client.show' | 'client.set' | 'client.remove' | 'client.forget'
> = {
  'client.add': async (input, { store, moment, dryRun }) => {
    await refuseUnknownPlace(input, {});
    const { changeId, result } = await store.update(
      (state) => {
        const { state: next, client } = addClient(state, input, moment);
        return { state: next, note: { code: 'client-added', values: { client: client.name } }, result: client };
      },
      { dryRun },
    );
    return { changeId, ...shapeClient(result) };
  },
  'client.list': (_, { store }) => store.state.clients.map(shapeClient),
  'client.show': ({ client: name }, { store, moment }) => {
    const client = findClient(store.state, name);
    return { ...shapeClient(client), boundary: shapeStanding(standingWith(store.state, client, moment.now), client) };
  },
  'client.set': async ({ client: name, name: newName, ...fields }, { store, moment, dryRun }) => {
    await refuseUnknownPlace(fields, findClient(store.state, name));
    const { changeId, result } = await store.update(
      (state) => {
        const { state: next, client } = setClient(
          state,
          name,
          { ...fields, ...(newName && { name: newName }) },
          moment,
        );
        return { state: next, note: { code: 'client-changed', values: { client: client.name } }, result: client };
      },
      { dryRun },
    );
    return { changeId, ...shapeClient(result) };
  },
  'client.remove': async ({ client: name }, { store, dryRun }) => {
    const { id } = findClient(store.state, name);
    for (const month of await store.months()) await store.loadMonth(month);
    const { changeId } = await store.update(
      (state) => {
        const client = findClient(state, id);
        return {
          state: removeClient(state, id),
          note: { code: 'client-removed', values: { client: client.name } },
          result: undefined,
        };
      },
      { dryRun },
    );
    return { changeId };
  },
  'client.forget': async ({ client: name }, { store, dryRun }) => {
    const client = findClient(store.state, name);
    return { name: client.name, records: dryRun ? 0 : await store.forgetClient(client.id) };
  },
};
