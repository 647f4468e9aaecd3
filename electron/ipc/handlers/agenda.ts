import { agendasOf } from '../../core/agenda';
import { proposeCadence } from '../../core/cadence';
import { clashesAhead } from '../../core/calls/clashes-ahead';
import { withOffset } from '../../core/days';
import { findClient } from '../../core/find';
import { writeProposal } from '../../core/replies/proposal';
import type { Handlers } from '../context';
import { toneOf } from '../letter-tone';
import { shapeClash, shapeLate, shapeOccurrence } from '../shapes';

const CLASH_WEEKS = 6;
const CADENCE_WEEKS = 6;
const CALL_MINUTES = 30;

export const agendaHandlers: Handlers<'clashes' | 'late' | 'call.propose'> = {
  clashes: ({ weeks = CLASH_WEEKS }, { store: { state }, moment }) =>
    clashesAhead(state, moment.now, weeks).map(({ occurrence, client, clash, moveTo }) => ({
      call: shapeOccurrence(state, occurrence),
      client: client.name,
      clientId: client.id,
      clash: shapeClash(clash),
      moveTo: moveTo.map((at) => withOffset(at, occurrence.timeZone)),
    })),
  late: ({ client: name }, { store: { state }, moment }) => {
    const clients = name === undefined ? state.clients : [findClient(state, name)];
    return clients.flatMap((client) => {
      const items = agendasOf(state, client.id, moment.now).late.map((item) => shapeLate(state, item));
      return items.length > 0 ? [{ client: client.name, clientId: client.id, items }] : [];
    });
  },
  'call.propose': ({ client: name, times = 1, minutes = CALL_MINUTES, weeks = CADENCE_WEEKS }, context) => {
    const { state } = context.store;
    const { now } = context.moment;
    const client = findClient(state, name);
    return proposeCadence(state, client, now, { times, minutes, weeks }).map((option) => {
      const letter = writeProposal(state, client, option, context.words, now);
      const first = option.first.map((at) => withOffset(at, option.timeZone));
      return { ...option, first, ...letter, tone: toneOf(letter) };
    });
  },
};
