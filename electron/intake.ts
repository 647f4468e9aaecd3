import { Temporal } from 'temporal-polyfill';
import { findClient, findPerson } from './core/find';
import type { Client } from './core/model/client';
import type { Channel } from './core/model/request';
import type { State } from './core/model/state';
import type { Moment } from './core/moment';
import { type Incoming, type Received, receive } from './core/receive';
import { listRecent } from './core/recency';
import { knownRequests } from './core/records';
import { refuse } from './core/refuse';
import { isAsGood } from './inputs/quick-log/find-client';
import { parseQuickLog, type Understood } from './inputs/quick-log/parse';

/** A contact as a door hands it over: a line of text, what a click says, or both; what is said outright wins. */
export interface Handed {
  text?: string;
  client?: string;
  /** By id, name or mail address. */
  person?: string;
  channel?: Channel;
  direction?: 'in' | 'out';
  count?: number;
  /** `null`: now, whatever the line says. */
  at?: string | null;
  subject?: string;
  // `null`: none, whatever the line says.
  minutes?: number | null;
  neededBy?: string | null;
  neededWords?: string | null;
  askedBy?: string | null;
  purpose?: string | null;
  claimedUrgent?: boolean;
  isEmergency?: boolean;
  /** What was written, as in a mail: kept, but not read as a line about a contact. */
  letter?: string;
  messageId?: string;
  /** When the line was written, if that was before now: its times and days are counted from there. */
  writtenAt?: string;
  /** What brought it; the same is taken once. */
  source?: string;
  /** The open request that it belongs to, where that is known. */
  joins?: string;
}

/** How many clients count as in touch lately. */
const RECENT = 20;

/** Furthest into the future a contact can lie: clocks of two machines differ a little. */
const CLOCK_MINUTES = 5;

/** The one path by which every contact comes in: understood, matched to a client, received into the state. */
export function takeIn(state: State, handed: Handed, moment: Moment): Received {
  refuseTwice(state, handed.source);
  const writtenAt = handed.writtenAt === undefined ? moment.now : Temporal.Instant.from(handed.writtenAt);
  const understood = understand(state, handed.text ?? '', writtenAt);
  const { client, personId } = whoIs(state, handed, understood);
  const at = whenWas(handed.at, understood, writtenAt);
  if (Temporal.Instant.compare(at, moment.now.add({ minutes: CLOCK_MINUTES })) > 0)
    refuse('invalid', 'A contact can not lie in the future.', { field: 'at', action: 'Check the time and the clock.' });
  const minutes = saidOr(handed.minutes, understood.minutes);
  const neededBy = saidOr(handed.neededBy, understood.neededBy);
  const text = handed.letter ?? handed.text;
  return receive(
    state,
    {
      client,
      channel: handed.channel ?? understood.channel,
      direction: handed.direction ?? understood.direction,
      count: handed.count ?? understood.count,
      at,
      subject: shorten(handed.subject ?? understood.subject),
      claimedUrgent: handed.claimedUrgent ?? understood.claimedUrgent,
      isEmergency: handed.isEmergency ?? understood.isEmergency,
      ...(personId !== undefined && { personId }),
      ...(text && { text }),
      ...(handed.messageId !== undefined && { messageId: handed.messageId }),
      ...(handed.source !== undefined && { source: handed.source }),
      ...(handed.joins !== undefined && { joins: handed.joins }),
      ...(minutes !== undefined && { minutes }),
      ...(neededBy !== undefined && { neededBy }),
      ...wordsOf(handed, { ...understood, ...strangerOf(handed, personId) }, neededBy !== undefined),
    },
    moment,
  );
}

function whenWas(said: Handed['at'], understood: Understood, writtenAt: Temporal.Instant): Temporal.Instant {
  if (said === null) return writtenAt;
  return said === undefined ? understood.at : Temporal.Instant.from(said);
}

/** What was said outright, else what was understood; `null` says that there is none. */
function saidOr<T>(said: T | null | undefined, understood: T | undefined): T | undefined {
  return said === null ? undefined : (said ?? understood);
}

/** Whoever is named and not known is not lost: they are who asked. */
function strangerOf({ person, askedBy }: Handed, personId: string | undefined): Pick<Incoming, 'askedBy'> {
  const isNamed = person !== undefined && person !== '' && !person.startsWith('per_');
  return isNamed && personId === undefined && askedBy === undefined ? { askedBy: shorten(person) } : {};
}

/** A day that is known says more than the words for it. */
function wordsOf(
  handed: Handed,
  understood: Understood,
  hasDay: boolean,
): Pick<Incoming, 'neededWords' | 'askedBy' | 'purpose'> {
  const neededWords = hasDay ? undefined : saidOr(handed.neededWords, understood.neededWords);
  const askedBy = saidOr(handed.askedBy, understood.askedBy);
  const purpose = saidOr(handed.purpose, understood.purpose);
  return { ...(neededWords && { neededWords }), ...(askedBy && { askedBy }), ...(purpose && { purpose }) };
}

/** What a line says, as it is shown while typing. */
export function understand(state: State, text: string, now: Temporal.Instant): Understood {
  return parseQuickLog(text, state.clients, now, state.settings.timeZone, listRecent(state, RECENT));
}

function refuseTwice(state: State, source: string | undefined): void {
  if (source === undefined) return;
  const isKnown = knownRequests(state).some(({ contacts }) => contacts.some((contact) => contact.source === source));
  if (isKnown) refuse('exists', 'It was logged already.', { field: 'source' });
}

function whoIs(state: State, handed: Handed, understood: Understood): { client: Client; personId?: string } {
  if (handed.client !== undefined) {
    const client = findClient(state, handed.client);
    const person =
      findPerson(client, handed.person) ??
      understood.candidates.filter((each) => each.client === client).find((each) => each.personId !== undefined);
    const personId = person && ('personId' in person ? person.personId : 'id' in person ? person.id : undefined);
    return { client, ...(personId !== undefined && { personId }) };
  }
  const [best, ...others] = understood.candidates;
  if (!best)
    refuse('no-client', `Nobody in "${excerpt(handed.text ?? '')}" is a client or a person of theirs.`, {
      field: 'text',
      action: 'Name the client, or add them first.',
    });
  const rivals = others.filter((each) => isAsGood(each, best) && each.client !== best.client);
  if (rivals.length > 0) {
    const names = [best, ...rivals].map((each) => each.client.name);
    refuse('ambiguous', `"${best.matched}" could be ${names.join(' or ')}.`, {
      field: 'text',
      action: 'Name the client in full.',
      candidates: names,
    });
  }
  return { client: best.client, ...(best.personId !== undefined && { personId: best.personId }) };
}

const SUBJECT_LIMIT = 300;

/** A subject is one line; the whole text stays with the contact. */
function shorten(subject: string): string {
  return subject.length <= SUBJECT_LIMIT ? subject : `${subject.slice(0, SUBJECT_LIMIT - 1).trimEnd()}…`;
}

function excerpt(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 60)}…`;
}
