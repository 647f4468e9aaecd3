import type { Temporal } from 'temporal-polyfill';
import { isInCallbackBlock } from './availability/blocks';
import { isWorkingTime } from './availability/working-time';
import { occurrencesBetween } from './calls/occurrences';
import { fold } from './find';
import { isTalk } from './interruptions';
import { defaultMinutes } from './item-minutes';
import { findJoined, hasSubject } from './joining';
import type { Client } from './model/client';
import type { Channel, Contact, JoinedBy, Request } from './model/request';
import type { Diary, State } from './model/state';
import type { Moment } from './moment';
import { lastContact, putRequest, UNSTAMPED } from './records';
import { saysSettled } from './subjects/settled';
import { saysNoHurry } from './verdict/time';

/** A contact as it comes in, before it is known which request it belongs to. */
export interface Incoming {
  client: Client;
  personId?: string;
  channel: Channel;
  direction: 'in' | 'out';
  count: number;
  at: Temporal.Instant;
  subject: string;
  text?: string;
  minutes?: number;
  neededBy?: string;
  /** By when, where the words name no day. */
  neededWords?: string;
  askedBy?: string;
  purpose?: string;
  claimedUrgent: boolean;
  isEmergency: boolean;
  /** The Message-ID of a mail. */
  messageId?: string;
  /** What a letter is written in. */
  language?: string;
  /** What brought it, by which it is known again. */
  source?: string;
  /** Under which id it waited while it was not known whose it is. */
  strangerId?: string;
  /** The open request that it is known to belong to, such as that of its thread. */
  joins?: string;
}

export interface Received {
  state: State;
  request: Request;
  contact: Contact;
  /** Why it joined a request that was open already; not given for a new one. */
  joinedBy?: JoinedBy;
}

/** Ways of joining by which a contact is about the request itself. */
const SAME_MATTER: ReadonlySet<JoinedBy> = new Set(['same-subject', 'thread']);

/** Takes a contact in: which request it belongs to, and what held when it came. */
export function receive(state: State, incoming: Incoming, moment: Moment): Received {
  const contact = makeContact(state, incoming, moment);
  const earlier = findJoined(state, incoming);
  const open = earlier
    ? joinContact(earlier.request, contact, incoming)
    : makeRequest(state, incoming, contact, moment);
  // What was open already is settled only where we spoke about that very matter.
  const isAboutIt = !earlier || (SAME_MATTER.has(earlier.by) && incoming.subject !== '');
  const request: Request =
    isAboutIt && isSettledByTalking(incoming) ? { ...open, status: 'done', closedAt: moment.now.toString() } : open;
  return { state: putRequest(state, request), request, contact, ...(earlier && { joinedBy: earlier.by }) };
}

function makeContact(state: State, incoming: Incoming, moment: Moment): Contact {
  const { personId, minutes, text, messageId, language, source, strangerId } = incoming;
  return {
    id: moment.newId('con'),
    at: incoming.at.toString(),
    channel: incoming.channel,
    direction: incoming.direction,
    count: incoming.count,
    subject: incoming.subject,
    ...(personId !== undefined && { personId }),
    ...(minutes !== undefined && { minutes }),
    ...(text !== undefined && { text }),
    ...(messageId !== undefined && { messageId }),
    ...(language !== undefined && { language }),
    ...(source !== undefined && { source }),
    ...(strangerId !== undefined && { strangerId }),
    ...circumstancesOf(state, incoming.client.id, incoming.at),
  };
}

/** What held at that instant: during one of that client's calls or a callback block, inside working hours or not. */
export function circumstancesOf(
  diary: Diary,
  clientId: string,
  at: Temporal.Instant,
): Pick<Contact, 'during' | 'isAfterHours'> {
  const theirs = diary.calls.filter((call) => call.clientId === clientId);
  const [running] = occurrencesBetween(theirs, at, at.add({ seconds: 1 }));
  const isAfterHours = !isWorkingTime(diary, at);
  if (running) return { during: { callId: running.callId, occurrence: running.occurrence }, isAfterHours };
  if (isInCallbackBlock(diary.settings, at)) return { during: 'callback-block', isAfterHours };
  return { isAfterHours };
}

const FILLERS = new Set([
  'a',
  'an',
  'and',
  'about',
  'for',
  'of',
  'on',
  'our',
  're',
  'the',
  'their',
  'to',
  'your',
  'new',
]);

