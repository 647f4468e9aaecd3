import { Temporal } from 'temporal-polyfill';
import type { Channel } from '../core/model/request';
import type { State } from '../core/model/state';
import type { Who } from '../core/model/stranger';
import type { Moment } from '../core/moment';
import type { Incoming } from '../core/receive';
import { knownRequests } from '../core/records';
import { refuse } from '../core/refuse';
import { readName } from './quick-log/guess-name';
import type { Understood } from './quick-log/parse';
import { parseStranger, type UnderstoodStranger } from './quick-log/parse-stranger';

/** A contact as a door hands it over: a line of text, what a click says, or both; what is said outright wins. */
export interface Handed {
  text?: string;
  client?: string;
  /** The name of a client who is not there yet, and is added. */
  newClient?: string;
  /** By id, name or mail address; `null`: nobody of theirs, whatever the line says. */
  person?: string | null;
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
  /** What the letter is written in (BCP 47). */
  language?: string;
  /** When the line was written, if that was before now: its times and days are counted from there. */
  writtenAt?: string;
  /** What brought it; the same is taken once. */
  source?: string;
  /** Under which id it waited while it was not known whose it is. */
  strangerId?: string;
  /** The open request that it belongs to, where that is known. */
  joins?: string;
}

/** Furthest into the future a contact can lie: clocks of two machines differ a little. */
const CLOCK_MINUTES = 5;

/** Refuses what was taken in already, by what brought it. */
export function refuseTwice(state: State, source: string | undefined): void {
  if (source === undefined) return;
  const isKnown = knownRequests(state).some(({ contacts }) => contacts.some((contact) => contact.source === source));
  const isWaiting = state.strangers.some((stranger) => stranger.source === source);
  if (isKnown || isWaiting) refuse('exists', 'It was logged already.', { field: 'source' });
}

const SUBJECT_LIMIT = 300;

/** A subject is one line; the whole text stays with the contact. */
export function shorten(subject: string): string {
  return subject.length <= SUBJECT_LIMIT ? subject : `${subject.slice(0, SUBJECT_LIMIT - 1).trimEnd()}…`;
}

/** What a line says whoever it is about, and who that may be; what is said outright of them wins. */
export function understandStranger(state: State, handed: Handed, moment: Moment): UnderstoodStranger {
  const understood = parseStranger(handed.text ?? '', writtenAt(handed, moment), state.settings.timeZone);
  const [firm, person] = [handed.client, handed.person].map((words) => (words ? readName(words) : {}));
  // A person named alone stands for both.
  const hasBoth = firm?.name && person?.name && firm.name !== person.name;
  const said: Who = hasBoth ? { ...firm, ...person, firm: firm.name } : { ...firm, ...person };
  return { ...understood, who: Object.keys(said).length > 0 ? said : understood.who };
}

/** When the line was written. */
export function writtenAt(handed: Handed, moment: Moment): Temporal.Instant {
  return handed.writtenAt === undefined ? moment.now : Temporal.Instant.from(handed.writtenAt);
}

/** All that a contact says but whose it is. */
export function describe(
  handed: Handed,
  understood: Understood,
  moment: Moment,
): Omit<Incoming, 'client' | 'personId' | 'joins'> {
  const at = whenWas(handed, understood, moment);
  if (Temporal.Instant.compare(at, moment.now.add({ minutes: CLOCK_MINUTES })) > 0)
    refuse('invalid', 'A contact can not lie in the future.', { field: 'at', action: 'Check the time and the clock.' });
  const minutes = saidOr(handed.minutes, understood.minutes);
  const neededBy = saidOr(handed.neededBy, understood.neededBy);
  const text = handed.letter ?? handed.text;
  return {
    channel: handed.channel ?? understood.channel,
    direction: handed.direction ?? understood.direction,
    count: handed.count ?? understood.count,
    at,
    subject: shorten(handed.subject ?? understood.subject),
    claimedUrgent: handed.claimedUrgent ?? understood.claimedUrgent,
    isEmergency: handed.isEmergency ?? understood.isEmergency,
    ...(text && { text }),
    ...(handed.messageId !== undefined && { messageId: handed.messageId }),
    ...(handed.language !== undefined && { language: handed.language }),
    ...(handed.source !== undefined && { source: handed.source }),
    ...(handed.strangerId !== undefined && { strangerId: handed.strangerId }),
    ...(minutes !== undefined && { minutes }),
    ...(neededBy !== undefined && { neededBy }),
    ...wordsOf(handed, understood, neededBy !== undefined),
  };
}

function whenWas(handed: Handed, understood: Understood, moment: Moment): Temporal.Instant {
  if (handed.at === null) return writtenAt(handed, moment);
  return handed.at === undefined ? understood.at : Temporal.Instant.from(handed.at);
}

/** What was said outright, else what was understood; `null` says that there is none. */
function saidOr<T>(said: T | null | undefined, understood: T | undefined): T | undefined {
  return said === null ? undefined : (said ?? understood);
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
