import type { Temporal } from 'temporal-polyfill';
import { isPromiseBroken, placeOf } from '../agenda';
import { freeSlots, isWorkingTime, nextCallback, overlap, type Stretch, workingStretches } from '../availability';
import { type Occurrence, occurrencesBetween } from '../calls/occurrences';
import { atLocal, dayOf, isBefore, startOfDay } from '../days';
import { clientOf, personOf } from '../find';
import type { Client } from '../model/client';
import type { Request, Situation } from '../model/request';
import type { State } from '../model/state';
import { lastContact } from '../records';
import { refuse } from '../refuse';
import { chooseSituation } from './choose';
import { formerOf, type ReplyFacts } from './facts';
import type { ReplyWords } from './words';
import { type WrittenReply, writeReply } from './write';

/** The words of every language there is, by language tag; English is always among them. */
export type WordsByLanguage = Readonly<Record<string, ReplyWords>>;

/**
 * The reply suggested for a request: the situation is chosen unless given, the words are those of the client's language
 * unless another is asked for, English where there are none. Refuses with `no-reply` when a placeholder can't be filled.
 */
export function suggestReply(
  state: State,
  request: Request,
  words: WordsByLanguage,
  now: Temporal.Instant,
  wish: { situation?: Situation; language?: string } = {},
): WrittenReply {
  const facts = replyFacts(state, request, now);
  const situation = wish.situation ?? chooseSituation(facts).situation;
  if (ABOUT_ANOTHER_TIME.has(situation) && !formerOf(facts))
    refuse('no-reply', 'No call was moved or skipped, and no reply that was sent names another time.', {
      field: 'situation',
      action: 'Choose other words.',
    });
  const earlier = earlierReplies(state, request, situation);
  return writeReply({ ...facts, earlier }, wordsFor(words, wish.language ?? facts.client.language), situation);
}

/** Situations whose words say that a call was to be at another time. */
const ABOUT_ANOTHER_TIME: ReadonlySet<Situation> = new Set(['call-moved', 'call-skipped', 'correction']);

/** With fewer minutes of work left, nothing is promised for today. */
const LAST_MINUTES = 30;

/** The words of a language, of its base language, else the English ones. */
function wordsFor(words: WordsByLanguage, language: string): ReplyWords {
  const found = words[language] ?? words[language.split('-')[0] ?? ''] ?? words.en;
  if (!found) throw new Error('The English words are missing from the build.');
  return found;
}

/** What may be said about a request at this moment: everything computed, nothing assumed. */
function replyFacts(state: State, request: Request, now: Temporal.Instant): ReplyFacts {
  const { settings } = state;
  const client = clientOf(state, request);
  const person = personOf(client, lastContact(request)) ?? (client.people.length === 1 ? client.people[0] : undefined);
  const place = placeOf(state, request.id, now);
  const hasBegun = place !== undefined && !isBefore(now, place.startsAt);
  const call = hasBegun ? undefined : place;
  const callback = nextCallback(state, now);
  const backAt = workingStretches(state, dayOf(now, settings.timeZone), 14).find((stretch) =>
    isBefore(now, stretch.startsAt),
  )?.startsAt;
  const hasCalls = state.calls.some((each) => each.clientId === client.id);
  return {
    now,
    myZone: settings.timeZone,
    myName: settings.myName,
    client,
    request,
    isTiedUp: isTiedUp(state, now),
    isWorkingTime: isWorkingTime(state, now),
    isPromiseBroken: isPromiseBroken(state, request, now),
    isDayEnding: !isWorkingTime(state, now.add({ minutes: LAST_MINUTES })),
    earlier: 0,
    ...(person && { person }),
    ...(call && { call, ...formerTime(state, client, call, now) }),
    ...(hasBegun && { running: place }),
    ...(backAt && { backAt }),
    ...(callback && { callback }),
    ...(!hasCalls && { proposedSlots: proposeSlots(state, client, now) }),
  };
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

/** Whether standing calls fill most of what is left of the working day. */
function isTiedUp(state: State, now: Temporal.Instant): boolean {
  const { settings, calls } = state;
  const today = dayOf(now, settings.timeZone);
  const endOfDay = startOfDay(today.add({ days: 1 }), settings.timeZone);
  const left = overlap([{ startsAt: now, endsAt: endOfDay }], workingStretches(state, today, 1));
  const busy = overlap(left, occurrencesBetween(calls, now, endOfDay));
  return minutesOf(left) > 0 && minutesOf(busy) * 2 > minutesOf(left);
}

function minutesOf(stretches: readonly Stretch[]): number {
  return stretches.reduce(
    (sum, each) => sum + (each.endsAt.epochMilliseconds - each.startsAt.epochMilliseconds) / 60_000,
    0,
  );
}

const SLOT_MINUTES = 30;

/** Two first occurrences I could offer for a standing call: free for me, by day for the client, on two days. */
function proposeSlots(state: State, client: Client, now: Temporal.Instant): Stretch[] {
  const { timeZone } = state.settings;
  const days = new Set<string>();
  const from = startOfDay(dayOf(now, timeZone).add({ days: 2 }), timeZone);
  return freeSlots(state, from, 8, SLOT_MINUTES)
    .map((slot) => startOnTheHour(slot))
    .filter((slot): slot is Stretch => slot !== undefined)
    .filter((slot) => {
      const local = slot.startsAt.toZonedDateTimeISO(client.timeZone);
      const day = local.toPlainDate().toString();
      const fits = local.hour >= 9 && local.hour < 17 && local.dayOfWeek <= 5 && !days.has(day);
      if (fits) days.add(day);
      return fits;
    })
    .slice(0, 2);
}

/** The first half hour of a slot that begins on the full hour, a little into the day. */
function startOnTheHour(slot: Stretch): Stretch | undefined {
  const hour = 3_600_000;
  const past = slot.startsAt.epochMilliseconds % hour;
  const startsAt = past === 0 ? slot.startsAt : slot.startsAt.add({ milliseconds: hour - past });
  const endsAt = startsAt.add({ minutes: SLOT_MINUTES });
  return isBefore(slot.endsAt, endsAt) ? undefined : { startsAt, endsAt };
}

/**
 * Replies of a situation this client was given before: the next one has other words. One that was copied for this very
 * request and not sent is the one that is still shown.
 */
function earlierReplies(state: State, request: Request, situation: Situation): number {
  return state.requests
    .filter((each) => each.clientId === request.clientId)
    .flatMap((each) => each.replies.filter((reply) => reply.sentAt !== undefined || each.id !== request.id))
    .filter((reply) => reply.situation === situation).length;
}
