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
  title?: string;
}

/** What a client may have or not: `null` takes it away. */
type Optional = 'rate' | 'currency' | 'country' | 'region' | 'allowanceADay' | 'workingHours';

export type ClientFields = Partial<
  Omit<Client, 'id' | 'updatedAt' | 'updatedBy' | 'isSample' | 'people' | Optional>
> & { people?: PersonFields[] | undefined } & { [K in Optional]?: Client[K] | null };

/** Adds a client; what is not said is the person's own zone, English, familiar, mail, two impromptu calls a week. */
export function addClient(
  state: State,
  fields: ClientFields & { name: string },
  moment: Moment,
): { state: State; client: Client } {
  refuseNamesake(state, fields.name);
  const { people, ...rest } = fields;
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
    ...withoutNull(defined(rest)),
    name: fields.name,
    people: makePeople(people ?? [], [], moment),
  };
  return { state: putClient(state, client), client };
}

/** Changes what is given of a client; `null` takes away what a client need not have. */
export function setClient(
  state: State,
  name: string,
  fields: ClientFields,
  moment: Moment,
): { state: State; client: Client } {
  const former = findClient(state, name);
  if (fields.name !== undefined && fold(fields.name) !== fold(former.name)) refuseNamesake(state, fields.name);
  const { people, ...given } = fields;
  // A region belongs to its country and goes with it.
  const isMoved = fields.country !== undefined && fields.country !== former.country;
  const client: Client = {
    ...withoutNull({ ...former, ...(isMoved && { region: null }), ...defined(given) }),
    people: people === undefined ? former.people : makePeople(people, former.people, moment),
  };
  return { state: putClient(state, client), client };
}

/** The fields that are not taken away. */
function withoutNull<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], null> } {
  // The type can not follow that the filter drops exactly what is null.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as {
    [K in keyof T]: Exclude<T[K], null>;
  };
}

function makePeople(given: readonly PersonFields[], known: readonly Person[], moment: Moment): Person[] {
  return given.map(({ id, name, emails = [], phones = [], greeting, title }) => {
    const former = known.find((person) => person.id === id);
    // Where people are edited it is not shown, so nobody means to take it away.
    const kept = title ?? former?.title;
    return {
      id: former?.id ?? moment.newId('per'),
      name,
      emails: emails.filter((mail) => mail !== ''),
      phones: phones.filter((phone) => phone !== ''),
      ...(greeting && { greeting }),
      ...(kept && { title: kept }),
    };
  });
}

function refuseNamesake(state: State, name: string): void {
  if (state.clients.some((client) => fold(client.name) === fold(name)))
    refuse('exists', `There is a client called "${name}" already.`, {
      field: 'name',
      action: 'Change that one, or give this one another name.',
    });
}
