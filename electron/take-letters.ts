import { Temporal } from 'temporal-polyfill';
import { isSharedAddress, matchClients } from './core/mail-domains';
import type { Client } from './core/model/client';
import type { Request } from './core/model/request';
import { LINE_LIMIT, TEXT_LIMIT } from './core/model/scalars';
import type { State } from './core/model/state';
import type { Stranger } from './core/model/stranger';
import type { Moment } from './core/moment';
import { acquaint } from './core/people';
import { knownRequests, lastContact, putClient, putRequest } from './core/records';
import { detectLanguage } from './inputs/language/detect-language';
import { takeIn } from './intake';
import type { Letter, StrangersLetter } from './letter-box';
import { keepStranger } from './strangers';

/** A mail that was taken in. */
export interface Taken {
  request: Request;
  /** The request was open already. */
  joined: boolean;
  contactId: string;
}

const MOST_PEOPLE = 200;
/** A subject made of the first words, where the writer gave none. */
const SUBJECT_LENGTH = 80;

/**
 * Takes mails in by the one path of every contact, the oldest first. An answer goes to the request of the mail that it
 * answers; somebody who writes from a client's own domain and gives a name becomes one of its people. `contactId` is of the
 * last that was taken.
 */
export function takeLetters(
  state: State,
  letters: readonly Letter[],
  moment: Moment,
): { state: State; requests: Taken[] } {
  const threads = new Map<string, string>();
  for (const { id, contacts } of knownRequests(state))
    for (const { messageId } of contacts) if (messageId !== undefined) threads.set(messageId, id);
  let next = state;
  const requests: Taken[] = [];
  for (const letter of letters.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))) {
    const client =
      next.clients.find((each) => each.id === letter.clientId) ??
      // One that came with cards of the same import has got its id only now.
      matchClients(next.clients, [letter.mailbox.address])[0]?.client;
    // Removed, or the same mail taken in, while the file was being read.
    if (!client || threads.has(letter.messageId)) continue;
    const { personId, client: home } = findPerson(client, letter, moment);
    if (home !== client) next = putClient(next, home);
    const language = detectLanguage(`${letter.subject}\n${letter.text}`);
    const joins = letter.references.map((id) => threads.get(id)).find((id) => id !== undefined);
    const received = takeIn(
      next,
      {
        ...{ client: home.id, channel: 'email', direction: letter.direction, count: 1, at: letter.at.toString() },
        ...{ claimedUrgent: letter.claimedUrgent, messageId: letter.messageId, subject: subjectOf(letter) },
        letter: textOf(letter, personId),
        ...(language !== undefined && { language }),
        ...(personId !== undefined && { person: personId }),
        ...(joins !== undefined && { joins }),
      },
      moment,
    );
    const { request, joinedBy } = received;
    const joined = joinedBy !== undefined;
    // What I wrote of my own accord asks nothing of me: it is kept, and on no agenda.
    next = letter.direction === 'out' && !joined ? closed(received.state, request) : received.state;
    threads.set(letter.messageId, request.id);
    requests.push({ request, joined, contactId: received.contact.id });
  }
  return { state: next, requests };
}

function closed(state: State, request: Request): State {
  return putRequest(state, { ...request, status: 'done', closedAt: lastContact(request).at });
}

/** Lets a mail of somebody unknown wait until it is said whose it is. */
export function keepLetter(
  state: State,
  letter: StrangersLetter,
  moment: Moment,
): { state: State; stranger: Stranger } {
  const { at, claimedUrgent, messageId, direction } = letter;
  const { name, address } = letter.mailbox;
  const language = detectLanguage(`${letter.subject}\n${letter.text}`);
  const said = { channel: 'email' as const, direction, count: 1, at: at.toString(), subject: subjectOf(letter) };
  return keepStranger(
    state,
    {
      ...said,
      claimedUrgent,
      messageId,
      ...(language !== undefined && { language }),
      ...(letter.text && { letter: letter.text.slice(0, TEXT_LIMIT) }),
      person: name ? `${name} <${address}>` : address,
    },
    moment,
  );
}

function findPerson(client: Client, letter: Letter, moment: Moment): { client: Client; personId?: string } {
  const { name, address } = letter.mailbox;
  const known = client.people.find(
    ({ id, emails }) => id === letter.personId || emails.some((mail) => mail.trim().toLowerCase() === address),
  );
  if (known) return { client, personId: known.id };
  // The person said whose it is: the address is theirs from now on.
  if (letter.isChosen && !isSharedAddress(address))
    return acquaint(client, { name: name || address, emails: [address], phones: [] }, moment);
  if (name === '' || isSharedAddress(address) || client.people.length >= MOST_PEOPLE) return { client };
  const person = { id: moment.newId('per'), name, emails: [address], phones: [] };
  return { client: { ...client, people: [...client.people, person] }, personId: person.id };
}

function subjectOf({ subject, text }: StrangersLetter): string {
  if (subject !== '') return subject.slice(0, LINE_LIMIT);
  const [first = ''] = text.split('\n');
  return first.length <= SUBJECT_LENGTH ? first : `${first.slice(0, SUBJECT_LENGTH - 1).trimEnd()}…`;
}

/** Who wrote is said in the text where it is nobody of the client's people. */
function textOf({ text, mailbox, direction }: StrangersLetter, personId: string | undefined): string {
  const who = mailbox.name === '' ? mailbox.address : `${mailbox.name} <${mailbox.address}>`;
  const head = personId === undefined ? `${direction === 'in' ? 'From' : 'To'}: ${who}` : '';
  return [head, text]
    .filter((part) => part !== '')
    .join('\n')
    .slice(0, TEXT_LIMIT);
}
