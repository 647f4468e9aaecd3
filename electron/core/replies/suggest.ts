import type { Temporal } from 'temporal-polyfill';
import { isPromiseBroken, placeOf } from '../agenda';
import { slotsFor } from '../availability/client-slots';
import { blockOffHours } from '../availability/free';
import { availabilityAt } from '../availability/now';
import type { Stretch } from '../availability/stretch';
import { isWorkingDay, isWorkingTime } from '../availability/working-time';
import { clashAt, nextOff, takingPlace } from '../calls/clashes';
import { isSameOccurrence, type Occurrence } from '../calls/occurrences';
import { atLocal, dayOf, isBefore } from '../days';
import { clientOf, personOf } from '../find';
import { holidayOn } from '../holidays';
import type { Client } from '../model/client';
import type { Request, Situation } from '../model/request';
import type { State } from '../model/state';
import { lastContact } from '../records';
import { refuse } from '../refuse';
import { isBeyond, stageOf, standingWith } from '../stages';
import { verdictOf } from '../verdict';
import { knownAnswers } from '../verdict/questions';
import { chooseSituation } from './choose';
import { contradictionsOf } from './contradictions';
import { backAtWork, isDayEnding, isTiedUp, restOfDay } from './day';
import { formerOf, type ReplyFacts, type Told } from './facts';
import { countLately } from './lately';
import { refuseMissing } from './missing';
import { momentToCall } from './moment-to-call';
import type { ReplyWords } from './words';
import { type WrittenReply, writeReply } from './write';

/** The words of every language there is, by language tag; English is always among them. */
export type WordsByLanguage = Readonly<Record<string, ReplyWords>>;

/**
 * The reply suggested for a request: the situation is chosen unless given; the words are those of the language they wrote
 * in last, else of the client's, unless another is asked for; English where there are none. Refuses with `no-reply` when
 * a placeholder can't be filled.
 */
export function suggestReply(
  state: State,
  request: Request,
  words: WordsByLanguage,
  now: Temporal.Instant,
  wish: { situation?: Situation; language?: string; told?: Told; others?: ReplyFacts['others'] } = {},
): WrittenReply {
  const plain = replyFacts(state, request, now);
  const situation = wish.situation ?? chooseSituation(plain).situation;
  const { client } = plain;
  if (isBeyond(stageOf(situation), client))
    refuse('no-reply', `You go no further than that with ${client.name}, as you said on their page.`, {
      field: 'limit',
      action: 'Choose other words, or change how far you go with them.',
    });
  const facts: ReplyFacts = {
    ...plain,
    ...(wish.told && { told: wish.told }),
    ...(wish.others && { others: wish.others }),
    ...(TELLING.has(situation) && { lately: countLately(state, client, now) }),
    ...(ABOUT_AVAILABILITY.has(situation) && comingCall(state, client, now)),
    stage: standingWith(state, client, now).stage,
  };
  refuseMissing(situation, facts);
  if (situation === 'holiday' && !facts.off)
    refuse('no-reply', 'The next call falls on no holiday and no day off.', {
      field: 'situation',
      action: 'Choose other words.',
    });
  if (ABOUT_ANOTHER_TIME.has(situation) && !formerOf(facts))
    refuse('no-reply', 'No call was moved or skipped, and no reply that was sent names another time.', {
      field: 'situation',
      action: 'Choose other words.',
    });
  const earlier = earlierReplies(state, request, situation, now);
  const used = wordsFor(words, wish.language ?? languageOf(request, words) ?? client.language);
  const reply = writeReply({ ...facts, earlier }, used, situation, ownWords(words));
  return { ...reply, warnings: [...contradictionsOf(state, request, reply, now), ...reply.warnings] };
}

/** What the client wrote in last, where there are words in it: whoever writes in Slovak is answered in Slovak. */
export function languageOf({ contacts }: Request, words: WordsByLanguage): string | undefined {
  const letters = contacts.filter(({ direction, language }) => direction === 'in' && language !== undefined);
  const [latest] = letters.toSorted((one, other) => other.at.localeCompare(one.at));
  return latest?.language !== undefined && words[latest.language] ? latest.language : undefined;
}

/** The language of the interface: what is said to me beside a reply is in it. */
const OWN_LANGUAGE = 'en';

export function ownWords(words: WordsByLanguage): ReplyWords {
  return wordsFor(words, OWN_LANGUAGE);
}

/** Situations whose words tell what the last four weeks were like. */
export const TELLING: ReadonlySet<Situation> = new Set(['pattern', 'rate', 'stay-or-part']);

/** Situations whose words are about availability: they name the next call, whatever call the request has room on. */
const ABOUT_AVAILABILITY: ReadonlySet<Situation> = new Set(['trade-off', ...TELLING]);

/** Situations whose words say that a call was to be at another time. */
const ABOUT_ANOTHER_TIME: ReadonlySet<Situation> = new Set(['call-moved', 'call-skipped', 'correction']);

/** The words of a language, of its base language, else the English ones. */
export function wordsFor(words: WordsByLanguage, language: string): ReplyWords {
  const found = words[language] ?? words[language.split('-')[0] ?? ''] ?? words.en;
  if (!found) throw new Error('The English words are missing from the build.');
  return found;
}

