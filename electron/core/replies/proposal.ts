import { Temporal } from 'temporal-polyfill';
import type { CadenceOption } from '../cadence';
import { describeRule } from '../calls/rule';
import { dayOf } from '../days';
import type { Client } from '../model/client';
import type { State } from '../model/state';
import { knownRequests } from '../records';
import { formatMessage, type Values } from './format';
import { describeDay, describeMoment, localeFor } from './moments';
import { writeEvery, writeLetter, writeWeekdays } from './parts';
import { type WordsByLanguage, wordsFor } from './suggest';

/** What a letter proposes: how often and when, in the client's zone, and from when on. */
type Proposed = Pick<CadenceOption, 'rule' | 'first' | 'minutes'>;

/**
 * A letter to a client that proposes a standing call; days and times are the client's, with mine beside them where they
 * differ. Its words change with each proposal that was sent before.
 * @throws Refusal `no-reply` when words that were edited ask for something that is not known.
 */
export function writeProposal(
  state: State,
  client: Client,
  option: Proposed,
  words: WordsByLanguage,
  now: Temporal.Instant,
): { subject: string; body: string; language: string } {
  const own = wordsFor(words, client.language);
  const { timeZone: myZone, myName } = state.settings;
  const view = { now, myZone, zone: client.timeZone, locale: localeFor(client.language, own) };
  const writer = { words: own, view, form: client.form };
  const [first = now] = option.first;
  const times = oneOfEachWeekday(option.first, client.timeZone);
  const values: Values = Object.assign(Object.create(null), {
    form: client.form,
    cadence: describeRule(option.rule).weekdays.length === 2 ? 'twice' : 'weekly',
    every: writeEvery(writer, times),
    weekdays: writeWeekdays(writer, times),
    time: describeMoment(first, view).time,
    minutes: option.minutes,
    firstDate: describeDay(dayOf(first, client.timeZone), view).date,
    agreement: client.emergency === '' ? 'no' : 'yes',
  });
  const variant = own.proposals[earlierProposals(state, client) % own.proposals.length];
  const write = (message = '') => formatMessage(message, view.locale, values, own.phrases).trim();
  const [only] = client.people.length === 1 ? client.people : [];
  return {
    subject: write(variant?.subject),
    body: writeLetter(writer, write(variant?.body), myName, only),
    language: own.language,
  };
}

/** The first time on each weekday of the client, in the order of the week. */
function oneOfEachWeekday(times: readonly Temporal.Instant[], timeZone: string): Temporal.Instant[] {
  const weekday = (time: Temporal.Instant) => dayOf(time, timeZone).dayOfWeek;
  return times
    .filter((time, index) => times.findIndex((other) => weekday(other) === weekday(time)) === index)
    .toSorted((a, b) => weekday(a) - weekday(b) || Temporal.Instant.compare(a, b));
}

function earlierProposals(state: State, client: Client): number {
  return knownRequests(state)
    .filter((request) => request.clientId === client.id)
    .flatMap((request) => request.replies)
    .filter((reply) => reply.situation === 'propose-standing-call' && reply.sentAt !== undefined).length;
}
