import type { Temporal } from 'temporal-polyfill';
import { slotsFor } from '../availability/client-slots';
import { dayOf } from '../days';
import type { Client } from '../model/client';
import type { State } from '../model/state';
import { type OfferableSlot, type TwiceOffered, twiceOffered } from '../offers';
import { refuse } from '../refuse';
import type { Reason } from '../verdict';
import { formatMessage, type Values } from './format';
import { describeDay, describeMoment, localeFor, nameLanguage, type Viewpoint } from './moments';
import { ownWords, type WordsByLanguage, wordsFor } from './suggest';
import type { ReplyWords } from './words';

/** What is wanted: on how many days from today of mine, how long each slot, how many at most, in which language. */
export interface ShareWish {
  days?: number | undefined;
  minutes?: number | undefined;
  count?: number | undefined;
  language?: string | undefined;
}

/** Words with slots, ready to send; days and times are the client's. */
export interface SharedAvailability {
  language: string;
  subject: string;
  text: string;
  slots: OfferableSlot[];
  warnings: Reason[];
}

const USUAL = { days: 7, minutes: 30, count: 3 };

/**
 * Two or three sentences that say when a client can reach me, true at `now`; nothing is kept of it.
 * @throws Refusal `no-slot` when nothing is free for both within those days.
 */
export function shareAvailability(
  state: State,
  client: Client,
  words: WordsByLanguage,
  now: Temporal.Instant,
  wish: ShareWish = {},
): SharedAvailability {
  const { days = USUAL.days, minutes = USUAL.minutes, count = USUAL.count } = wish;
  const slots = slotsFor(state, client, now, { days, minutes, count });
  if (slots.length === 0)
    refuse('no-slot', `Nothing of ${minutes} minutes is free for you and ${client.name} within ${days} days.`, {
      action: 'Look further ahead, or ask for less time.',
    });
  const used = wordsFor(words, wish.language ?? client.language);
  const view = viewOf(state, client, used, now);
  const values = {
    list: writeDays(slots, used, view, client.form),
    count: slots.length,
    minutes,
    zone: zoneOf(slots, view),
  };
  const write = (message: string) =>
    formatMessage(message, view.locale, withoutPrototype({ ...values, form: client.form }));
  const { subject, text } = used.availability;
  const own = ownWords(words);
  const ownView = { ...view, locale: localeFor(own.language, own) };
  return {
    language: used.language,
    subject: write(subject),
    text: write(text),
    slots,
    warnings: [
      ...warnLanguage(client, used, own, ownView),
      ...explainTwice(twiceOffered(state, client, slots, now), own, ownView),
      ...warnOtherDay(slots, own, ownView),
    ],
  };
}

/** What to mind of slots that other clients were offered too. */
export function warnOffered(
  state: State,
  client: Client,
  words: WordsByLanguage,
  now: Temporal.Instant,
  twice: readonly TwiceOffered[],
): Reason[] {
  const own = ownWords(words);
  return explainTwice(twice, own, { ...viewOf(state, client, own, now), locale: localeFor(own.language, own) });
}

function viewOf(state: State, client: Client, words: ReplyWords, now: Temporal.Instant): Viewpoint {
  return {
    now,
    myZone: state.settings.timeZone,
    zone: client.timeZone,
    locale: localeFor(client.language, words),
  };
}

/** "on Tuesday 24 November at 10:00 or 14:00, or on Thursday 26 November at 09:00" */
function writeDays(slots: readonly OfferableSlot[], words: ReplyWords, view: Viewpoint, form: Client['form']): string {
  const days = new Map<string, OfferableSlot[]>();
  for (const slot of slots) {
    const day = dayOf(slot.startsAt, view.zone).toString();
    days.set(day, [...(days.get(day) ?? []), slot]);
  }
  const or = new Intl.ListFormat(view.locale, { type: 'disjunction' });
  const written = [...days.values()].flatMap((ofDay) => {
    const [first] = ofDay;
    if (!first) return [];
    const times = or.format(ofDay.map((slot) => describeMoment(slot.startsAt, view).time));
    const day = describeDay(dayOf(first.startsAt, view.zone), view);
    return [formatMessage(words.availability.day, view.locale, withoutPrototype({ ...day, times, form }))];
  });
  return or.format(written);
}

function zoneOf(slots: readonly OfferableSlot[], view: Viewpoint): 'theirs' | 'same' {
  return slots.some((slot) => describeMoment(slot.startsAt, view).zone === 'theirs') ? 'theirs' : 'same';
}

function warnLanguage(client: Client, words: ReplyWords, own: ReplyWords, { locale }: Viewpoint): Reason[] {
  const base = (tag: string) => tag.split('-')[0]?.toLowerCase();
  if (base(client.language) === base(words.language)) return [];
  const name = (tag: string) => nameLanguage(tag, locale);
  return [explain('other-language', { wanted: name(client.language), used: name(words.language) }, own, locale)];
}

function explainTwice(twice: readonly TwiceOffered[], words: ReplyWords, view: Viewpoint): Reason[] {
  return twice.map(({ startsAt, client }) => {
    // For me, so on my clock.
    const { date, time } = describeMoment(startsAt, { ...view, zone: view.myZone });
    return explain('offered-twice', { client, date, time, startsAt: startsAt.toString() }, words, view.locale);
  });
}

function warnOtherDay(slots: readonly OfferableSlot[], words: ReplyWords, view: Viewpoint): Reason[] {
  return slots.flatMap(({ startsAt }) => {
    const [theirs, mine] = [dayOf(startsAt, view.zone), dayOf(startsAt, view.myZone)];
    if (theirs.equals(mine)) return [];
    const values = { theirs: describeDay(theirs, view).date, mine: describeDay(mine, view).date };
    return [explain('slot-other-day', values, words, view.locale)];
  });
}

function explain(code: string, values: Record<string, string | number>, words: ReplyWords, locale: string): Reason {
  const message = words.reasons?.[code] ?? '';
  return { code, values, text: message === '' ? code : formatMessage(message, locale, withoutPrototype(values)) };
}

function withoutPrototype(values: Values): Values {
  return Object.assign(Object.create(null), values);
}
