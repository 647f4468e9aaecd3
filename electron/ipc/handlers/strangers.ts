import { clientOf } from '../../core/find';
import { removeStranger } from '../../core/records';
import { refuse } from '../../core/refuse';
import { suggestReply } from '../../core/replies/suggest';
import { findStranger, nameStranger } from '../../core/strangers';
import { assignStranger, keepStranger, type Whose } from '../../strangers';
import type { Handlers } from '../context';
import type { Checked } from '../contract/contract';
import { shapeStranger } from '../shapes';
import { shapeLogged } from './logged';

export const strangerHandlers: Handlers<'stranger.add' | 'stranger.list' | 'stranger.assign' | 'stranger.remove'> = {
  'stranger.add': async (input, { store, moment, dryRun, door, effects }) => {
    const { changeId, result } = await store.update(
      (state) => {
        const { state: next, stranger } = keepStranger(state, input, moment);
        const values = { who: nameStranger(stranger) ?? '', subject: stranger.subject };
        return { state: next, note: { code: 'stranger-kept', values }, result: stranger };
      },
      { dryRun },
    );
    const answer = { changeId, ...shapeStranger(store.state, result) };
    if (!dryRun && (door === 'window' || door === 'tray')) effects?.waiting(answer);
    return answer;
  },
  'stranger.list': (_, { store: { state } }) =>
    state.strangers
      .toSorted((one, other) => one.at.localeCompare(other.at))
      .map((stranger) => shapeStranger(state, stranger)),
  'stranger.assign': async ({ stranger, ...whose }, { store, moment, words, dryRun }) => {
    const { changeId, result, state } = await store.update(
      (former) => {
        const received = assignStranger(former, stranger, whoseOf(whose), moment);
        const { request, contact, along } = received;
        const values = {
          client: clientOf(received.state, request).name,
          subject: request.subject,
          along,
          contact: contact.id,
        };
        const reply = suggestReply(received.state, request, words, moment.now);
        return {
          state: received.state,
          note: { code: 'stranger-assigned', values },
          result: { ...received, reply },
        };
      },
      { dryRun },
    );
    return { ...shapeLogged(changeId, result, state, moment), along: result.along };
  },
  'stranger.remove': async ({ stranger: name }, { store, dryRun }) => {
    const { changeId } = await store.update(
      (state) => {
        const stranger = findStranger(state, name);
        const values = { who: nameStranger(stranger) ?? '', subject: stranger.subject };
        return {
          state: removeStranger(state, stranger.id),
          note: { code: 'stranger-removed', values },
          result: undefined,
        };
      },
      { dryRun },
    );
    return { changeId };
  },
};

function whoseOf({ client, newClient }: Omit<Checked<'stranger.assign'>, 'stranger'>): Whose {
  if (client !== undefined && newClient === undefined) return { client };
  if (newClient !== undefined && client === undefined) return { newClient };
  return refuse('invalid', 'It belongs either to a client who is there or to a new one.', {
    field: 'client',
    action: 'Name one of them.',
  });
}
