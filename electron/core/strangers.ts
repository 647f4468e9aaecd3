import { fold } from './find';
import { firmNameOf, matchClients } from './mail-domains';
import type { Client } from './model/client';
import type { State } from './model/state';
import type { Stranger, Who } from './model/stranger';
import type { Moment } from './moment';
import { acquaint } from './people';
import { callsSame } from './phones';
import { refuse } from './refuse';

/** What a new client would be called: the firm that is named, that of the mail address, else the name. A number is none. */
export function suggestClientName({ firm, email, name }: Who): string | undefined {
  return firm || (email && firmNameOf(email)) || name || email;
}

/** What one calls somebody who is not known: "Peter, Globex", an address, a number; nothing where nothing is known. */
export function nameStranger({ name, firm, email, phone }: Who): string | undefined {
  return [name, firm].filter(Boolean).join(', ') || email || phone;
}

/**
 * Of the clients who are there, those it may be as far as the words say so: called so themselves, with a person called so,
 * or with the address, its firm, or the number.
 */
export function listLikely(clients: readonly Client[], { name, firm, email, phone }: Who): Client[] {
  const byMail = email ? matchClients(clients, [email]).map(({ client }) => client) : [];
  const wanted = [name, firm].map((words) => fold(words ?? '')).filter((words) => words !== '');
  return clients.filter((client) => {
    const hasPhone = ({ phones }: { phones: readonly string[] }) =>
      phone !== undefined && phones.some((each) => callsSame(each, phone));
    if (byMail.includes(client) || client.people.some(hasPhone)) return true;
    const called = ` ${fold(client.name)}`;
    const people = client.people.map((person) => ` ${fold(person.name)} `);
    return wanted.some((words) => called.includes(` ${words}`) || people.some((each) => each.includes(` ${words} `)));
  });
}

/**
 * The client with whoever it was among its people. Somebody is a person where there is an address, a number, or a firm
 * beside the name; a name alone may as well be that of the firm.
 */
export function introduce(client: Client, who: Who, moment: Moment): { client: Client; personId?: string } {
  const { name, firm, email, phone } = who;
  if (!email && !phone && !(name && firm)) return { client };
  const isFirm = name !== undefined && fold(name) === fold(client.name);
  const called = (isFirm ? undefined : name) || email || phone;
  if (!called) return { client };
  return acquaint(client, { name: called, emails: email ? [email] : [], phones: phone ? [phone] : [] }, moment);
}

/** Who waits of that id, or the only one of that name, address or number. */
export function findStranger({ strangers }: Pick<State, 'strangers'>, name: string): Stranger {
  const exact = strangers.find(({ id }) => id === name);
  if (exact) return exact;
  const wanted = fold(name);
  const found = strangers.filter(
    ({ name: called = '', firm = '', email = '', phone }) =>
      [called, firm, email].some((each) => fold(each) === wanted) || (phone !== undefined && callsSame(phone, name)),
  );
  const [only] = found;
  if (only && found.length === 1) return only;
  if (!only)
    refuse('not-found', `Nobody waits as "${name}".`, {
      field: 'stranger',
      action: 'List who waits to see their ids.',
    });
  refuse('ambiguous', `${found.length} contacts wait as "${name}".`, {
    field: 'stranger',
    action: 'Say which by its id.',
    candidates: found.map(({ id, subject }) => `${id} ${subject}`.trim()),
  });
}

/** Others who wait and are the same for certain: of that address or number, or called as the client is. */
export function listAlong({ strangers }: Pick<State, 'strangers'>, stranger: Stranger, client: Client): Stranger[] {
  const { email, phone } = stranger;
  return strangers.filter((other) => {
    if (other.id === stranger.id) return false;
    if (email && other.email && fold(email) === fold(other.email)) return true;
    if (phone && other.phone && callsSame(phone, other.phone)) return true;
    return [other.name, other.firm].some((name) => name !== undefined && fold(name) === fold(client.name));
  });
}