function wordsOf(folded: string): string[] {
  return folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && !FILLERS.has(word));
}

function joinContact(request: Request, contact: Contact, incoming: Incoming): Request {
  // A sample that an own contact joins is an own entry from then on.
  const { isSample: _, ...own } = request;
  return {
    ...own,
    // Something new on what was waiting for an answer makes it mine again.
    status: request.status === 'waiting' && contact.direction === 'in' ? 'open' : request.status,
    subject: isNamed(request) ? request.subject : incoming.subject || request.subject,
    claimedUrgent: incoming.claimedUrgent || (request.claimedUrgent && !takesBackUrgency(request, incoming)),
    ...emergencyOf(incoming, request.emergency),
    ...neededByOf(incoming.neededBy, request.neededBy),
    ...circumstancesSaid(incoming, request),
    contacts: [...request.contacts, contact],
  };
}

/** The newest word counts: what was called urgent isn't any more when they say later that there is no hurry. */
function takesBackUrgency(request: Request, incoming: Incoming): boolean {
  const isNewest = lastContact(request).at <= incoming.at.toString();
  return isNewest && incoming.direction === 'in' && saysNoHurry(incoming);
}

/** Has a subject, or was given a name by hand. */
function isNamed({ subject, contacts }: Request): boolean {
  return hasSubject(subject) || (subject !== '' && contacts.every((contact) => contact.subject !== subject));
}

function makeRequest(
  { settings }: Pick<State, 'settings'>,
  incoming: Incoming,
  contact: Contact,
  moment: Moment,
): Request {
  return {
    id: moment.newId('req'),
    ...UNSTAMPED,
    clientId: incoming.client.id,
    subject: incoming.subject,
    status: 'open',
    claimedUrgent: incoming.claimedUrgent,
    ...emergencyOf(incoming),
    ...neededByOf(incoming.neededBy),
    ...circumstancesSaid(incoming),
    minutes: settings.itemMinutes?.[incoming.channel] ?? defaultMinutes(incoming.channel),
    notes: '',
    contacts: [contact],
    replies: [],
  };
}

/** We spoke, and nothing is left to do: no subject, or words that say it is settled; nothing needed by a day. */
function isSettledByTalking(incoming: Incoming): boolean {
  if (!isTalk(incoming) || incoming.neededBy !== undefined || incoming.neededWords || incoming.claimedUrgent)
    return false;
  return incoming.subject === '' || saysSettled(incoming.subject);
}

/** Marked by hand is confirmed; the client's agreed words only raise the question. */
function emergencyOf(incoming: Incoming, former?: Request['emergency']): Pick<Request, 'emergency'> {
  if (incoming.isEmergency || former === 'confirmed') return { emergency: 'confirmed' };
  if (former || namesEmergency(incoming.client, `${incoming.subject} ${incoming.text ?? ''}`))
    return { emergency: 'suspected' };
  return {};
}

/** Whether a text holds one of the phrases that both sides agreed to call an emergency. */
export function namesEmergency(client: Pick<Client, 'emergency'>, text: string): boolean {
  const words = ` ${wordsOf(fold(text)).join(' ')} `;
  return client.emergency
    .split(/[,;\n]/)
    .map((phrase) => wordsOf(fold(phrase)).join(' '))
    .some((phrase) => phrase !== '' && words.includes(` ${phrase} `));
}

/** What was said of who is behind it and what for; what is known already stays. */
export function circumstancesSaid(
  incoming: Partial<Pick<Request, 'neededWords' | 'askedBy' | 'purpose'>>,
  former: Partial<Request> = {},
): Pick<Request, 'neededWords' | 'askedBy' | 'purpose'> {
  const neededWords = former.neededWords || incoming.neededWords;
  const askedBy = former.askedBy || incoming.askedBy;
  const purpose = former.purpose || incoming.purpose;
  return { ...(neededWords && { neededWords }), ...(askedBy && { askedBy }), ...(purpose && { purpose }) };
}

/** The earlier of two need-by days holds. */
export function neededByOf(one?: string, other?: string): Pick<Request, 'neededBy'> {
  const days = [one, other].filter((day) => day !== undefined).sort();
  const [earliest] = days;
  return earliest === undefined ? {} : { neededBy: earliest };
}
