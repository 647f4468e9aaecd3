import { defined } from './defined';
import { findClient, fold } from './find';
import type { Client, Person } from './model/client';
import type { State } from './model/state';
import type { Moment } from './moment';
import { putClient, UNSTAMPED } from './records';
import { refuse } from './refuse';

/** A person as handed in: with an id when already known, without one when new. */
export interface PersonFields {
  id?: string;
  name: string;
  emails?: string[];
  phones?: string[];
  greeting?: string;
}

export type ClientFields = Partial<
  Omit<Client, 'id' | 'updatedAt' | 'updatedBy' | 'isSample' | 'people' | 'rate' | 'currency'>
> & { people?: PersonFields[]; rate?: number | null; currency?: string | null };

/** Adds a client; what is not said is the person's own zone, English, familiar, mail, two impromptu calls a week. */
export function addClient(
  state: State,
  fields: ClientFields & { name: string },
  moment: Moment,
): { state: State; client: Client } {
  refuseNamesake(state, fields.name);
  const { people, rate, currency, ...rest } = fields;
  const client: Client = {
    id: moment.newId('cli'),
    ...UNSTAMPED,
    timeZone: state.settings.timeZone,
    language: 'en',
    form: 'familiar',
    prefers: 'email',
    emergency: '',
    allowance: 2,
    limit: 'firm',
    joinWithinMinutes: 20,
    notes: '',
    ...defined(rest),
    name: fields.name,
    people: makePeople(people ?? [], [], moment),
    ...(rate != null && { rate }),
    ...(currency != null && { currency }),
  };
  return { state: putClient(state, client), client };
}

/** Changes what is given of a client; `null` takes a rate or its currency away. */
export function setClient(
  state: State,
  name: string,
  fields: ClientFields,
  moment: Moment,
): { state: State; client: Client } {
  const former = findClient(state, name);
  if (fields.name !== undefined && fold(fields.name) !== fold(former.name)) refuseNamesake(state, fields.name);
  const { people, rate: newRate, currency: newCurrency, ...given } = fields;
  const { rate: oldRate, currency: oldCurrency, ...kept } = former;
  const rate = newRate === undefined ? oldRate : newRate;
  const currency = newCurrency === undefined ? oldCurrency : newCurrency;
  const client: Client = {
    ...kept,
    ...defined(given),
    people: people === undefined ? former.people : makePeople(people, former.people, moment),
    ...(rate != null && { rate }),
    ...(currency != null && { currency }),
  };
  return { state: putClient(state, client), client };
}

function makePeople(given: readonly PersonFields[], known: readonly Person[], moment: Moment): Person[] {
  return given.map(({ id, name, emails = [], phones = [], greeting }) => ({
    id: known.find((person) => person.id === id)?.id ?? moment.newId('per'),
    name,
    emails: emails.filter((mail) => mail !== ''),
    phones: phones.filter((phone) => phone !== ''),
    ...(greeting && { greeting }),
  }));
}

function refuseNamesake(state: State, name: string): void {
  if (state.clients.some((client) => fold(client.name) === fold(name)))
    refuse('exists', `There is a client called "${name}" already.`, {
      field: 'name',
      action: 'Change that one, or give this one another name.',
    });
}