/** What may be said about a request at this moment: everything computed, nothing assumed. */
export function replyFacts(state: State, request: Request, now: Temporal.Instant): ReplyFacts {
  const { settings } = state;
  const client = clientOf(state, request);
  const person = personOf(client, lastContact(request)) ?? (client.people.length === 1 ? client.people[0] : undefined);
  const place = placeOf(state, request.id, now);
  const hasBegun = place !== undefined && !isBefore(now, place.startsAt);
  const call = hasBegun ? undefined : place;
  const { route } = verdictOf(state, request, now);
  const availability = availabilityAt(state, now);
  const callback = momentToCall(state, request, route, now);
  const missed = blockOffHours(state, now);
  const backAt = backAtWork(state, now);
  const hasCalls = state.calls.some((each) => each.clientId === client.id);
  const off = call && offBefore(state, call, now);
  const today = restOfDay(state, now);
  const facts: ReplyFacts = {
    now,
    myZone: settings.timeZone,
    myName: settings.myName,
    client,
    request,
    route,
    isFormKnown: knownAnswers(state, request).form !== undefined,
    isEngaged: availability.now === 'call' || availability.now === 'focus',
    isTiedUp: isTiedUp(today),
    isWorkingTime: isWorkingTime(state, now),
    isPromiseBroken: isPromiseBroken(state, request, now),
    isDayEnding: isDayEnding(today),
    earlier: 0,
    answerBy: dayInAWeek(state, client, now),
    templates: settings.templates ?? [],
    ...(person && { person }),
    ...(call && { call, ...formerTime(state, client, call, now) }),
    ...(off && { off }),
    ...(hasBegun && { running: place }),
    ...(backAt && { backAt }),
    ...(callback && { callback }),
    ...(missed && { blockOffHours: missed }),
    ...(!hasCalls && { proposedSlots: proposeSlots(state, client, now) }),
  };
  const former = formerOf(facts);
  const formerClash = former && clashAt(state, client.id, former);
  return { ...facts, ...(formerClash && { formerClash }) };
}

/** The client's next call that takes place and has not begun, full or not. */
function comingCall(state: State, client: Client, now: Temporal.Instant): Pick<ReplyFacts, 'call'> {
  const calls = state.calls.filter((each) => each.clientId === client.id);
  const call = takingPlace(state, calls, now, 2).find(({ startsAt }) => isBefore(now, startsAt));
  return call ? { call } : {};
}

/** The same weekday next week, or the first day after it on which I work and they have no public holiday. */
function dayInAWeek(state: State, client: Client, now: Temporal.Instant): Temporal.PlainDate {
  const inAWeek = dayOf(now, client.timeZone).add({ days: 7 });
  const days = Array.from({ length: 7 }, (_, later) => inAWeek.add({ days: later }));
  const fits = (day: Temporal.PlainDate) =>
    isWorkingDay(state, day) && !holidayOn(state.holidays, client, day.toString());
  return days.find(fits) ?? inAWeek;
}

/** What takes the place of the call before the one that is named, if that one is the next to take place. */
function offBefore(state: State, call: Occurrence, now: Temporal.Instant): ReplyFacts['off'] {
  const calls = state.calls.filter((each) => each.clientId === call.clientId);
  const [next] = takingPlace(state, calls, now, 1);
  const off = nextOff(state, call.clientId, now);
  return off && next && isSameOccurrence(next, call) && isBefore(off.startsAt, call.startsAt) ? off : undefined;
}

/** When the call would have been that was skipped before the one that is named. */
function formerTime(
  state: State,
  client: Client,
  call: Occurrence,
  now: Temporal.Instant,
): Pick<ReplyFacts, 'formerAt'> {
  const [skipped] = state.calls
    .filter((each) => each.clientId === client.id)
    .flatMap((each) =>
      each.exceptions
        .filter((exception) => exception.movedTo === undefined)
        .map((exception) => atLocal(exception.occurrence, each.timeZone)),
    )
    .filter((at) => isBefore(now, at) && isBefore(at, call.startsAt))
    .toSorted((a, b) => b.epochMilliseconds - a.epochMilliseconds);
  return skipped ? { formerAt: skipped } : {};
}

const SLOT_MINUTES = 30;
/** Slots are offered within so many days of mine. */
const SLOT_DAYS = 10;

/** Two first occurrences I could offer for a standing call, on two days, from the day after tomorrow on. */
function proposeSlots(state: State, client: Client, now: Temporal.Instant): Stretch[] {
  const soonest = dayOf(now, client.timeZone).add({ days: 2 }).toString();
  const days = new Set<string>();
  return slotsFor(state, client, now, { days: SLOT_DAYS, minutes: SLOT_MINUTES, count: 4 * SLOT_DAYS }).filter(
    (slot) => {
      const day = dayOf(slot.startsAt, client.timeZone).toString();
      const isWanted = day >= soonest && !days.has(day) && days.size < 2;
      if (isWanted) days.add(day);
      return isWanted;
    },
  );
}

/** A year: longer ago, nobody remembers the words. */
const WEEKS_REMEMBERED = 52;

/**
 * Replies of a situation this client was given before, within a year: the next one has other words. One that was copied
 * for this very request and not sent is the one that is still shown. What is over is known by its weekly sums.
 */
export function earlierReplies(state: State, request: Request, situation: Situation, now: Temporal.Instant): number {
  const { timeZone } = state.settings;
  const since = dayOf(now, timeZone).subtract({ weeks: WEEKS_REMEMBERED }).toString();
  const open = state.requests
    .filter((each) => each.clientId === request.clientId)
    .flatMap((each) => each.replies.filter((reply) => reply.sentAt !== undefined || each.id !== request.id))
    .filter((reply) => reply.situation === situation && reply.withRequestId === undefined).length;
  return Object.entries(state.tally)
    .filter(([week]) => week >= since)
    .reduce((sum, [, clients]) => sum + (clients[request.clientId]?.sent?.[situation] ?? 0), open);
}
