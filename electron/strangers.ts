import { addClient } from './core/clients';
import { findClient, findRequest } from './core/find';
import type { State } from './core/model/state';
import type { Stranger } from './core/model/stranger';
import type { Moment } from './core/moment';
import type { Received } from './core/receive';
import { putClient, putStranger, removeStranger, UNSTAMPED } from './core/records';
import { refuse } from './core/refuse';
import { findStranger, introduce, listAlong } from './core/strangers';
import { describe, type Handed, refuseTwice, understandStranger } from './inputs/handed';
import { takeIn } from './intake';

/** Keeps a contact of somebody who is not known until it is said whose it is. */
export function keepStranger(state: State, handed: Handed, moment: Moment): { state: State; stranger: Stranger } {
  refuseTwice(state, handed.source);
  const isEmpty = [handed.text, handed.letter, handed.client, handed.person, handed.channel].every((each) => !each);
  if (isEmpty)
    refuse('invalid', 'Nothing is said of the contact.', {
      field: 'text',
      action: 'Say who it was, or by which way they were in touch.',
    });
  const { who, ...understood } = understandStranger(state, handed, moment);
  const { at, ...described } = describe(handed, understood, moment);
  const stranger = { id: moment.newId('str'), ...UNSTAMPED, at: at.toString(), ...described, ...who };
  return { state: putStranger(state, stranger), stranger };
}

/** Whose it is: a client who is there, or the name of a new one. */
export type Whose = { client: string } | { newClient: string };

/**
 * Says whose a contact is that waited: it is taken in as of then, the client learns the address or number, and others
 * who wait and are the same for certain come along (`along`, how many).
 */
export function assignStranger(state: State, name: string, whose: Whose, moment: Moment): Received & { along: number } {
  const stranger = findStranger(state, name);
  const { state: ready, client } =
    'newClient' in whose
      ? addClient(state, { name: whose.newClient }, moment)
      : { state, client: findClient(state, whose.client) };
  const others = listAlong(state, stranger, client);
  let next = ready;
  let received: Received | undefined;
  // In the order in which they came, since they may be one request.
  for (const each of [stranger, ...others].toSorted((one, other) => one.at.localeCompare(other.at))) {
    const met = introduce(findClient(next, client.id), each, moment);
    next = putClient(removeStranger(next, each.id), met.client);
    const taken = takeIn(next, handOver(each, client.id, met.personId), moment);
    next = taken.state;
    if (each === stranger) received = taken;
  }
  if (!received) throw new Error('Whoever was asked for is among those taken in.');
  return { ...received, state: next, request: findRequest(next, received.request.id), along: others.length };
}

/** As a door would hand it over, with all that was understood of it then. */
function handOver(stranger: Stranger, client: string, personId: string | undefined): Handed {
  const {
    id,
    updatedAt: _,
    updatedBy: __,
    isSample: ___,
    name,
    firm: ____,
    email: _____,
    phone: ______,
    ...said
  } = stranger;
  const { text, ...rest } = said;
  const person = personId ?? name;
  return { ...rest, client, strangerId: id, ...(person && { person }), ...(text && { letter: text }) };
}
